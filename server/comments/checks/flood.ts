import type { Check } from './check';

/** More comments in a short time than people write, from one author or one address. */
export const flood: Check = async ({ authorKey, sourceHash, editing }, { evidence }) => {
  if (editing !== undefined) return undefined;
  return (await evidence.pace(authorKey, sourceHash)) > 1 ? { verdict: 'hold' } : undefined;
};
