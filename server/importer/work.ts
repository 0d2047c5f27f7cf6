import type { Core } from '@strapi/strapi';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, Run } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { importBatch } from './bulk/batch';
import type { Places } from './bulk/write';
import { applyDecisions, type Wanted } from './decisions';
import { creatorFor } from './filing';
import { hashOf, identify } from './identity';
import { flagResults } from './near/flag-results';
import { importItem, type ItemJob } from './item';
import { inputKey, quarantine, release } from './ledger';
import type { Entry } from './pair';
import { parcelsOf } from './parcels';
import { advanced, type ItemResult, type Progress } from './progress';
import { limitsFor, readBatch, withUniqueNames, type Batch, type Input, type ReadInput } from './read';
import { retrying } from './retry';
import { routed } from './routing';
import { endRun, giveBack, holding, recordStep, type HeldRun, type RunOptions } from './runs';
import type { Settings } from './settings';

/** A part of an import that was read: what is to be done of it, in order. */
export interface Parcel {
  batch: Batch;
  /** Inputs of which nothing could be read. They come first. */
  failed: ReadInput[];
  wanted: Wanted[];
}

/** An import that is to be done, part by part; most have one part. */
export interface Work {
  /** How many items there are; of what is read in parts, how many files. */
  size: number;
  isExact: boolean;
  parcels(): AsyncIterable<Parcel> | Iterable<Parcel>;
  options: RunOptions;
  /** The bulk writer is to be used. */
  isBulk: boolean;
  /** Stories that look like another one are to be flagged. */
  flagsNear: boolean;
  places: Places;
}

/** Progress is written, and a cancel seen, after this many items or this much time, whichever comes first. */
const STEP_ITEMS = 50;
const STEP_MS = 1000;

/**
 * So many items are planned and written together. Of a process that answers requests: a batch is 0.2 s in which it answers
 * none. A command or worker has nobody to wait for it, and each COMMIT waits for the disk.
 */
const BATCH = { answering: 200, alone: 500 };

/** Between two batches so much of the time that the first took is left to requests, and never more than this. */
const REST = 0.25;
const MAX_REST_MS = 100;

/** Reads what is to be imported; of archives that are too large for that, only what is in them. */
export async function readWork(
  inputs: readonly Input[],
  options: RunOptions,
  origin: Run['origin'],
  settings: Settings,
): Promise<Work> {
  const limits = limitsFor(origin);
  const same = { options, places: new Map(), flagsNear: settings.nearDuplicates };
  const how = { guess: options.routing === undefined, isShown: false };
  // Corrections name items by their place among all: whoever made them has seen all of them.
  const parcels = options.decisions.length === 0 ? await parcelsOf(inputs, how, limits) : undefined;
  if (parcels?.files !== undefined) {
    const read = async function* (): AsyncGenerator<Parcel> {
      for await (const batch of parcels.read()) yield parcelOf(batch, options);
    };
    return { ...same, size: parcels.files, isExact: false, parcels: read, isBulk: settings.bulk };
  }
  const parcel = parcelOf(await readBatch(withUniqueNames(inputs), how, limits), options);
  const stories = parcel.wanted.filter(({ story }) => story.type === 'text').length;
  const isBulk = settings.bulk && stories > settings.bulkFrom;
  return { ...same, size: lengthOf(parcel), isExact: true, parcels: () => [parcel], isBulk };
}

function parcelOf(read: Batch, { decisions, routing }: RunOptions): Parcel {
  const batch = routing ? { ...read, entries: routed(read.entries, routing) } : read;
  return {
    batch,
    failed: batch.inputs.filter((input) => input.error !== undefined),
    wanted: applyDecisions(batch, decisions),
  };
}

const lengthOf = ({ failed, wanted }: Parcel): number => failed.length + wanted.length;

export const sizeOf = ({ size }: Work): number => size;

/** Less is left of a run's inputs than was done of it: it cannot go on. */
export const isShorterThan = ({ size, isExact }: Work, done: number): boolean => isExact && size < done;

/**
 * Works through a run from where it is to its end. Answers the state it ended in, or undefined where it did not:
 * `isStopping` said so, or another process has taken it. One bad item never stops the others.
 */
export async function workThrough(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  from: Progress,
  { isResumed = false, isStopping = () => false }: { isResumed?: boolean; isStopping?: () => boolean } = {},
): Promise<Run['state'] | undefined> {
  const state = await holding(strapi, run, () => steps(strapi, run, work, from, isResumed, isStopping));
  // Whoever undoes a run that was cancelled waits until nobody writes for it any more.
  if (state !== undefined) await giveBack(strapi, run);
  return state;
}

