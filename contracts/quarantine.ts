import { z } from 'zod';

/** What could not be read or written, across all imports: `/newswire/quarantine`; and the copy of any item, as it came. */

export const quarantined = z.object({
  /** Of its row in the ledger. */
  key: z.string(),
  title: z.string(),
  inputName: z.string(),
  format: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }),
  at: z.string(),
  /** The import that last tried it. */
  run: z.string().optional(),
});
export type Quarantined = z.infer<typeof quarantined>;

/** GET /newswire/quarantine?page=1&pageSize=20 */
export const quarantineResponse = z.object({
  data: z.array(quarantined),
  meta: z.object({ pagination: z.object({ page: z.int(), pageSize: z.int(), pageCount: z.int(), total: z.int() }) }),
});
export type QuarantineResponse = z.infer<typeof quarantineResponse>;

/** POST /newswire/quarantine/replay: imports these again. POST /newswire/quarantine/dismiss: takes these off the list. */
export const quarantineRequest = z.object({ keys: z.array(z.string().max(200)).min(1).max(100) });

/** The answer of a replay: the imports that it began. */
export const replayResponse = z.object({ data: z.object({ runs: z.array(z.string()) }) });
export type ReplayResponse = z.infer<typeof replayResponse>;

/** The answer of a dismissal. */
export const dismissResponse = z.object({ data: z.object({ count: z.int() }) });
export type DismissResponse = z.infer<typeof dismissResponse>;

/**
 * GET /newswire/wire-items/:key/raw: the copy as it came, as text where it is text. With `/file` behind it: the bytes
 * themselves, as a download.
 */
export const rawResponse = z.object({
  data: z.object({
    name: z.string(),
    size: z.int(),
    /** Absent where it is no text. */
    text: z.string().optional(),
    /** Only the beginning of the text is here. */
    isCut: z.boolean(),
  }),
});
export type RawResponse = z.infer<typeof rawResponse>;
