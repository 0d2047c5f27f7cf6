import type { Core } from '@strapi/strapi';
import { EVENTS } from '../../contracts/events';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { newsOfStories } from '../editing/changes';
import { tell, TOLD_COLUMNS, type News } from '../editing/events';
import type { GateColumns } from './columns';
import type { JudgedUid } from './rights-of';

/** So many are told of one by one at a time: an agency that changes its terms may close everything of it. */
const MAX_TOLD = 500;

/** Told of elsewhere: with the write that does it (`editing/changes.ts`), or by the clock (`importer/embargo/clock.ts`). */
const TOLD_ELSEWHERE: ReadonlySet<unknown> = new Set(['killed', 'withheld', 'embargoed', 'expired', 'unreleased']);

/** True where readers get a row by this judgement that they did not get before, or lose it, or other countries have it. */
export function turnsFor(row: Entity, gate: GateColumns, now: Date): boolean {
  const was = row['blockedBy'] ?? null;
  if (TOLD_ELSEWHERE.has(was) || TOLD_ELSEWHERE.has(gate.blockedBy)) return false;
  if (was !== gate.blockedBy) return was === null || gate.blockedBy === null;
  if (was !== null) return false;
  const isOpening =
    timeOf(row['rejudgeAt']) === timeOf(row['servableFrom']) && timeOf(row['servableFrom']) <= now.getTime();
  const isEmbargo = timeOf(row['embargoedUntil']) === timeOf(row['servableFrom']);
  return (isOpening && !isEmbargo) || (row['servableIn'] ?? null) !== gate.servableIn;
}

/** NaN, which equals nothing, where there is none. */
const timeOf = (value: unknown): number =>
  typeof value === 'string' || typeof value === 'number' || value instanceof Date ? new Date(value).getTime() : NaN;

/** Tells that readers have an article, or the photo of one, no more or again, or in other countries. */
export async function tellTurned(strapi: Core.Strapi, uid: JudgedUid, turned: readonly unknown[]): Promise<void> {
  if (turned.length === 0) return;
  const ids = turned.slice(0, MAX_TOLD);
  if (ids.length < turned.length) {
    strapi.log.warn(
      `newswire: ${turned.length - ids.length} rows are shown otherwise and not told of one by one: ask for the changes.`,
    );
  }
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', ...TOLD_COLUMNS.filter((column) => uid === UID.article || column !== 'slug')],
    where: { id: { $in: ids }, ...(uid === UID.article ? { publishedAt: { $notNull: true } } : {}) },
  })) as Entity[];
  const news: News[] = [];
  for (const row of rows) {
    // A photo may stand in many stories.
    if (news.length >= MAX_TOLD) break;
    if (uid === UID.photo) news.push(...(await newsOfStories(strapi, row, FIELDS)));
    else news.push({ event: EVENTS.articleRightsChanged, uid, row, about: { fields: FIELDS } });
  }
  await tell(strapi, news.slice(0, MAX_TOLD));
}

const FIELDS = ['servable'] as const;
