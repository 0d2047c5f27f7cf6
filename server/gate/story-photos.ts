import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { timeOf, type Entity } from '../documents';
import { rowsShowing, MAX_ROWS } from '../shown-in';
import { unguarded } from './unguarded';

/** What of a photo is needed to know whether it goes with its story. */
const OF_PHOTO = ['id', 'documentId', 'uriKey', 'released'];
/** What of an article says whether it keeps its photos back. */
const OF_GATE = ['publishedAt', 'blockedBy', 'servableFrom', 'servableUntil'];

/** Reasons of a story that are its photos' too: who may use the photo, and where, its own rights say. */
const SHARED: ReadonlySet<unknown> = new Set(['killed', 'withheld', 'embargoed', 'expired']);

/** Both versions of as many articles as are judged at once (`judge.ts`). */
const MOST_ROWS = 1000;

/** Judges photos anew that were held or released; `judge.ts` follows stories itself, and cannot be named here. */
export type Judging = (ids: readonly unknown[]) => Promise<unknown>;

/** True where the photos of an article have to follow its judgement: it is closed or opened by status or time. */
export function isFollowed(before: Entity, after: Entity): boolean {
  if (SHARED.has(before['blockedBy']) || SHARED.has(after['blockedBy']))
    return before['blockedBy'] !== after['blockedBy'];
  const [was, is] = [timeIn(before['servableFrom']), timeIn(after['servableFrom'])];
  // Its embargo has ended: the judgement waited for that.
  return was !== is || timeIn(before['rejudgeAt']) === was;
}

const timeIn = (value: unknown): number => (value === null || value === undefined ? NaN : Date.parse(timeOf(value)));

/** An article's row with its judgement, and the photos in it. */
export interface Shown {
  article: Entity;
  photos: Entity[];
}

/** These rows of articles, drafts and live ones. */
export async function shownIn(strapi: Core.Strapi, where: Record<string, unknown>): Promise<Shown[]> {
  const articles = (await unguarded(() =>
    strapi.db.query(UID.article).findMany({
      select: ['id', ...OF_GATE],
      where,
      populate: { photos: { populate: { photo: { select: OF_PHOTO } } } },
      limit: MOST_ROWS,
    }),
  )) as (Entity & { photos?: { photo?: Entity | null }[] })[];
  return articles.map((article) => ({
    article,
    photos: (article.photos ?? []).flatMap(({ photo }) => (photo ? [photo] : [])),
  }));
}

/** The photos in them, each once. */
export const photosOf = (shown: readonly Shown[]): Entity[] => [
  ...new Map(shown.flatMap(({ photos }) => photos).map((photo) => [photo['id'], photo])).values(),
];

/**
 * A picture must not tell what its story may not tell: photos that came with a story are released as long as readers have
 * a story that shows them, and held otherwise. A picture that came by itself is nobody's, and stays as it is.
 */
export async function followStories(
  strapi: Core.Strapi,
  photos: readonly Entity[],
  now: Date,
  judge: Judging,
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
  for (const [released, ids] of change) await setReleased(strapi, ids, released, judge);
}

/** Past the hooks: nobody has worked on the photos, and the run that brought them can still be undone. */
export async function setReleased(
  strapi: Core.Strapi,
  ids: readonly unknown[],
  released: boolean,
  judge: Judging,
): Promise<void> {
  if (ids.length === 0) return;
  await strapi.db
    .queryBuilder(UID.photo)
    .where({ id: { $in: [...ids] } })
    .update({ released })
    .execute();
  await judge(ids);
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
