import { z } from 'zod';
import { restriction } from './restrictions';
import { COPYRIGHT_YEAR } from './story';

/** The rights room: `/newswire/rights`. */

export const rightsType = z.enum(['article', 'photo']);
export type RightsType = z.infer<typeof rightsType>;

/** The fields that say who is credited and who owns it, on articles and photos alike, in the order of the panel. */
export const RIGHTS_FIELDS = [
  'byline',
  'creditLine',
  'copyrightHolder',
  'copyrightYear',
  'copyrightNotice',
  'usageTerms',
] as const;
export const rightsField = z.enum(RIGHTS_FIELDS);
export type RightsField = z.infer<typeof rightsField>;

/** The fields whose change is recorded, and that a form which stood open may not take back: on articles and photos alike. */
export const RIGHTS_OF_BOTH = [...RIGHTS_FIELDS, 'restrictions', 'pubStatus', 'embargoedUntil', 'expires'] as const;

/** The same that only photos have. */
export const RIGHTS_OF_PHOTOS = [
  'source',
  'instructions',
  'webStatementOfRights',
  'licensorUrl',
  'dataMining',
  'digitalSourceType',
] as const;

/** From where a rights field was changed. */
export const surface = z.enum(['admin', 'bulk', 'inbox', 'takedown', 'import', 'api', 'system']);

/** Which version of a document a change is of: what editors work on, what readers have, or both. */
export const applies = z.enum(['edited', 'published', 'both']);

/** The value of the edit form that says why it is saved. No field of any type: the Content Manager drops it. */
export const REASON_KEY = 'newswireReason';

export const rightsValue = z.union([z.string(), z.number(), z.null()]);
export type RightsValue = z.infer<typeof rightsValue>;

/** A missing key is a field that nobody said anything about. */
export const rightsFields = z.partialRecord(rightsField, rightsValue);
export type RightsFields = z.infer<typeof rightsFields>;

/** GET /newswire/rights/:type/:documentId */
export const rightsResponse = z.object({
  data: z.object({
    /** As the wire brought it last; null for what never came over the wire. */
    delivered: rightsFields.nullable(),
    deliveredAt: z.string().optional(),
    /** The agency's usual lines; null where the agency is unknown or has none. */
    suggested: rightsFields.nullable(),
    agency: z.string().optional(),
    /** What the agency's own terms forbid, for everything of it. */
    agencyRestrictions: z.array(restriction),
    /** So many days after its arrival a photo of the agency may be used. */
    agencyDays: z.int().optional(),
    /** Photos of this article that have no credit line. Empty for a photo. */
    photosWithoutCredit: z.array(z.object({ documentId: z.string(), title: z.string() })),
    /** Published articles that show this photo. 0 for an article. */
    publishedUses: z.int(),
    history: z.array(
      z.object({
        at: z.string(),
        by: z.string().optional(),
        surface,
        applies,
        reason: z.string().optional(),
        changes: z.array(z.object({ field: rightsField.or(z.string()), from: rightsValue, to: rightsValue })),
      }),
    ),
  }),
});
export type RightsResponse = z.infer<typeof rightsResponse>;

/** A line of the form in an address; longer ones are no credits. */
const typed = z.string().max(2000).optional();

/** GET /newswire/rights/:type/:documentId/credit, with the lines as they stand in the form. */
export const creditQuery = z.object({ byline: typed, creditLine: typed });
export type CreditQuery = z.infer<typeof creditQuery>;

/** The credit that readers would see; null where there is none. */
export const creditResponse = z.object({ data: z.object({ creditLine: z.string().nullable() }) });

/** The most documents that one bulk edit may change. */
export const BULK_LIMIT = 500;

const isYear = (value: string | number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= COPYRIGHT_YEAR.min && value <= COPYRIGHT_YEAR.max;

/** POST /newswire/rights/bulk */
export const bulkRequest = z.object({
  type: rightsType,
  documentIds: z.array(z.string().min(1)).min(1).max(BULK_LIMIT),
  /** Only the fields that are to change; null or "" empties one. */
  set: z
    .partialRecord(rightsField, rightsValue)
    .refine(({ copyrightYear: year }) => year === undefined || year === null || year === '' || isYear(year), {
      path: ['copyrightYear'],
      message: `a year between ${COPYRIGHT_YEAR.min} and ${COPYRIGHT_YEAR.max}`,
    }),
  /** The document id of the agency that they shall have; null takes it away. */
  agency: z.string().min(1).max(64).nullable().optional(),
  /** From where: kept in the history. */
  surface: surface.extract(['bulk', 'inbox']).default('bulk'),
  /** Only say what would change. */
  dryRun: z.boolean().default(true),
  reason: z.string().max(1000).optional(),
  /** `seen` of the documents as the dry run told it, by `documentId`: what has changed since is not saved. */
  seen: z.record(z.string(), z.string().max(64)).optional(),
});
export type BulkRequest = z.input<typeof bulkRequest>;

export const bulkResponse = z.object({
  data: z.object({
    saved: z.boolean(),
    documents: z.array(
      z.object({
        documentId: z.string(),
        title: z.string(),
        changes: z.array(z.object({ field: rightsField.or(z.literal('agency')), from: rightsValue, to: rightsValue })),
        /** Of what stands there now; absent where nothing is to be saved. */
        seen: z.string().optional(),
        /** The article is published and stays as readers have it: its draft holds edits that are not public yet. */
        draftOnly: z.boolean().optional(),
        /** Set when this one was not saved, with what to do. */
        error: z.object({ code: z.string(), message: z.string() }).optional(),
      }),
    ),
  }),
});
export type BulkResponse = z.infer<typeof bulkResponse>;
