import type { Core } from '@strapi/strapi';

export type Knex = Core.Strapi['db']['connection'];

/**
 * Reads what PostgreSQL would compile first (JIT), because it thinks that a look-up for each of ten thousand rows is dear:
 * 350 ms of compiling for a count of 30 ms. The setting ends with the transaction.
 */
export async function uncompiled<T>(strapi: Core.Strapi, read: (knex: Knex) => Promise<T>): Promise<T> {
  const { connection, dialect } = strapi.db;
  if (dialect.client !== 'postgres') return read(connection);
  return connection.transaction(async (transaction) => {
    await transaction.raw('set local jit = off');
    return read(transaction);
  });
}
