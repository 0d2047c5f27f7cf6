import { z } from 'zod';
import { rightsType } from './rights';

/** The desk's pages: `/newswire/desk`. */

/** What the Rights inbox looks for, gravest first. */
export const INBOX_KINDS = [
  'killed-in-use',
  'expired-live',
  'expiring',
  'missing-credit',
  'conflict',
  'unknown-agency',
] as const;
export const inboxKind = z.enum(INBOX_KINDS);
export type InboxKind = z.infer<typeof inboxKind>;

/** Nobody works through more than this: counting on would cost more than it tells. */
export const COUNT_LIMIT = 10_000;

/** A number of rows; `more` where there are more than that. */
export const count = z.object({ total: z.int(), more: z.boolean() });
export type Count = z.infer<typeof count>;

/** GET /newswire/desk/inbox/counts */
export const inboxCountsResponse = z.object({ data: z.array(count.extend({ kind: inboxKind, type: rightsType })) });
export type InboxCountsResponse = z.infer<typeof inboxCountsResponse>;

export const PAGE_SIZES = [20, 40, 100] as const;
const page = z.coerce.number().int().min(1).max(COUNT_LIMIT).default(1);
const pageSize = z.coerce.number().int().min(1).max(100).default(40);
const documentId = z.string().regex(/^[\w-]{1,64}$/);

/** GET /newswire/desk/inbox */
export const inboxQuery = z.object({
  kind: inboxKind,
  type: rightsType.default('photo'),
  /** The document id of an agency. */
  agency: documentId.optional(),
  page,
  pageSize,
});
export type InboxQuery = z.input<typeof inboxQuery>;

export const inboxRow = z.object({
  type: rightsType,
  documentId: z.string(),
  title: z.string(),
  byline: z.string().optional(),
  creditLine: z.string().optional(),
  copyrightHolder: z.string().optional(),
  agency: z.string().optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  /** When its rights end, or ended. */
  until: z.string().optional(),
  /** Where its fields contradict each other: what is stated, and what the other field says. */
  contradiction: z
    .object({ about: z.enum(['person', 'agency', 'linked']), stated: z.string(), other: z.string() })
    .optional(),
  /** Readers have it. */
  live: z.boolean(),
});
export type InboxRow = z.infer<typeof inboxRow>;

export const pagination = count.extend({ page: z.int(), pageSize: z.int() });
export const inboxResponse = z.object({ data: z.array(inboxRow), meta: z.object({ pagination }) });
export type InboxResponse = z.infer<typeof inboxResponse>;

/** GET /newswire/desk/uses/:type/:documentId */
export const use = z.object({
  documentId: z.string(),
  title: z.string(),
  /** In which version of the article. */
  draft: z.boolean(),
  published: z.boolean(),
  /** Readers have the published version: it is not killed, expired or under embargo. */
  live: z.boolean(),
});
export type Use = z.infer<typeof use>;
/** More articles than this are not listed; a takedown takes them all. */
export const USES_LIMIT = 500;
export const usesResponse = z.object({
  data: z.object({
    documentId: z.string(),
    title: z.string(),
    creditLine: z.string().optional(),
    pubStatus: z.enum(['usable', 'withheld', 'canceled']),
    /** The first of them. */
    uses: z.array(use),
    /** How many articles use it. */
    total: z.int(),
  }),
});
export type UsesResponse = z.infer<typeof usesResponse>;

/** POST /newswire/desk/takedown */
export const takedownRequest = z
  .object({
    type: rightsType,
    documentId,
    /** A photo is removed from its articles, or replaced there by another. An article is unpublished. */
    action: z.enum(['remove', 'replace']),
    replacement: documentId.optional(),
    reason: z.string().trim().min(1).max(1000),
  })
  .refine(({ action, replacement }) => (action === 'replace') === (replacement !== undefined), {
    path: ['replacement'],
    message: 'the photo that takes its place, where it is replaced',
  })
  .refine(({ type, action }) => type === 'photo' || action === 'remove', {
    path: ['action'],
    message: 'an article can only be removed',
  });
export type TakedownRequest = z.input<typeof takedownRequest>;

export const takedownResponse = z.object({
  data: z.object({
    done: z.array(use.extend({ outcome: z.enum(['removed', 'replaced', 'unpublished']) })),
    failed: z.array(use.extend({ error: z.object({ code: z.string(), message: z.string() }) })),
    /** It was still usable, and was withheld first. */
    withheld: z.boolean(),
  }),
});
export type TakedownResponse = z.infer<typeof takedownResponse>;

const day = z.iso.date();

/** GET /newswire/desk/usage, and /newswire/desk/usage/export for all of it as CSV. */
export const usageQuery = z.object({
  agency: documentId.optional(),
  /** The first and the last day of the period, in UTC. */
  from: day.optional(),
  to: day.optional(),
  live: z.enum(['live', 'ended']).optional(),
  type: rightsType.optional(),
  page,
  pageSize,
});
export type UsageQuery = z.input<typeof usageQuery>;

export const usageRow = z.object({
  article: z.object({ documentId: z.string(), title: z.string() }),
  item: z.object({ type: rightsType, documentId: z.string(), title: z.string() }),
  agency: z.string().optional(),
  creditLine: z.string().optional(),
  copyrightHolder: z.string().optional(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  live: z.boolean(),
});
export type UsageRow = z.infer<typeof usageRow>;
export const usageResponse = z.object({ data: z.array(usageRow), meta: z.object({ pagination }) });
export type UsageResponse = z.infer<typeof usageResponse>;

/** GET /newswire/desk/audit/export */
export const auditQuery = z.object({
  format: z.enum(['csv', 'ndjson']).default('csv'),
  type: rightsType.optional(),
  documentId: documentId.optional(),
  from: day.optional(),
  to: day.optional(),
});
export type AuditQuery = z.input<typeof auditQuery>;

/** GET /newswire/desk/agencies */
export const agenciesResponse = z.object({ data: z.array(z.object({ documentId: z.string(), name: z.string() })) });
export type AgenciesResponse = z.infer<typeof agenciesResponse>;
