import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { commentState, STATES, type CommentState, type QueuedComment } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { publicReader } from '../delivery/reader';
import { visibleWhere } from '../delivery/visible';
import { textOf, type Entity } from '../documents';
import { identitiesOf, knownBy } from './person';
import type { Tools } from './posting';

type History = QueuedComment['author']['history'];

/** What is known around the comments of a page: read for all of them together, not one by one. */
export interface Around {
  historyOf(authorKey: string | undefined, own: CommentState): History;
  banOf(row: Entity): { until: string | null } | undefined;
  articleOf(documentId: string): { isPublished: boolean; isOpen: boolean };
  reportsOf(documentId: string): QueuedComment['reports'];
}

export async function contextOf(
  { strapi, keys }: Pick<Tools, 'strapi' | 'keys'>,
  rows: readonly Entity[],
  now: Date,
): Promise<Around> {
  const people = await identitiesOf(strapi, keys, rows.map(knownBy));
  const identities = new Map(rows.map((row, n) => [row, people[n] ?? new Set<string>()]));
  const known = [...new Set(people.flatMap((identity) => [...identity]))];
  const [histories, bans, articles, reports] = await Promise.all([
    historiesOf(strapi, distinct(rows, 'authorKey')),
    bansOf(strapi, known, distinct(rows, 'sourceHash'), now),
    articlesOf(strapi, rows, now),
    reportsOf(strapi, distinct(rows, 'documentId')),
  ]);
  return {
    historyOf(key, own) {
      const known = key === undefined ? undefined : histories.get(key);
      // Of an author who cannot be recognised, this comment is all there is.
      return known ?? { ...NOTHING, [own]: 1 };
    },
    banOf: (row) =>
      bans.find(
        ({ authorKey, sourceHash }) =>
          (authorKey !== undefined && identities.get(row)?.has(authorKey) === true) ||
          (sourceHash !== undefined && sourceHash === row['sourceHash']),
      ),
    articleOf: (documentId) => articles.get(documentId) ?? { isPublished: false, isOpen: false },
    reportsOf: (documentId) => reports.get(documentId) ?? [],
  };
}

const NOTHING: History = { approved: 0, pending: 0, rejected: 0, spam: 0, removed: 0 };

const GROUP = z.array(
  z.object({ author_key: z.string(), moderation_status: commentState, total: z.coerce.number().int() }),
);

async function historiesOf(strapi: Core.Strapi, keys: readonly string[]): Promise<Map<string, History>> {
  if (keys.length === 0) return new Map();
  const { tableName } = strapi.db.metadata.get(UID.comment);
  const groups: unknown = await strapi.db
    .getConnection(tableName)
    .whereIn('author_key', keys)
    .whereIn('moderation_status', STATES)
    .groupBy('author_key', 'moderation_status')
    .select('author_key', 'moderation_status')
    .count({ total: 'id' });
  const histories = new Map<string, History>();
  for (const { author_key: key, moderation_status: state, total } of GROUP.parse(JSON.parse(JSON.stringify(groups)))) {
    histories.set(key, { ...(histories.get(key) ?? NOTHING), [state]: total });
  }
  return histories;
}

async function bansOf(strapi: Core.Strapi, authors: readonly string[], sources: readonly string[], now: Date) {
  const who = [{ authorKey: { $in: authors } }, { sourceHash: { $in: sources } }];
  const lasting = [{ until: { $null: true } }, { until: { $gt: now.toISOString() } }];
  const rows = (await strapi.db
    .query(UID.commentBan)
    .findMany({ where: { $and: [{ $or: who }, { $or: lasting }] }, orderBy: { id: 'desc' } })) as Entity[];
  return rows.map((row) => ({
    authorKey: textOf(row, 'authorKey'),
    sourceHash: textOf(row, 'sourceHash'),
    until: row['until'] ? timeOf(row['until']) : null,
  }));
}

/** Published is what readers are shown: not what was killed, is held or is over. */
async function articlesOf(strapi: Core.Strapi, comments: readonly Entity[], now: Date) {
  const ids = distinct(
    comments.flatMap(({ article }) => (article ? [article as Entity] : [])),
    'documentId',
  );
  const rows = (await strapi.db.query(UID.article).findMany({
    select: ['id', 'documentId', 'commentsOpen'],
    where: { documentId: { $in: ids } },
  })) as Entity[];
  const visible = { $and: [{ documentId: { $in: ids } }, visibleWhere(UID.article, publicReader(strapi, now)) ?? {}] };
  const shown = (await strapi.db.query(UID.article).findMany({ select: ['id', 'documentId'], where: visible })) as Entity[]; // prettier-ignore
  const shownIds = new Set(shown.map(({ documentId }) => String(documentId)));
  const known = new Map<string, { isPublished: boolean; isOpen: boolean }>();
  for (const row of rows) {
    const before = known.get(String(row['documentId'])) ?? { isPublished: false, isOpen: true };
    known.set(String(row['documentId']), {
      isPublished: shownIds.has(String(row['documentId'])),
      isOpen: before.isOpen && row['commentsOpen'] !== false,
    });
  }
  return known;
}

/** The latest reports of each comment are enough to judge it. */
const MOST_REPORTS = 500;

async function reportsOf(strapi: Core.Strapi, ids: readonly string[]): Promise<Map<string, QueuedComment['reports']>> {
  const rows = (await strapi.db.query(UID.commentEvent).findMany({
    select: ['id', 'commentDocumentId', 'reason', 'note', 'createdAt'],
    where: { commentDocumentId: { $in: ids }, action: 'reported' },
    orderBy: { id: 'desc' },
    limit: MOST_REPORTS,
  })) as Entity[];
  const reports = new Map<string, QueuedComment['reports']>();
  for (const row of rows) {
    const id = String(row['commentDocumentId']);
    const note = textOf(row, 'note');
    const one = {
      at: timeOf(row['createdAt']),
      reason: String(row['reason']),
      ...(note === undefined ? {} : { note }),
    };
    reports.set(id, [...(reports.get(id) ?? []), one]);
  }
  return reports;
}

const distinct = (rows: readonly Entity[], field: string): string[] => [
  ...new Set(rows.flatMap((row) => textOf(row, field) ?? [])),
];
const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();
