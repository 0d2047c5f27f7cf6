import type { Core } from '@strapi/strapi';
import type { Target } from '../../../contracts/imports';
import { currentAudit } from '../../audit/context';
import type { Entity } from '../../documents';
import { hashOf, identify } from '../identity';
import { describeItem, importItem, skipped, type ItemJob } from '../item';
import { ledgerData } from '../ledger';
import { photoTitle } from '../photos';
import type { ItemResult } from '../progress';
import { isTaken, retrying } from '../retry';
import type { Touch } from '../touch';
import { announce } from './announce';
import { categoriesOf, planBatch, readFiles, selectBulk, type Files } from './resolve';
import type { BulkStory } from './rows';
import { writeBatch, type Places } from './write';

/** So many items are planned and written together. */
export const BATCH_ITEMS = 200;

/** How often a batch is tried again where another process was faster, before its items go one by one. */
const ATTEMPTS = 3;

/** What a run keeps from batch to batch. */
export interface BulkRun {
  places: Places;
}

/** Imports items together: the new ones with batched inserts, the others one by one. Answers in the order of the jobs. */
export async function importBatch(strapi: Core.Strapi, jobs: readonly ItemJob[], run: BulkRun): Promise<ItemResult[]> {
  const results = new Map<ItemJob, ItemResult>();
  const files = await fileCategories(strapi, jobs, results);
  const open = jobs.filter((job) => !results.has(job));
  try {
    const written = await retrying(() => attempt(strapi, open, files, run), ATTEMPTS);
    for (const [job, result] of written) results.set(job, result);
  } catch (error) {
    // One row that the database refuses takes the whole batch with it: alone, each item shows whether it was this one.
    const cause = isTaken(error) ? 'another process imports the same items' : String(error);
    strapi.log.debug(`newswire: a batch is written item by item: ${cause}`);
  }
  for (const job of jobs) if (!results.has(job)) results.set(job, await importItem(strapi, job));
  return jobs.flatMap((job) => results.get(job) ?? []);
}

/** A category that is new is made with the first story that names it, so that undoing the run finds it there. */
async function fileCategories(
  strapi: Core.Strapi,
  jobs: readonly ItemJob[],
  results: Map<ItemJob, ItemResult>,
): Promise<Files> {
  let files = await readFiles(strapi);
  if (jobs.every(({ story }) => categoriesOf(story.categories ?? [], files))) return files;
  const tried = new Set<string>();
  for (const { job, plan } of await planBatch(strapi, jobs)) {
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
  jobs: readonly ItemJob[],
  files: Files,
  { places }: BulkRun,
): Promise<Map<ItemJob, ItemResult>> {
  const planned = await planBatch(strapi, jobs);
  const chosen = await selectBulk(strapi, planned, files);
  const results = new Map<ItemJob, ItemResult>();
  for (const { job, plan } of planned) {
    if (plan.action === 'skip') results.set(job, { ...describeItem(job), ...skipped(job.story, plan) });
  }
  const [first] = chosen.keys();
  if (!first) return results;
  const now = new Date();
  const inserted = await strapi.db.transaction(() =>
    writeBatch(strapi, {
      stories: [...chosen.values()],
      ledger: [...chosen].map(([job, one]) => ledgerRow(job, one, now)),
      run: first.run.id,
      publish: first.publish,
      stamps: { now, creator: first.creator, actor: currentAudit(strapi).actor },
      places,
    }),
  );
  await announce(strapi, inserted);
  for (const [job, one] of chosen) {
    results.set(job, { ...describeItem(job), outcome: 'created', targets: targetsOf(job, one) });
  }
  return results;
}

function ledgerRow(job: ItemJob, one: BulkStory, now: Date): Entity {
  const { entry, batch, isFirst } = job;
  const input = batch.inputs[entry.input];
  const row = ledgerData({
    identity: identify(entry.item),
    item: entry.item,
    provenance: entry.provenance,
    warnings: input?.warnings ?? [],
    format: entry.format,
    inputName: input?.name ?? '',
    inputHash: input ? hashOf(input.bytes) : '',
    raw: input && isFirst ? input.bytes : null,
    outcome: 'created',
    run: job.run.id,
    claims: true,
    known: [],
  });
  const { run: _run, ...data } = row;
  return {
    ...data,
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
      after: { updatedAt: now.toISOString(), published: type === 'article' && job.publish },
    }));
}
