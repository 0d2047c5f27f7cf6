import type { Core } from '@strapi/strapi';
import {
  MODERATION,
  type banRequest,
  type CommentState,
  type ModerateRequest,
  type replyRequest,
} from '../../contracts/comments';
import type { z } from 'zod';
import { UID } from '../../contracts/uid';
import { documentsOf, textOf, type Entity } from '../documents';
import { inertParagraphs } from '../editing/inert-text';
import { log, type Actor } from './log';
import type { Tools } from './posting';
import { refusal } from '../delivery/refusal';
import { inTransaction } from '../transaction';
import { siteOf } from '../delivery/syndication/site';

/** A moderator's decisions teach the spam service at most so many comments at once. */
const LEARNED_AT_ONCE = 20;

/** Changes the state of comments, all of them or none, and writes down who did it and why. */
export async function moderate(
  { strapi, spam }: Tools,
  { documentIds, action, reason }: ModerateRequest,
  actor: Actor,
  now: Date,
): Promise<{ changed: string[]; gone: string[] }> {
  const to = MODERATION[action];
  const rows = await inTransaction(strapi, async () => {
    const found = await rowsOf(strapi, documentIds);
    const changing = found.filter((row) => row['moderationStatus'] !== to || Number(row['reportCount'] ?? 0) > 0);
    await strapi.db.query(UID.comment).updateMany({
      where: { documentId: { $in: changing.map(idOf) } },
      data: {
        moderationStatus: to,
        reason: reason ?? null,
        moderatorName: actor.name ?? null,
        moderatedAt: now.toISOString(),
        // What readers have reported is dealt with.
        reportCount: null,
      },
    });
    await log(
      strapi,
      actor,
      changing.map((row) => ({ comment: idOf(row), action, from: stateOf(row), to, reason })),
    );
    return { found, changing };
  });
  if (spam && (to === 'spam' || to === 'approved')) {
    for (const row of rows.changing.slice(0, LEARNED_AT_ONCE)) {
      const wasSpam = stateOf(row) === 'spam';
      if (to === 'spam' || wasSpam) void spam.learn(learned(row), to === 'spam' ? 'spam' : 'ham');
    }
  }
  const known = new Set(rows.found.map(idOf));
  return { changed: rows.changing.map(idOf), gone: documentIds.filter((id) => !known.has(id)) };
}

/** Answers a comment for the newsroom. A comment that is answered is shown: it is approved with its answer. */
export async function reply(
  tools: Tools,
  documentId: string,
  { text, authorName }: z.infer<typeof replyRequest>,
  actor: Actor,
  now: Date,
): Promise<{ documentId: string }> {
  const { strapi } = tools;
  const comment = (await strapi.db.query(UID.comment).findOne({
    where: { documentId },
    populate: { article: { select: ['documentId'] } },
  })) as Entity | null;
  const article = textOf(comment?.['article'] as Entity | null | undefined, 'documentId');
  if (article === undefined) throw refusal('no-such-comment');
  const written = inertParagraphs(text);
  if (written === '') throw refusal('text-missing');
  return inTransaction(strapi, async () => {
    if (comment?.['moderationStatus'] !== 'approved') {
      await moderate(tools, { documentIds: [documentId], action: 'approve' }, actor, now);
    }
    const answer = await documentsOf(strapi, UID.comment).create({
      data: {
        article,
        parent: documentId,
        // The name of whoever works here is nobody's to print.
        authorName: authorName ?? siteOf(strapi).name,
        text: written,
        staff: true,
        postedAt: now.toISOString(),
        moderationStatus: 'approved',
        moderatorName: actor.name ?? null,
        moderatedAt: now.toISOString(),
      },
    });
    await log(strapi, actor, [{ comment: answer.documentId, action: 'replied', to: 'approved' }]);
    return { documentId: answer.documentId };
  });
}

/** From now on nothing by this author is shown without a moderator, until a time or for good. */
export async function ban(
  { strapi }: Tools,
  documentId: string,
  { until, reason, address }: z.infer<typeof banRequest>,
  actor: Actor,
): Promise<{ until: string | null }> {
  const comment = await oneOf(strapi, documentId);
  const authorKey = textOf(comment, 'authorKey');
  const sourceHash = textOf(comment, 'sourceHash');
  // Who gave no e-mail is only known by the address.
  const byAddress = address || authorKey === undefined;
  if (authorKey === undefined && sourceHash === undefined) throw refusal('nobody-to-ban');
  if (until !== undefined && Date.parse(until) <= Date.now()) throw refusal('ban-is-over');
  const who = { authorKey: authorKey ?? null, sourceHash: byAddress ? (sourceHash ?? null) : null };
  await inTransaction(strapi, async () => {
    const bans = strapi.db.query(UID.commentBan);
    // The newest word on an author counts, for every address: a ban until Friday is none for good any more.
    if (authorKey !== undefined) await bans.updateMany({ where: { authorKey }, data: { until: until ?? null } });
    await bans.deleteMany({ where: nullable(who) });
    await bans.create({
      data: {
        authorName: textOf(comment, 'authorName') ?? null,
        ...who,
        until: until ?? null,
        reason: reason ?? null,
        bannedBy: actor.name ?? null,
      },
    });
    await log(strapi, actor, [{ comment: documentId, action: 'banned', reason, note: until ?? 'for good' }]);
  });
  return { until: until ?? null };
}

const nullable = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value ?? { $null: true }]));

/** Lifts every ban of the author of a comment. */
export async function unban({ strapi }: Tools, documentId: string, actor: Actor): Promise<{ lifted: number }> {
  const comment = await oneOf(strapi, documentId);
  const keys = [
    ...(textOf(comment, 'authorKey') === undefined ? [] : [{ authorKey: comment['authorKey'] }]),
    ...(textOf(comment, 'sourceHash') === undefined ? [] : [{ sourceHash: comment['sourceHash'] }]),
  ];
  if (keys.length === 0) return { lifted: 0 };
  return inTransaction(strapi, async () => {
    const { count } = (await strapi.db.query(UID.commentBan).deleteMany({ where: { $or: keys } })) as { count: number };
    if (count > 0) await log(strapi, actor, [{ comment: documentId, action: 'unbanned' }]);
    return { lifted: count };
  });
}

async function oneOf(strapi: Core.Strapi, documentId: string): Promise<Entity> {
  const [row] = await rowsOf(strapi, [documentId]);
  if (!row) throw refusal('no-such-comment');
  return row;
}

async function rowsOf(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Entity[]> {
  return (await strapi.db.query(UID.comment).findMany({ where: { documentId: { $in: documentIds } } })) as Entity[];
}

const idOf = (row: Entity): string => String(row['documentId']);
const stateOf = (row: Entity): CommentState => row['moderationStatus'] as CommentState;
const learned = (row: Entity) => ({
  text: String(row['text']),
  authorName: String(row['authorName']),
  authorEmail: textOf(row, 'authorEmail'),
});
