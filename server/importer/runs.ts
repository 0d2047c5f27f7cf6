import type { Core } from '@strapi/strapi';
import {
  run as runSchema,
  runItem,
  runResponse,
  type Run,
  type RunResponse,
  type RunsResponse,
} from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { documentsOf, textOf, type Entity } from '../documents';
import type { Decision } from './decisions';
import type { Creator } from './filing';
import type { Progress } from './progress';

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
}

/** A run that this process has taken: no other process works on it until the lease ends. */
export interface HeldRun extends OpenRun {
  owner: string;
  leaseSeconds: number;
}

const END: ReadonlySet<string> = new Set<Run['state']>(['finished', 'failed', 'cancelled']);

/** Opens a run. `held` says who works on it; without one it waits for whoever takes it. */
export async function openRun(
  strapi: Core.Strapi,
  about: { origin: Run['origin']; total: number; options: RunOptions; creator: Creator },
  held?: Pick<HeldRun, 'owner' | 'leaseSeconds'>,
): Promise<OpenRun> {
  const { origin, total, options, creator } = about;
  const data = creator({
    origin,
    state: held ? 'running' : 'pending',
    total,
    done: 0,
    counts: {},
    log: [],
    options,
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
  options: RunOptions;
  progress: Progress;
  /** Another process has worked on it, and may have written more than the run says. */
  isResumed: boolean;
}

/** Takes the oldest run that nobody works on; undefined where there is none. */
export async function takeRun(
  strapi: Core.Strapi,
  held: Pick<HeldRun, 'owner' | 'leaseSeconds'>,
): Promise<TakenRun | undefined> {
  const runs = strapi.db.query(UID.importRun);
  const free = {
    state: { $in: ['pending', 'running'] },
    $or: [{ leaseUntil: { $null: true } }, { leaseUntil: { $lt: new Date().toISOString() } }],
  };
  const waiting = (await runs.findMany({
    select: ['id', 'state'],
    where: free,
    orderBy: { id: 'asc' },
    limit: 20,
  })) as Entity[];
  for (const { id, state } of waiting) {
    const data = { state: 'running', owner: held.owner, leaseUntil: leaseEnd(held.leaseSeconds) };
    const { count } = await runs.updateMany({ where: { id, ...free }, data });
    if (count === 0) continue;
    const row = (await runs.findOne({ where: { id } })) as Entity;
    return {
      run: { id: Number(id), documentId: String(row['documentId']), ...held },
      options: row['options'] as RunOptions,
      progress: progressOf(row),
      isResumed: state === 'running',
    };
  }
  return undefined;
}

/** Writes how far a run is and keeps it; answers the state it is in, or undefined where another process has it now. */
export async function recordProgress(
  strapi: Core.Strapi,
  run: HeldRun,
  { done, counts, items }: Progress,
): Promise<Run['state'] | undefined> {
  const runs = strapi.db.query(UID.importRun);
  const { count } = await runs.updateMany({
    where: { id: run.id, owner: run.owner },
    data: { done, counts, log: items, leaseUntil: leaseEnd(run.leaseSeconds) },
  });
  if (count === 0) return undefined;
  const row = (await runs.findOne({ select: ['id', 'state'], where: { id: run.id } })) as Entity;
  return row['state'] as Run['state'];
}

/** Ends a run that has not ended; true where this did it. */
export async function endRun(
  strapi: Core.Strapi,
  run: Pick<HeldRun, 'id' | 'owner'> | { documentId: string },
  state: Run['state'],
  error?: object,
): Promise<boolean> {
  const where = 'id' in run ? { id: run.id, owner: run.owner } : { documentId: run.documentId };
  const { count } = await strapi.db.query(UID.importRun).updateMany({
    where: { ...where, state: { $in: ['pending', 'running'] } },
    data: { state, finishedAt: new Date().toISOString(), ...(error ? { error } : {}) },
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
    .findOne({ where: { documentId }, populate: { createdBy: true } });
  return (row ?? undefined) as Entity | undefined;
}

export async function findRun(strapi: Core.Strapi, documentId: string): Promise<RunResponse | undefined> {
  const row = await rowOfRun(strapi, documentId);
  return row && runResponse.parse({ data: { ...toRun(row), items: progressOf(row).items } });
}

export async function listRuns(strapi: Core.Strapi, page: number, pageSize: number): Promise<RunsResponse> {
  const runs = strapi.db.query(UID.importRun);
  const [rows, total] = await Promise.all([
    runs.findMany({
      orderBy: { id: 'desc' },
      limit: pageSize,
      offset: (page - 1) * pageSize,
      populate: { createdBy: true },
    }) as Promise<Entity[]>,
    runs.count(),
  ]);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  return { data: rows.map(toRun), meta: { pagination: { page, pageSize, pageCount, total } } };
}

export const hasEnded = (state: unknown): boolean => END.has(String(state));

function progressOf(row: Entity): Progress {
  const log: unknown[] = Array.isArray(row['log']) ? row['log'] : [];
  const { counts, done } = toRun(row);
  return { done, counts, items: log.map((item) => runItem.parse(item)) };
}

function toRun(row: Entity): Run {
  const by = row['createdBy'] as Entity | null | undefined;
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
    ...(row['undo'] ? { undo: row['undo'] } : {}),
  });
}

const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();
const leaseEnd = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
