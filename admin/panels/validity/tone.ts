import type { Verdict } from '../../../contracts/validity';

export type Tone = 'success' | 'warning' | 'danger';

/** As the inbox counts: what ends within a week is to be looked at. */
const SOON_MS = 7 * 86_400_000;

/** Green: may be shown. Yellow: for a week at most, not everywhere, or only because an editor allows it. Red: may not. */
export function toneOf({ servable, until, override, only, except }: Verdict, now: number): Tone {
  if (!servable) return 'danger';
  const endsSoon = until !== undefined && Date.parse(until) - now <= SOON_MS;
  return endsSoon || override !== undefined || only !== undefined || except !== undefined ? 'warning' : 'success';
}
