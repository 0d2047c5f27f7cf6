import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ILLUSTRATION, UID } from '../../../contracts/uid';
import { linkOf } from '../link';
import { refusal } from '../refusal';
import { readCursor, rowId, time, writeCursor } from './cursor';
import type { Found, Page } from './page';
import { removedSince } from './removals';

export interface Changes<Node> extends Page<Node> {
  /** Document ids of what readers could see and can see no more. */
  gone: string[];
  /** What to ask for next time. */
  until: string;
}

/** What was written before the question and committed after it is in the next answer: the two overlap by this. */
const OVERLAP_MS = 30_000;
const MAX_AGE_MS = 10 * 365 * 24 * 3600 * 1000;

/** Where a builder of a static site is: the last row of each list, and when it began. */
const place = z.tuple([time, rowId, z.string().max(64)]).transform(([until, id, gone]) => ({ until, id, gone }));

interface Row {
  id: number;
  documentId: string;
}

/**
 * What has changed since, page by page: stories that are new, edited, or shown since because an embargo ended; stories
 * with a photo that has changed; and the ids of what was deleted, unpublished, killed, withheld, has expired or may be
 * shown no more for another reason (its window, its agency's terms, a decision).
 */
export async function changesSince<Node extends Found & { documentId: string }>(
  strapi: Core.Strapi,
  asked: { since: Date; first: number; after: string | undefined },
  load: (ids: readonly number[]) => Promise<Node[]>,
  now: Date,
): Promise<Changes<Node>> {
  const { since, first } = asked;
  if (Number.isNaN(since.getTime()) || now.getTime() - since.getTime() > MAX_AGE_MS) throw refusal('invalid-since');
  const at = readCursor(place, asked.after) ?? { until: now.getTime() - OVERLAP_MS, id: 0, gone: '' };
  const rows = await changedRows(strapi, since, at.id, first + 1, now);
  const page = rows.slice(0, first);
  const shown = page.length > 0 ? await load(page.map(({ id }) => id)) : [];
  const hidden = page.filter(({ id }) => !shown.some((node) => node.id === id)).map(({ documentId }) => documentId);
  const removed = await removedSince(strapi, since, at.gone, first + 1);
  const taken = removed.slice(0, first);
  const again = taken.length > 0 ? await visible(strapi, taken) : new Set<string>();
  const gone = [...new Set([...hidden, ...taken.filter((id) => !again.has(id))])];
  const secret = gone.length > 0 ? await neverShown(strapi, gone, now) : new Set<string>();
  return {
    nodes: page.flatMap(({ id }) => shown.filter((node) => node.id === id)),
    gone: gone.filter((id) => !secret.has(id)),
    until: new Date(at.until).toISOString(),
    pageInfo: {
      hasNextPage: rows.length > first || removed.length > first,
      endCursor: writeCursor([at.until, page.at(-1)?.id ?? at.id, taken.at(-1) ?? at.gone]),
    },
  };
}

/** Published rows, shown or not, in the order of their ids. A row that changes again is found by the next question. */
async function changedRows(strapi: Core.Strapi, since: Date, after: number, limit: number, now: Date): Promise<Row[]> {
  const builder = strapi.db
    .queryBuilder(UID.article)
    .select(['id', 'documentId'])
    .where({
      $and: [
        { publishedAt: { $notNull: true } },
        { id: { $gt: after } },
        {
          $or: [
            { updatedAt: { $gt: since } },
            { refreshedAt: { $gt: since } },
            { embargoedUntil: { $gt: since, $lte: now } },
            { expires: { $gt: since, $lte: now } },
            { id: { $in: await withChangedPhotos(strapi, since) } },
          ],
        },
      ],
    })
    .orderBy([{ id: 'asc' }])
    .limit(limit);
  return builder.execute<Row[]>();
}

/** More photos than this do not change between two builds of a site. */
const MAX_PHOTOS = 1000;

/** The articles that show a photo which has changed (also where nobody worked on it), was released or has expired. */
async function withChangedPhotos(strapi: Core.Strapi, since: Date): Promise<number[]> {
  const photos = linkOf(strapi, UID.article, 'photos');
  const photo = linkOf(strapi, ILLUSTRATION, 'photo');
  if (!photos || !photo) return [];
  const now = new Date();
  const changed = await strapi.db
    .queryBuilder(UID.photo)
    .select(['id'])
    .where({
      $or: [
        { updatedAt: { $gt: since } },
        { refreshedAt: { $gt: since } },
        { embargoedUntil: { $gt: since, $lte: now } },
        { expires: { $gt: since, $lte: now } },
      ],
    }) // prettier-ignore
    .limit(MAX_PHOTOS)
    .execute<{ id: number }[]>();
  if (changed.length === 0) return [];
  const { connection } = strapi.db;
  const illustrations = connection(photo.table).select(photo.parentColumn).whereIn(photo.targetColumn, changed.map(({ id }) => id)); // prettier-ignore
  const rows: unknown = await connection(photos.table)
    .distinct({ id: photos.parentColumn })
    .where(photos.on)
    .whereIn(photos.targetColumn, illustrations)
    .limit(10 * MAX_PHOTOS);
  return z.array(z.object({ id: z.coerce.number() })).parse(rows).map(({ id }) => id); // prettier-ignore
}

/**
 * Those of these documents that no reader has had: nobody is told that there is a story under embargo. The book of what ran
 * says so (`desk/books`); what is not entered in it yet counts as shown, so that nothing stays up.
 */
async function neverShown(strapi: Core.Strapi, documents: readonly string[], now: Date): Promise<Set<string>> {
  // Past the guard, which answers the public with nothing of this book.
  const rows = await strapi.db
    .queryBuilder(UID.usage)
    .select(['articleDocumentId', 'startedAt'])
    .where({ articleDocumentId: { $in: [...documents] }, itemType: 'article' })
    .execute<{ articleDocumentId: string; startedAt: string | number | Date }[]>();
  const ran = new Set(rows.filter((row) => new Date(row.startedAt) <= now).map((row) => row.articleDocumentId));
  return new Set(rows.flatMap((row) => (ran.has(row.articleDocumentId) ? [] : [row.articleDocumentId])));
}

/** Which of these documents readers can see, after all. */
async function visible(strapi: Core.Strapi, documents: readonly string[]): Promise<Set<string>> {
  const rows = (await strapi.db.query(UID.article).findMany({
    select: ['id', 'documentId'],
    where: { documentId: { $in: [...documents] }, publishedAt: { $notNull: true } },
  })) as Row[];
  return new Set(rows.map(({ documentId }) => documentId));
}
