import type { Core } from '@strapi/strapi';
import { setImmediate as turn } from 'node:timers/promises';
import type { Target } from '../../../contracts/imports';
import { currentAudit } from '../../audit/context';
import type { Entity } from '../../documents';
import { hashOf, identify } from '../identity';
import { describeItem, importItem, skipped, toldOf, type ItemJob } from '../item';
import { ledgerData } from '../ledger';
import { photoTitle } from '../photos';
import { packedBeside } from '../packing';
import { isRawKept, rawIsKept } from '../raws';
import { outcomeOf, type Plan } from '../plan';
import type { ItemResult } from '../progress';
import type { ReadInput } from '../read';
import { isTaken, retrying } from '../retry';
import type { Touch } from '../touch';
import { announce } from './announce';
import { newDocumentId } from './ids';
import { categoriesOf, planBatch, readFiles, selectBulk, type Files, type Planned } from './resolve';
import type { BulkStory } from './rows';
import { insertingValues } from './values';
import { writeBatch, type Places } from './write';
import { inTransaction } from '../../transaction';

/** What the bulk writer does: everything else goes one by one. */
const CREATES: Plan = { action: 'create', reason: 'new' };

/** How often a batch is tried again where another process was faster, before its items go one by one. */
const ATTEMPTS = 3;

/** What a run keeps from batch to batch. */
export interface BulkRun {
  places: Places;
  /** The time at which rows are written; the clock's where it is not given. */
  now?: () => Date;
}

/** Imports items together: the new ones with batched inserts, the others one by one. Answers in the order of the jobs. */
export async function importBatch(strapi: Core.Strapi, jobs: readonly ItemJob[], run: BulkRun): Promise<ItemResult[]> {
  const results = new Map<ItemJob, ItemResult>();
  const planned = await planBatch(strapi, jobs);
  skipKnown(planned, results);
  if (results.size < jobs.length) await writeNew(strapi, planned, run, results);
  for (const job of jobs) {
    if (results.has(job)) continue;
    results.set(job, await importItem(strapi, job));
    // SQLite answers without ever letting the event loop turn: meanwhile no request is answered and no lease renewed.
    await turn();
  }
  return jobs.flatMap((job) => results.get(job) ?? []);
}

function skipKnown(planned: readonly Planned[], results: Map<ItemJob, ItemResult>): void {
  for (const { job, plan } of planned) {
    if (plan.action === 'skip') results.set(job, { ...describeItem(job), ...skipped(job.story, plan) });
  }
}

async function writeNew(
  strapi: Core.Strapi,
  planned: readonly Planned[],
  run: BulkRun,
  results: Map<ItemJob, ItemResult>,
): Promise<void> {
  const files = await fileCategories(strapi, planned, results);
  const open = planned.filter(({ job }) => !results.has(job));
  const jobs = open.map(({ job }) => job);
  // What was planned is true until somebody else was faster.
  let first: readonly Planned[] | undefined = open;
  const plans = async (): Promise<readonly Planned[]> => {
    const known = first ?? (await planBatch(strapi, jobs));
    first = undefined;
    return known;
  };
  try {
    const written = await retrying(async () => attempt(strapi, await plans(), files, run), ATTEMPTS);
    for (const [job, result] of written) results.set(job, result);
  } catch (error) {
    // One row that the database refuses takes the whole batch with it: alone, each item shows whether it was this one.
    const cause = isTaken(error) ? 'another process imports the same items' : String(error);
    strapi.log.debug(`newswire: a batch is written item by item: ${cause}`);
  }
}

/** A category that is new is made with the first story that names it, so that undoing the run finds it there. */
async function fileCategories(
  strapi: Core.Strapi,
  planned: readonly Planned[],
  results: Map<ItemJob, ItemResult>,
): Promise<Files> {
  let files = await readFiles(strapi);
  const tried = new Set<string>();
  for (const { job, plan } of planned) {
    const names = job.story.categories ?? [];
    if (plan.action !== 'create' || categoriesOf(names, files) || names.every((name) => tried.has(name))) continue;
    for (const name of names) tried.add(name);
    results.set(job, await importItem(strapi, job));
    files = await readFiles(strapi);
  }
  return files;
}

