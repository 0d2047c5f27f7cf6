import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { COUNT_LIMIT, type Count, type usageQuery, type UsageResponse, type UsageRow } from '../../../contracts/desk';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
import { ALWAYS, NEVER } from '../../rights/gate';
import { counted } from '../inbox/count';
import type { Query } from '../inbox/kinds';
import { deskTables } from '../tables';
import { stored } from '../../tables';
import { uncompiled, type Knex } from './uncompiled';
import { BYTE_ORDER_MARK, csvLine } from './csv';

type Asked = z.infer<typeof usageQuery>;

/** What ran in a period, of an agency or of all: the last first. */
export async function usageReport(strapi: Core.Strapi, asked: Asked): Promise<UsageResponse> {
  const { page, pageSize } = asked;
  const now = new Date();
  const [total, found] = await uncompiled(strapi, async (knex) => {
    const last = usages(strapi, knex, asked, now).orderBy(NEWEST_FIRST);
    // One more than asked for: whoever has reached the last page that was counted can go on.
    const found = (await last.offset((page - 1) * pageSize).limit(pageSize + 1)) as { id: number }[];
    // A page beyond the end has seen none of those before it.
    const known = found.length === 0 ? 0 : (page - 1) * pageSize + found.length;
    return [await countUsages(strapi, knex, asked, now, known), found];
  });
  const rows = await rowsOf(strapi, found.slice(0, pageSize).map(({ id }) => id), now); // prettier-ignore
  return { data: rows.map(rowOf), meta: { pagination: { ...total, page, pageSize } } };
}

const NEWEST_FIRST = [
  { column: 'u.started_at', order: 'desc' },
  { column: 'u.id', order: 'desc' },
];

/** Of so many rows, the newest, the ends are looked up to count them: each is two look-ups. */
const LOOKED_AT = 10_000;

/** How many there are, of which `known` have been seen. */
async function countUsages(strapi: Core.Strapi, knex: Knex, asked: Asked, now: Date, known: number): Promise<Count> {
  const begun = begunRows(strapi, knex, asked);
  const ends = endConditions(strapi, asked, now);
  if (ends.length === 0) return counted(knex, begun);
  const newest = begun
    .clone()
    .select('u.ended_at', 'u.article_document_id', 'u.item_document_id')
    .orderBy(NEWEST_FIRST);
  const met = ends.map(() => '(?)').join(' and ');
  const [row] = z
    .array(counts)
    .parse(
      await knex
        .from(newest.limit(LOOKED_AT + 1).as('u'))
        .select(knex.raw('count(*) as looked'), knex.raw(`sum(case when ${met} then 1 else 0 end) as met`, ends)),
    );
  const total = Math.max(row?.met ?? 0, known);
  const more = (row?.looked ?? 0) > LOOKED_AT || total > COUNT_LIMIT;
  return { total: Math.min(total, COUNT_LIMIT), more };
}

/** As the drivers give numbers: a sum of nothing is null. */
const counts = z.object({ looked: z.coerce.number(), met: z.coerce.number() });

/** So many rows are read at once; a report of any length takes the memory of one such page. */
const STEP = 1000;

const COLUMNS = [
  'from', 'to', 'live', 'agency', 'credit line', 'copyright holder', 'kind', 'item', 'item title', 'article',
  'article title',
]; // prettier-ignore

/** The whole report as CSV, piece by piece. */
export async function* usageCsv(strapi: Core.Strapi, asked: Asked): AsyncGenerator<string> {
  const now = new Date();
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (let last = 0; ;) {
    const found = await uncompiled(
      strapi,
      async (knex) =>
        (await usages(strapi, knex, asked, now).where('u.id', '>', last).orderBy('u.id').limit(STEP)) as {
          id: number;
        }[],
    );
    if (found.length === 0) return;
    const rows = await rowsOf(strapi, found.map(({ id }) => id), now); // prettier-ignore
    yield rows.map((row) => csvLine(cellsOf(rowOf(row)))).join('');
    last = Number(found.at(-1)?.id);
  }
}

function cellsOf({
  article,
  item,
  agency,
  creditLine,
  copyrightHolder,
  startedAt,
  endedAt,
  live,
}: UsageRow): unknown[] {
  return [
    startedAt, endedAt, live ? 'yes' : 'no', agency, creditLine, copyrightHolder, item.type, item.documentId, item.title,
    article.documentId, article.title,
  ]; // prettier-ignore
}

/** What ran in the period: it began before its end, and had not ended before its beginning. */
function usages(strapi: Core.Strapi, knex: Knex, asked: Asked, now: Date): Query {
  const query = begunRows(strapi, knex, asked);
  for (const condition of endConditions(strapi, asked, now)) query.whereRaw('?', [condition]);
  return query;
}

