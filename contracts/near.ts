import { z } from 'zod';

/** Articles that look like one: `/newswire/near/:documentId`. */
export const nearDuplicate = z.object({
  documentId: z.string(),
  title: z.string(),
  published: z.boolean(),
  agency: z.string().optional(),
  /** How much of the shorter text is in the other one. */
  percent: z.int(),
  firstSeen: z.string(),
});
export type NearDuplicate = z.infer<typeof nearDuplicate>;

/** GET /newswire/near/:documentId; POST /newswire/near/:documentId/dismiss with `{ other }` answers the rest. */
export const nearResponse = z.object({ data: z.array(nearDuplicate) });
export type NearResponse = z.infer<typeof nearResponse>;

export const dismissRequest = z.object({ other: z.string().min(1).max(100) });
