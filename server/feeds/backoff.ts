/** The longest wait after failures. */
const MAX_SECONDS = 6 * 3600;

/**
 * Seconds until a feed is polled again after this many failures in a row: its interval, doubled with each, to six hours
 * at the most. Who asks to be left alone for longer is, for a day at the most.
 */
export function waitAfter(failures: number, intervalSeconds: number, askedSeconds = 0): number {
  const doubled = intervalSeconds * 2 ** Math.min(30, Math.max(0, failures - 1));
  const wait = Math.max(intervalSeconds, Math.min(MAX_SECONDS, doubled));
  return Math.max(wait, Math.min(24 * 3600, askedSeconds));
}
