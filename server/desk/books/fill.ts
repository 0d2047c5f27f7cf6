import type { Core } from '@strapi/strapi';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { RightsType } from '../../../contracts/rights';
import { PLUGIN_ID, UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { keepIssues } from './issue-book';
import { keepUsage } from './usage-book';

/** Changed when the books hold something else: they are filled anew at the next start. */
const EDITION = 4;

const progress = z.object({ edition: z.literal(EDITION), article: z.int(), photo: z.int(), done: z.boolean() });
type Progress = z.infer<typeof progress>;

const BEGINNING: Progress = { edition: EDITION, article: 0, photo: 0, done: false };
const TYPES: readonly RightsType[] = ['photo', 'article'];

export interface Steps {
  /** So many rows are read and entered at once. */
  size: number;
  /** So long the database is left to others between two steps. */
  pauseMs: number;
}

/**
 * Fills the desk's books (issues, usage) with what was there before the desk was: step by step, in the background. It
 * goes on after a restart where it stopped. Any number of processes may do it: entering twice changes nothing.
 */
export async function fillBooks(
  strapi: Core.Strapi,
  { size, pauseMs }: Steps,
  isStopped: () => boolean,
): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'desk-books' });
  const state = progress.catch(BEGINNING).parse(await store.get({}));
  if (state.done) return;
  for (const type of TYPES) {
    for (;;) {
      if (isStopped()) return;
      const rows = await rowsAfter(strapi, type, state[type], size);
      const last = rows.at(-1);
      if (!last) break;
      await enter(strapi, type, rows);
      state[type] = Number(last['id']);
      await store.set({ value: state });
      await pause(pauseMs);
    }
  }
  await store.set({ value: { ...state, done: true } });
}

async function enter(strapi: Core.Strapi, type: RightsType, rows: readonly Entity[]): Promise<void> {
  const idsOf = (some: readonly Entity[]) => [...new Set(some.map(({ documentId }) => String(documentId)))];
  const published = rows.filter(({ publishedAt }) => publishedAt !== null && publishedAt !== undefined);
  const edited = rows.filter((row) => !published.includes(row));
  await keepIssues(strapi, type, idsOf(edited));
  await keepUsage(strapi, idsOf(published), new Date());
}

async function rowsAfter(strapi: Core.Strapi, type: RightsType, id: number, limit: number): Promise<Entity[]> {
  return (await strapi.db
    .queryBuilder(UID[type])
    .init({
      select: ['id', 'documentId', ...(type === 'article' ? ['publishedAt'] : [])],
      where: { id: { $gt: id } },
      orderBy: { id: 'asc' },
      limit,
    })
    .execute()) as Entity[];
}

/** The filling of the books, as a service that goes on until it is done or stopped. */
export const deskBooks = ({ strapi }: { strapi: Core.Strapi }) => {
  let going: Promise<void> | undefined;
  let stopped = false;
  const fill = async (steps: Steps): Promise<void> => {
    try {
      await fillBooks(strapi, steps, () => stopped);
    } catch (error) {
      strapi.log.error(`newswire: the rights desk's lists could not be completed; they go on at the next start: ${String(error)}`); // prettier-ignore
    }
  };
  return {
    start(steps: Steps = { size: 200, pauseMs: 20 }): Promise<void> {
      going ??= fill(steps);
      return going;
    },
    async stop(): Promise<void> {
      stopped = true;
      await going;
    },
  };
};
