import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { foldName } from '../../wire/fold';
import { agencyAmong, filesByName, type Filed, type FindFiled } from '../filing';
import { gateColumns } from '../../gate/columns';
import { refusalOf } from '../../gate/publish-check';
import { letsPhotosOut } from '../../gate/story-photos';
import { articleData } from '../articles';
import { fieldTooLong } from '../fits';
import { identify } from '../identity';
import type { ItemJob } from '../item';
import { knownVersionsOf } from '../ledger';
import { photoData, suppliersOf } from '../photos';
import { isEmbargoed, planItem, type Plan } from '../plan';
import { presentAmong } from '../preview';
import { newDocumentId } from './ids';
import { photoKey, type BulkStory } from './rows';

/** Who is who in the newsroom, read once a batch. */
export interface Files {
  category: FindFiled;
  agency: FindFiled;
}

export const readFiles = async (strapi: Core.Strapi): Promise<Files> => ({
  category: await filesByName(strapi, UID.category),
  agency: await filesByName(strapi, UID.agency),
});

export interface Planned {
  job: ItemJob;
  plan: Plan;
  /** Nothing was ever received of this item. */
  isNew: boolean;
}

/** Plans a batch from two or three reads of the ledger. */
export async function planBatch(strapi: Core.Strapi, jobs: readonly ItemJob[]): Promise<Planned[]> {
  const identities = jobs.map(({ entry }) => identify(entry.item));
  const known = await knownVersionsOf(strapi, [...new Set(identities.map(({ uriKey }) => uriKey))]);
  const present = await presentAmong(strapi, [...known.values()].flat());
  return jobs.map((job, n) => {
    const identity = identities[n] ?? identify(job.entry.item);
    const versions = known.get(identity.uriKey) ?? [];
    const plan = planItem(job.entry.item, identity, versions, (id) => present.has(id));
    return { job, plan, isNew: versions.length === 0 };
  });
}

/** The names of categories that a story is filed under, each once; undefined where there is none of a name yet. */
export function categoriesOf(names: readonly string[], { category }: Files): Filed[] | undefined {
  const found: Filed[] = [];
  for (const name of names) {
    if (foldName(name) === '') continue;
    const filed = category(name);
    if (!filed) return undefined;
    if (!found.some((one) => one.documentId === filed.documentId)) found.push(filed);
  }
  return found;
}

/**
 * The new stories of a batch that can be written together; the others go one by one, since they need what only the
 * Document Service does: another version of something, an image, a photo that is there already, a value that it refuses.
 */
export async function selectBulk(
  strapi: Core.Strapi,
  planned: readonly Planned[],
  files: Files,
): Promise<Map<ItemJob, BulkStory>> {
  const seen = new Set<string>();
  const chosen = new Map<ItemJob, BulkStory>();
  const photoKeys = new Map<ItemJob, string[]>();
  for (const { job, plan, isNew } of planned) {
    const { uri, uriKey } = identify(job.entry.item);
    const isFirst = !seen.has(uriKey);
    seen.add(uriKey);
    const { story } = job;
    const keys = (story.photos ?? []).map((photo, n) => photoKey(uri, photo, n).uriKey);
    const categories = categoriesOf(story.categories ?? [], files);
    const isFree = keys.every((key) => !seen.has(key)) && new Set(keys).size === keys.length;
    for (const key of keys) seen.add(key);
    if (!isFirst || !isNew || !isFree || plan.action !== 'create' || !isPlain(job) || !categories) continue;
    if (fieldTooLong(strapi, story, uri) !== undefined) continue;
    const bulk = toBulk(job, uri, categories, files);
    if (job.publish && isKeptBack(bulk.data)) continue;
    if (job.publish && (await refusalOf(strapi, bulk.data, bulk.agency?.id)).length > 0) continue;
    chosen.set(job, bulk);
    photoKeys.set(job, keys);
  }
  const taken = await takenPhotos(strapi, [...photoKeys.values()].flat());
  for (const [job, keys] of photoKeys) if (keys.some((key) => taken.has(key))) chosen.delete(job);
  return chosen;
}

/** Published, and not to be seen: an embargo in its terms, an expiry that is over. Its photos are held with it. */
function isKeptBack(data: Entity): boolean {
  if (!data['expires'] && !data['embargoedUntil'] && !data['restrictions']) return false;
  const now = new Date();
  const gate = gateColumns(UID.article, data, null, { now, demands: [] });
  return !letsPhotosOut({ ...gate, publishedAt: now }, now);
}

const email = z.email();

/** Nothing in the story that the Document Service would refuse, or that needs the disk. */
function isPlain({ story, publish }: ItemJob): boolean {
  const isComplete = !publish || (story.headline ?? '') !== '';
  const hasImage = (story.photos ?? []).some((photo) => photo.imageFile !== undefined);
  const areFine = (story.comments ?? []).every(
    ({ authorName, authorEmail, text }) =>
      authorName !== '' && text !== '' && (authorEmail === undefined || email.safeParse(authorEmail).success),
  );
  const isHeldBack = publish && isEmbargoed(story, new Date());
  return story.type === 'text' && isComplete && !hasImage && areFine && !isHeldBack;
}

function toBulk({ story, delivered }: ItemJob, uri: string, categories: readonly Filed[], files: Files): BulkStory {
  return {
    story,
    data: articleData(story, uri),
    delivered,
    uri,
    documentId: newDocumentId(),
    categories,
    agency: agencyAmong(files.agency, [story.provider]),
    photos: (story.photos ?? []).map((photo, n) => ({
      photo,
      data: photoData(photo, story, undefined),
      delivered: delivered.photos?.[n] ?? photo,
      documentId: newDocumentId(),
      ...photoKey(uri, photo, n),
      agency: agencyAmong(files.agency, suppliersOf(photo)),
    })),
    comments: (story.comments ?? []).map((comment) => ({ comment, documentId: newDocumentId() })),
  };
}

async function takenPhotos(strapi: Core.Strapi, uriKeys: readonly string[]): Promise<ReadonlySet<string>> {
  if (uriKeys.length === 0) return new Set();
  const rows = (await strapi.db
    .query(UID.photo)
    .findMany({ select: ['id', 'uriKey'], where: { uriKey: { $in: uriKeys } } })) as Entity[];
  const killed = (await strapi.db
    .query(UID.wireItem)
    .findMany({ select: ['id', 'uriKey'], where: { uriKey: { $in: uriKeys }, outcome: 'killed' } })) as Entity[];
  return new Set([...rows, ...killed].map((row) => String(row['uriKey'])));
}