async function attempt(
  strapi: Core.Strapi,
  planned: readonly Planned[],
  files: Files,
  { places, now: clock = () => new Date() }: BulkRun,
): Promise<Map<ItemJob, ItemResult>> {
  const raws = packRaws(planned);
  const chosen = await selectBulk(strapi, planned, files);
  const results = new Map<ItemJob, ItemResult>();
  skipKnown(planned, results);
  const [first] = chosen.keys();
  if (!first) return results;
  const now = clock();
  const ledger: Entity[] = [];
  for (const [job, one] of chosen) ledger.push(ledgerRow(job, one, await raws(job), now));
  const inserted = await inTransaction(strapi, ({ trx }) => {
    insertingValues(trx);
    return writeBatch(strapi, {
      stories: [...chosen.values()],
      ledger,
      run: first.run.id,
      publish: first.publish,
      stamps: { now, creator: first.creator, actor: currentAudit(strapi).actor },
      places,
    });
  });
  for (const { batch, entry } of chosen.keys()) {
    const input = batch.inputs[entry.input];
    if (input) rawIsKept(input);
  }
  await announce(strapi, inserted);
  for (const [job, one] of chosen) {
    results.set(job, {
      ...describeItem(job),
      outcome: outcomeOf(CREATES, toldOf(job, now)),
      targets: targetsOf(job, one),
    });
  }
  return results;
}

/** Begins to pack the bytes of each input, which the first of its items that is written keeps; what is asked for is awaited. */
function packRaws(planned: readonly Planned[]): (job: ItemJob) => Promise<string | null> {
  const packing = new Map<ReadInput, Promise<string>>();
  const inputOf = ({ batch, entry }: ItemJob): ReadInput | undefined => batch.inputs[entry.input];
  for (const { job, plan } of planned) {
    const input = inputOf(job);
    // Pictures are never written in bulk, and large.
    const isKept = plan.action === 'create' && job.entry.format !== 'image';
    if (input && isKept && !isRawKept(input) && !packing.has(input)) packing.set(input, packedBeside(input.bytes));
  }
  return async (job) => {
    const input = inputOf(job);
    const raw = input && (await packing.get(input));
    if (input) packing.delete(input);
    return raw ?? null;
  };
}

function ledgerRow(job: ItemJob, one: BulkStory, raw: string | null, now: Date): Entity {
  const { entry, batch } = job;
  const input = batch.inputs[entry.input];
  const row = ledgerData({
    identity: identify(entry.item),
    item: entry.item,
    provenance: entry.provenance,
    warnings: input?.warnings ?? [],
    format: entry.format,
    inputName: input?.name ?? '',
    inputHash: input ? hashOf(input.bytes) : '',
    raw,
    outcome: outcomeOf(CREATES, toldOf(job, now)),
    run: job.run.id,
    claims: true,
    known: [],
  });
  const { run: _run, ...data } = row;
  return {
    ...data,
    documentId: newDocumentId(),
    targetType: 'article',
    targetDocumentId: one.documentId,
    touched: touchesOf(job, one, now),
    createdAt: now,
    updatedAt: now,
  };
}

function targetsOf({ publish }: ItemJob, one: BulkStory): Target[] {
  const { story } = one;
  return [
    { type: 'article', documentId: one.documentId, title: story.headline ?? '', published: publish },
    ...one.photos.map(({ documentId, photo }): Target => ({ type: 'photo', documentId, title: photoTitle(photo) })),
    ...one.categories.map(({ documentId, name }): Target => ({ type: 'category', documentId, title: name })),
    ...one.comments.map(({ documentId, comment }): Target => ({
      type: 'comment',
      documentId,
      title: comment.authorName,
    })),
  ];
}

const stampOf = (now: Date, published: boolean): Touch['after'] => ({
  updatedAt: now.toISOString(),
  published,
  ...(published ? { live: now.toISOString() } : {}),
});

function touchesOf(job: ItemJob, one: BulkStory, now: Date): Touch[] {
  const isOurs = ({ type }: Target) => type !== 'category';
  const order = { photo: 0, category: 1, article: 2, comment: 3 };
  return targetsOf(job, one)
    .filter(isOurs)
    .toSorted((a, b) => order[a.type] - order[b.type])
    .map(({ type, documentId, title }) => ({
      type,
      documentId,
      title,
      before: null,
      after: stampOf(now, type === 'article' && job.publish),
    }));
}
