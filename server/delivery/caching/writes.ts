import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const statement = z.object({ sql: z.string(), __knexUid: z.string().optional() });

const READS = /^\s*(?:select|begin|savepoint|release|rollback|set|show|pragma|explain)\b/i;
const BEGIN = /^\s*begin\b/i;
const END = /^\s*(?:commit\b|rollback\b(?!\s+to\b))/i;

/** Whether a statement of SQL may change rows: whatever is not known to read only. */
export const isWrite = (sql: string): boolean => !READS.test(sql) && !END.test(sql);

/**
 * Calls back at every statement of this process that may change rows, and when their transaction ends: for the Document
 * Service, the query engine and plain knex alike. Strapi puts reads into transactions too; their COMMIT tells nothing.
 * knex tells of a statement before it is sent. A transaction is known by its connection (`__knexUid`): the name of the
 * transaction that knex tells too stays on the connection after its end, and is another one after a savepoint.
 */
export function onWrite(strapi: Core.Strapi, tell: () => void): void {
  /** Connections with a transaction that is open, and whether it has written. */
  const open = new Map<string, boolean>();
  strapi.db.connection.on('query', (query: unknown) => {
    const { sql, __knexUid: connection = '' } = statement.parse(query);
    if (BEGIN.test(sql)) open.set(connection, false);
    else if (END.test(sql)) {
      if (open.get(connection)) tell();
      open.delete(connection);
    } else if (isWrite(sql)) {
      if (open.has(connection)) open.set(connection, true);
      tell();
    }
  });
}
