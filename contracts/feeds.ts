import { z } from 'zod';

/** The feeds room: `/newswire/feeds`. A secret goes in and never comes out again, except a new token, once. */

export const FEED_KINDS = ['http', 'folder', 'push'] as const;
export const feedKind = z.enum(FEED_KINDS);
export type FeedKind = z.infer<typeof feedKind>;

/** Seconds between two polls. */
export const INTERVAL = { min: 10, max: 86_400, default: 300 } as const;

/** How an http feed signs in. `keep` leaves what is stored as it is. */
export const signIn = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('keep') }),
  z.object({
    kind: z.literal('basic'),
    username: z
      .string()
      .min(1)
      .max(500)
      .regex(/^[^:\p{Cc}]*$/u),
    password: z.string().max(2000),
  }),
  z.object({
    kind: z.literal('header'),
    name: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9-]+$/),
    value: z
      .string()
      .min(1)
      .max(4000)
      .regex(/^[\x20-\x7e]*$/),
  }),
]);
export type SignIn = z.infer<typeof signIn>;

/** POST /newswire/feeds, PUT /newswire/feeds/:documentId */
export const feedRequest = z.object({
  name: z.string().trim().min(1).max(200),
  kind: feedKind,
  /** The address of an http feed, the directory of a folder feed; nothing for a push feed. */
  location: z.string().trim().max(2000).default(''),
  intervalSeconds: z.int().min(INTERVAL.min).max(INTERVAL.max).default(INTERVAL.default),
  /** Stories are published, not only drafted. Needs the permission to publish on import. */
  publish: z.boolean().default(false),
  /** The agency of stories that name none. */
  agency: z.string().nullable().default(null),
  /** The categories of stories that name none. */
  categories: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  /** What becomes of a file of a folder that was taken. */
  afterwards: z.enum(['move', 'remember']).default('move'),
  signIn: signIn.default({ kind: 'keep' }),
});
export type FeedRequest = z.infer<typeof feedRequest>;

export const feedHealth = z.enum(['new', 'ok', 'failing', 'paused', 'stopped']);
export type FeedHealth = z.infer<typeof feedHealth>;

export const feed = z.object({
  documentId: z.string(),
  name: z.string(),
  kind: feedKind,
  location: z.string(),
  intervalSeconds: z.int(),
  publish: z.boolean(),
  agency: z.object({ documentId: z.string(), name: z.string() }).optional(),
  categories: z.array(z.string()),
  afterwards: z.enum(['move', 'remember']),
  signIn: z.enum(['none', 'basic', 'header']),
  enabled: z.boolean(),
  /** `paused` by hand, `stopped` by its failures. */
  health: feedHealth,
  failures: z.int(),
  lastError: z.object({ code: z.string(), message: z.string(), at: z.string() }).optional(),
  polledAt: z.string().optional(),
  /** When it last brought something. */
  arrivedAt: z.string().optional(),
  dueAt: z.string().optional(),
  /** The import of what it last brought. */
  lastRun: z.string().optional(),
  /** Another process is polling it now. */
  isBusy: z.boolean(),
});
export type Feed = z.infer<typeof feed>;

/** GET /newswire/feeds */
export const feedsResponse = z.object({
  data: z.array(feed),
  meta: z.object({
    agencies: z.array(z.object({ documentId: z.string(), name: z.string() })),
    /** The directories that the operator lets folder feeds watch. */
    folders: z.array(z.string()),
    mayPublish: z.boolean(),
  }),
});
export type FeedsResponse = z.infer<typeof feedsResponse>;

/**
 * POST /newswire/feeds, PUT and DELETE /newswire/feeds/:documentId,
 * POST /newswire/feeds/:documentId/{fetch,pause,resume,token}
 *
 * `token` is in the answer that made it, and in no other.
 */
export const feedResponse = z.object({ data: feed, token: z.string().optional() });
export type FeedResponse = z.infer<typeof feedResponse>;
