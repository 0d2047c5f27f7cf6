import type { Core } from '@strapi/strapi';
import {
  run as runSchema,
  runItemsResponse,
  runResponse,
  type Run,
  type RunItemsResponse,
  type RunResponse,
  type RunsResponse,
} from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { documentsOf, textOf, type Entity } from '../documents';
import type { Decision } from './decisions';
import type { Creator } from './filing';
import { listItems, writeStep, type Wanted } from './log';
import type { ItemResult, Progress } from './progress';
import type { Routing } from './routing';
import { inTransaction } from '../transaction';

/** The rows of imports: where each came from, how far it is, what came of it. */
export interface OpenRun {
  id: number;
  documentId: string;
}

/** What must be known to go on with a run in another process. */
export interface RunOptions {
  publish: boolean;
  decisions: readonly Decision[];
  /** The admin user who started it; absent for what runs by itself. */
  user?: { id: number } | undefined;
  /** Only for what a feed brought: nobody has put it together, and nobody has looked at it. */
  routing?: Routing | undefined;
}

/** A run that this process has taken: no other process works on it until the lease ends. */
export interface HeldRun extends OpenRun {
  owner: string;
  leaseSeconds: number;
}

/** So many items are told together with their run; the others are asked for by the page. */
const FIRST_ITEMS = 100;

/** So many waiting runs are looked at together. */
const MAX_WAITING = 100;

const END: ReadonlySet<string> = new Set<Run['state']>(['finished', 'failed', 'cancelled']);

/** Opens a run. `held` says who works on it; without one it waits for whoever takes it. */
export async function openRun(
  strapi: Core.Strapi,
  about: { origin: Run['origin']; total: number; options: RunOptions; creator: Creator; feed?: number | undefined },
  held?: Pick<HeldRun, 'owner' | 'leaseSeconds'>,
): Promise<OpenRun> {
  const { origin, total, options, creator, feed } = about;
  const data = creator({
    origin,
    state: held ? 'running' : 'pending',
    total,
    done: 0,
    counts: {},
    options,
    feed: feed ?? null,
    startedAt: new Date().toISOString(),
    owner: held?.owner ?? null,
    leaseUntil: held ? leaseEnd(held.leaseSeconds) : null,
  });
  const { id, documentId } = await documentsOf(strapi, UID.importRun).create({ data });
  return { id: Number(id), documentId };
}

/** A run that was taken, with what it was asked to do and how far it is. */
export interface TakenRun {
  run: HeldRun;
  origin: Run['origin'];
  options: RunOptions;
  progress: Progress;
  /** Another process has worked on it, and may have written more than the run says. */
  isResumed: boolean;
}

/** What says that nobody works on a run. A lease that ends later than it can was given before the clock went back. */
const free = (leaseSeconds: number) => ({
  state: { $in: ['pending', 'running'] },
  $or: [
    { leaseUntil: { $null: true } },
    { leaseUntil: { $lt: new Date().toISOString() } },
    { leaseUntil: { $gt: leaseEnd(2 * leaseSeconds) } },
  ],
});

/** The runs that nobody works on, the oldest first. */
export async function waitingRuns(strapi: Core.Strapi, leaseSeconds: number): Promise<string[]> {
  const rows = (await strapi.db.query(UID.importRun).findMany({
    select: ['id', 'documentId'],
    where: free(leaseSeconds),
    orderBy: { id: 'asc' },
    limit: MAX_WAITING,
  })) as Entity[];
  return rows.map((row) => String(row['documentId']));
}

/**
 * Takes a run. Where another process works on it, `again` is when that one must have shown a sign of life; undefined
 * where there is nothing to do any more.
 */
export async function takeRun(
  strapi: Core.Strapi,
  documentId: string,
  held: Pick<HeldRun, 'owner' | 'leaseSeconds'>,
): Promise<TakenRun | { again: Date } | undefined> {
  const runs = strapi.db.query(UID.importRun);
  const found = (await runs.findOne({ where: { documentId } })) as Entity | null;
  if (!found || hasEnded(found['state'])) return undefined;
  const { id, owner, state } = found;
  const { $or, ...open } = free(held.leaseSeconds);
  // What this process was interrupted in, by a database that was away, is still its own.
  const where = owner === held.owner ? { id, ...open, owner } : { id, ...open, $or };
  const data = { state: 'running', owner: held.owner, leaseUntil: leaseEnd(held.leaseSeconds) };
  const { count } = await runs.updateMany({ where, data });
  if (count === 0) return { again: new Date(leaseEnd(held.leaseSeconds)) };
  const row = (await runs.findOne({ where: { id } })) as Entity;
  return {
    run: { id: Number(id), documentId, ...held },
    origin: toRun(row).origin,
    options: row['options'] as RunOptions,
    progress: progressOf(row),
    isResumed: state === 'running',
  };
}

/** Writes how much a run has to do, as soon as that is known. */
export async function recordTotal(strapi: Core.Strapi, run: HeldRun, total: number): Promise<void> {
  await strapi.db.query(UID.importRun).updateMany({ where: { id: run.id, owner: run.owner }, data: { total } });
}

/**
 * Writes what became of the last items of a run, and by that how far it is, and keeps it; answers the state it is in, or
 * undefined where another process has it now.
 */
