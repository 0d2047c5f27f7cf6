import type { Core } from '@strapi/strapi';
import { MODERATION, type banRequest, type ModerateRequest, type replyRequest } from '../../contracts/comments';
import type { z } from 'zod';
import { UID } from '../../contracts/uid';
import { documentsOf, textOf, type Entity } from '../documents';
import { inertParagraphs } from '../editing/inert-text';
import { isVisible } from './articles';
import { isWithdrawn, lockedComments, seenOf, stateOf } from './locked';
import { log, type Actor } from './log';
import { identitiesOf, knownBy, withUser } from './person';
import type { Tools } from './posting';
import { refusal } from '../delivery/refusal';
import { inTransaction } from '../transaction';
import { siteOf } from '../delivery/syndication/site';

/** A moderator's decisions teach the spam service at most so many comments at once. */
const LEARNED_AT_ONCE = 20;

export interface Moderated {
  changed: string[];
  /** Not there any more, or taken back by their authors. */
  gone: string[];
  /** Others than those that the moderator has seen. */
  stale: string[];
}

/**
 * Changes the state of comments, and writes down who did it and why. What has changed since the moderator looked (`seen`)
 * is left: a decision on a text must not let another one out.
 */
export async function moderate(
  { strapi, spam }: Tools,
  { documentIds, action, reason, seen = {} }: ModerateRequest,
  actor: Actor,
  now: Date,
): Promise<Moderated> {
  const to = MODERATION[action];
  const rows = await inTransaction(strapi, async () => {
    const all = await lockedComments(strapi, documentIds);
    const found = all.filter((row) => !isWithdrawn(row));
    const stale = found.filter((row) => (seen[idOf(row)] ?? seenOf(row)) !== seenOf(row));
    const changing = found.filter(
      (row) => !stale.includes(row) && (stateOf(row) !== to || Number(row['reportCount'] ?? 0) > 0),
    );
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
    return { found, changing, stale };
  });
  if (spam && (to === 'spam' || to === 'approved')) {
    for (const row of rows.changing.slice(0, LEARNED_AT_ONCE)) {
      const wasSpam = stateOf(row) === 'spam';
      if (to === 'spam' || wasSpam) void spam.learn(learned(row), to === 'spam' ? 'spam' : 'ham');
    }
  }
  const known = new Set(rows.found.map(idOf));
  return {
    changed: rows.changing.map(idOf),
    gone: documentIds.filter((id) => !known.has(id)),
    stale: rows.stale.map(idOf),
  };
}

/**
 * Answers a comment for the newsroom. A comment that is answered is shown: it is approved with its answer. Under an
 * article that readers cannot see nothing is answered; under one that is closed to readers, the newsroom has the last word.
 */
export async function reply(
  tools: Tools,
  documentId: string,
  { text, authorName, seen }: z.infer<typeof replyRequest>,
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
  if (!(await isVisible(strapi, article, now))) throw refusal('comments-closed');
  const written = inertParagraphs(text);
  if (written === '') throw refusal('text-missing');
  return inTransaction(strapi, async () => {
    const [row] = await lockedComments(strapi, [documentId]);
    if (!row || isWithdrawn(row)) throw refusal('comment-withdrawn');
    if (seen !== undefined && seen !== seenOf(row)) throw refusal('comment-changed');
    if (stateOf(row) !== 'approved') {
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

/**
 * Lifts every ban of the author of a comment, under whatever name, and of the address. Somebody else who was banned with
 * that address stays banned without it.
 */
export async function unban({ strapi, keys }: Tools, documentId: string, actor: Actor): Promise<{ lifted: number }> {
  const comment = await oneOf(strapi, documentId);
  const [known = new Set<string>()] = await identitiesOf(strapi, keys, [knownBy(comment)]);
  const sourceHash = textOf(comment, 'sourceHash');
  const bans = strapi.db.query(UID.commentBan);
  return inTransaction(strapi, async () => {
    const own = [
      ...(known.size === 0 ? [] : [{ authorKey: { $in: [...known] } }]),
      ...(sourceHash === undefined ? [] : [{ sourceHash, authorKey: { $null: true } }]),
    ];
    const counts: { count: number }[] = [];
    if (own.length > 0) counts.push(await bans.deleteMany({ where: { $or: own } }));
    if (sourceHash !== undefined) counts.push(await bans.updateMany({ where: { sourceHash }, data: { sourceHash: null } })); // prettier-ignore
    const lifted = counts.reduce((sum, { count }) => sum + count, 0);
    if (lifted > 0) await log(strapi, actor, [{ comment: documentId, action: 'unbanned' }]);
    return { lifted };
  });
}

async function oneOf(strapi: Core.Strapi, documentId: string): Promise<Entity> {
  const query = { where: { documentId }, populate: withUser(strapi) };
  const row = (await strapi.db.query(UID.comment).findOne(query)) as Entity | null;
  if (!row) throw refusal('no-such-comment');
  return row;
}

const idOf = (row: Entity): string => String(row['documentId']);
const learned = (row: Entity) => ({
  text: String(row['text']),
  authorName: String(row['authorName']),
  authorEmail: textOf(row, 'authorEmail'),
});
