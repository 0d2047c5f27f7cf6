import type { Core } from '@strapi/strapi';
import type { PhotosResponse } from '../../contracts/imports';
import { ILLUSTRATION, UID } from '../../contracts/uid';
import { deskTables } from '../desk/tables';
import { componentIs } from '../tables';
import { textOf, type Entity } from '../documents';

/** So many are looked at, and so many listed: what makes more of them fail at once is one cause, not many. */
const MAX_PHOTOS = 500;
const MAX_LISTED = 50;

const FAILED = { fetchState: { $in: ['failed', 'pending'] }, fetchError: { $notNull: true } };

/** The photos of a run whose pictures could not be fetched so far: given up, or tried again by themselves later. */
export async function unfetchedOf(strapi: Core.Strapi, runId: number): Promise<PhotosResponse> {
  const photos = await photosOf(strapi, runId);
  const listed = photos.slice(0, MAX_LISTED).map((photo) => ({
    documentId: String(photo['documentId']),
    title: textOf(photo, 'headline') ?? textOf(photo, 'caption')?.slice(0, 120) ?? '',
    error: textOf(photo, 'fetchError') ?? '',
    isGivenUp: photo['fetchState'] === 'failed',
  }));
  return { data: listed, meta: { total: photos.length } };
}

/** Has these photos fetched anew, as if they had just come; answers how many there are. */
export async function fetchAgain(strapi: Core.Strapi, runId: number): Promise<number> {
  const ids = (await photosOf(strapi, runId)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const { count } = await strapi.db.query(UID.photo).updateMany({
    where: { id: { $in: ids }, ...FAILED },
    data: { fetchState: 'pending', fetchAttempts: 0, fetchDueAt: null },
  });
  return count;
}

/** The way from the photos, of which few fail, to the ledger's rows of the run: not through all items of the run. */
async function photosOf(strapi: Core.Strapi, runId: number): Promise<Entity[]> {
  const photos = (await strapi.db.query(UID.photo).findMany({
    select: ['id', 'documentId', 'headline', 'caption', 'fetchState', 'fetchError'],
    where: FAILED,
    orderBy: { id: 'desc' },
    limit: MAX_PHOTOS,
  })) as Entity[];
  if (photos.length === 0) return [];
  const shownBy = await articlesWith(strapi, photos.map(({ id }) => Number(id))); // prettier-ignore
  const documentsOf = (photo: Entity): string[] => [String(photo['documentId']), ...(shownBy.get(Number(photo['id'])) ?? [])]; // prettier-ignore
  const rows = (await strapi.db.query(UID.wireItem).findMany({
    select: ['id', 'targetDocumentId'],
    where: { targetDocumentId: { $in: [...new Set(photos.flatMap(documentsOf))] }, run: { id: runId } },
  })) as Entity[];
  const written = new Set(rows.map((row) => row['targetDocumentId']));
  return photos.filter((photo) => documentsOf(photo).some((one) => written.has(one)));
}

/** The articles, by document id, that show each of these photos. */
async function articlesWith(strapi: Core.Strapi, photos: readonly number[]): Promise<Map<number, string[]>> {
  const { items, inArticle, ofPhoto } = deskTables(strapi);
  const rows = (await strapi.db
    .connection({ p: ofPhoto.table })
    .distinct({ photo: `p.${ofPhoto.to}`, article: 'a.document_id' })
    .join({ c: inArticle.table }, `c.${inArticle.to}`, `p.${ofPhoto.from}`)
    .join({ a: items.article }, 'a.id', `c.${inArticle.from}`)
    .where(componentIs(strapi, 'c', ILLUSTRATION))
    .whereIn(`p.${ofPhoto.to}`, photos)) as { photo: number; article: string }[];
  const shownBy = new Map<number, string[]>();
  for (const { photo, article } of rows) {
    shownBy.set(Number(photo), [...(shownBy.get(Number(photo)) ?? []), article]);
  }
  return shownBy;
}
