import { z } from 'zod';

/** What the wire has said since an editor worked on a document: `/newswire/corrections`. */

export const correctionType = z.enum(['article', 'photo']);
export type CorrectionType = z.infer<typeof correctionType>;

/** A field that an editor had changed when the wire changed it too. Values are as they are stored: texts, numbers, lists. */
export const difference = z.object({
  field: z.string(),
  /** As the wire had it when the editor changed it. */
  was: z.unknown(),
  /** As the wire has it now. */
  wire: z.unknown(),
  /** As it stands. */
  now: z.unknown(),
  /** The agency's note to editors that came with it. */
  note: z.string().optional(),
  version: z.string().optional(),
  at: z.string(),
});
export type Difference = z.infer<typeof difference>;

/** GET /newswire/corrections/:type/:documentId */
export const correctionsResponse = z.object({
  data: z.object({
    differences: z.array(difference),
    /** The last corrections that came, with the agency's notes, the newest first. */
    corrections: z.array(z.object({ at: z.string(), version: z.string().optional(), note: z.string().optional() })),
    /** The provider has taken it back. */
    closed: z
      .object({
        pubStatus: z.enum(['withheld', 'canceled']),
        at: z.string().optional(),
        note: z.string().optional(),
        /** The import that brought it. */
        run: z.string().optional(),
      })
      .optional(),
    /** Kept from readers until then; `goesOut` where it is published by itself. */
    held: z.object({ until: z.string(), goesOut: z.boolean() }).optional(),
  }),
});
export type CorrectionsResponse = z.infer<typeof correctionsResponse>;

/** POST /newswire/corrections/:type/:documentId: answers like GET. What is accepted is written over what stands. */
export const decideRequest = z.object({
  accept: z.array(z.string()).max(100).default([]),
  dismiss: z.array(z.string()).max(100).default([]),
});
export type DecideRequest = z.input<typeof decideRequest>;