/** What stands in the book itself. */
function begunRows(strapi: Core.Strapi, knex: Knex, { agency, from, to, type }: Asked): Query {
  const query = knex({ u: deskTables(strapi).usages }).select({ id: 'u.id' });
  if (agency !== undefined) query.where('u.agency_document_id', agency);
  if (type !== undefined) query.where('u.item_type', type);
  if (to !== undefined) query.where('u.started_at', '<', stored(strapi, new Date(Date.parse(to) + DAY)));
  if (from !== undefined) {
    const begins = stored(strapi, new Date(from));
    query.where((open) => void open.whereNull('u.ended_at').orWhere('u.ended_at', '>=', begins));
  }
  return query;
}

/** What must be looked up for it: when it ended for readers. */
function endConditions(strapi: Core.Strapi, { from, live }: Asked, now: Date) {
  const { connection } = strapi.db;
  const end = endOf(strapi, now);
  return [
    ...(from === undefined ? [] : [connection.raw('? >= ?', [end, stored(strapi, new Date(from))])]),
    ...(live === undefined ? [] : [connection.raw(live === 'live' ? '? > ?' : '? <= ?', [end, stored(strapi, now)])]),
  ];
}

/**
 * The first of the ends, or never. One comparison and no `is null`: of how many rows a look-up is null PostgreSQL guesses
 * one in two hundred, and then sorts a million rows where the first fifty are asked for.
 */
function endOf(strapi: Core.Strapi, now: Date) {
  const never = stored(strapi, new Date(ALWAYS));
  const first = strapi.db.dialect.client === 'sqlite' ? 'min' : 'least';
  const ends = endsOf(strapi, now);
  return strapi.db.connection.raw(
    `${first}(${ends.map(() => 'coalesce(?, ?)').join(', ')})`,
    ends.flatMap((end) => [end, never]),
  );
}

/**
 * When the row `u` ended, and when the judgement closed its article and its photo, each null while it has not: what is still
 * published and no longer shown has ended for readers. A row that was judged anew since then has no end of its own any
 * more: it is its expiry, or when it was found to be over.
 */
function endsOf(strapi: Core.Strapi, now: Date) {
  const { items } = deskTables(strapi);
  const time = stored(strapi, now);
  const closed = (table: string, of: string, published: string) =>
    strapi.db.connection.raw(
      `(select case when t.servable_from > ? or t.servable_until <= ? then coalesce(
          case when t.servable_until > ? and t.servable_until <= ? then t.servable_until end,
          case when t.expires <= ? then t.expires end, t.refreshed_at, t.updated_at) end
        from ?? as t where t.document_id = ?? ${published} limit 1)`,
      [time, time, stored(strapi, new Date(NEVER)), time, time, table, of],
    );
  return [
    strapi.db.connection.raw('u.ended_at'),
    closed(items.article, 'u.article_document_id', 'and t.published_at is not null'),
    closed(items.photo, 'u.item_document_id', ''),
  ] as const;
}

const DAY = 86_400_000;

/** A row of the book, and when it ended for readers. */
interface Told {
  row: Entity;
  end: string | undefined;
}

async function rowsOf(strapi: Core.Strapi, ids: readonly number[], now: Date): Promise<Told[]> {
  if (ids.length === 0) return [];
  const rows = (await strapi.db.query(UID.usage).findMany({ where: { id: { $in: [...ids] } } })) as Entity[];
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  const named = ['ended', 'article', 'photo'] as const;
  const ends = endsOf(strapi, now).map((end, n) => strapi.db.connection.raw('? as ??', [end, named[n] ?? '']));
  const found: unknown = await strapi.db
    .connection({ u: deskTables(strapi).usages })
    .select({ id: 'u.id' }, ...ends)
    .whereIn('u.id', [...ids]);
  const endOf = new Map(endRows.parse(found).map(({ id, ...some }) => [Number(id), firstOf(Object.values(some))]));
  return ids.flatMap((id): Told[] => {
    const row = byId.get(Number(id));
    return row ? [{ row, end: endOf.get(Number(id)) }] : [];
  });
}

/** As the drivers give instants: SQLite's are numbers. */
const instant = z.union([z.date(), z.number(), z.string()]).nullable();
const endRows = z.array(z.object({ id: z.unknown(), ended: instant, article: instant, photo: instant }));

function firstOf(ends: readonly z.infer<typeof instant>[]): string | undefined {
  const times = ends.filter((end) => end !== null).map((end) => new Date(end).getTime());
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}

function rowOf({ row, end }: Told): UsageRow {
  const texts = [
    ['agency', textOf(row, 'agencyName')],
    ['creditLine', textOf(row, 'creditLine')],
    ['copyrightHolder', textOf(row, 'copyrightHolder')],
    ['endedAt', end],
  ] as const;
  return {
    article: { documentId: String(row['articleDocumentId']), title: textOf(row, 'articleTitle') ?? '' },
    item: {
      type: row['itemType'] === 'photo' ? 'photo' : 'article',
      documentId: String(row['itemDocumentId']),
      title: textOf(row, 'itemTitle') ?? '',
    },
    ...Object.fromEntries(texts.filter(([, value]) => value !== undefined)),
    startedAt: timeOf(row['startedAt']),
    live: end === undefined,
  };
}
