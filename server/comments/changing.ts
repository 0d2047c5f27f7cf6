import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { deleteRequest, editRequest } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { refusal } from '../delivery/refusal';
import { textOf, type Entity } from '../documents';
import { asSystem } from '../request';
import { inTransaction } from '../transaction';
import { articleState } from './articles';
import { worseOf } from './checks/chain';
import { textKey } from './keys';
import { isWithdrawn, lockedComments, stateOf } from './locked';
import { log } from './log';
import { withUser } from './person';
import { judge, MINUTE_MS, posted, readerOf, reasonOf, textOfComment, type Posted, type Tools } from './posting';
import type { Visitor } from './reader';
import type { Submission } from './submission';

/** Changes the text of one's own comment. It goes through the checks again, and never comes out better than it was. */
export async function edit(
  tools: Tools,
  visitor: Visitor,
  documentId: string,
  asked: z.infer<typeof editRequest>,
  now: Date,
): Promise<Posted> {
  const { strapi, settings, keys } = tools;
  const text = textOfComment(asked.text, settings);
  const own = await ownComment(tools, visitor, documentId, asked.token, now);
  const { isOpen, mode } = await articleState(strapi, own.article, settings, now);
  if (!isOpen) throw refusal('comments-closed');
  const submission: Submission = {
    text,
    authorName: own.authorName,
    authorEmail: own.authorEmail,
    authorKey: own.authorKey,
    userId: own.userId,
    sourceHash: keys.address(visitor.ip),
    textKey: textKey(text),
    request: { ip: visitor.ip, userAgent: visitor.userAgent, referrer: visitor.referrer },
    trap: '',
    article: own.article,
    editing: documentId,
  };
  const pace = await tools.pace.count(submission.authorKey, submission.sourceHash);
  if (pace > settings.flood.refuseAt) throw refusal('too-many-comments');

  const { findings, state: judged } = await judge(tools, submission, mode, pace, now);
  const state = await asSystem(() =>
    inTransaction(strapi, async () => {
      // A spam service may have taken its time: meanwhile it was moderated, taken back or erased.
      const row = await unlessGone(strapi, documentId);
      const was = stateOf(row);
      const becomes = worseOf(was, judged);
      // A decision stays with its reason; one on a text that is no more says nothing of the new one.
      const isDecided = becomes === was && was !== 'approved' && Boolean(row['moderatedAt']);
      const decision = isDecided
        ? {}
        : {
            reason: reasonOf(findings) ?? (becomes === was ? row['reason'] : null),
            moderatorName: null,
            moderatedAt: null,
          };
      await strapi.db.query(UID.comment).updateMany({
        where: { documentId },
        data: { text, editedAt: now.toISOString(), moderationStatus: becomes, findings, ...decision },
      });
      await log(strapi, readerOf(own.userId, own.authorName), [
        { comment: documentId, action: 'edited', from: was, to: becomes, note: String(row['text']) },
      ]);
      return becomes;
    }),
  );
  return posted(tools, documentId, state, own.userId !== undefined, own.createdAt);
}

/** Takes one's own comment back. What was turned down stays so, for the history of its author. */
export async function withdraw(
  tools: Tools,
  visitor: Visitor,
  documentId: string,
  asked: z.infer<typeof deleteRequest>,
  now: Date,
): Promise<void> {
  const { strapi } = tools;
  const own = await ownComment(tools, visitor, documentId, asked.token, now);
  await asSystem(() =>
    inTransaction(strapi, async () => {
      const was = stateOf(await unlessGone(strapi, documentId));
      const isTurnedDown = was === 'rejected' || was === 'spam';
      const data = {
        withdrawnAt: now.toISOString(),
        ...(isTurnedDown ? {} : { moderationStatus: 'removed', reason: 'withdrawn' }),
      };
      await strapi.db.query(UID.comment).updateMany({ where: { documentId }, data });
      await log(strapi, readerOf(own.userId, own.authorName), [
        { comment: documentId, action: 'withdrawn', from: was, to: isTurnedDown ? was : 'removed' },
      ]);
    }),
  );
}

async function unlessGone(strapi: Core.Strapi, documentId: string): Promise<Entity> {
  const [row] = await lockedComments(strapi, [documentId]);
  if (!row || isGone(row)) throw refusal('no-such-comment');
  return row;
}

const isGone = (row: Entity): boolean => row['moderationStatus'] === 'removed' || isWithdrawn(row);

interface OwnComment {
  article: string;
  authorName: string;
  authorEmail: string | undefined;
  authorKey: string | undefined;
  userId: number | undefined;
  createdAt: Date;
}

/** The comment, if the session or the token says that it is the visitor's. Whoever may not change it learns nothing. */
async function ownComment(
  { strapi, settings, keys }: Tools,
  { user }: Visitor,
  documentId: string,
  token: string | undefined,
  now: Date,
): Promise<OwnComment> {
  const populate = { article: { select: ['documentId'] }, ...withUser(strapi) };
  const row = (await asSystem(() =>
    strapi.db.query(UID.comment).findOne({ where: { documentId }, populate }),
  )) as Entity | null;
  const owner = (row?.['user'] as Entity | null | undefined)?.['id'];
  const byToken = owner === undefined && token !== undefined ? keys.tokenState(token, documentId, now) : 'not-ours';
  const isOwn = row && !isGone(row) && (byToken !== 'not-ours' || (user && owner === user.id));
  const article = textOf(row?.['article'] as Entity | null | undefined, 'documentId');
  if (!isOwn || article === undefined) throw refusal('no-such-comment');
  const createdAt = new Date(String(row['createdAt']));
  const isLate = byToken === 'over' || now.getTime() > createdAt.getTime() + settings.editMinutes * MINUTE_MS;
  if (isLate) throw refusal('too-late');
  return {
    article,
    authorName: String(row['authorName']),
    authorEmail: textOf(row, 'authorEmail'),
    authorKey: textOf(row, 'authorKey'),
    userId: typeof owner === 'number' ? owner : undefined,
    createdAt,
  };
}
