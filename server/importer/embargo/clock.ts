import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { EVENTS } from '../../../contracts/events';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { tell, TOLD_COLUMNS, type News } from '../../editing/events';
import { sweep } from '../../gate/sweep';
import { dueForRelease, release } from './release';

/** How often it is looked at what time has opened and closed. Readers are kept to the second by the guard of every read. */
const RULE = '*/5 * * * * *';

/** An instance that does not come back within this is dead; another goes on. */
const LEASE_MS = 60_000;

/** How far the clock has come is written at least so often. */
const STEP_MS = 30_000;

/** So many stories are told of at one tick; more never share one. */
const MAX_TOLD = 5000;

/** A story that cannot be published is tried again after so long, and twice as long each time after. */
const FIRST_PAUSE_MS = 10_000;
const MAX_PAUSE_MS = 600_000;

const ROW = 'plugin_newswire_clock';
const state = z.object({ until: z.iso.datetime(), busyUntil: z.iso.datetime().nullable() });
type State = z.infer<typeof state>;

/**
 * What time does to stories: an embargo ends and what was imported to be published goes out, a story expires. Every
 * instance runs it and one does it; what came due while none was running is done at the next start.
 */
export const clock = ({ strapi }: { strapi: Core.Strapi }) => {
  const failures = new Map<string, { at: number; pause: number }>();
  let ticking: Promise<void> | undefined;
  let isStopped = false;

  async function publishDue(now: Date): Promise<string[]> {
    const out: string[] = [];
    for (const documentId of await dueForRelease(strapi, now)) {
      if ((failures.get(documentId)?.at ?? 0) > now.getTime()) continue;
      try {
        if (await release(strapi, documentId, now)) out.push(documentId);
        failures.delete(documentId);
      } catch (error) {
        const pause = Math.min(MAX_PAUSE_MS, (failures.get(documentId)?.pause ?? FIRST_PAUSE_MS / 2) * 2);
        failures.set(documentId, { at: now.getTime() + pause, pause });
        strapi.log.error(
          `newswire: the embargo of article ${documentId} has ended, and it could not be published: ${String(error)}`,
        );
      }
    }
    return out;
  }

  async function work(now: Date): Promise<void> {
    const row = await rowOf(strapi, now);
    const isBusy = row.state.busyUntil !== null && Date.parse(row.state.busyUntil) > now.getTime();
    // After the clock was put back a lease may seem to last for hours.
    if (isBusy && Date.parse(row.state.busyUntil ?? '') < now.getTime() + 2 * LEASE_MS) return;
    const due = await dueForRelease(strapi, now);
    const news = await newsBetween(strapi, new Date(row.state.until), now);
    const isLate = now.getTime() - Date.parse(row.state.until) >= STEP_MS;
    if (due.length === 0 && news.length === 0 && !isLate) return;
    const { until } = row.state;
    const held = { until, busyUntil: new Date(now.getTime() + LEASE_MS).toISOString() };
    if (!(await replace(strapi, row, held))) return;
    const out = await publishDue(now);
    const told = await newsBetween(strapi, new Date(until), now);
    const known = new Set(told.map(({ row: { documentId } }) => documentId));
    const late = await liveRows(strapi, { documentId: { $in: out.filter((one) => !known.has(one)) } });
    await tell(strapi, [...told, ...late.map(lifted)]);
    const next = now.toISOString();
    // Where the clock was put back nothing is told twice.
    await replace(strapi, { ...row, state: held }, { until: next > until ? next : until, busyUntil: null });
    // The photos of what is open now are judged at once, not at the next look; without the lease, which it may outlast.
    if (told.length > 0 || out.length > 0) await sweep(strapi, now);
  }

  return {
    /** Does what has come due. */
    async tick(now: Date): Promise<void> {
      if (ticking || isStopped) return ticking;
      ticking = work(now).finally(() => (ticking = undefined));
      return ticking;
    },

    start(): void {
      const task = async (): Promise<void> => {
        try {
          await this.tick(new Date());
        } catch (error) {
          strapi.log.warn(`newswire: embargoes and expiries were not looked at, and will be: ${String(error)}`);
        }
      };
      strapi.cron.add({ 'newswire.clock': { task, options: { rule: RULE } } });
    },

    async stop(): Promise<void> {
      isStopped = true;
      strapi.cron.remove('newswire.clock');
      await ticking?.catch(() => undefined);
    },
  };
};

/** What readers see otherwise since `from`: embargoes that have ended, stories that have expired. */
async function newsBetween(strapi: Core.Strapi, from: Date, to: Date): Promise<News[]> {
  if (from >= to) return [];
  const within = { $gt: from.toISOString(), $lte: to.toISOString() };
  const open = await liveRows(strapi, { pubStatus: 'usable', embargoedUntil: within });
  const closed = await liveRows(strapi, { pubStatus: 'usable', expires: within });
  return [...open.map(lifted), ...closed.map(expired)];
}

const lifted = (row: Entity): News => ({ event: EVENTS.articleEmbargoLifted, uid: UID.article, row });
const expired = (row: Entity): News => ({
  event: EVENTS.articleRightsChanged,
  uid: UID.article,
  row,
  about: { fields: ['expires'] },
});

async function liveRows(strapi: Core.Strapi, where: Record<string, unknown>): Promise<Entity[]> {
  return (await strapi.db.query(UID.article).findMany({
    select: ['id', ...TOLD_COLUMNS],
    where: { ...where, publishedAt: { $notNull: true } },
    orderBy: { id: 'asc' },
    limit: MAX_TOLD,
  })) as Entity[];
}

interface Row {
  id: number;
  state: State;
}

async function rowOf(strapi: Core.Strapi, now: Date): Promise<Row> {
  const store = strapi.db.query('strapi::core-store');
  const row = (await store.findOne({ where: { key: ROW }, orderBy: { id: 'asc' } })) as Entity | null;
  const known = row && state.safeParse(jsonOf(String(row['value']))).data;
  if (row && known) return { id: Number(row['id']), state: known };
  const first: State = { until: now.toISOString(), busyUntil: null };
  const value = JSON.stringify(first);
  if (row) await store.update({ where: { id: row['id'] }, data: { value } });
  else await store.create({ data: { key: ROW, value, type: 'object' } });
  return rowOf(strapi, now);
}

/** True where nobody else has written the row since it was read. */
async function replace(strapi: Core.Strapi, { id, state: was }: Row, becomes: State): Promise<boolean> {
  const { count } = await strapi.db
    .query('strapi::core-store')
    .updateMany({ where: { id, value: JSON.stringify(was) }, data: { value: JSON.stringify(becomes) } });
  return count > 0;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