async function steps(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  from: Progress,
  isResumed: boolean,
  isStopping: () => boolean,
): Promise<Run['state'] | undefined> {
  let progress = from;
  let first = 0;
  const seen = new Set<string>();
  for await (const parcel of work.parcels()) {
    const end = first + lengthOf(parcel);
    const resumed = isResumed ? firstOfEach(parcel, seen) : undefined;
    if (progress.done < end) await retrying(() => release(strapi, hashesOf(parcel)));
    while (progress.done < end) {
      if (isStopping()) return undefined;
      const results = await nextStep(strapi, run, work, parcel, progress.done - first, resumed);
      if (work.flagsNear) await flagResults(strapi, results, isResumed);
      const now = (progress = advanced(progress, results));
      const state = await retrying(() => recordStep(strapi, run, now, results));
      if (state !== 'running') return state;
    }
    first = end;
  }
  await retrying(() => endRun(strapi, run, 'finished', work.isExact ? {} : { total: progress.done }));
  return 'finished';
}

/** Of a run that was interrupted, the first item of each key: only that one can have been written by it before. */
type Resumed = ReadonlyMap<string, Entry> | undefined;

/** `seen` are the keys of the parts before; those of this one are added. */
function firstOfEach({ wanted }: Parcel, seen: Set<string>): ReadonlyMap<string, Entry> {
  const firsts = new Map<string, Entry>();
  for (const { entry } of wanted) {
    const { key } = identify(entry.item);
    if (!seen.has(key)) firsts.set(key, entry);
    seen.add(key);
  }
  return firsts;
}

const hashesOf = ({ batch }: Parcel): string[] =>
  batch.inputs.filter(({ error }) => !error).map(({ bytes }) => hashOf(bytes));

async function nextStep(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  parcel: Parcel,
  at: number,
  resumed: Resumed,
): Promise<ItemResult[]> {
  if (work.isBulk && at >= parcel.failed.length) return bulkStep(strapi, run, work, parcel, at, resumed);
  const results: ItemResult[] = [];
  const [end, until] = [Math.min(at + STEP_ITEMS, lengthOf(parcel)), Date.now() + STEP_MS];
  for (let n = at; n < end && (n === at || Date.now() < until); n += 1) {
    const failed = parcel.failed[n];
    const wanted = parcel.wanted[n - parcel.failed.length];
    if (failed) results.push(await refuse(strapi, run, failed));
    else if (wanted) results.push(await importOne(strapi, jobOf(run, work.options, parcel, wanted), resumed));
    // SQLite answers without ever letting the event loop turn: without this, no request is answered during an import.
    await turn();
  }
  return results;
}

async function bulkStep(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  parcel: Parcel,
  at: number,
  resumed: Resumed,
): Promise<ItemResult[]> {
  const from = at - parcel.failed.length;
  const some = parcel.wanted.slice(from, from + (answersRequests(strapi) ? BATCH.answering : BATCH.alone));
  const jobs = some.map((wanted) => jobOf(run, work.options, parcel, wanted));
  const begun = Date.now();
  const results = await importBatch(strapi, jobs, work);
  await giveWay(strapi, Date.now() - begun);
  if (!resumed) return results;
  const checked: ItemResult[] = [];
  for (const [n, job] of jobs.entries()) {
    const result = results[n];
    if (result) checked.push(await asWritten(strapi, job, result, resumed));
  }
  return checked;
}

/**
 * Lets requests be answered after a batch. An answer takes many turns of the event loop (the session, the permissions, the
 * rows, a file), and each would wait for a batch of its own: who answers requests rests for a part of the time that a
 * batch took, so that most answers are complete before the next.
 */
async function giveWay(strapi: Core.Strapi, tookMs: number): Promise<void> {
  if (answersRequests(strapi)) await sleep(Math.min(MAX_REST_MS, tookMs * REST));
  else await turn();
}

const answersRequests = (strapi: Core.Strapi): boolean => strapi.server.httpServer.listening;

async function refuse(strapi: Core.Strapi, run: HeldRun, { name, bytes, error }: ReadInput): Promise<ItemResult> {
  const problem = error ?? { code: 'unreadable', message: '' };
  await quarantine(strapi, { name, bytes, error: problem, hash: hashOf(bytes), run: run.id });
  const key = inputKey(hashOf(bytes));
  return { outcome: 'quarantined', title: name, inputName: name, key, error: problem, targets: [] };
}

async function importOne(strapi: Core.Strapi, job: ItemJob, resumed: Resumed): Promise<ItemResult> {
  const result = await importItem(strapi, job);
  return resumed ? asWritten(strapi, job, result, resumed) : result;
}

/** A run that was interrupted may have written this item already; then its outcome is in the ledger. */
async function asWritten(
  strapi: Core.Strapi,
  job: ItemJob,
  result: ItemResult,
  resumed: NonNullable<Resumed>,
): Promise<ItemResult> {
  const { key } = identify(job.entry.item);
  // What comes twice in a run is skipped the second time, whoever wrote it the first time.
  if (result.outcome !== 'skipped' || resumed.get(key) !== job.entry) return result;
  const row = (await strapi.db.query(UID.wireItem).findOne({
    select: ['id', 'outcome'],
    where: { key, run: { id: job.run.id } },
  })) as Entity | null;
  return row ? { ...result, outcome: row['outcome'] as Outcome } : result;
}

function jobOf(run: HeldRun, { publish, user }: RunOptions, { batch }: Parcel, wanted: Wanted): ItemJob {
  return { ...wanted, batch, run, publish, user, creator: creatorFor(user) };
}
