import type { Core } from '@strapi/strapi';
import type { RightsType } from '../../../contracts/rights';
import { ILLUSTRATION, UID } from '../../../contracts/uid';
import { writeEvents } from '../../audit/events';
import { recordedByWriter } from '../../audit/scope';
import type { Entity } from '../../documents';
import { agenciesFor, insertIssues, issueRows } from '../../desk/books/issue-book';
import { insertUsage, standingIn, usageRow } from '../../desk/books/usage-book';
import { insertComponents, insertLinks, insertRows, insertWhole, joinTableOf, lastPlaces, type Link } from './insert';
import { articleRow, commentRow, photoRow, publishedAs, rightsRow, type BulkStory, type Stamps } from './rows';

/** The places that relations have given so far, kept for a run: reading the last one anew would read every row of it. */
export type Places = Map<string, Map<number, number>>;

export interface BulkWrite {
  stories: readonly BulkStory[];
  /** The ledger rows of the stories, in the same order. */
  ledger: readonly Entity[];
  run: number;
  publish: boolean;
  stamps: Stamps;
  places: Places;
}

/** The rows that hosts are told about. */
export interface Inserted {
  articles: { draft: number; published?: number }[];
  photos: number[];
  comments: number[];
}

/**
 * Writes new stories as the Document Service would, row by row the same, with batched inserts. Must be called in a
 * transaction: all of it is written, or nothing.
 */
export function writeBatch(strapi: Core.Strapi, batch: BulkWrite): Promise<Inserted> {
  return recordedByWriter(() => writeRows(strapi, batch));
}

async function writeRows(strapi: Core.Strapi, batch: BulkWrite): Promise<Inserted> {
  // The ledger first: its keys are unique, so whoever is second writes nothing else.
  const items = await insertRows(strapi, UID.wireItem, batch.ledger);
  await link(
    strapi,
    batch,
    UID.wireItem,
    'run',
    items.map((from) => ({ from, to: batch.run })),
  );
  const photos = await writePhotos(strapi, batch);
  const articles = await writeArticles(strapi, batch, photos);
  const comments = await writeComments(strapi, batch, articles);
  return { articles, photos: photos.flatMap(({ ids }) => ids), comments };
}

/** The photos of a story: their ids, and their rows as they are judged. */
interface Photos {
  ids: number[];
  rows: Entity[];
}

/** The photos of each story. */
async function writePhotos(strapi: Core.Strapi, { stories, publish, stamps }: BulkWrite): Promise<Photos[]> {
  const all = stories.flatMap(({ photos }) => photos.map((one) => ({ one, row: photoRow(one, publish, stamps) })));
  const { ids, rows } = await insertWhole(
    strapi,
    UID.photo,
    all.map(({ row }) => row),
  );
  const agencies = all.flatMap(({ one: { agency } }, n) => (agency ? [{ from: ids[n] ?? NaN, to: agency.id }] : []));
  await insertLinks(strapi, joinTableOf(strapi, UID.photo, 'agency'), agencies);
  await writeEvents(
    strapi,
    all.map(({ one, row }) => rightsRow(UID.photo, one, row, 'both', stamps)),
  );
  const credited = all.map(({ one, row }) => ({ ...row, agency: one.agency }));
  await enterIssues(strapi, 'photo', credited, stamps);
  let at = 0;
  return stories.map(({ photos }) => {
    const from = at;
    at += photos.length;
    return { ids: ids.slice(from, at), rows: rows.slice(from, at) };
  });
}

async function writeArticles(
  strapi: Core.Strapi,
  batch: BulkWrite,
  photos: readonly Photos[],
): Promise<Inserted['articles']> {
  const { stories, publish, stamps } = batch;
  const rows = stories.flatMap((one) => [
    articleRow(one, null, stamps),
    ...(publish ? [articleRow(one, stamps.now, stamps)] : []),
  ]);
  const { ids, rows: judged } = await insertWhole(strapi, UID.article, rows);
  const step = publish ? 2 : 1;
  const rowsOf = (n: number): number[] => ids.slice(n * step, n * step + step);
  await linkCategories(strapi, batch, rowsOf);
  const agencies = stories.flatMap(({ agency }, n) =>
    agency ? rowsOf(n).map((from) => ({ from, to: agency.id })) : [],
  );
  await insertLinks(strapi, joinTableOf(strapi, UID.article, 'agency'), agencies);
  await illustrate(
    strapi,
    stories.flatMap((_, n) => rowsOf(n).map((article) => ({ article, photos: photos[n]?.ids ?? [] }))),
  );
  await writeEvents(
    strapi,
    stories.map((one, n) => rightsRow(UID.article, one, rows[n * step] ?? {}, publish ? 'both' : 'edited', stamps)),
  );
  const credited = stories.map(({ agency }, n) => ({ ...rows[n * step], agency }));
  await enterIssues(strapi, 'article', credited, stamps);
  if (publish) {
    const live = stories.map((one, n) => publishedAs(one, judged[n * step + 1] ?? {}, photos[n]?.rows ?? []));
    const standing = live.flatMap((article) => standingIn(article, stamps.now));
    await insertUsage(
      strapi,
      standing.map((one) => usageRow(one, stamps.now)),
    );
  }
  return stories.map((_, n) => {
    const [draft = NaN, published] = rowsOf(n);
    return { draft, ...(published === undefined ? {} : { published }) };
  });
}

