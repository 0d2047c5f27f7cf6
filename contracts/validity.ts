import { z } from 'zod';
import { rightsType } from './rights';

/** Whether something may be shown, and what editors decide about it: `/newswire/rights/:type/:documentId/…`. */

/** As `server/rights/validity.ts` has them, and what closes a photo though nothing stands against it by itself. */
export const validityReason = z.enum([
  'killed', 'withheld', 'denied', 'embargoed', 'expired', 'window-closed', 'territory', 'not-editorial', 'no-rights',
  'no-credit', 'same-picture',
]); // prettier-ignore
export type ValidityReason = z.infer<typeof validityReason>;

/** What no editor can allow. */
export const FINAL_REASONS: readonly ValidityReason[] = [
  'killed',
  'withheld',
  'embargoed',
  'no-credit',
  'same-picture',
];

const instant = z.iso.datetime();

export const shownDecision = z.object({
  id: z.string(),
  effect: z.enum(['allow', 'deny']),
  who: z.string(),
  why: z.string(),
  at: instant.optional(),
  from: instant.optional(),
  until: instant.optional(),
});
export type ShownDecision = z.infer<typeof shownDecision>;

export const verdict = z.object({
  servable: z.boolean(),
  reasons: z.array(validityReason),
  mandatoryCredit: z.boolean(),
  until: instant.optional(),
  from: instant.optional(),
  override: z
    .object({ who: z.string(), why: z.string(), until: z.string(), lifts: z.array(validityReason) })
    .optional(),
  /** ISO 3166-1 alpha-2: only there, or everywhere but there. */
  only: z.array(z.string()).optional(),
  except: z.array(z.string()).optional(),
});
export type Verdict = z.infer<typeof verdict>;

/** GET /newswire/rights/:type/:documentId/validity, and the answer to a decision. */
export const validityResponse = z.object({
  data: verdict.extend({
    /** Of the version that readers have, where it is judged otherwise than the draft. */
    published: verdict.optional(),
    /** The photo of the same picture that closes this one. */
    samePicture: z.object({ documentId: z.string(), title: z.string() }).optional(),
    /** It came with a story that is not published yet: readers see it with that story. */
    unreleased: z.boolean(),
    decisions: z.array(shownDecision),
    /** What publishing does when it may not be shown. */
    mode: z.enum(['strict', 'warn']),
    /** Photos of an article that readers do not see in it. */
    hiddenPhotos: z.array(z.object({ documentId: z.string(), title: z.string(), reasons: z.array(validityReason) })),
  }),
});
export type ValidityResponse = z.infer<typeof validityResponse>;

/** POST /newswire/rights/:type/:documentId/decisions */
export const decisionRequest = z
  .object({
    effect: z.enum(['allow', 'deny']),
    why: z.string().trim().min(1).max(1000),
    from: instant.optional(),
    until: instant.optional(),
  })
  .refine(({ effect, until }) => effect === 'deny' || until !== undefined, {
    path: ['until'],
    message: 'what is allowed needs an end',
  })
  .refine(({ from, until }) => from === undefined || until === undefined || Date.parse(from) < Date.parse(until), {
    path: ['until'],
    message: 'the end comes after the beginning',
  });
export type DecisionRequest = z.input<typeof decisionRequest>;

/** POST /newswire/rights/:type/:documentId/decisions/:id/withdraw */
export const withdrawRequest = z.object({ why: z.string().trim().min(1).max(1000) });

/** POST /newswire/rights/article/:documentId/confirm: the next click on Publish goes through, and why is kept. */
export const confirmRequest = z.object({ why: z.string().trim().min(1).max(1000) });

export const validityParams = z.object({ type: rightsType, documentId: z.string().min(1).max(100) });

/**
 * POST /newswire/rights/:type/:documentId/form: what the rights fields of an edit form held when it was opened, told right
 * before it is saved. The Content Manager sends whole forms, and nothing of what they were filled from.
 */
export const formRequest = z.strictObject({
  fields: z.record(z.string().max(64), z.unknown()).refine((fields) => Object.keys(fields).length <= 50),
});
export type FormRequest = z.infer<typeof formRequest>;
