import type { Core } from '@strapi/strapi';
import { MODERATION, type Moderation } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { actorOf } from '../audit/context';
import { textOf, type Entity } from '../documents';
import { isAdminRequest } from '../request';
import { log, type Actor } from './log';
import { inTransaction } from '../transaction';

/** Comments can be edited and deleted in the Content Manager too: who did that is written down as well. */
export function recordEditing(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const isWrite = context.action === 'update' || context.action === 'delete';
    if (context.uid !== UID.comment || !isWrite || !isAdminRequest(strapi)) return next();
    const { documentId } = context.params as { documentId: string };
    const recorded = inTransaction(strapi, async () => {
      const before = await rowOf(strapi, documentId);
      const result: unknown = await next();
      if (before) await record(strapi, documentId, before, await rowOf(strapi, documentId));
      return result;
    });
    return (await recorded) as Awaited<ReturnType<typeof next>>;
  });
}

async function record(strapi: Core.Strapi, comment: string, before: Entity, after: Entity | null): Promise<void> {
  const user: unknown = strapi.requestContext.get()?.state['user'];
  const actor: Actor = { ...actorOf(user, true), kind: 'moderator' };
  const [from, to] = [textOf(before, 'moderationStatus'), textOf(after, 'moderationStatus')];
  if (!after) {
    await log(strapi, actor, [{ comment, action: 'deleted', from }]);
    return;
  }
  if (before['text'] !== after['text']) {
    await log(strapi, actor, [{ comment, action: 'edited', note: textOf(before, 'text') }]);
  }
  if (from === to) return;
  await strapi.db.query(UID.comment).updateMany({
    where: { documentId: comment },
    data: { moderatorName: actor.name ?? null, moderatedAt: new Date().toISOString() },
  });
  await log(strapi, actor, [{ comment, action: actionTo(to), from, to, reason: textOf(after, 'reason') }]);
}

const actionTo = (state: string | undefined): string =>
  (Object.keys(MODERATION) as Moderation[]).find((action) => MODERATION[action] === state) ?? 'edited';

async function rowOf(strapi: Core.Strapi, documentId: string): Promise<Entity | null> {
  const select = ['id', 'text', 'moderationStatus', 'reason'];
  return (await strapi.db.query(UID.comment).findOne({ select, where: { documentId } })) as Entity | null;
}
