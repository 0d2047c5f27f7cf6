import type { Core } from '@strapi/strapi';
import { AUDITED, AUDITED_TYPES } from './audit/fields';
import type { Entity } from './documents';
import { inTransaction } from './transaction';

/** What changes documents that are there. */
const CHANGES: ReadonlySet<string> = new Set(['update', 'publish', 'unpublish', 'discardDraft', 'delete']);

/** No statement names more ids than this. */
const IDS_AT_ONCE = 500;

interface Event {
  model: { uid: string };
  params: { where?: unknown };
}

/**
 * Whoever changes a document, photo or agency second waits for the first and then reads what the first has written: a
 * judgement and a history that are made from a row as it was a moment ago would let a kill be forgotten.
 *
 * The Document Service opens a transaction for each of its calls; this one is opened around it, and the rows are locked
 * before anybody reads. Writes of the database's own query engine are locked where they are in a transaction; where they
 * are not, the gate judges again after them (`gate/hooks.ts`). SQLite has one connection, and so one transaction at a time.
 *
 * To be called first in `register()`.
 */
export function oneWriterAtATime(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context;
    const { documentId } = params as { documentId?: string };
    if (!(uid in AUDITED) || !CHANGES.has(action) || documentId === undefined) return next();
    const written = inTransaction(strapi, async () => {
      if (hasLocks(strapi)) await lockRows(strapi, uid, { documentId });
      return next() as Promise<unknown>;
    });
    return (await written) as Awaited<ReturnType<typeof next>>;
  });
  const lock = async ({ model, params }: Event): Promise<void> => {
    if (!strapi.db.inTransaction() || !hasLocks(strapi)) return;
    for await (const ids of idsOf(strapi, model.uid, params.where))
      await lockRows(strapi, model.uid, { id: { $in: ids } });
  };
  strapi.db.lifecycles.subscribe({
    models: AUDITED_TYPES,
    beforeUpdate: lock,
    beforeUpdateMany: lock,
    beforeDelete: lock,
    beforeDeleteMany: lock,
  });
}

/**
 * Locks rows until the transaction ends, in one order, so that two who want the same rows do not wait for each other.
 * Answers them as they are then, with whatever is asked for: MySQL's plain reads show what was there when the transaction
 * read first. Must be called in a transaction.
 */
export async function lockRows(
  strapi: Core.Strapi,
  uid: string,
  where: object,
  read: { select?: readonly string[]; populate?: object } = { select: ['id'] },
): Promise<Entity[]> {
  const query = { ...read, where, orderBy: { id: 'asc' } };
  return (await strapi.db.queryBuilder(uid).init(query).forUpdate().execute()) as Entity[];
}

const hasLocks = (strapi: Core.Strapi): boolean => strapi.db.dialect.client !== 'sqlite';

/** The ids of the rows that a write will change, some at a time, in their order: a condition may join other tables, which are not to be locked. */
async function* idsOf(strapi: Core.Strapi, uid: string, where: unknown): AsyncGenerator<number[]> {
  if (isId(where)) return yield [where.id];
  for (let last = 0; ;) {
    const rows = (await strapi.db
      .queryBuilder(uid)
      .init({
        select: ['id'],
        where: { $and: [where ?? {}, { id: { $gt: last } }] },
        orderBy: { id: 'asc' },
        limit: IDS_AT_ONCE,
      })
      .execute()) as Entity[];
    const ids = rows.map(({ id }) => Number(id));
    if (ids.length > 0) yield ids;
    if (ids.length < IDS_AT_ONCE) return;
    last = ids.at(-1) ?? 0;
  }
}

const isId = (where: unknown): where is { id: number } =>
  typeof where === 'object' && where !== null && Object.keys(where).length === 1 && 'id' in where && typeof where.id === 'number'; // prettier-ignore
