import type { Core } from '@strapi/strapi';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { lockRows } from '../one-writer';
import { joinOf, tableOf } from '../tables';
import { inTransaction } from '../transaction';
import { withdrawDifferences } from './corrections/differences';
import { isPassing, retrying } from './retry';
import type { OpenRun } from './runs';
import type { Touch } from './touch';
import { isLeftToReaders, namedAsNow, undoRow } from './undo-item';

type Undo = NonNullable<Run['undo']>;

/** Between two looks whether a process still writes for a run that was cancelled. */
const LOOK_MS = 200;
const MOST_LOOKS = 600;

/**
 * Undoes a run, what was written last first: what it created is removed, what it updated goes back. What somebody has
 * worked on since is left and listed, and what cannot be put back too. Each item is undone entirely or not at all, and told
 * with it; calling it again, in another process too, goes on where it stopped.
 */
export async function undoRun(strapi: Core.Strapi, run: OpenRun): Promise<Undo> {
  await record(strapi, run, { ...(await undoneSoFar(strapi, run)), state: 'running' });
  await untilNobodyWrites(strapi, run);
  const back = new Set<string>();
  const tried = new Set<number>();
  for (let left = await rowsOf(strapi, run); left.length > 0;) {
    for (const id of left) {
      tried.add(id);
      // What was written twice by this run is undone twice.
      if (await undoItem(strapi, run, id, back)) tried.delete(id);
      // SQLite answers without ever letting the event loop turn: meanwhile no request would be answered.
      await turn();
    }
    left = (await rowsOf(strapi, run)).filter((id) => !tried.has(id));
  }
  const done: Undo = { ...(await undoneSoFar(strapi, run)), state: 'finished' };
  await record(strapi, run, done);
  return done;
}

/** A run that was cancelled is ended by its process after what it is writing. */
async function untilNobodyWrites(strapi: Core.Strapi, run: OpenRun): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const where = { id: run.id, owner: { $notNull: true }, leaseUntil: { $gt: new Date().toISOString() } };
    if ((await strapi.db.query(UID.importRun).count({ where })) === 0) return;
    await sleep(LOOK_MS);
  }
}

/**
 * What of a run is not undone, what was written last first: a row that was written anew has an old id. Found by the run, in
 * the table that links both: the ledger is longer than any run.
 */
async function rowsOf(strapi: Core.Strapi, run: OpenRun): Promise<number[]> {
  const { table, from, to } = joinOf(strapi, UID.wireItem, 'run');
  const rows = await inTransaction(strapi, ({ trx }): Promise<{ id: number; updated_at: Date | number | string }[]> =>
    trx(table)
      .join({ item: tableOf(strapi, UID.wireItem) }, 'item.id', `${table}.${from}`)
      .where(`${table}.${to}`, run.id)
      .whereNull('item.undone_at')
      .whereNotIn('item.outcome', ['quarantined', 'skipped'])
      .select('item.id', 'item.updated_at'),
  );
  const times = new Map(rows.map(({ id, updated_at: at }) => [Number(id), new Date(at).getTime()]));
  return [...times.keys()].sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || b - a);
}

/** True where the item has an earlier receipt, which may be of this run as well. */
async function undoItem(strapi: Core.Strapi, run: OpenRun, id: number, back: Set<string>): Promise<boolean> {
  let touched: Touch[] = [];
  const undo = async (): Promise<boolean> => {
    // Of two who undo the run at the same time, the second finds what the first has left.
    await lockRows(strapi, UID.importRun, { id: run.id });
    const row = await openRow(strapi, run, id);
    if (!row) return false;
    touched = (row['touched'] ?? []) as Touch[];
    const undone = await undoRow(strapi, row, touched, back);
    const isUndone = undone.left.length === 0 || undone.removed + undone.restored > 0;
    if (isUndone) await withdrawDifferences(strapi, String(row['key']));
    await record(strapi, run, added(await undoneSoFar(strapi, run), undone, touched));
    return undone.isEarlier;
  };
  try {
    const isEarlier = await retrying(() => inTransaction(strapi, undo));
    for (const touch of touched) back.add(touch.documentId);
    return isEarlier;
  } catch (error) {
    if (isPassing(error)) throw error;
    strapi.log.warn(`newswire: an item of the import ${run.documentId} could not be undone: ${String(error)}`);
    const left = await namedAsNow(strapi, touched);
    await record(strapi, run, added(await undoneSoFar(strapi, run), { removed: 0, restored: 0, left }, touched));
    return false;
  }
}

