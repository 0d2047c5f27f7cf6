import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import type { Feed, FeedRequest } from '../../contracts/feeds';
import { UID } from '../../contracts/uid';
import { documentsOf, textOf, type Entity } from '../documents';
import { takeDue, takeNow } from './claim';
import { feedRow, shown, type FeedRow } from './feed';
import { poll } from './poll';
import { newToken, seal } from './secrets';
import { feedSettings } from './settings';

/** So many feeds are polled at once in one process. */
const AT_ONCE = 4;

const MAX_FEEDS = 1000;

/** The name of the job in Strapi's cron, and how often it looks for feeds that are due. */
const JOB = 'newswire-feeds';
const EVERY_FIVE_SECONDS = '*/5 * * * * *';

/** How items arrive unattended. */
export const feeds = ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = feedSettings(strapi);
  const held = { owner: randomUUID(), leaseSeconds: settings.leaseSeconds };
  const going = new Set<Promise<void>>();
  let isStopping = false;
  const rows = () => strapi.db.query(UID.feed);

  async function row(documentId: string): Promise<FeedRow | undefined> {
    const found = (await rows().findOne({ where: { documentId }, populate: { agency: true } })) as Entity | null;
    return found ? feedRow(found) : undefined;
  }

  async function found(documentId: string): Promise<Feed> {
    const feed = await row(documentId);
    if (!feed) throw new Error(`The feed ${documentId} is gone.`);
    return shown(feed, new Date());
  }

  /** Whatever is being polled with the old settings comes to nothing: its claim is gone. */
  const changed = (documentId: string, data: Entity): Promise<unknown> =>
    rows().updateMany({ where: { documentId }, data: { ...data, owner: null, leaseUntil: null } });

  /** Polls what is due, one after the other. */
  async function pollDue(): Promise<void> {
    for (;;) {
      const feed = isStopping ? undefined : await takeDue(strapi, held, new Date());
      if (!feed) return;
      await poll(strapi, feed, held, settings);
    }
  }

  return {
    row,
    find: async (documentId: string): Promise<Feed | undefined> => {
      const feed = await row(documentId);
      return feed && shown(feed, new Date());
    },

    async list(): Promise<Feed[]> {
      const all = (await rows().findMany({
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        populate: { agency: true },
        limit: MAX_FEEDS,
      })) as Entity[];
      return all.map((one) => shown(feedRow(one), new Date()));
    },

    async agencies(): Promise<{ documentId: string; name: string }[]> {
      const all = (await strapi.db.query(UID.agency).findMany({
        select: ['documentId', 'name'],
        orderBy: { name: 'asc' },
        limit: MAX_FEEDS,
      })) as Entity[];
      return all.map((one) => ({ documentId: String(one['documentId']), name: textOf(one, 'name') ?? '' }));
    },

    folders: settings.folders,

    async create(request: FeedRequest): Promise<{ data: Feed; token?: string }> {
      const made = request.kind === 'push' ? newToken() : undefined;
      const { documentId } = await documentsOf(strapi, UID.feed).create({
        data: {
          ...columnsOf(strapi, request),
          kind: request.kind,
          enabled: true,
          dueAt: new Date().toISOString(),
          failures: 0,
          ...(made ? { tokenHash: made.tokenHash } : {}),
        },
      });
      return { data: await found(documentId), ...(made ? { token: made.token } : {}) };
    },

    /** Begins anew where the feed comes from elsewhere now. */
    async update(feed: FeedRow, request: FeedRequest): Promise<Feed> {
      const { documentId } = feed;
      const isMoved = feed.location !== request.location || feed.afterwards !== request.afterwards;
      await documentsOf(strapi, UID.feed).update({ documentId, data: columnsOf(strapi, request) });
      await changed(documentId, {
        ...(isMoved ? { cursor: null } : {}),
        failures: 0,
        lastError: null,
        dueAt: new Date().toISOString(),
      });
      return found(documentId);
    },

    async remove(documentId: string): Promise<void> {
      await documentsOf(strapi, UID.feed).delete({ documentId });
    },

    async pause(documentId: string): Promise<Feed> {
      await changed(documentId, { enabled: false, pausedBy: 'hand' });
      return found(documentId);
    },

    async resume(documentId: string): Promise<Feed> {
      const dueAt = new Date().toISOString();
      await changed(documentId, { enabled: true, pausedBy: null, failures: 0, lastError: null, dueAt });
      return found(documentId);
    },

    /** Makes a new token; the old one is worth nothing from now on. */
    async renewToken(documentId: string): Promise<{ data: Feed; token: string }> {
      const { token, tokenHash } = newToken();
      await rows().updateMany({ where: { documentId }, data: { tokenHash } });
      return { data: await found(documentId), token };
    },

    /** Polls a feed here and now, paused or not; undefined where somebody is polling it. */
    async fetchNow({ id, documentId }: FeedRow): Promise<Feed | undefined> {
      const feed = await takeNow(strapi, id, held, new Date());
      if (!feed) return undefined;
      await poll(strapi, feed, held, settings);
      return found(documentId);
    },

    /** What a push brought, so that the list of feeds tells it. */
    async arrived(id: number, run: string): Promise<void> {
      const at = new Date().toISOString();
      await rows().updateMany({ where: { id }, data: { arrivedAt: at, lastRun: run, failures: 0, lastError: null } });
    },

    /** Polls what is due, and answers when that is done. */
    async tick(): Promise<void> {
      const room = Array.from({ length: Math.max(0, AT_ONCE - going.size) }, () => {
        const one = pollDue().catch((error: unknown) => {
          strapi.log.error(`newswire: feeds could not be polled: ${String(error)}`);
        });
        const settled: Promise<void> = one.then(() => void going.delete(settled));
        going.add(settled);
        return settled;
      });
      await Promise.all(room);
    },

    schedule(): void {
      if (!settings.poll) return;
      strapi.cron.add({ [JOB]: { task: () => this.tick(), options: { rule: EVERY_FIVE_SECONDS } } });
    },

    /** Ends after the polls that are going on. */
    async stop(): Promise<void> {
      isStopping = true;
      if (settings.poll) strapi.cron.remove(JOB);
      await Promise.all(going);
    },
  };
};

function columnsOf(strapi: Core.Strapi, request: FeedRequest): Entity {
  const { name, location, intervalSeconds, publish, agency, categories, afterwards, signIn } = request;
  const secret =
    signIn.kind === 'keep' ? {} : { signIn: signIn.kind, secret: signIn.kind === 'none' ? null : seal(strapi, signIn) };
  return { name, location, intervalSeconds, publish, agency, categories, afterwards, ...secret };
}
