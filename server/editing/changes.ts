import type { Core } from '@strapi/strapi';
import { EVENTS } from '../../contracts/events';
import { RIGHTS_OF_BOTH } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import { changesBetween, stateOf } from '../audit/changes';
import type { Entity } from '../documents';
import { MAX_ROWS, rowsShowing } from '../shown-in';
import { tell, TOLD_COLUMNS, type News } from './events';
import { inTransaction } from '../transaction';

const WRITES: ReadonlySet<string> = new Set(['update', 'publish', 'unpublish', 'discardDraft']);

/** More stories than this that show one photo are not told of one by one. */
const MAX_STORIES = 500;

/** A document as editors have it, and as readers do. */
export interface Standing {
  draft?: Entity;
  live?: Entity;
}

/**
 * Tells what a write through the Document Service means for readers: a kill, an embargo that was lifted by hand, other
 * rights. It must stand around what follows from a write (`publication.ts`), to see its end.
 */
export function tellChanges(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context;
    const { documentId } = params as { documentId?: string };
    const isOurs = uid === UID.article || uid === UID.photo;
    if (!isOurs || !WRITES.has(action) || documentId === undefined) return next();
    const told = inTransaction(strapi, async () => {
      const before = await standingOf(strapi, uid, documentId);
      const result: unknown = await next();
      const after = await standingOf(strapi, uid, documentId);
      await tell(
        strapi,
        uid === UID.article ? articleNews(before, after, new Date()) : await photoNews(strapi, before, after),
      );
      return result;
    });
    return (await told) as Awaited<ReturnType<typeof next>>;
  });
}

/** What has happened to an article between two standings. */
export function articleNews(before: Standing, after: Standing, now: Date): News[] {
  const news: News[] = [];
  const row = after.live ?? after.draft;
  if (!row || !before.draft || !after.draft) return news;
  const uid = UID.article;
  const isKilled = isUsable(before.draft) && !isUsable(after.draft);
  if (isKilled) news.push({ event: EVENTS.articleKilled, uid, row: { ...row, pubStatus: after.draft['pubStatus'] } });
  if (isEmbargoed(before.draft, now) && !isEmbargoed(after.draft, now) && isUsable(after.draft) && after.live) {
    news.push({ event: EVENTS.articleEmbargoLifted, uid, row });
  }
  const fields = before.live && after.live ? changedFields(before.live, after.live) : [];
  if (fields.length > 0 && !isKilled) news.push({ event: EVENTS.articleRightsChanged, uid, row, about: { fields } });
  return news;
}

/** A photo has no page of its own: what has happened to it has happened to every published story that shows it. */
async function photoNews(strapi: Core.Strapi, { live: before }: Standing, { live: after }: Standing): Promise<News[]> {
  if (!before || !after) return [];
  const fields = changedFields(before, after);
  if (fields.length === 0) return [];
  const isKilled = isUsable(before) && !isUsable(after);
  const killed: News[] = isKilled ? [{ event: EVENTS.photoKilled, uid: UID.photo, row: after }] : [];
  return [...killed, ...(await newsOfStories(strapi, after, fields))];
}

/** What has changed of a photo, told of every published story that shows it. */
export async function newsOfStories(strapi: Core.Strapi, photo: Entity, fields: readonly string[]): Promise<News[]> {
  const shown = await rowsShowing(strapi, [String(photo['documentId'])]);
  const stories = (await strapi.db.query(UID.article).findMany({
    select: ['id', ...TOLD_COLUMNS],
    where: { id: { $in: shown.slice(0, MAX_ROWS) }, publishedAt: { $notNull: true } },
    limit: MAX_STORIES,
  })) as Entity[];
  const about = { fields, photo: { documentId: photo['documentId'], pubStatus: photo['pubStatus'] } };
  const event = EVENTS.articleRightsChanged;
  return stories.map((row): News => ({ event, uid: UID.article, row, about }));
}

async function standingOf(
  strapi: Core.Strapi,
  uid: typeof UID.article | typeof UID.photo,
  documentId: string,
): Promise<Standing> {
  const isArticle = uid === UID.article;
  const columns = TOLD_COLUMNS.filter((column) => isArticle || column !== 'slug');
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', ...columns, ...RIGHTS_OF_BOTH, ...(isArticle ? ['publishedAt'] : [])],
    where: { documentId },
  })) as Entity[];
  if (!isArticle) return rows[0] ? { draft: rows[0], live: rows[0] } : {};
  const draft = rows.find((row) => row['publishedAt'] === null);
  const live = rows.find((row) => row['publishedAt'] !== null);
  return { ...(draft ? { draft } : {}), ...(live ? { live } : {}) };
}

const changedFields = (before: Entity, after: Entity): string[] =>
  changesBetween(UID.article, stateOf(UID.article, before), stateOf(UID.article, after)).map(({ field }) => field);

const isUsable = (row: Entity): boolean => row['pubStatus'] === 'usable';

const isEmbargoed = ({ embargoedUntil: until }: Entity, now: Date): boolean =>
  until !== null && until !== undefined && new Date(until instanceof Date ? until : String(until)) > now;