async function openRow(strapi: Core.Strapi, run: OpenRun, id: number): Promise<Entity | undefined> {
  const [row] = await lockRows(strapi, UID.wireItem, { id, undoneAt: { $null: true } }, { select: ['id', 'key', 'uriKey', 'touched', 'earlier'] }); // prettier-ignore
  const isOfRun = (await strapi.db.query(UID.wireItem).count({ where: { id, run: { id: run.id } } })) > 0;
  return isOfRun ? row : undefined;
}

/**
 * Whether undoing a run puts something before readers that it has taken from them, or that was published otherwise
 * before it: a kill, a newer version.
 */
export async function undoPublishes(strapi: Core.Strapi, run: OpenRun): Promise<boolean> {
  const ids = await rowsOf(strapi, run);
  for (let at = 0; at < ids.length; at += STEP_ROWS) {
    const rows = (await strapi.db.query(UID.wireItem).findMany({
      select: ['id', 'touched'],
      where: { id: { $in: ids.slice(at, at + STEP_ROWS) } },
    })) as { touched: Touch[] | null }[];
    const touches = rows.flatMap(({ touched }) => touched ?? []);
    if (touches.some((touch) => touch.before?.published && !isLeftToReaders(touch))) return true;
  }
  return false;
}

/** Rows are read in steps of so many. */
const STEP_ROWS = 100;

/** What an undo that was begun before has done; nothing where there was none. */
async function undoneSoFar(strapi: Core.Strapi, run: OpenRun): Promise<Undo> {
  const row = (await strapi.db.query(UID.importRun).findOne({ select: ['id', 'undo'], where: { id: run.id } })) as Entity | null; // prettier-ignore
  return (row?.['undo'] as Undo | null | undefined) ?? { state: 'running', removed: 0, restored: 0, left: [] };
}

/** With what became of one more item, whose documents may have been left in an undo before. */
function added(
  done: Undo,
  { removed, restored, left }: Pick<Undo, 'removed' | 'restored' | 'left'>,
  touched: readonly Touch[],
): Undo {
  const again = new Set(touched.map(({ documentId }) => documentId));
  return {
    ...done,
    removed: done.removed + removed,
    restored: done.restored + restored,
    left: [...done.left.filter(({ documentId }) => !again.has(documentId)), ...left],
  };
}

/** An undo that says nothing for so long is nobody's any more: its process was ended. */
const SILENT_MS = 60_000;
/** So many of the newest undos are looked through. */
const MOST_RUNS = 200;

/** The runs whose undo was begun and is not going on in any process. */
export async function undosToResume(strapi: Core.Strapi, now: Date): Promise<string[]> {
  const runs = (await strapi.db.query(UID.importRun).findMany({
    select: ['id', 'documentId', 'undo', 'updatedAt'],
    where: { undo: { $notNull: true } },
    orderBy: { id: 'desc' },
    limit: MOST_RUNS,
  })) as Entity[];
  return runs
    .filter(({ undo, updatedAt }) => {
      const isRunning = (undo as Undo | null)?.state === 'running';
      return isRunning && now.getTime() - new Date(String(updatedAt)).getTime() > SILENT_MS;
    })
    .map(({ documentId }) => String(documentId));
}

const record = (strapi: Core.Strapi, run: OpenRun, undo: Undo): Promise<unknown> =>
  strapi.db.query(UID.importRun).updateMany({ where: { id: run.id }, data: { undo } });
