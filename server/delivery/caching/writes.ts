import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const statement = z.object({ sql: z.string(), __knexTxId: z.string().optional() });

const READS = /^\s*(?:select|begin|savepoint|release|rollback|set|show|pragma|explain)\b/i;
const BEGIN = /^\s*begin\b/i;
const END = /^\s*(?:commit\b|rollback\b(?!\s+to\b))/i;

/** Whether a statement of SQL may change rows: whatever is not known to read only. */
export const isWrite = (sql: string): boolean => !READS.test(sql) && !END.test(sql);

/**
 * Calls back at every statement of this process that may change rows, and when their transaction ends: for the Document
 * Service, the query engine and plain knex alike. Strapi puts reads into transactions too; their COMMIT tells nothing.
 * knex tells of a statement before it is sent, and goes on naming the last transaction of a connection after its end, so
 * only those that have begun and not ended count.
 */
export function onWrite(strapi: Core.Strapi, tell: () => void): void {
  const written = new Map<string, boolean>();
  strapi.db.connection.on('query', (query: unknown) => {
    const { sql, __knexTxId: transaction = '' } = statement.parse(query);
    if (BEGIN.test(sql)) written.set(transaction, false);
    else if (END.test(sql)) {
      if (written.get(transaction)) tell();
      written.delete(transaction);
    } else if (isWrite(sql)) {
      if (written.has(transaction)) written.set(transaction, true);
      tell();
    }
  });
}
