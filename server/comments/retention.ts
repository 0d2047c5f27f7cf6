import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { log, whileErasing } from './log';
import type { CommentSettings } from './settings';
import { inTransaction } from '../transaction';

const DAY_MS = 86_400_000;
const STEP = 500;
/** A run ends by itself; what is left is for tomorrow. */
const MAX_STEPS = 2000;

/** Removes what is older than the newsroom wants to keep it. Any number of instances may run it at once. */
export async function applyRetention(
  strapi: Core.Strapi,
  { retention }: CommentSettings,
  now: Date,
): Promise<{ deleted: number; forgotten: number }> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  let deleted = 0;
  for (const [state, days] of [
    ['spam', retention.spamDays],
    ['rejected', retention.rejectedDays],
    ['removed', retention.removedDays],
  ] as const) {
    if (days !== null) deleted += await removeOld(strapi, state, before(days));
  }
  let forgotten = 0;
  for (const [field, days] of [
    ['sourceHash', retention.addressDays],
    ['authorEmail', retention.emailDays],
  ] as const) {
    if (days === null) continue;
    const where = { [field]: { $notNull: true }, createdAt: { $lt: before(days) } };
    const { count } = (await strapi.db.query(UID.comment).updateMany({ where, data: { [field]: null } })) as Counted;
    forgotten += count;
  }
  if (retention.addressDays !== null) forgotten += await forgetReporters(strapi, before(retention.addressDays));
  return { deleted, forgotten };
}

/** Who reported a comment is known by the address; afterwards the same reader could report it again. */
async function forgetReporters(strapi: Core.Strapi, before: string): Promise<number> {
  const where = { action: 'reported', actorKey: { $notNull: true }, createdAt: { $lt: before } };
  const { count } = (await whileErasing(() =>
    strapi.db.query(UID.commentEvent).updateMany({ where, data: { actorKey: null } }),
  )) as Counted;
  return count;
}

interface Counted {
  count: number;
}

async function removeOld(strapi: Core.Strapi, state: string, before: string): Promise<number> {
  const comments = strapi.db.query(UID.comment);
  let deleted = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const rows = (await comments.findMany({
      select: ['id', 'documentId'],
      where: { moderationStatus: state, updatedAt: { $lt: before } },
      limit: STEP,
    })) as Entity[];
    if (rows.length === 0) break;
    const ids = rows.map(({ documentId }) => String(documentId));
    await inTransaction(strapi, async () => {
      await comments.deleteMany({ where: { id: { $in: rows.map(({ id }) => id) } } });
      // What the log holds of a text goes with the text.
      await whileErasing(() =>
        strapi.db
          .query(UID.commentEvent)
          .updateMany({ where: { commentDocumentId: { $in: ids } }, data: { note: null } }),
      );
      await log(
        strapi,
        { kind: 'system' },
        ids.map((comment) => ({ comment, action: 'expired', from: state })),
      );
    });
    deleted += rows.length;
  }
  return deleted;
}
