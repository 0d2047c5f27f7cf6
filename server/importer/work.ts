import type { Core } from '@strapi/strapi';
import { setCreatorFields } from '@strapi/utils';
import { setImmediate as turn } from 'node:timers/promises';
import type { Outcome, Run } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { BATCH_ITEMS, importBatch } from './bulk/batch';
import type { Places } from './bulk/write';
import { applyDecisions, type Wanted } from './decisions';
import type { Creator } from './filing';
import { hashOf, identify } from './identity';
import { importItem, type ItemJob } from './item';
import { quarantine, release } from './ledger';
import type { Entry } from './pair';
import { advanced, type ItemResult, type Progress } from './progress';
import { readBatch, withUniqueNames, type Batch, type Input, type ReadInput } from './read';
import { retrying } from './retry';
import { endRun, holding, recordProgress, type HeldRun, type RunOptions } from './runs';
import type { Settings } from './settings';

/** An import that was read: everything that is to be done, in order. */
export interface Work {
  batch: Batch;
  /** Inputs of which nothing could be read. They come first. */
  failed: ReadInput[];
  wanted: Wanted[];
  options: RunOptions;
  /** The first item of each input. */
  firsts: ReadonlySet<Entry>;
  /** The bulk writer is to be used. */
  isBulk: boolean;
  places: Places;
}

/** Progress is written, and a cancel seen, after this many items or this much time, whichever comes first. */
const STEP_ITEMS = 50;
const STEP_MS = 1000;

export async function readWork(inputs: readonly Input[], options: RunOptions, settings: Settings): Promise<Work> {
  const batch = await readBatch(withUniqueNames(inputs));
  const failed = batch.inputs.filter((input) => input.error !== undefined);
  const byInput = new Map(batch.entries.toReversed().map((entry) => [entry.input, entry]));
  const wanted = applyDecisions(batch, options.decisions);
  const stories = wanted.filter(({ story }) => story.type === 'text').length;
  return {
    batch,
    failed,
    wanted,
    options,
    firsts: new Set(byInput.values()),
    isBulk: settings.bulk && stories > settings.bulkFrom,
    places: new Map(),
  };
}

export const sizeOf = ({ failed, wanted }: Work): number => failed.length + wanted.length;

/**
 * Works through a run from where it is to its end. Answers the state it ended in, or undefined where it did not:
 * `isStopping` said so, or another process has taken it. One bad item never stops the others.
 */
export function workThrough(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  from: Progress,
  { isResumed = false, isStopping = () => false }: { isResumed?: boolean; isStopping?: () => boolean } = {},
): Promise<Run['state'] | undefined> {
  return holding(strapi, run, () => steps(strapi, run, work, from, isResumed, isStopping));
}

async function steps(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  from: Progress,
  isResumed: boolean,
  isStopping: () => boolean,
): Promise<Run['state'] | undefined> {
  await retrying(() =>
    release(
      strapi,
      work.batch.inputs.filter(({ error }) => !error).map(({ bytes }) => hashOf(bytes)),
    ),
  );
  for (let progress = from; progress.done < sizeOf(work);) {
    if (isStopping()) return undefined;
    const results = await nextStep(strapi, run, work, progress.done, isResumed);
    progress = advanced(run.documentId, progress, results);
    const reached = progress;
    const state = await retrying(() => recordProgress(strapi, run, reached));
    if (state !== 'running') return state;
  }
  await retrying(() => endRun(strapi, run, 'finished'));
  return 'finished';
}

async function nextStep(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  at: number,
  isResumed: boolean,
): Promise<ItemResult[]> {
  if (work.isBulk && at >= work.failed.length) return bulkStep(strapi, run, work, at, isResumed);
  const results: ItemResult[] = [];
  const [end, until] = [Math.min(at + STEP_ITEMS, sizeOf(work)), Date.now() + STEP_MS];
  for (let n = at; n < end && (n === at || Date.now() < until); n += 1) {
    const failed = work.failed[n];
    const wanted = work.wanted[n - work.failed.length];
    if (failed) results.push(await refuse(strapi, run, failed));
    else if (wanted) results.push(await importOne(strapi, jobOf(run, work, wanted), isResumed));
    // SQLite answers without ever letting the event loop turn: without this, no request is answered during an import.
    await turn();
  }
  return results;
}

async function bulkStep(
  strapi: Core.Strapi,
  run: HeldRun,
  work: Work,
  at: number,
  isResumed: boolean,
): Promise<ItemResult[]> {
  const from = at - work.failed.length;
  const jobs = work.wanted.slice(from, from + BATCH_ITEMS).map((wanted) => jobOf(run, work, wanted));
  const results = await importBatch(strapi, jobs, work);
  await turn();
  if (!isResumed) return results;
  const checked: ItemResult[] = [];
  for (const [n, job] of jobs.entries()) {
    const result = results[n];
    if (result) checked.push(await asWritten(strapi, job, result));
  }
  return checked;
}

async function refuse(strapi: Core.Strapi, run: HeldRun, { name, bytes, error }: ReadInput): Promise<ItemResult> {
  const problem = error ?? { code: 'unreadable', message: '' };
  await quarantine(strapi, { name, bytes, error: problem, hash: hashOf(bytes), run: run.id });
  return { outcome: 'quarantined', title: name, inputName: name, error: problem, targets: [] };
}

async function importOne(strapi: Core.Strapi, job: ItemJob, isResumed: boolean): Promise<ItemResult> {
  const result = await importItem(strapi, job);
  return isResumed ? asWritten(strapi, job, result) : result;
}

/** A run that was interrupted may have written this item already; then its outcome is in the ledger. */
async function asWritten(strapi: Core.Strapi, job: ItemJob, result: ItemResult): Promise<ItemResult> {
  if (result.outcome !== 'skipped') return result;
  const row = (await strapi.db.query(UID.wireItem).findOne({
    select: ['id', 'outcome'],
    where: { key: identify(job.entry.item).key, run: { id: job.run.id } },
  })) as Entity | null;
  return row ? { ...result, outcome: row['outcome'] as Outcome } : result;
}

function jobOf(run: HeldRun, { batch, options, firsts }: Work, wanted: Wanted): ItemJob {
  const { publish, user } = options;
  return { ...wanted, batch, run, isFirst: firsts.has(wanted.entry), publish, user, creator: creatorFor(user) };
}

export const creatorFor = (user: { id: number } | undefined): Creator => {
  if (!user) return (data) => data;
  const set = setCreatorFields({ user });
  return <T extends object>(data: T): T => set(data as Record<string, unknown>) as T;
};
