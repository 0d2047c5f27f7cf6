import type { Check } from './check';

/** Asks a service that knows the spam of the whole web. Where it does not answer, a moderator decides. */
export const spamService: Check = async (submission, { spam }) => {
  if (!spam) return undefined;
  const opinion = await spam.check(submission);
  if (opinion === 'spam') return { verdict: 'spam', detail: spam.name };
  return opinion === 'unknown' ? { verdict: 'hold', detail: `${spam.name}: no answer` } : undefined;
};
