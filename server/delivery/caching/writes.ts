import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const statement = z.object({ sql: z.string(), __knexTxId: z.string().optional() });

const READS = /^\s*(?:select|begin|savepoint|release|rollback|set|show|pragma|explain)\b/i;
const COMMIT = /^\s*commit\b/i;

/** Whether a statement of SQL may change rows: whatever is not known to read only. */
export const isWrite = (sql: string): boolean => !READS.test(sql) && !COMMIT.test(sql);

/**
 * Calls back at every statement of this process that may change rows, and when their transaction commits: for the Document
 * Service, the query engine and plain knex alike. Strapi puts reads into transactions too; their COMMIT tells nothing.
 * knex tells of a statement before it is sent.
 */
export function onWrite(strapi: Core.Strapi, tell: () => void): void {
  const writing = new Set<string>();
  strapi.db.connection.on('query', (query: unknown) => {
    const { sql, __knexTxId: transaction } = statement.parse(query);
    const ends = COMMIT.test(sql) || /^\s*rollback\b(?!\s+to\b)/i.test(sql);
    if (isWrite(sql)) {
      if (transaction !== undefined) writing.add(transaction);
      tell();
    } else if (ends && transaction !== undefined && writing.delete(transaction)) tell();
  });
}
