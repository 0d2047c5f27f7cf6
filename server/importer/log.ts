import type { Core } from '@strapi/strapi';
import { runItem, type Outcome, type RunItem } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { countsOf, type ItemResult, type OutcomeCounts } from './progress';

/**
 * The log of a run: what became of each of its items, those included of which the ledger says nothing (skipped ones) or
 * by now something else (what a later run has written anew). One row holds a step of the work, so a page of a run of a
 * million items costs what a page of a small one costs, and no row is written twice.
 */
export interface Wanted {
  page: number;
  pageSize: number;
  outcome?: Outcome | undefined;
}

export interface Listed {
  items: RunItem[];
  total: number;
}

/**
 * Writes what became of the items from `position` on. To be called in the transaction that writes how far the run is; the
 * same step again replaces itself: a commit of which nobody has heard is tried again.
 */
export async function writeStep(
  strapi: Core.Strapi,
  runId: number,
  position: number,
  results: readonly ItemResult[],
): Promise<void> {
  const steps = strapi.db.query(UID.importStep);
  await steps.deleteMany({ where: { runId, position: { $gte: position } } });
  await steps.create({ data: { runId, position, outcomes: countsOf(results), items: results }, select: ['id'] });
}

/** A page of what became of a run's items, of all or of those that came out one way. */
export async function listItems(strapi: Core.Strapi, run: Entity, wanted: Wanted): Promise<Listed> {
  const steps = strapi.db.query(UID.importStep);
  const all = (await steps.findMany({
    select: ['id', 'position', 'outcomes'],
    where: { runId: run['id'] },
    orderBy: { position: 'asc' },
  })) as Entity[];
  if (all.length === 0) return listOld(run, wanted);
  const { total, from, ids } = stepsOf(all, wanted);
  if (ids.length === 0) return { items: [], total };
  const rows = (await steps.findMany({ where: { id: { $in: ids } }, orderBy: { position: 'asc' } })) as Entity[];
  const items = rows.flatMap((row) => itemsOf(run, row)).filter(isWanted(wanted.outcome));
  return { items: items.slice(from, from + wanted.pageSize), total };
}

/** Runs of version 0.1 have their first items in their own row. */
function listOld(run: Entity, { page, pageSize, outcome }: Wanted): Listed {
  const items = itemsOf(run, { position: 0, items: run['log'] }).filter(isWanted(outcome));
  return { items: items.slice((page - 1) * pageSize, page * pageSize), total: items.length };
}

/** The steps that hold a page, how many items there are in all, and where in these steps the page begins. */
export function stepsOf(
  steps: readonly Entity[],
  { page, pageSize, outcome }: Wanted,
): { total: number; from: number; ids: number[] } {
  const first = (page - 1) * pageSize;
  let total = 0;
  let from = 0;
  const ids: number[] = [];
  for (const { id, outcomes } of steps) {
    const counts = (outcomes ?? {}) as OutcomeCounts;
    const count = outcome === undefined ? sumOf(counts) : (counts[outcome] ?? 0);
    if (count > 0 && total + count > first && total < first + pageSize) {
      if (ids.length === 0) from = first - total;
      ids.push(Number(id));
    }
    total += count;
  }
  return { total, from, ids };
}

const sumOf = (counts: OutcomeCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const isWanted =
  (outcome: Outcome | undefined) =>
  (item: RunItem): boolean =>
    outcome === undefined || item.outcome === outcome;

function itemsOf(run: Entity, { position, items }: Entity): RunItem[] {
  const listed: unknown[] = Array.isArray(items) ? items : [];
  return listed.map((item, n) =>
    runItem.parse({ ...(item as object), documentId: `${String(run['documentId'])}:${Number(position) + n}` }),
  );
}
