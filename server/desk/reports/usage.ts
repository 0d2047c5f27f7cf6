import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { usageQuery, UsageResponse, UsageRow } from '../../../contracts/desk';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
import { NEVER } from '../../rights/gate';
import { counted } from '../inbox/count';
import type { Query } from '../inbox/kinds';
import { deskTables, stored } from '../tables';
import { BYTE_ORDER_MARK, csvLine } from './csv';

type Asked = z.infer<typeof usageQuery>;

/** What ran in a period, of an agency or of all: the last first. */
export async function usageReport(strapi: Core.Strapi, asked: Asked): Promise<UsageResponse> {
  const { page, pageSize } = asked;
  const now = new Date();
  const query = usages(strapi, asked, now);
  const [total, found] = await Promise.all([
    counted(strapi, query),
    query.clone().orderBy([{ column: 'u.started_at', order: 'desc' }, { column: 'u.id', order: 'desc' }]).offset((page - 1) * pageSize).limit(pageSize) as Promise<{ id: number }[]>, // prettier-ignore
  ]);
  const rows = await rowsOf(strapi, found.map(({ id }) => id), now); // prettier-ignore
  return { data: rows.map(rowOf), meta: { pagination: { ...total, page, pageSize } } };
}

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
    const found = (await usages(strapi, asked, now).where('u.id', '>', last).orderBy('u.id').limit(STEP)) as {
      id: number;
    }[];
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
function usages(strapi: Core.Strapi, { agency, from, to, live, type }: Asked, now: Date): Query {
  const query = strapi.db.connection({ u: deskTables(strapi).usages }).select({ id: 'u.id' });
  const ends = endsOf(strapi, now);
  if (agency !== undefined) query.where('u.agency_document_id', agency);
  if (type !== undefined) query.where('u.item_type', type);
  if (to !== undefined) query.where('u.started_at', '<', stored(strapi, new Date(Date.parse(to) + DAY)));
  if (from !== undefined) {
    for (const end of ends) query.whereRaw('coalesce(?, ?) >= ?', [end, stored(strapi, now), stored(strapi, new Date(from))]); // prettier-ignore
  }
  if (live === 'live') for (const end of ends) query.whereRaw('? is null', [end]);
  if (live === 'ended') {
    query.where((either) => {
      for (const end of ends) void either.orWhereRaw('? is not null', [end]);
    });
  }
  return query;
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
