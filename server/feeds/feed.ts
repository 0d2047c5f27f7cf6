import { z } from 'zod';
import { FEED_KINDS, type Feed, type FeedHealth } from '../../contracts/feeds';
import type { Entity } from '../documents';

const instant = z
  .union([z.date(), z.string()])
  .nullish()
  .transform((at) => (at === null || at === undefined ? undefined : new Date(at).toISOString()));
const text = z
  .string()
  .nullish()
  .transform((one) => one ?? '');

/** The row of a feed, as far as it is more than what the admin sees. */
const row = z.object({
  id: z.number(),
  documentId: z.string(),
  name: text,
  kind: z.enum(FEED_KINDS),
  location: text,
  intervalSeconds: z.number().catch(300),
  enabled: z.boolean().nullish(),
  pausedBy: z.enum(['hand', 'failures']).nullish(),
  publish: z
    .boolean()
    .nullish()
    .transform((one) => one ?? false),
  agency: z.object({ documentId: z.string(), name: text }).nullish(),
  categories: z.array(z.string()).catch([]),
  afterwards: z.enum(['move', 'remember']).catch('move'),
  signIn: z.enum(['none', 'basic', 'header']).catch('none'),
  secret: z.string().nullish(),
  tokenHash: z.string().nullish(),
  cursor: z.unknown(),
  dueAt: instant,
  owner: z.string().nullish(),
  leaseUntil: instant,
  polledAt: instant,
  arrivedAt: instant,
  lastRun: z.string().nullish(),
  lastError: z.object({ code: z.string(), message: z.string(), at: z.string() }).nullish().catch(null),
  failures: z
    .number()
    .nullish()
    .transform((one) => one ?? 0),
});
export type FeedRow = z.infer<typeof row>;

export const feedRow = (entity: Entity): FeedRow => row.parse(entity);

/** What the admin sees of a feed: no secret, no token, not even their hashes. */
export function shown(feed: FeedRow, now: Date): Feed {
  const { lastError, agency, lastRun } = feed;
  return {
    documentId: feed.documentId,
    name: feed.name,
    kind: feed.kind,
    location: feed.location,
    intervalSeconds: feed.intervalSeconds,
    publish: feed.publish,
    categories: feed.categories,
    afterwards: feed.afterwards,
    signIn: feed.signIn,
    enabled: feed.enabled ?? false,
    health: healthOf(feed),
    failures: feed.failures,
    isBusy: feed.leaseUntil !== undefined && feed.leaseUntil > now.toISOString(),
    ...(agency ? { agency } : {}),
    ...(lastError ? { lastError } : {}),
    ...(lastRun ? { lastRun } : {}),
    ...(feed.polledAt === undefined ? {} : { polledAt: feed.polledAt }),
    ...(feed.arrivedAt === undefined ? {} : { arrivedAt: feed.arrivedAt }),
    ...(feed.dueAt === undefined || !feed.enabled || feed.kind === 'push' ? {} : { dueAt: feed.dueAt }),
  };
}

function healthOf({ enabled, pausedBy, failures, polledAt, arrivedAt }: FeedRow): FeedHealth {
  if (!enabled) return pausedBy === 'failures' ? 'stopped' : 'paused';
  if (failures > 0) return 'failing';
  return polledAt === undefined && arrivedAt === undefined ? 'new' : 'ok';
}
