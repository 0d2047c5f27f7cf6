import type { Outcome, RunItem } from '../../contracts/imports';

/** What became of an item; its place in the run is added by the run. */
export type ItemResult = Omit<RunItem, 'documentId'>;

export type OutcomeCounts = Partial<Record<Outcome, number>>;

/** How far a run is. */
export interface Progress {
  done: number;
  counts: OutcomeCounts;
}

/** The progress after these results. */
export function advanced(before: Progress, results: readonly ItemResult[]): Progress {
  const counts = { ...before.counts };
  for (const [outcome, count] of Object.entries(countsOf(results)) as [Outcome, number][]) {
    counts[outcome] = (counts[outcome] ?? 0) + count;
  }
  return { done: before.done + results.length, counts };
}

export function countsOf(results: readonly Pick<ItemResult, 'outcome'>[]): OutcomeCounts {
  const counts: OutcomeCounts = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
