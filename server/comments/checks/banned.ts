import type { Check } from './check';

/** A moderator has banned this author, under this name or another, or this address, until a time that has not come yet. */
export const banned: Check = async (submission, { evidence }) =>
  (await evidence.isBanned(submission)) ? { verdict: 'reject' } : undefined;
