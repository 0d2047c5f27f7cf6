import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { listedAt, timeOf } from '../listed-at';
import { noteRemoved } from '../reading/removals';
import { documentOf, INDEXED } from './document';
import { inTransaction } from '../../transaction';
import { searchStore } from './index-of';

type Row = Record<string, unknown>;

/** Databases take a limited number of values in one statement. */
const ROWS_AT_ONCE = 200;

/**
 * Keeps the search index, the place of each story in the news and the list of what was taken away in step with the
 * articles, in the transaction of every write: Document Service, query engine, bulk writer.
 */
export function keepArticlesFound(strapi: Core.Strapi): void {
  const idsWhere = async (where: unknown): Promise<number[]> =>
    ((await strapi.db.query(UID.article).findMany({ select: ['id'], where })) as Row[]).map(({ id }) => Number(id));

  strapi.db.lifecycles.subscribe({
    models: [UID.article, UID.photo],
    // Strapi sets it for one row, not for many; what has changed since is told by it. The plugin's own notes change
    // nothing for readers, and whoever compares `updatedAt` must not take them for somebody's work.
    beforeUpdateMany({ model, params }) {
      const { data } = params;
      if (isRow(data) && Object.keys(data).some((field) => isSeen(strapi, model.uid, field))) {
        data['updatedAt'] ??= new Date();
      }
    },
  });
  strapi.db.lifecycles.subscribe({
    models: [UID.article],
    beforeCreate: ({ params }) => place(params.data),
    beforeCreateMany({ params }) {
      for (const row of asList(params.data)) place(row);
    },
    async afterCreate({ params, result }) {
      await index(strapi, [{ ...asRow(params.data), ...asRow(result) }]);
    },
    // MySQL does not tell the ids of many rows: they are looked up by what the caller has given them.
    async afterCreateMany({ params }) {
      const rows = asList(params.data).map(asRow).filter(isPublished);
      const ids = await publishedIds(strapi, rows.map((row) => String(row['documentId']))); // prettier-ignore
      await index(strapi, rows.flatMap((row) => (ids.has(String(row['documentId'])) ? [{ ...row, id: ids.get(String(row['documentId'])) }] : []))); // prettier-ignore
    },
    async afterUpdate({ params, result }) {
      if (touches(params.data)) await reindex(strapi, [Number(asRow(result)['id'])]);
    },
    async beforeUpdateMany(event) {
      if (touches(event.params.data)) event.state = { ids: await idsWhere(event.params.where) };
    },
    async afterUpdateMany({ state }) {
      await reindex(strapi, numbersOf(state['ids']));
    },
    async beforeDelete(event) {
      event.state = { ids: await idsWhere(event.params.where) };
      await noteRemoved(strapi, numbersOf(event.state['ids']));
    },
    async afterDelete({ state }) {
      await remove(strapi, numbersOf(state['ids']));
    },
    async beforeDeleteMany(event) {
      event.state = { ids: await idsWhere(event.params.where) };
      await noteRemoved(strapi, numbersOf(event.state['ids']));
    },
    async afterDeleteMany({ state }) {
      await remove(strapi, numbersOf(state['ids']));
    },
  });
}

/** True for what readers can see a change of. `released` is private, and decides whether a photo is shown. */
function isSeen(strapi: Core.Strapi, uid: string, field: string): boolean {
  const attribute = strapi.getModel(uid as 'plugin::upload.file').attributes[field as 'name'] as { private?: boolean } | undefined; // prettier-ignore
  return field === 'released' || (attribute !== undefined && attribute.private !== true);
}

/** Reads articles again and writes what follows from them. Rows that are gone or drafts are found no more. */
export async function reindex(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
    const some = ids.slice(at, at + ROWS_AT_ONCE);
    const rows = (await strapi.db.query(UID.article).findMany({
      select: ['id', 'documentId', 'createdAt', 'listedAt', ...INDEXED],
      where: { id: { $in: some } },
    })) as Row[];
    const placed = rows.map((row) => ({ ...row, was: timeOf(row['listedAt']), listedAt: listedAt(row, new Date()) }));
    for (const row of placed) {
      if (row.was !== row.listedAt.getTime()) await setPlace(strapi, Number(asRow(row)['id']), row.listedAt);
    }
    const published = placed.filter(isPublished);
    await remove(strapi, some.filter((id) => !published.some((row) => Number(asRow(row)['id']) === id))); // prettier-ignore
    await index(strapi, published);
  }
}

/** Past the hooks, which called this. */
async function setPlace(strapi: Core.Strapi, id: number, time: Date): Promise<void> {
  await strapi.db.queryBuilder(UID.article).where({ id }).update({ listedAt: time }).execute();
}

async function index(strapi: Core.Strapi, rows: readonly Row[]): Promise<void> {
  const documents = rows.filter(isPublished).map((row) => documentOf(row, new Date()));
  if (documents.length > 0) await inTransaction(strapi, ({ trx }) => searchStore(strapi).put(trx, documents));
}

async function remove(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await inTransaction(strapi, ({ trx }) => searchStore(strapi).remove(trx, ids));
}

/** The published rows of documents. */
async function publishedIds(strapi: Core.Strapi, documents: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let at = 0; at < documents.length; at += ROWS_AT_ONCE) {
    const rows = (await strapi.db.query(UID.article).findMany({
      select: ['id', 'documentId'],
      where: { documentId: { $in: documents.slice(at, at + ROWS_AT_ONCE) }, publishedAt: { $notNull: true } },
    })) as Row[];
    for (const row of rows) found.set(String(row['documentId']), Number(row['id']));
  }
  return found;
}

function place(data: unknown): void {
  if (isRow(data)) data['listedAt'] = listedAt(data, new Date());
}

const touches = (data: unknown): boolean => INDEXED.some((field) => isRow(data) && field in data);
const isPublished = (row: object): boolean =>
  asRow(row)['publishedAt'] !== null && asRow(row)['publishedAt'] !== undefined;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const asRow = (value: unknown): Row => (isRow(value) ? value : {});
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const numbersOf = (value: unknown): number[] => asList(value).map(Number);
