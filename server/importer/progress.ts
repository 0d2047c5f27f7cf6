import type { Outcome, RunItem } from '../../contracts/imports';

/** A long run lists this many of its items, and as many of its problems: its row is written again and again. */
const MAX_LISTED = 1000;

/** What became of an item; its place in the run is added by the run. */
export type ItemResult = Omit<RunItem, 'documentId'>;

/** How far a run is. */
export interface Progress {
  done: number;
  counts: Partial<Record<Outcome, number>>;
  items: RunItem[];
}

/** The progress after these results. */
export function advanced(run: string, before: Progress, results: readonly ItemResult[]): Progress {
  const counts = { ...before.counts };
  const items = [...before.items];
  let problems = items.filter(isProblem).length;
  for (const [n, result] of results.entries()) {
    counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
    const isListed = isProblem(result) ? problems < MAX_LISTED : items.length - problems < MAX_LISTED;
    if (!isListed) continue;
    if (isProblem(result)) problems += 1;
    items.push({ documentId: `${run}:${before.done + n}`, ...result });
  }
  return { done: before.done + results.length, counts, items };
}

const isProblem = ({ outcome }: { outcome: Outcome }): boolean => outcome === 'quarantined';
