import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import { stored, tableOf } from '../../tables';
import { timeOf } from '../listed-at';

/**
 * The times at which what readers may see changes without any write: a row's span begins or ends (`rights/gate.ts`).
 * Embargoes, expiries, windows, terms and decisions are all in this one. (An index on `servableFrom` itself would mislead
 * SQLite into reading every row for a list or a count: nearly all rows have the same there.)
 */
const TABLES = [UID.article, UID.photo];

type Query = ReturnType<Core.Strapi['db']['connection']>;

/** So many rows at most wait for the minute in which they are judged anew. */
const OVERDUE = 10_000;

/**
 * The next of them of anything: asked anew for each answer, from the beginning of two indexes. A row whose time has just
 * come is judged anew within the minute; until then the end of the span that has begun stands in it and nowhere else.
 */
export async function nextBoundary(strapi: Core.Strapi, now: Date): Promise<number | undefined> {
  const { connection } = strapi.db;
  const at = stored(strapi, now);
  const times: Query[] = TABLES.flatMap((uid) => {
    const table = tableOf(strapi, uid);
    const overdue = connection(table).select('servable_until').where('rejudge_at', '<=', at).limit(OVERDUE);
    return [
      connection(table).min({ min: 'rejudge_at' }).where('rejudge_at', '>', at),
      connection.from(overdue.as('overdue')).min({ min: 'servable_until' }).where('servable_until', '>', at),
    ];
  });
  const rows: unknown = await connection.unionAll(times);
  const known = z
    .array(z.looseObject({ min: z.unknown() }))
    .parse(rows)
    .flatMap(({ min }) => timeOf(min) ?? []);
  return known.length > 0 ? Math.min(...known) : undefined;
}
