import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { usageQuery, UsageResponse, UsageRow } from '../../../contracts/desk';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
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
    const query = usages(strapi, knex, asked, now);
    const last = query.clone().orderBy(NEWEST_FIRST).offset((page - 1) * pageSize).limit(pageSize); // prettier-ignore
    return [await counted(knex, query), (await last) as { id: number }[]];
  });
  const data = await rowsOf(strapi, found.map(({ id }) => id), now); // prettier-ignore
  return { data, meta: { pagination: { ...total, page, pageSize } } };
}

const NEWEST_FIRST = [
  { column: 'u.started_at', order: 'desc' },
  { column: 'u.id', order: 'desc' },
];

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
    yield rows.map((row) => csvLine(cellsOf(row))).join('');
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

/** What ran in the period: readers had it before its end, and still had it at its beginning. */
function usages(strapi: Core.Strapi, knex: Knex, { agency, from, to, type, live }: Asked, now: Date): Query {
  const [time, begins] = [stored(strapi, now), from === undefined ? undefined : stored(strapi, new Date(from))];
  // What has not been shown yet begins later than now.
  const query = knex({ u: deskTables(strapi).usages })
    .select({ id: 'u.id' })
    .where('u.started_at', '<=', time);
  if (agency !== undefined) query.where('u.agency_document_id', agency);
  if (type !== undefined) query.where('u.item_type', type);
  if (to !== undefined) query.where('u.started_at', '<', stored(strapi, new Date(Date.parse(to) + DAY)));
  if (live === 'ended') query.where('u.ended_at', '<=', time);
  if (live === 'live') query.where((open) => void open.whereNull('u.ended_at').orWhere('u.ended_at', '>', time));
  if (begins !== undefined) query.where((open) => void open.whereNull('u.ended_at').orWhere('u.ended_at', '>=', begins)); // prettier-ignore
  return query;
}

const DAY = 86_400_000;

async function rowsOf(strapi: Core.Strapi, ids: readonly number[], now: Date): Promise<UsageRow[]> {
  if (ids.length === 0) return [];
  const rows = (await strapi.db.query(UID.usage).findMany({ where: { id: { $in: [...ids] } } })) as Entity[];
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  return ids.flatMap((id): UsageRow[] => {
    const row = byId.get(Number(id));
    return row ? [rowOf(row, now)] : [];
  });
}

function rowOf(row: Entity, now: Date): UsageRow {
  // An end that is known before it has come is none yet.
  const end = row['endedAt'] ? timeOf(row['endedAt']) : undefined;
  const endedAt = end !== undefined && end <= now.toISOString() ? end : undefined;
  const texts = [
    ['agency', textOf(row, 'agencyName')],
    ['creditLine', textOf(row, 'creditLine')],
    ['copyrightHolder', textOf(row, 'copyrightHolder')],
    ['endedAt', endedAt],
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
    live: endedAt === undefined,
  };
}
