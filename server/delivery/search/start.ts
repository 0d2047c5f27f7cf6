import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import { keepIndexes } from '../reading/indexes';
import { createRemovals, REMOVALS } from '../reading/removals';
import { searchStore } from './index-of';
import { reindex } from './keep';
import { inTransaction } from '../../transaction';

/** Another number makes every database build its index anew. */
const VERSION = 3;
const STEP = 100;
const PAUSE_MS = 25;

const KEY = { type: 'plugin', name: 'newswire', key: 'search' };
const progress = z.object({ version: z.literal(VERSION), done: z.number(), finished: z.boolean() });
type Progress = z.infer<typeof progress>;

export interface Backfill {
  /** Ends when every article is in the index, or when it was stopped. */
  finished: Promise<void>;
  stop(): void;
}

/**
 * Makes the tables that no content type stands for, and fills them from the articles that were there before, in small
 * steps beside the work of the server. Where a start stops in between, the next one goes on; what two servers do twice is
 * the same row.
 */
export async function startSearch(strapi: Core.Strapi): Promise<Backfill> {
  const store = searchStore(strapi);
  await store.create(strapi.db.connection);
  await createRemovals(strapi.db.connection);
  await keepIndexes(strapi);
  await keepTables(strapi, [...store.tables, REMOVALS]);

  let stopped = false;
  const known = progress.safeParse(await strapi.store.get(KEY));
  const begun = known.success ? known.data : { version: VERSION, done: 0, finished: false } as const; // prettier-ignore
  const finished = begun.finished ? Promise.resolve() : fill(strapi, begun, () => stopped);
  return {
    finished: finished.catch((error: unknown) => void strapi.log.error(`Newswire: the search index is not whole. ${String(error)}`)), // prettier-ignore
    stop: () => void (stopped = true),
  };
}

async function fill(strapi: Core.Strapi, begun: Progress, isStopped: () => boolean): Promise<void> {
  let { done } = begun;
  while (!isStopped()) {
    const ids = await inTransaction(strapi, async () => {
      // Rows that an editor is changing are waited for, so that the index never keeps what they said before.
      const rows = await strapi.db
        .queryBuilder(UID.article)
        .select(['id'])
        .where({ id: { $gt: done } })
        .orderBy([{ id: 'asc' }])
        .limit(STEP)
        .forUpdate()
        .execute<{ id: number }[]>();
      const found = rows.map(({ id }) => Number(id));
      await reindex(strapi, found);
      return found;
    });
    done = ids.at(-1) ?? done;
    const state: Progress = { version: VERSION, done, finished: ids.length < STEP };
    await strapi.store.set({ ...KEY, value: state });
    if (state.finished) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
  }
}

/**
 * Strapi removes a table that it once knew and no content type stands for (`database/schema/diff`), and keeps those of
 * this list.
 */
async function keepTables(strapi: Core.Strapi, tables: readonly string[]): Promise<void> {
  const key = { type: 'core', key: 'persisted_tables' };
  const kept: unknown = await strapi.store.get(key);
  const list: unknown[] = Array.isArray(kept) ? kept : [];
  const missing = tables.filter((table) => !list.some((one) => one === table || nameOf(one) === table));
  if (missing.length > 0) await strapi.store.set({ ...key, value: [...list, ...missing] });
}

const nameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
