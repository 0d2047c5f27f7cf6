import type { Core } from '@strapi/strapi';

export type Knex = Core.Strapi['db']['connection'];

/**
 * Reads what PostgreSQL may compile first (JIT), where it thinks that the rows of a large agency are dear to read: 350 ms of
 * compiling for a count of 30 ms. The setting ends with the transaction.
 */
export async function uncompiled<T>(strapi: Core.Strapi, read: (knex: Knex) => Promise<T>): Promise<T> {
  const { connection, dialect } = strapi.db;
  if (dialect.client !== 'postgres') return read(connection);
  return connection.transaction(async (transaction) => {
    await transaction.raw('set local jit = off');
    return read(transaction);
  });
}
