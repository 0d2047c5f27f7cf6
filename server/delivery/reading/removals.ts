import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import { inTransaction } from '../../transaction';
import type { Connection } from '../search/store';

/** Which articles were taken away, and when: their rows can no longer say it. */
export const REMOVALS = 'newswire_search_removals';

export async function createRemovals(db: Connection): Promise<void> {
  if (await db.schema.hasTable(REMOVALS)) return;
  await db.schema.createTable(REMOVALS, (table) => {
    table.string('document_id', 64).primary();
    table.bigInteger('removed_at').notNullable().index();
  });
}

/** To be called before published rows are deleted, in the transaction that deletes them. */
export async function noteRemoved(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = (await strapi.db.query(UID.article).findMany({
    select: ['documentId'],
    where: { id: { $in: [...ids] }, publishedAt: { $notNull: true } },
  })) as { documentId: string }[];
  if (rows.length === 0) return;
  const removed = [...new Set(rows.map(({ documentId }) => documentId))];
  await inTransaction(strapi, ({ trx }) =>
    trx(REMOVALS)
      .insert(removed.map((documentId) => ({ document_id: documentId, removed_at: Date.now() })))
      .onConflict('document_id')
      .merge(),
  );
}

/** The documents that were taken away since, in the order of their ids. */
export async function removedSince(strapi: Core.Strapi, since: Date, after: string, limit: number): Promise<string[]> {
  const rows: unknown = await strapi.db
    .connection(REMOVALS)
    .select('document_id')
    .where('removed_at', '>', since.getTime())
    .where('document_id', '>', after)
    .orderBy('document_id')
    .limit(limit);
  return z.array(z.object({ document_id: z.string() })).parse(rows).map((row) => row.document_id); // prettier-ignore
}
