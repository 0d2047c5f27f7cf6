import { z } from 'zod';
import { story } from './story';
import { validityReason } from './validity';

/**
 * The import room: `/newswire/imports`. Uploads are `multipart/form-data` with the parts `text` (pasted copy),
 * `files` (any number) and `data` (JSON: `importRequest`).
 */

/** What an import would do with an item. */
export const action = z.enum(['create', 'update', 'kill', 'skip']);
export type Action = z.infer<typeof action>;

/** Why. The admin translates the code. */
export const actionReason = z.enum([
  'new',
  'newer-version',
  'already-received',
  'older-version',
  'killed-by-provider',
  'killed-and-unknown',
]);
export type ActionReason = z.infer<typeof actionReason>;

/** Where a field came from; `span` counts UTF-16 units in the `text` of its input. */
export const origin = z.object({
  path: z.string().optional(),
  span: z.object({ start: z.int(), end: z.int() }).optional(),
  /** 0 (a guess) to 1 (stated by the format). */
  confidence: z.number().min(0).max(1),
});
export type Origin = z.infer<typeof origin>;

/** Something an editor should look at before importing. `field` is a field path: "photos.0.creditLine". */
export const notice = z.object({
  code: z.enum([
    'no-headline', 'no-body', 'no-copyright', 'no-photo-credit', 'no-photo-image', 'no-caption',
    'embargoed', 'expired', 'correction', 'kill', 'alert', 'advisory', 'update',
    'image-not-matched', 'too-long',
  ]), // prettier-ignore
  field: z.string().optional(),
});
export type Notice = z.infer<typeof notice>;

export const target = z.object({
  type: z.enum(['article', 'photo', 'category', 'comment']),
  documentId: z.string(),
  title: z.string(),
  /** Only for articles. */
  published: z.boolean().optional(),
  /** Why it was kept as a draft though it was to be published: `rights.mode` is `strict`. */
  held: z.array(validityReason).optional(),
});
export type Target = z.infer<typeof target>;

export const previewItem = z.object({
  /** Position in the whole import; `importRequest.stories` refers to it. */
  index: z.int(),
  action,
  reason: actionReason,
  /** The article or photo that an update, kill or skip is about. */
  existing: target.optional(),
  /** Under an embargo: it would be written, and kept from readers until this time. */
  heldUntil: z.string().optional(),
  story,
  /** Keyed by field path of `story`: "headline", "photos.0.caption"; body paragraphs are "body.0" … */
  provenance: z.record(z.string(), origin),
  notices: z.array(notice),
  /** For each category: the one it would be filed under, or that it would be made. */
  categories: z.array(z.object({ name: z.string(), existing: target.optional() })),
  /** The item's article is published or would be changed while published. */
  wasEdited: z.array(z.string()),
});
export type PreviewItem = z.infer<typeof previewItem>;

export const previewInput = z.object({
  /** The file's name, or "" for the pasted text. */
  name: z.string(),
  format: z.string().optional(),
  /** The decoded text that spans refer to; absent for images and for inputs over 1 MB. */
  text: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  items: z.array(previewItem),
});
export type PreviewInput = z.infer<typeof previewInput>;

/** POST /newswire/imports/preview */
export const previewResponse = z.object({
  data: z.object({
    inputs: z.array(previewInput),
    /** The editor may publish what is imported. */
    mayPublish: z.boolean(),
  }),
});
export type PreviewResponse = z.infer<typeof previewResponse>;

/** The `data` part of POST /newswire/imports. */
export const importRequest = z.object({
  publish: z.boolean().default(false),
  /** Corrections made in the preview. An item that is not listed is imported as it was read. */
  stories: z
    .array(z.object({ index: z.int().nonnegative(), include: z.boolean().default(true), story: story.optional() }))
    .default([]),
});
export type ImportRequest = z.input<typeof importRequest>;

export const OUTCOMES = ['created', 'updated', 'corrected', 'killed', 'held', 'skipped', 'quarantined'] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

export const runItem = z.object({
  documentId: z.string(),
  outcome,
  title: z.string(),
  format: z.string().optional(),
  inputName: z.string().optional(),
  /** Of its row in the ledger, where its copy is kept. */
  key: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  /** What was written, the article or photo first. */
  targets: z.array(target),
});
export type RunItem = z.infer<typeof runItem>;

export const runState = z.enum(['pending', 'running', 'finished', 'failed', 'cancelled']);
export const runOrigin = z.enum(['paste', 'upload', 'feed', 'push', 'cli']);

export const run = z.object({
  documentId: z.string(),
  origin: runOrigin,
  state: runState,
  counts: z.partialRecord(outcome, z.int()),
  total: z.int(),
  done: z.int(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  startedBy: z.string().optional(),
  /** The name of the feed that brought it. */
  feed: z.string().optional(),
  /** Present once someone has undone the run: how far that is, and what was left because it was edited since. */
  undo: z
    .object({
      state: z.enum(['running', 'finished']),
      removed: z.int(),
      restored: z.int(),
      left: z.array(target),
    })
    .optional(),
});
export type Run = z.infer<typeof run>;

/**
 * POST /newswire/imports: 201 with a finished run, or 202 with a run that goes on (`state`: "pending" or "running").
 * GET /newswire/imports/:documentId
 * POST /newswire/imports/:documentId/cancel: what is written stays, the rest is not begun.
 * POST /newswire/imports/:documentId/retry: imports what this run has in quarantine; answers like POST /newswire/imports,
 * with the new run.
 * POST /newswire/imports/:documentId/undo: 200, or 202 where it goes on; `undo` says how far it is.
 *
 * A run comes with its first hundred items.
 */
export const runResponse = z.object({ data: run.extend({ items: z.array(runItem) }) });
export type RunResponse = z.infer<typeof runResponse>;

/** GET /newswire/imports/:documentId/items?page=1&pageSize=50&outcome=quarantined: in the order of the import. */
export const runItemsResponse = z.object({
  data: z.array(runItem),
  meta: z.object({ pagination: z.object({ page: z.int(), pageSize: z.int(), pageCount: z.int(), total: z.int() }) }),
});
export type RunItemsResponse = z.infer<typeof runItemsResponse>;

/**
 * GET /newswire/imports/:documentId/photos: the photos whose pictures could not be fetched from the address that the wire
 * gave. POST /newswire/imports/:documentId/photos/fetch: fetches them anew, soon; answers the same.
 */
export const unfetchedPhoto = z.object({
  documentId: z.string(),
  title: z.string(),
  error: z.string(),
  /** False: it will be tried again by itself. */
  isGivenUp: z.boolean(),
});
export type UnfetchedPhoto = z.infer<typeof unfetchedPhoto>;
export const photosResponse = z.object({ data: z.array(unfetchedPhoto), meta: z.object({ total: z.int() }) });
export type PhotosResponse = z.infer<typeof photosResponse>;

/** GET /newswire/imports?page=1&pageSize=20 */
export const runsResponse = z.object({
  data: z.array(run),
  meta: z.object({ pagination: z.object({ page: z.int(), pageSize: z.int(), pageCount: z.int(), total: z.int() }) }),
});
export type RunsResponse = z.infer<typeof runsResponse>;
