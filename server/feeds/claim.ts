import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { retrying } from '../importer/retry';
import { waitAfter } from './backoff';
import { feedRow, type FeedRow } from './feed';

/** This process, for the feeds that it polls. */
export interface Held {
  owner: string;
  leaseSeconds: number;
}

const isFree = (now: string) => ({ $or: [{ leaseUntil: { $null: true } }, { leaseUntil: { $lt: now } }] });

/**
 * Takes the feed that has waited longest; undefined where none is due. Due times and leases are in the database and one
 * conditional update takes a feed, so any number of processes poll each feed once.
 */
export async function takeDue(strapi: Core.Strapi, held: Held, now: Date): Promise<FeedRow | undefined> {
  const at = now.toISOString();
  const due = { enabled: true, kind: { $ne: 'push' }, dueAt: { $lte: at }, ...isFree(at) };
  const waiting = (await strapi.db
    .query(UID.feed)
    .findMany({ select: ['id'], where: due, orderBy: { dueAt: 'asc' }, limit: 20 })) as Entity[];
  for (const { id } of waiting) {
    const taken = await take(strapi, { ...due, id }, held, now);
    if (taken) return taken;
  }
  return undefined;
}

/** Takes this feed, whether it is due or not; undefined where somebody is polling it. */
export const takeNow = (strapi: Core.Strapi, id: number, held: Held, now: Date): Promise<FeedRow | undefined> =>
  take(strapi, { id, ...isFree(now.toISOString()) }, held, now);

async function take(strapi: Core.Strapi, where: Entity, held: Held, now: Date): Promise<FeedRow | undefined> {
  const feeds = strapi.db.query(UID.feed);
  const data = { owner: held.owner, leaseUntil: leaseEnd(held, now) };
  const { count } = await retrying(() => feeds.updateMany({ where, data }));
  if (count === 0) return undefined;
  const row = (await feeds.findOne({
    where: { id: where['id'], owner: held.owner },
    populate: { agency: true },
  })) as Entity | null;
  return row ? feedRow(row) : undefined;
}

/** Keeps a feed while `work` goes on, however long it takes. */
export async function holding<T>(strapi: Core.Strapi, { id }: FeedRow, held: Held, work: () => Promise<T>): Promise<T> {
  const renew = (): void => {
    const data = { leaseUntil: leaseEnd(held, new Date()) };
    const renewed = strapi.db.query(UID.feed).updateMany({ where: { id, owner: held.owner }, data });
    renewed.catch((error: unknown) => strapi.log.debug(`newswire: a lease was not renewed: ${String(error)}`));
  };
  const timer = setInterval(renew, (held.leaseSeconds * 1000) / 3);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** What came of a poll. */
export type Polled =
  | {
      cursor: unknown;
      /** The import of what came; absent where nothing new came. */
      run?: string | undefined;
      /** There is more to fetch: poll again after so many seconds, not after the interval. */
      againSeconds?: number | undefined;
    }
  | { error: { code: string; message: string }; run?: string | undefined; waitSeconds?: number | undefined };

/** Writes what came of a poll and gives the feed back. Answers true where this failure stopped the feed. */
export async function settle(
  strapi: Core.Strapi,
  feed: FeedRow,
  held: Held,
  polled: Polled,
  { now, stopAfter }: { now: Date; stopAfter: number },
): Promise<boolean> {
  const at = now.toISOString();
  const failures = 'error' in polled ? feed.failures + 1 : 0;
  const stops = failures >= stopAfter && (feed.enabled ?? false);
  const wait =
    'error' in polled
      ? waitAfter(failures, feed.intervalSeconds, polled.waitSeconds)
      : Math.min(polled.againSeconds ?? feed.intervalSeconds, feed.intervalSeconds);
  const data = {
    owner: null,
    leaseUntil: null,
    failures,
    polledAt: at,
    dueAt: new Date(now.getTime() + wait * 1000).toISOString(),
    lastError: 'error' in polled ? { ...polled.error, at } : null,
    ...('error' in polled ? {} : { cursor: polled.cursor }),
    ...(polled.run === undefined ? {} : { lastRun: polled.run, arrivedAt: at }),
    ...(stops ? { enabled: false, pausedBy: 'failures' } : {}),
  };
  const where = { id: feed.id, owner: held.owner };
  const { count } = await retrying(() => strapi.db.query(UID.feed).updateMany({ where, data }));
  return stops && count > 0;
}

const leaseEnd = ({ leaseSeconds }: Held, now: Date): string =>
  new Date(now.getTime() + leaseSeconds * 1000).toISOString();
