import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { timeOf, type Entity } from '../documents';
import { rowsShowing, MAX_ROWS } from '../shown-in';
import { unguarded } from './unguarded';

/** What of a photo is needed to know whether it goes with its story. */
const OF_PHOTO = ['id', 'documentId', 'uriKey', 'released'];
const OF_GATE = ['publishedAt', 'blockedBy', 'servableFrom', 'servableUntil'];

/** Reasons of a story that are its photos' too: who may use the photo, and where, its own rights say. */
const SHARED: ReadonlySet<unknown> = new Set(['killed', 'withheld', 'embargoed', 'expired']);

/** More stories than this are not followed at once; the next look takes the others. */
const MOST_STORIES = 1000;

/** Changes who is released; the photos are judged anew by whoever is given. */
export type Released = (ids: readonly unknown[]) => Promise<unknown>;

/** True where the photos of an article have to follow its judgement: it is closed or opened by status or time. */
export function isFollowed(before: Entity, after: Entity): boolean {
  if (SHARED.has(before['blockedBy']) || SHARED.has(after['blockedBy']))
    return before['blockedBy'] !== after['blockedBy'];
  const [was, is] = [timeIn(before['servableFrom']), timeIn(after['servableFrom'])];
  // Its embargo has ended: the judgement waited for that.
  return was !== is || timeIn(before['rejudgeAt']) === was;
}

const timeIn = (value: unknown): number =>
  value === null || value === undefined ? NaN : Date.parse(timeOf(value as string));

/** The photos in these articles' rows, drafts and live ones. */
export async function photosIn(strapi: Core.Strapi, where: Record<string, unknown>): Promise<Entity[]> {
  const articles = (await unguarded(() =>
    strapi.db.query(UID.article).findMany({
      select: ['id'],
      where,
      populate: { photos: { populate: { photo: { select: OF_PHOTO } } } },
      limit: MOST_STORIES,
    }),
  )) as { photos?: { photo?: Entity | null }[] }[];
  const photos = articles.flatMap((article) => (article.photos ?? []).flatMap(({ photo }) => (photo ? [photo] : [])));
  return [...new Map(photos.map((photo) => [photo['id'], photo])).values()];
}

/**
 * A picture must not tell what its story may not tell: photos that came with a story are released as long as readers have
 * a story that shows them, and held otherwise. A picture that came by itself is nobody's, and stays as it is.
 */
export async function followStories(
  strapi: Core.Strapi,
  photos: readonly Entity[],
  now: Date,
  judge: Released,
): Promise<void> {
  const change = new Map<boolean, unknown[]>([
    [true, []],
    [false, []],
  ]);
  for (const photo of photos) {
    const { id, uriKey, released } = photo;
    if (typeof uriKey !== 'string') continue;
    const isShown = await isShownToReaders(strapi, String(photo['documentId']), now);
    if (isShown === (released !== false)) continue;
    if (!isShown && (await cameByItself(strapi, uriKey))) continue;
    change.get(isShown)?.push(id);
  }
  for (const [released, ids] of change) {
    if (ids.length === 0) continue;
    // Past the hooks: nobody has worked on the photo, and the run that brought it can still be undone.
    await strapi.db
      .queryBuilder(UID.photo)
      .where({ id: { $in: ids } })
      .update({ released })
      .execute();
    await judge(ids);
  }
}

/** True for a row of an article, with its judgement, that keeps nothing of its photos back. */
export function letsPhotosOut(row: Entity, now: Date): boolean {
  const { publishedAt, blockedBy, servableFrom, servableUntil } = row;
  if (!publishedAt || SHARED.has(blockedBy)) return false;
  if (blockedBy) return true;
  return timeIn(servableFrom) <= now.getTime() && timeIn(servableUntil) > now.getTime();
}

async function isShownToReaders(strapi: Core.Strapi, photo: string, now: Date): Promise<boolean> {
  const rows = await rowsShowing(strapi, [photo]);
  if (rows.length === 0) return false;
  // What so many stories show is a form or a logo.
  if (rows.length > MAX_ROWS) return true;
  const articles = (await unguarded(() =>
    strapi.db.query(UID.article).findMany({ select: ['id', ...OF_GATE], where: { id: { $in: rows } } }),
  )) as Entity[];
  return articles.some((article) => letsPhotosOut(article, now));
}

async function cameByItself(strapi: Core.Strapi, uriKey: string): Promise<boolean> {
  const where = { uriKey, targetType: 'photo', undoneAt: null, outcome: { $notIn: ['quarantined', 'skipped'] } };
  return (await unguarded(() => strapi.db.query(UID.wireItem).count({ where }))) > 0;
}