export async function recordStep(
  strapi: Core.Strapi,
  run: HeldRun,
  { done, counts }: Progress,
  results: readonly ItemResult[],
): Promise<Run['state'] | undefined> {
  const runs = strapi.db.query(UID.importRun);
  return inTransaction(strapi, async (): Promise<Run['state'] | undefined> => {
    const { count } = await runs.updateMany({
      where: { id: run.id, owner: run.owner },
      data: { done, counts, leaseUntil: leaseEnd(run.leaseSeconds) },
    });
    if (count === 0) return undefined;
    await writeStep(strapi, run.id, done - results.length, results);
    const row = (await runs.findOne({ select: ['id', 'state'], where: { id: run.id } })) as Entity;
    return row['state'] as Run['state'];
  });
}

/** Ends a run that has not ended; true where this did it. */
export async function endRun(
  strapi: Core.Strapi,
  run: Pick<HeldRun, 'id' | 'owner'> | { documentId: string },
  state: Run['state'],
  more: { error?: object; total?: number } = {},
): Promise<boolean> {
  const where = 'id' in run ? { id: run.id, owner: run.owner } : { documentId: run.documentId };
  const { count } = await strapi.db.query(UID.importRun).updateMany({
    where: { ...where, state: { $in: ['pending', 'running'] } },
    data: { state, finishedAt: new Date().toISOString(), ...more },
  });
  return count > 0;
}

/** Keeps a run while `work` goes on, however long one step of it takes. */
export async function holding<T>(strapi: Core.Strapi, run: HeldRun, work: () => Promise<T>): Promise<T> {
  const renew = (): void => {
    const data = { leaseUntil: leaseEnd(run.leaseSeconds) };
    const renewed = strapi.db.query(UID.importRun).updateMany({ where: { id: run.id, owner: run.owner }, data });
    renewed.catch((error: unknown) => strapi.log.debug(`newswire: a lease was not renewed: ${String(error)}`));
  };
  const timer = setInterval(renew, (run.leaseSeconds * 1000) / 3);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Gives a run back, so that the next process need not wait for the lease to end. */
export async function giveBack(strapi: Core.Strapi, run: HeldRun): Promise<void> {
  await strapi.db
    .query(UID.importRun)
    .updateMany({ where: { id: run.id, owner: run.owner }, data: { owner: null, leaseUntil: null } });
}

export async function rowOfRun(strapi: Core.Strapi, documentId: string): Promise<Entity | undefined> {
  const row: unknown = await strapi.db
    .query(UID.importRun)
    .findOne({ where: { documentId }, populate: { createdBy: true, feed: true } });
  return (row ?? undefined) as Entity | undefined;
}

export async function findRun(strapi: Core.Strapi, documentId: string): Promise<RunResponse | undefined> {
  const row = await rowOfRun(strapi, documentId);
  if (!row) return undefined;
  const { items } = await listItems(strapi, row, { page: 1, pageSize: FIRST_ITEMS });
  return runResponse.parse({ data: { ...toRun(row), items } });
}

/** A page of what became of a run's items; undefined where there is no such run. */
export async function itemsOfRun(
  strapi: Core.Strapi,
  documentId: string,
  wanted: Wanted,
): Promise<RunItemsResponse | undefined> {
  const row = await rowOfRun(strapi, documentId);
  if (!row) return undefined;
  const { page, pageSize } = wanted;
  const { items, total } = await listItems(strapi, row, wanted);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  return runItemsResponse.parse({ data: items, meta: { pagination: { page, pageSize, pageCount, total } } });
}

export async function listRuns(strapi: Core.Strapi, page: number, pageSize: number): Promise<RunsResponse> {
  const runs = strapi.db.query(UID.importRun);
  const [rows, total] = await Promise.all([
    runs.findMany({
      orderBy: { id: 'desc' },
      limit: pageSize,
      offset: (page - 1) * pageSize,
      populate: { createdBy: true, feed: true },
    }) as Promise<Entity[]>,
    runs.count(),
  ]);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  return { data: rows.map(toRun), meta: { pagination: { page, pageSize, pageCount, total } } };
}

export const hasEnded = (state: unknown): boolean => END.has(String(state));

function progressOf(row: Entity): Progress {
  const { counts, done } = toRun(row);
  return { done, counts };
}

function toRun(row: Entity): Run {
  const by = row['createdBy'] as Entity | null | undefined;
  const feed = textOf(row['feed'] as Entity | null | undefined, 'name');
  const name = [textOf(by, 'firstname'), textOf(by, 'lastname')].filter(Boolean).join(' ') || textOf(by, 'username');
  return runSchema.parse({
    documentId: row['documentId'],
    origin: row['origin'],
    state: row['state'],
    counts: row['counts'] ?? {},
    total: row['total'] ?? 0,
    done: row['done'] ?? 0,
    startedAt: timeOf(row['startedAt'] ?? row['createdAt']),
    ...(row['finishedAt'] ? { finishedAt: timeOf(row['finishedAt']) } : {}),
    ...(name ? { startedBy: name } : {}),
    ...(feed === undefined ? {} : { feed }),
    ...(row['undo'] ? { undo: row['undo'] } : {}),
  });
}

const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();
const leaseEnd = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
