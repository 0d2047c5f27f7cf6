import type { Core } from '@strapi/strapi';

type Work<T> = (transaction: { trx: Knex }) => Promise<T>;
type Knex = Parameters<NonNullable<Parameters<Core.Strapi['db']['transaction']>[0]>>[0]['trx'];

/**
 * Works in a transaction, in the one that is open if there is one. Rejects where it did not hold.
 *
 * Strapi's own `db.transaction` also resolves where COMMIT failed (a server that stops just then): knex's `commit()` resolves
 * either way, and only the transaction's `executionPromise` tells (knex, `execution/transaction`, `query`). What was
 * reported as written would be lost.
 */
export async function inTransaction<T>(strapi: Core.Strapi, work: Work<T>): Promise<T> {
  if (strapi.db.inTransaction()) return (await strapi.db.transaction(work)) as T;
  let held: Promise<unknown> = Promise.resolve();
  const result = await strapi.db.transaction((transaction) => {
    held = transaction.trx.executionPromise;
    // Told below; where `work` fails, Strapi rejects with its error.
    held.catch(() => undefined);
    return work(transaction);
  });
  await held;
  return result as T;
}
