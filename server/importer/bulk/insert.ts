import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Entity } from '../../documents';
import { inTransaction } from '../../transaction';

/**
 * Inserts rows, given by attribute, with the query engine's own batched insert: defaults, column types and hooks are
 * Strapi's. Answers their ids in the same order. Must be called in a transaction.
 */
export async function insertRows(strapi: Core.Strapi, uid: string, data: readonly Entity[]): Promise<number[]> {
  return (await insertWhole(strapi, uid, data)).ids;
}

/** The same, and the rows as the hooks have completed them: judged. */
export async function insertWhole(
  strapi: Core.Strapi,
  uid: string,
  data: readonly Entity[],
): Promise<{ ids: number[]; rows: Entity[] }> {
  const rows = data.map((row) => ({ ...row }));
  if (rows.length === 0) return { ids: [], rows };
  const { ids } = await strapi.db.query(uid).createMany({ data: rows });
  const isTold = ids.length === rows.length;
  return { ids: isTold ? ids.map(Number) : await consecutive(strapi, ids.map(Number), rows.length), rows };
}

/**
 * MySQL and MariaDB tell only the first id of each insert; the others follow it in the server's step, since an insert
 * whose number of rows is known takes all its ids at once (`innodb_autoinc_lock_mode`, any value).
 */
async function consecutive(strapi: Core.Strapi, firsts: readonly number[], count: number): Promise<number[]> {
  const size = strapi.db.dialect.getBatchInsertSize();
  if (firsts.length !== Math.ceil(count / size)) throw new Error('The database did not tell the ids of the rows.');
  const step = await autoIncrementStep(strapi);
  return Array.from({ length: count }, (_, n) => (firsts[Math.floor(n / size)] ?? NaN) + (n % size) * step);
}

async function autoIncrementStep(strapi: Core.Strapi): Promise<number> {
  const answer: unknown = await strapi.db.connection.raw('select @@auto_increment_increment as step');
  const [[row]] = z
    .tuple([z.tuple([z.object({ step: z.coerce.number() })])])
    .rest(z.unknown())
    .parse(answer);
  return row.step;
}

const column = z.object({ name: z.string() });
const joinTable = z.object({
  name: z.string(),
  joinColumn: column,
  inverseJoinColumn: column,
  orderColumnName: z.string().optional(),
  inverseOrderColumnName: z.string().optional(),
  on: z.record(z.string(), z.string()).optional(),
});
export type JoinTable = z.infer<typeof joinTable>;

/** The table in which Strapi keeps a relation or component; throws where this Strapi keeps it in another way. */
export function joinTableOf(strapi: Core.Strapi, uid: string, attribute: string): JoinTable {
  const found: unknown = strapi.db.metadata.get(uid).attributes[attribute];
  return z.object({ joinTable }).parse(found).joinTable;
}

export interface Link {
  from: number;
  to: number;
  /** Place among the targets of `from`, from 1. Only where the table has it. */
  order?: number | undefined;
  /** Place among the sources of `to`, from 1. Only where the table has it. */
  inverseOrder?: number | undefined;
}

/** Inserts the rows of a relation. */
export async function insertLinks(strapi: Core.Strapi, table: JoinTable, links: readonly Link[]): Promise<void> {
  await insertRaw(
    strapi,
    table.name,
    links.map(({ from, to, order, inverseOrder }) => ({
      [table.joinColumn.name]: from,
      [table.inverseJoinColumn.name]: to,
      ...(table.orderColumnName ? { [table.orderColumnName]: order } : {}),
      ...(table.inverseOrderColumnName ? { [table.inverseOrderColumnName]: inverseOrder } : {}),
    })),
  );
}

/** Inserts the rows that put components into their entries. */
export async function insertComponents(
  strapi: Core.Strapi,
  table: JoinTable,
  component: string,
  links: readonly Link[],
): Promise<void> {
  await insertRaw(
    strapi,
    table.name,
    links.map(({ from, to, order }) => ({
      [table.joinColumn.name]: from,
      [table.inverseJoinColumn.name]: to,
      component_type: component,
      order,
      ...table.on,
    })),
  );
}

/**
 * Inserts rows of numbers and names, all with the same columns. The statement is put together here: knex wraps every
 * column of every row for SQLite ("select ? as `a` union all …"), which took a tenth of an import.
 */
async function insertRaw(strapi: Core.Strapi, name: string, rows: readonly Entity[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const schema = strapi.db.getSchemaName();
  const table = schema === undefined ? name : `${schema}.${name}`;
  const names = columns.map(() => '??').join(', ');
  const size = strapi.db.dialect.getBatchInsertSize();
  for (let at = 0; at < rows.length; at += size) {
    const some = rows.slice(at, at + size);
    const values = some.flatMap((row) => columns.map((column) => row[column] ?? null));
    const sql = `insert into ?? (${names}) values ${some.map(() => marks).join(', ')}`;
    await inTransaction(strapi, ({ trx }) => trx.raw(sql, [table, ...columns, ...values]));
  }
}

/** The last place that a relation has given among the sources of each of these targets. */
export async function lastPlaces(
  strapi: Core.Strapi,
  table: JoinTable,
  targets: readonly number[],
): Promise<Map<number, number>> {
  const places = new Map<number, number>();
  if (!table.inverseOrderColumnName) return places;
  for (const target of targets) {
    const row: unknown = await strapi.db
      .queryBuilder(table.name)
      .max(table.inverseOrderColumnName)
      .where({ [table.inverseJoinColumn.name]: target })
      .first()
      .execute();
    places.set(target, Number(z.looseObject({ max: z.coerce.number().nullish() }).parse(row).max ?? 0));
  }
  return places;
}