/** What is wrong with the credits of new rows, given with their agencies. */
async function enterIssues(
  strapi: Core.Strapi,
  type: RightsType,
  rows: readonly Entity[],
  { now }: Stamps,
): Promise<void> {
  const find = await agenciesFor(strapi, rows);
  await insertIssues(
    strapi,
    rows.flatMap((row) => issueRows(type, row, now, find)),
  );
}

/** Draft and published row of an article have the same place in a category. */
async function linkCategories(
  strapi: Core.Strapi,
  { stories, places }: BulkWrite,
  rowsOf: (n: number) => number[],
): Promise<void> {
  const table = joinTableOf(strapi, UID.article, 'categories');
  const used = [...new Set(stories.flatMap(({ categories }) => categories.map(({ id }) => id)))];
  const last = await placesOf(strapi, places, UID.article, 'categories', used);
  const links = stories.flatMap(({ categories }, n) =>
    categories.flatMap(({ id: to }, at): Link[] => {
      const inverseOrder = (last.get(to) ?? 0) + 1;
      last.set(to, inverseOrder);
      return rowsOf(n).map((from) => ({ from, to, order: at + 1, inverseOrder }));
    }),
  );
  await insertLinks(strapi, table, links);
}

async function illustrate(
  strapi: Core.Strapi,
  articles: readonly { article: number; photos: readonly number[] }[],
): Promise<void> {
  const shown = articles.flatMap(({ article, photos }) => photos.map((photo, n) => ({ article, photo, order: n + 1 })));
  const ids = await insertRows(
    strapi,
    ILLUSTRATION,
    shown.map(() => ({ caption: null })),
  );
  const at = shown.map(({ article, order }, n): Link => ({ from: article, to: ids[n] ?? NaN, order }));
  await insertComponents(strapi, joinTableOf(strapi, UID.article, 'photos'), ILLUSTRATION, at);
  const pictures = shown.map(({ photo }, n): Link => ({ from: ids[n] ?? NaN, to: photo }));
  await insertLinks(strapi, joinTableOf(strapi, ILLUSTRATION, 'photo'), pictures);
}

async function writeComments(
  strapi: Core.Strapi,
  { stories, stamps }: BulkWrite,
  articles: Inserted['articles'],
): Promise<number[]> {
  const all = stories.flatMap(({ comments }, n) => comments.map((one, at) => ({ one, n, at })));
  if (all.length === 0) return [];
  const ids = await insertRows(
    strapi,
    UID.comment,
    all.map(({ one }) => commentRow(one, stamps)),
  );
  const idOf = new Map(all.map(({ n, at }, i) => [`${n}:${at}`, ids[i] ?? NaN]));
  const replies = new Map<number, number>();
  const threads = all.flatMap(({ one: { comment }, n }, i): Link[] => {
    const to = comment.replyTo === undefined ? undefined : idOf.get(`${n}:${comment.replyTo}`);
    if (to === undefined) return [];
    const inverseOrder = (replies.get(to) ?? 0) + 1;
    replies.set(to, inverseOrder);
    return [{ from: ids[i] ?? NaN, to, inverseOrder }];
  });
  await insertLinks(strapi, joinTableOf(strapi, UID.comment, 'parent'), threads);
  const said = all.flatMap(({ n, at }, i): Link[] => {
    const { draft, published } = articles[n] ?? { draft: NaN };
    const rows = published === undefined ? [draft] : [draft, published];
    return rows.map((to) => ({ from: ids[i] ?? NaN, to, inverseOrder: at + 1 }));
  });
  await insertLinks(strapi, joinTableOf(strapi, UID.comment, 'article'), said);
  return ids;
}

/** Links to one target each, at the next place among its sources. */
async function link(
  strapi: Core.Strapi,
  { places }: BulkWrite,
  uid: string,
  attribute: string,
  links: readonly { from: number; to: number }[],
): Promise<void> {
  const last = await placesOf(strapi, places, uid, attribute, [...new Set(links.map(({ to }) => to))]);
  const placed = links.map(({ from, to }): Link => {
    const inverseOrder = (last.get(to) ?? 0) + 1;
    last.set(to, inverseOrder);
    return { from, to, inverseOrder };
  });
  await insertLinks(strapi, joinTableOf(strapi, uid, attribute), placed);
}

async function placesOf(
  strapi: Core.Strapi,
  places: Places,
  uid: string,
  attribute: string,
  targets: readonly number[],
): Promise<Map<number, number>> {
  const key = `${uid}#${attribute}`;
  const known = places.get(key) ?? new Map<number, number>();
  places.set(key, known);
  const unknown = targets.filter((target) => !known.has(target));
  for (const [target, place] of await lastPlaces(strapi, joinTableOf(strapi, uid, attribute), unknown)) {
    known.set(target, place);
  }
  return known;
}
