import type { Core } from '@strapi/strapi';
import {
  finding,
  type CommentState,
  type QueuedComment,
  type QueueFilter,
  type queueRequest,
  type QueueResponse,
  type Summary,
} from '../../contracts/comments';
import { z } from 'zod';
import { UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import { contextOf, type Around } from './queue-context';
import { normalEmail } from './keys';
import { isWithdrawn, seenOf, stateOf } from './locked';
import { withUser } from './person';
import type { Tools } from './posting';

type Where = Record<string, unknown>;

const REPORTED: Where = { reportCount: { $gt: 0 } };

const FILTERED: Record<QueueFilter, Where> = {
  pending: { moderationStatus: 'pending' },
  approved: { moderationStatus: 'approved' },
  rejected: { moderationStatus: 'rejected' },
  spam: { moderationStatus: 'spam' },
  removed: { moderationStatus: 'removed' },
  reported: REPORTED,
  all: {},
};

/** What moderators look at: a page of comments, each with what is needed to judge it. */
export async function readQueue(
  { strapi, keys }: Pick<Tools, 'strapi' | 'keys'>,
  { filter, q, article, author, page, pageSize }: z.output<typeof queueRequest>,
  now: Date,
): Promise<QueueResponse> {
  const comments = strapi.db.query(UID.comment);
  const conditions: Where[] = [FILTERED[filter]];
  if (q !== undefined && q !== '') conditions.push(searched(q));
  if (article !== undefined) conditions.push({ article: { documentId: article } });
  if (author !== undefined) conditions.push(await sameAuthor(strapi, author));
  const where = { $and: conditions };
  const [rows, total, counts] = await Promise.all([
    comments.findMany({
      where,
      // The queue is worked through from its beginning; everything else is looked up from its end.
      orderBy: filter === 'pending' ? [{ createdAt: 'asc' }, { id: 'asc' }] : [{ createdAt: 'desc' }, { id: 'desc' }],
      offset: (page - 1) * pageSize,
      limit: pageSize,
      populate: {
        article: { select: ['id', 'documentId', 'headline'] },
        parent: { select: ['id', 'documentId', 'authorName', 'text', 'moderationStatus'] },
        ...withUser(strapi),
      },
    }),
    comments.count({ where }),
    countsOf(strapi),
  ]);
  const around = await contextOf({ strapi, keys }, rows as Entity[], now);
  return {
    data: (rows as Entity[]).map((row) => queued(row, around)),
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total }, counts },
  };
}

/** What waits, for the widget on the homepage. */
export async function summarise(strapi: Core.Strapi): Promise<Summary> {
  const [oldest] = (await strapi.db.query(UID.comment).findMany({
    select: ['id', 'createdAt'],
    where: FILTERED.pending,
    orderBy: [{ createdAt: 'asc' }],
    limit: 1,
  })) as Entity[];
  return { ...(await countsOf(strapi)), ...(oldest ? { oldestPending: timeOf(oldest['createdAt']) } : {}) };
}

async function countsOf(strapi: Core.Strapi): Promise<{ pending: number; reported: number; spam: number }> {
  const count = (where: Where) => strapi.db.query(UID.comment).count({ where });
  const [pending, reported, spam] = await Promise.all([count(FILTERED.pending), count(REPORTED), count(FILTERED.spam)]);
  return { pending, reported, spam };
}

/** An e-mail address is looked up whole: it is indexed, and nobody can fish for addresses with a part of one. */
const searched = (q: string): Where =>
  q.includes('@')
    ? { authorEmail: normalEmail(q) }
    : { $or: [{ text: { $containsi: q } }, { authorName: { $containsi: q } }] };

async function sameAuthor(strapi: Core.Strapi, documentId: string): Promise<Where> {
  const row = (await strapi.db.query(UID.comment).findOne({
    select: ['authorKey', 'sourceHash', 'documentId'],
    where: { documentId },
  })) as Entity | null;
  if (textOf(row, 'authorKey') !== undefined) return { authorKey: row?.['authorKey'] };
  return textOf(row, 'sourceHash') === undefined ? { documentId } : { sourceHash: row?.['sourceHash'] };
}

function queued(row: Entity, around: Around): QueuedComment {
  const documentId = String(row['documentId']);
  const key = textOf(row, 'authorKey');
  const article = row['article'] as Entity | null;
  const parent = row['parent'] as Entity | null;
  const ban = around.banOf(row);
  const email = textOf(row, 'authorEmail');
  return {
    documentId,
    state: stateOf(row),
    seen: seenOf(row),
    text: String(row['text']),
    postedAt: timeOf(row['postedAt'] ?? row['createdAt']),
    ...optional('editedAt', row['editedAt'] === null ? undefined : timeOf(row['editedAt'])),
    author: {
      name: String(row['authorName']),
      ...optional('email', email),
      kind: row['staff'] === true ? 'staff' : row['user'] ? 'user' : 'anonymous',
      history: around.historyOf(key, stateOf(row)),
      isBanned: ban !== undefined,
      ...(ban === undefined ? {} : { bannedUntil: ban.until }),
    },
    ...(article
      ? {
          article: {
            documentId: String(article['documentId']),
            headline: String(article['headline']),
            ...around.articleOf(String(article['documentId'])),
          },
        }
      : {}),
    ...(parent
      ? {
          parent: {
            documentId: String(parent['documentId']),
            authorName: String(parent['authorName']),
            text: String(parent['text']).slice(0, 1000),
            state: parent['moderationStatus'] as CommentState,
          },
        }
      : {}),
    isWithdrawn: isWithdrawn(row),
    findings: z
      .array(finding)
      .catch([])
      .parse(row['findings'] ?? []),
    reports: around.reportsOf(documentId),
    ...optional('reason', textOf(row, 'reason')),
    ...optional('moderatedBy', textOf(row, 'moderatorName')),
    ...optional('moderatedAt', row['moderatedAt'] ? timeOf(row['moderatedAt']) : undefined),
  };
}

const optional = <Name extends string, T>(name: Name, value: T | undefined): Partial<Record<Name, T>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, T>);

const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();
