import type { Check } from './check';

/** A moderator has banned this author, or this address, until a time that has not come yet. */
export const banned: Check = async ({ authorKey, sourceHash }, { evidence }) =>
  (await evidence.isBanned(authorKey, sourceHash)) ? { verdict: 'reject' } : undefined;
