import type { z } from 'zod';
import type { reportRequest } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { publicReader } from '../delivery/reader';
import { visibleWhere } from '../delivery/visible';
import type { Entity } from '../documents';
import { inertParagraphs } from '../editing/inert-text';
import { asSystem } from '../request';
import { log } from './log';
import type { Tools } from './posting';
import type { Visitor } from './reader';
import { refusal } from '../delivery/refusal';
import { inTransaction } from '../transaction';

/** Tells the moderators of a comment that somebody should look at. Once a reader and comment; more change nothing. */
export async function report(
  tools: Tools,
  visitor: Visitor,
  documentId: string,
  asked: z.infer<typeof reportRequest>,
  now: Date,
): Promise<void> {
  const { strapi, keys, settings } = tools;
  const comments = strapi.db.query(UID.comment);
  const where = { $and: [{ documentId }, visibleWhere(UID.comment, publicReader(strapi, now)) ?? {}] };
  const found = (await comments.findOne({ select: ['id'], where })) as Entity | null;
  if (!found) throw refusal('no-such-comment');
  const { user } = visitor;
  const key = user ? keys.user(user.id) : keys.address(visitor.ip);
  const pace = await tools.pace.count(`report:${key}`, `report:${key}`);
  if (pace > settings.flood.refuseAt) throw refusal('too-many-comments');
  await asSystem(() =>
    inTransaction(strapi, async () => {
      const before = { commentDocumentId: documentId, action: 'reported', actorKey: key };
      if ((await strapi.db.query(UID.commentEvent).count({ where: before })) > 0) return;
      await log(strapi, { kind: 'reader', id: user?.id, name: user?.username, key }, [
        { comment: documentId, action: 'reported', reason: asked.reason, note: inertNote(asked.note) },
      ]);
      const row = (await comments.findOne({ select: ['id', 'reportCount'], where: { documentId } })) as Entity | null;
      const data = { reportCount: Number(row?.['reportCount'] ?? 0) + 1 };
      await comments.updateMany({ where: { documentId }, data });
    }),
  );
}

const inertNote = (note: string | undefined): string | undefined =>
  note === undefined || note === '' ? undefined : inertParagraphs(note);
