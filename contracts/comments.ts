import { z } from 'zod';

/** The comments room: what readers send to `/api/newswire`, and the moderators' `/newswire/comments`. */

export const STATES = ['pending', 'approved', 'rejected', 'spam', 'removed'] as const;
export const commentState = z.enum(STATES);
export type CommentState = z.infer<typeof commentState>;

export const MODES = ['before', 'after', 'history'] as const;
export const moderationMode = z.enum(MODES);
export type ModerationMode = z.infer<typeof moderationMode>;

/** Why a reader reports a comment. */
export const REPORT_REASONS = ['spam', 'abuse', 'hate', 'privacy', 'off-topic', 'other'] as const;
export const reportReason = z.enum(REPORT_REASONS);
export type ReportReason = z.infer<typeof reportReason>;

/** What a moderator does with comments, and the state that each leads to. */
export const MODERATION = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  remove: 'removed',
  hold: 'pending',
} as const satisfies Record<string, CommentState>;
export type Moderation = keyof typeof MODERATION;
export const moderation = z.enum(['approve', 'reject', 'spam', 'remove', 'hold']);

/** The checks that a comment goes through (`server/comments/checks`), by the name that moderators are told. */
export const CHECKS = [
  'honeypot',
  'banned',
  'length',
  'repeated',
  'links',
  'blocked-words',
  'suspect-words',
  'flood',
  'spam-service',
] as const;
export const finding = z.object({
  check: z.enum(CHECKS),
  /** How bad it is: hold it for a moderator, turn it down, or call it spam. */
  verdict: z.enum(['hold', 'reject', 'spam']),
  /** What was found, for the moderator: the word, the number of links. */
  detail: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

/* ------------------------------------------------------------------ readers */

/** No comment is longer than this, whatever is configured. */
export const MAX_TEXT = 20_000;
export const NAME_LENGTH = 80;
/** Letters of every script on both sides (RFC 6531); the last label is letters, or such letters in ASCII (`xn--…`). */
const ADDRESS =
  /^(?!\.)(?!.*\.\.)[\p{L}\p{N}\p{M}_'+.-]*[\p{L}\p{N}\p{M}_+-]@(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.)+(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]{2,59})$/iu;
const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email({ pattern: ADDRESS }));
/** U+0000 is no character of an id, and none that PostgreSQL can be asked for. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\0]+$/, 'is no id');

/** POST /api/newswire/articles/:article/comments. The author of a signed-in reader is the session's, never the body's. */
export const postRequest = z.object({
  text: z.string().max(MAX_TEXT * 2),
  name: z.string().trim().max(200).optional(),
  email: email.optional().or(
    z
      .string()
      .regex(/^\s*$/)
      .transform(() => undefined),
  ),
  parent: id.optional(),
  /** A field that people do not see and robots fill in. */
  website: z.string().max(2000).optional(),
});
export type PostRequest = z.infer<typeof postRequest>;

/** PUT and DELETE /api/newswire/comments/:documentId. The token is the one given at posting. */
export const editRequest = z.object({ text: z.string().max(MAX_TEXT * 2), token: z.string().max(200).optional() });
export const deleteRequest = z.object({ token: z.string().max(200).optional() });

/** POST /api/newswire/comments/:documentId/reports */
export const reportRequest = z.object({ reason: reportReason, note: z.string().trim().max(1000).optional() });

/** GET /api/newswire/articles/:article/comments */
export const MAX_PAGE = 200;
export const threadRequest = z.object({
  first: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  after: id.optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
});
export type ThreadRequest = z.infer<typeof threadRequest>;

/* --------------------------------------------------------------- moderators */

// What is sent is strict: a misspelt `until` would ban for good.

/** The most comments that one request moderates. */
export const BULK_COMMENTS = 200;

export const FILTERS = [...STATES, 'reported', 'all'] as const;
export const queueFilter = z.enum(FILTERS);
export type QueueFilter = z.infer<typeof queueFilter>;

/** GET /newswire/comments */
export const queueRequest = z.object({
  filter: queueFilter.default('pending'),
  /** Words of the text or the author's name, or a whole e-mail address. */
  q: z.string().trim().max(200).optional(),
  article: id.optional(),
  /** All comments by the author of this one. */
  author: id.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});
export type QueueRequest = z.input<typeof queueRequest>;

const history = z.object({
  approved: z.int(),
  pending: z.int(),
  rejected: z.int(),
  spam: z.int(),
  removed: z.int(),
});

const report = z.object({ at: z.string(), reason: z.string(), note: z.string().optional() });

export const queuedComment = z.object({
  documentId: z.string(),
  state: commentState,
  /** What a decision on it goes with: it is another one when the comment has changed. */
  seen: z.string(),
  /** Its author has taken it back: it is shown to nobody any more. */
  isWithdrawn: z.boolean(),
  text: z.string(),
  postedAt: z.string(),
  editedAt: z.string().optional(),
  author: z.object({
    name: z.string(),
    email: z.string().optional(),
    kind: z.enum(['anonymous', 'user', 'staff']),
    /** What became of all comments of this author, this one included. */
    history,
    bannedUntil: z.string().nullable().optional(),
    isBanned: z.boolean(),
  }),
  /** `isPublished`: readers are shown it. */
  article: z
    .object({ documentId: z.string(), headline: z.string(), isPublished: z.boolean(), isOpen: z.boolean() })
    .optional(),
  parent: z
    .object({ documentId: z.string(), authorName: z.string(), text: z.string(), state: commentState })
    .optional(),
  findings: z.array(finding),
  reports: z.array(report),
  reason: z.string().optional(),
  moderatedBy: z.string().optional(),
  moderatedAt: z.string().optional(),
});
export type QueuedComment = z.infer<typeof queuedComment>;

export const queueResponse = z.object({
  data: z.array(queuedComment),
  meta: z.object({
    pagination: z.object({ page: z.int(), pageSize: z.int(), pageCount: z.int(), total: z.int() }),
    counts: z.object({ pending: z.int(), reported: z.int(), spam: z.int() }),
  }),
});
export type QueueResponse = z.infer<typeof queueResponse>;

/** GET /newswire/comments/summary */
export const summaryResponse = z.object({
  data: z.object({
    pending: z.int(),
    reported: z.int(),
    spam: z.int(),
    oldestPending: z.string().optional(),
  }),
});
export type Summary = z.infer<typeof summaryResponse>['data'];

/** POST /newswire/comments/moderate */
export const moderateRequest = z.strictObject({
  documentIds: z.array(id).min(1).max(BULK_COMMENTS),
  action: moderation,
  reason: z.string().trim().max(500).optional(),
  /** `seen` of the comments, by `documentId`: what has changed since is left as it is. */
  seen: z.record(z.string(), z.string().max(64)).optional(),
});
export type ModerateRequest = z.infer<typeof moderateRequest>;
export const moderateResponse = z.object({
  data: z.object({ changed: z.array(z.string()), gone: z.array(z.string()), stale: z.array(z.string()) }),
});

/** POST /newswire/comments/:documentId/reply: approved at once, marked as the newsroom's. */
export const replyRequest = z.strictObject({
  text: z.string().trim().min(1).max(MAX_TEXT),
  authorName: z.string().trim().min(1).max(NAME_LENGTH).optional(),
  /** As in `moderateRequest`. */
  seen: z.string().max(64).optional(),
});
export const replyResponse = z.object({ data: z.object({ documentId: z.string() }) });

/** POST /newswire/comments/:documentId/ban, DELETE /newswire/comments/:documentId/ban */
export const banRequest = z.strictObject({
  until: z.iso.datetime().optional(),
  reason: z.string().trim().max(500).optional(),
  /** Also whoever writes from the same address. */
  address: z.boolean().default(false),
});
export const banResponse = z.object({ data: z.object({ until: z.string().nullable() }) });
export const unbanResponse = z.object({ data: z.object({ lifted: z.int() }) });

/** GET /newswire/comments/:documentId/log */
export const logResponse = z.object({
  data: z.array(
    z.object({
      at: z.string(),
      action: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      reason: z.string().optional(),
      note: z.string().optional(),
      by: z.string().optional(),
      kind: z.enum(['moderator', 'reader', 'system']),
    }),
  ),
});
export type LogResponse = z.infer<typeof logResponse>;

/** POST /newswire/comments/readers/export */
export const readerRequest = z.strictObject({ email });
export const exportResponse = z.object({
  data: z.object({
    email: z.string(),
    comments: z.array(
      z.object({
        documentId: z.string(),
        article: z.string().optional(),
        authorName: z.string(),
        authorEmail: z.string().optional(),
        text: z.string(),
        postedAt: z.string(),
        editedAt: z.string().optional(),
        state: commentState,
        reason: z.string().optional(),
      }),
    ),
    events: z.array(
      z.object({ at: z.string(), action: z.string(), reason: z.string().optional(), note: z.string().optional() }),
    ),
    bans: z.array(z.object({ until: z.string().nullable(), reason: z.string().optional() })),
  }),
});
export type ReaderExport = z.infer<typeof exportResponse>['data'];

/** POST /newswire/comments/readers/erase */
export const eraseRequest = readerRequest.extend({
  /** Also forgets that this reader is banned. */
  bans: z.boolean().default(false),
});
export const eraseResponse = z.object({ data: z.object({ comments: z.int(), events: z.int(), bans: z.int() }) });
