import { z } from 'zod';

/**
 * A story as it will be stored: what the preview shows, what an editor may correct, what the import writes.
 * Field names are those of the `article`, `photo` and `comment` content types. An empty field is an absent key.
 */

/** As long as an input may be: a body of one line is refused by nobody on its way to the preview and back. */
const text = z.string().max(20_000_000).optional();
/** The years that a copyright may name: as the content types have it. */
export const COPYRIGHT_YEAR = { min: 1800, max: 9999 } as const;
/** 1 is the most urgent (IPTC). */
export const URGENCY = { min: 1, max: 9 } as const;

const within = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max).optional();
const instant = z.iso.datetime().optional();
export const pubStatus = z.enum(['usable', 'withheld', 'canceled']);

export const storyPhoto = z.object({
  headline: text,
  caption: text,
  altText: text,
  byline: text,
  bylineTitle: text,
  /** Only where the wire closes this photo of a story: absent is usable. */
  pubStatus: pubStatus.optional(),
  /** Its own, beside those of its story. */
  embargoedUntil: instant,
  expires: instant,
  creditLine: text,
  source: text,
  /** Name of the agency that supplied it. */
  agency: text,
  copyrightHolder: text,
  copyrightYear: within(COPYRIGHT_YEAR),
  copyrightNotice: text,
  usageTerms: text,
  instructions: text,
  webStatementOfRights: text,
  licensorUrl: text,
  dataMining: text,
  digitalSourceType: text,
  /** ISO 8601, as precise as delivered. */
  dateCreated: text,
  city: text,
  state: text,
  country: text,
  countryCode: text,
  keywords: z.array(z.string()).optional(),
  uri: text,
  /** Where the best rendition can be fetched. */
  rendition: text,
  /** Name of the uploaded file that is this photo's image; absent where there is none. */
  imageFile: text,
});

export const storyComment = z.object({
  authorName: z.string(),
  authorEmail: text,
  text: z.string(),
  postedAt: instant,
  /** Index of the parent in the same list. */
  replyTo: z.int().nonnegative().optional(),
});

export const story = z.object({
  /** `picture`: a photo on its own, `photos[0]`; no article is made of it. */
  type: z.enum(['text', 'picture']),
  headline: text,
  subheadline: text,
  slugline: text,
  byline: text,
  dateline: text,
  located: text,
  abstract: text,
  /** Sanitised HTML. */
  body: text,
  language: text,
  urgency: within(URGENCY),
  genres: z.array(z.string()).optional(),
  keywords: z.array(z.string()).optional(),
  subjects: z.array(z.object({ code: z.string(), scheme: text, name: text })).optional(),
  /** Category names, as delivered or as an editor wrote them. */
  categories: z.array(z.string()).optional(),
  /** Name of the agency that supplied it. */
  provider: text,
  creditLine: text,
  copyrightHolder: text,
  copyrightYear: within(COPYRIGHT_YEAR),
  copyrightNotice: text,
  usageTerms: text,
  edNote: text,
  uri: text,
  version: text,
  pubStatus,
  embargoedUntil: instant,
  expires: instant,
  firstCreated: instant,
  versionCreated: instant,
  photos: z.array(storyPhoto).optional(),
  comments: z.array(storyComment).optional(),
});

export type Story = z.infer<typeof story>;
export type StoryPhoto = z.infer<typeof storyPhoto>;
export type StoryComment = z.infer<typeof storyComment>;
