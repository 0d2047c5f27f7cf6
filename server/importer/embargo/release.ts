import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { auditAs } from '../../audit/context';
import { documentsOf, type Entity } from '../../documents';
import { isSameStamp, stampOf, type Touch } from '../touch';
import { inTransaction } from '../../transaction';

/** So many stories go out at one tick; the next tick is seconds away. */
const MAX_AT_ONCE = 50;

/** The stories that were imported to be published, and whose embargo has ended. */
export async function dueForRelease(strapi: Core.Strapi, now: Date): Promise<string[]> {
  const rows = (await strapi.db.query(UID.article).findMany({
    select: ['id', 'documentId'],
    where: { publishWhenLifted: true, publishedAt: { $null: true }, embargoedUntil: { $lte: now.toISOString() } },
    orderBy: { embargoedUntil: 'asc' },
    limit: MAX_AT_ONCE,
  })) as Entity[];
  return rows.map((row) => String(row['documentId']));
}

/**
 * Publishes a story whose embargo has ended; true where it went out here and now. Of several instances one does it: the
 * mark is taken away in the transaction that publishes.
 */
export async function release(strapi: Core.Strapi, documentId: string, now: Date): Promise<boolean> {
  return inTransaction(strapi, async () => {
    const { count } = await strapi.db.query(UID.article).updateMany({
      where: { documentId, publishWhenLifted: true, publishedAt: { $null: true } },
      data: { publishWhenLifted: false },
    });
    if (count === 0 || !(await mayGoOut(strapi, documentId, now))) return false;
    const reason = 'The embargo has ended.';
    const restamp = await untouched(strapi, documentId);
    await auditAs({ surface: 'system', reason }, () => documentsOf(strapi, UID.article).publish({ documentId }));
    await restamp();
    return true;
  });
}

/**
 * Notes what of the import nobody has worked on; the answer stamps that anew. What goes out by itself is no edit: the
 * run can still be undone. What somebody has worked on has gone out too, which tells a later taking off from one that never
 * went out (`left-as.ts`).
 */
async function untouched(strapi: Core.Strapi, documentId: string): Promise<() => Promise<void>> {
  const wireItems = strapi.db.query(UID.wireItem);
  const row = (await wireItems.findOne({
    select: ['id', 'touched'],
    where: { targetDocumentId: documentId, outcome: 'held', undoneAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
  })) as { id: number; touched: Touch[] | null } | null;
  const same = new Set<Touch>();
  for (const touch of row?.touched ?? []) {
    const now = await stampOf(strapi, touch);
    if (now && isSameStamp(now, touch)) same.add(touch);
  }
  return async () => {
    if (!row?.touched) return;
    const touched: Touch[] = [];
    for (const touch of row.touched) {
      const isOut = touch.documentId === documentId ? { published: true } : {};
      const after = same.has(touch) ? await stampOf(strapi, touch) : undefined;
      touched.push({ ...touch, after: after ?? { ...touch.after, ...isOut } });
    }
    await wireItems.update({ where: { id: row.id }, data: { touched } });
  };
}

async function mayGoOut(strapi: Core.Strapi, documentId: string, now: Date): Promise<boolean> {
  return (
    (await strapi.db.query(UID.article).count({
      where: {
        documentId,
        publishedAt: { $null: true },
        pubStatus: 'usable',
        embargoedUntil: { $lte: now.toISOString() },
        $or: [{ expires: { $null: true } }, { expires: { $gt: now.toISOString() } }],
      },
    })) > 0
  );
}
