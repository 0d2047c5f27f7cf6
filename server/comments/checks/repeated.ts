import type { Check } from './check';

const HOUR_MS = 3_600_000;

/** The same text again, whatever its case, spaces and signs, on this article or another. */
export const repeated: Check = async ({ textKey, editing }, { evidence, settings, now }) => {
  const since = new Date(now.getTime() - settings.repeatedHours * HOUR_MS);
  return (await evidence.hasText(textKey, since, editing)) ? { verdict: 'hold' } : undefined;
};
