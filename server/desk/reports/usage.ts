import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { usageQuery, UsageResponse, UsageRow } from '../../../contracts/desk';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
import { counted } from '../inbox/count';
import type { Query } from '../inbox/kinds';
import { deskTables } from '../tables';
import { BYTE_ORDER_MARK, csvLine } from './csv';

type Asked = z.infer<typeof usageQuery>;

/** What ran in a period, of an agency or of all: the last first. */
export async function usageReport(strapi: Core.Strapi, asked: Asked): Promise<UsageResponse> {
  const { page, pageSize } = asked;
  const query = usages(strapi, asked);
  const [total, found] = await Promise.all([
    counted(strapi, query),
    query.clone().orderBy([{ column: 'u.started_at', order: 'desc' }, { column: 'u.id', order: 'desc' }]).offset((page - 1) * pageSize).limit(pageSize) as Promise<{ id: number }[]>, // prettier-ignore
  ]);
  const rows = await rowsOf(strapi, found.map(({ id }) => id)); // prettier-ignore
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
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (let last = 0; ;) {
    const found = (await usages(strapi, asked).where('u.id', '>', last).orderBy('u.id').limit(STEP)) as {
      id: number;
    }[];
    if (found.length === 0) return;
    const rows = await rowsOf(strapi, found.map(({ id }) => id)); // prettier-ignore
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
function usages(strapi: Core.Strapi, { agency, from, to, live, type }: Asked): Query {
  const query = strapi.db.connection({ u: deskTables(strapi).usages }).select({ id: 'u.id' });
  const at = (date: Date) => (strapi.db.dialect.client === 'sqlite' ? date.getTime() : date);
  if (agency !== undefined) query.where('u.agency_document_id', agency);
  if (type !== undefined) query.where('u.item_type', type);
  if (to !== undefined) query.where('u.started_at', '<', at(new Date(Date.parse(to) + DAY)));
  if (from !== undefined) {
    const begin = at(new Date(from));
    query.where((either) => {
      void either.whereNull('u.ended_at').orWhere('u.ended_at', '>=', begin);
    });
  }
  if (live === 'live') query.whereNull('u.ended_at');
  if (live === 'ended') query.whereNotNull('u.ended_at');
  return query;
}

const DAY = 86_400_000;

async function rowsOf(strapi: Core.Strapi, ids: readonly number[]): Promise<Entity[]> {
  if (ids.length === 0) return [];
  const rows = (await strapi.db.query(UID.usage).findMany({ where: { id: { $in: [...ids] } } })) as Entity[];
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  return ids.flatMap((id): Entity[] => {
    const row = byId.get(Number(id));
    return row ? [row] : [];
  });
}

function rowOf(row: Entity): UsageRow {
  const texts = [
    ['agency', textOf(row, 'agencyName')],
    ['creditLine', textOf(row, 'creditLine')],
    ['copyrightHolder', textOf(row, 'copyrightHolder')],
    ['endedAt', row['endedAt'] ? timeOf(row['endedAt']) : undefined],
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
    live: !row['endedAt'],
  };
}
