import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ThreadRequest } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { publicReader } from '../delivery/reader';
import { visibleWhere } from '../delivery/visible';
import { textOf, type Entity } from '../documents';
import { refusal } from '../delivery/refusal';
import type { CommentSettings } from './settings';
import { commentHtml } from './text';
import { inReadingOrder, type Leaf } from './tree';

/** A comment as a front-end shows it. */
export interface ThreadComment {
  documentId: string;
  /** The comment that it answers, if that one is shown. */
  parent: string | null;
  /** It answers a comment that is not shown any more. */
  orphan: boolean;
  depth: number;
  replyCount: number;
  authorName: string;
  /** Written by the newsroom. */
  staff: boolean;
  text: string;
  /** The text as HTML that is safe to put into a page. */
  html: string;
  postedAt: string;
  editedAt: string | null;
}

export interface ThreadPage {
  comments: ThreadComment[];
  total: number;
  hasNextPage: boolean;
  /** Goes into `after` for the next page. */
  endCursor: string | null;
}

const ROW = z.object({
  id: z.coerce.number(),
  documentId: z.string(),
  parent: z.coerce.number().nullable(),
  /** What it answered has been deleted. SQLite tells 0 and 1. */
  parentGone: z.coerce.boolean(),
  postedAt: z.unknown(),
  createdAt: z.unknown(),
});
type Row = z.infer<typeof ROW>;

/**
 * A page of an article's comments in reading order, however many there are, in two statements: one for what puts them
 * in order, one for those of the page. The condition of the first is the gate's own (`delivery/visible.ts`); the second
 * goes through the gate as every public read does.
 */
export async function readThread(
  strapi: Core.Strapi,
  article: string,
  { first, after, order }: ThreadRequest,
  { maxDepth, renderLinks }: CommentSettings,
  now: Date,
): Promise<ThreadPage> {
  const rows = new Map((await skeleton(strapi, article, now)).map((row) => [row.id, row]));
  const leaves = [...rows.values()].map((row): Leaf => ({
    id: row.id,
    parent: row.parent ?? (row.parentGone ? GONE : undefined),
    at: timeOf(row.postedAt ?? row.createdAt),
  }));
  const placed = inReadingOrder(leaves, order, maxDepth);
  const from = after === undefined ? 0 : placed.findIndex(({ id }) => rows.get(id)?.documentId === after) + 1;
  if (after !== undefined && from === 0) throw refusal('invalid-cursor');
  const page = placed.slice(from, from + first);
  const texts = await textsOf(
    strapi,
    page.map(({ id }) => id),
  );
  const comments = page.flatMap((leaf): ThreadComment[] => {
    const comment = texts.get(leaf.id);
    if (!comment) return [];
    const text = String(comment['text']);
    return [
      {
        documentId: String(comment['documentId']),
        parent: (leaf.parent === undefined ? undefined : rows.get(leaf.parent)?.documentId) ?? null,
        orphan: leaf.orphan,
        depth: leaf.depth,
        replyCount: leaf.replies,
        authorName: String(comment['authorName']),
        staff: comment['staff'] === true,
        text,
        html: commentHtml(text, renderLinks),
        postedAt: new Date(leaf.at).toISOString(),
        editedAt: textOf(comment, 'editedAt') ?? null,
      },
    ];
  });
  const last = page.at(-1);
  return {
    comments,
    total: placed.length,
    hasNextPage: from + page.length < placed.length,
    endCursor: (last === undefined ? undefined : rows.get(last.id)?.documentId) ?? null,
  };
}

/** The id of no comment. */
const GONE = -1;

async function skeleton(strapi: Core.Strapi, article: string, now: Date): Promise<Row[]> {
  const attribute: unknown = strapi.db.metadata.get(UID.comment).attributes['parent'];
  const { joinTable } = PARENT.parse(attribute);
  const query = strapi.db.queryBuilder(UID.comment).init({
    select: ['id', 'documentId', 'postedAt', 'createdAt', 'parentGone'],
    where: { $and: [{ article: { documentId: article } }, visibleWhere(UID.comment, publicReader(strapi, now)) ?? {}] },
  });
  const knex = query
    .getKnexQuery()
    .leftJoin({ answered: joinTable.name }, `answered.${joinTable.joinColumn.name}`, `${query.alias}.id`)
    .select({ parent: `answered.${joinTable.inverseJoinColumn.name}` });
  const rows: unknown = await knex;
  return z
    .array(
      z.looseObject({
        document_id: z.unknown(),
        posted_at: z.unknown(),
        created_at: z.unknown(),
        parent_gone: z.unknown(),
      }),
    )
    .parse(rows)
    .map((row) =>
      ROW.parse({
        ...row,
        documentId: row.document_id,
        postedAt: row.posted_at,
        createdAt: row.created_at,
        parentGone: row.parent_gone,
      }),
    );
}

const PARENT = z.object({
  joinTable: z.object({
    name: z.string(),
    joinColumn: z.object({ name: z.string() }),
    inverseJoinColumn: z.object({ name: z.string() }),
  }),
});

async function textsOf(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, Entity>> {
  if (ids.length === 0) return new Map();
  const rows = (await strapi.db.query(UID.comment).findMany({
    select: ['id', 'documentId', 'authorName', 'staff', 'text', 'editedAt'],
    where: { id: { $in: ids } },
  })) as Entity[];
  return new Map(rows.map((row) => [Number(row['id']), row]));
}

/** SQLite tells times as numbers, the others as dates. */
const timeOf = (value: unknown): number =>
  new Date(value instanceof Date || typeof value === 'number' ? value : String(value)).getTime();
