import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { usageQuery, UsageResponse, UsageRow } from '../../../contracts/desk';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
import { ALWAYS, NEVER } from '../../rights/gate';
import { counted } from '../inbox/count';
import type { Query } from '../inbox/kinds';
import { deskTables } from '../tables';
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
  const rows = await rowsOf(strapi, found.map(({ id }) => id)); // prettier-ignore
  return { data: rows.map((row) => rowOf(row, now)), meta: { pagination: { ...total, page, pageSize } } };
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
    const rows = await rowsOf(strapi, found.map(({ id }) => id)); // prettier-ignore
    yield rows.map((row) => csvLine(cellsOf(rowOf(row, now)))).join('');
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
  if (agency !== undefined) query.where('u.agency_document_id', agency);
  if (type !== undefined) query.where('u.item_type', type);
  if (to !== undefined) query.where('u.started_at', '<', stored(strapi, new Date(Date.parse(to) + DAY)));
  if (from !== undefined) {
    const begin = stored(strapi, new Date(from));
    query.where((either) => {
      void either.whereNull('u.ended_at').orWhere('u.ended_at', '>=', begin);
    });
  }
  if (live === 'live') query.whereNull('u.ended_at').whereNot(isClosed(strapi, now));
  if (live === 'ended') {
    query.where((either) => {
      void either.whereNotNull('u.ended_at').orWhere(isClosed(strapi, now));
    });
  }
  return query;
}

/** Still published, and yet not shown: the judgement of the article or of the photo has closed it. */
function isClosed(strapi: Core.Strapi, now: Date): (query: Query) => void {
  const { items } = deskTables(strapi);
  const shut = (table: string, id: string) => (rows: Query) => {
    void rows
      .from({ t: table })
      .whereRaw('?? = ??', ['t.document_id', id])
      .where((either) => void either.where('t.servable_from', '>', stored(strapi, now)).orWhere('t.servable_until', '<=', stored(strapi, now))); // prettier-ignore
  };
  return (query) => {
    void query
      .whereExists((rows) => void shut(items.article, 'u.article_document_id')(rows.whereNotNull('t.published_at')))
      .orWhereExists(shut(items.photo, 'u.item_document_id'));
  };
}

/** SQLite keeps instants as numbers. */
const stored = (strapi: Core.Strapi, date: Date): Date | number =>
  strapi.db.dialect.client === 'sqlite' ? date.getTime() : date;

const DAY = 86_400_000;

/** A row of the book, with the judgements of its article and its photo, as they stand. */
interface Shown {
  row: Entity;
  judged: Entity[];
}

async function rowsOf(strapi: Core.Strapi, ids: readonly number[]): Promise<Shown[]> {
  if (ids.length === 0) return [];
  const rows = (await strapi.db.query(UID.usage).findMany({ where: { id: { $in: [...ids] } } })) as Entity[];
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  const articles = await judgements(strapi, UID.article, rows.map((row) => String(row['articleDocumentId']))); // prettier-ignore
  const photos = await judgements(strapi, UID.photo, rows.flatMap((row) => (row['itemType'] === 'photo' ? [String(row['itemDocumentId'])] : []))); // prettier-ignore
  return ids.flatMap((id): Shown[] => {
    const row = byId.get(Number(id));
    if (!row) return [];
    const judged = [articles.get(String(row['articleDocumentId'])), photos.get(String(row['itemDocumentId']))];
    return [{ row, judged: judged.filter((one) => one !== undefined) }];
  });
}

async function judgements(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<Map<string, Entity>> {
  const where = {
    documentId: { $in: [...new Set(documentIds)] },
    ...(uid === UID.article ? { publishedAt: { $notNull: true } } : {}),
  };
  const select = ['id', 'documentId', 'servableFrom', 'servableUntil', 'expires', 'refreshedAt'];
  const rows = (await strapi.db.queryBuilder(uid).init({ select, where }).execute()) as Entity[];
  return new Map(rows.map((row) => [String(row['documentId']), row]));
}

/** When the judgement closed what is still published; nothing while readers see it. */
function closedAt(judged: readonly Entity[], now: Date): string | undefined {
  const ends = judged.flatMap((row) => {
    const at = (field: string) => (row[field] ? timeOf(row[field]) : undefined);
    const [from = NEVER, until = ALWAYS] = [at('servableFrom'), at('servableUntil')];
    const time = now.toISOString();
    if (from <= time && time < until) return [];
    // A row that was judged anew since then has no end any more: what ended it, or when that was found.
    const known = [until, at('expires')].find((end) => end !== undefined && end > NEVER && end <= time);
    return [known ?? at('refreshedAt') ?? ''];
  });
  return ends.sort()[0];
}

function rowOf({ row, judged }: Shown, now: Date): UsageRow {
  const closed = row['endedAt'] ? undefined : closedAt(judged, now);
  const ended = row['endedAt'] ? timeOf(row['endedAt']) : closed;
  const texts = [
    ['agency', textOf(row, 'agencyName')],
    ['creditLine', textOf(row, 'creditLine')],
    ['copyrightHolder', textOf(row, 'copyrightHolder')],
    ['endedAt', ended === '' ? undefined : ended],
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
    live: ended === undefined,
  };
}
