/**
 * WireItem: the one shape that every wire format is read into.
 *
 * Names follow ninjs 3 (https://iptc.org/standards/ninjs/) and the IPTC Photo Metadata Standard
 * (https://iptc.org/std/photometadata/specification/). An absent value is an absent key: never "", null or a guess.
 */

export type ItemType = 'text' | 'picture' | 'graphic' | 'video' | 'audio' | 'composite';

/** Publishing status, as NewsML-G2 `pubStatus` has it. `canceled` is a kill. */
export type PubStatus = 'usable' | 'withheld' | 'canceled';

export type Signal = 'correction' | 'update' | 'kill' | 'advisory' | 'alert';

/** A classification, for example `{ code: 'medtop:20000479', name: 'healthcare' }`. */
export interface WireSubject {
  code: string;
  scheme?: string;
  name?: string;
}

export interface WirePlace {
  name: string;
  code?: string;
}

/** One stored size of a photo, as the provider names it. Width and height are in pixels. */
export interface WireRendition {
  name: string;
  href: string;
  mimeType?: string;
  width?: number;
  height?: number;
}

export interface WirePhoto {
  uri?: string;
  headline?: string;
  /** IPTC Description, plain text. */
  caption?: string;
  altText?: string;
  /** IPTC Creator; several joined with ", ". */
  byline?: string;
  /** IPTC Creator's Job Title. */
  bylineTitle?: string;
  /** IPTC Credit Line, as printed. */
  creditLine?: string;
  /** IPTC Source: who supplied it, in the supply chain. */
  source?: string;
  /** PLUS Copyright Owner. */
  copyrightHolder?: string;
  copyrightNotice?: string;
  /** IPTC Rights Usage Terms. */
  usageTerms?: string;
  /** IPTC Instructions: for editors, never for readers. */
  instructions?: string;
  webStatementOfRights?: string;
  licensorUrl?: string;
  /** PLUS Data Mining code, for example "DMI-PROHIBITED". */
  dataMining?: string;
  /** URI of the IPTC controlled value. */
  digitalSourceType?: string;
  /** ISO 8601, as precise as delivered. */
  dateCreated?: string;
  city?: string;
  state?: string;
  country?: string;
  countryCode?: string;
  keywords?: string[];
  pubStatus?: PubStatus;
  /** Of a photo that comes with a story: its own embargo and expiry. ISO 8601, UTC. */
  embargoedUntil?: string;
  expires?: string;
  renditions?: WireRendition[];
}

/** A reader's comment that came with the copy. `replyTo` is the index of its parent in the same list. */
export interface WireComment {
  author: string;
  email?: string;
  /** ISO 8601, UTC. */
  publishedAt?: string;
  text: string;
  replyTo?: number;
}

export interface WireItem {
  type: ItemType;
  /** The provider's identifier, stable across versions of the same item. */
  uri?: string;
  /** As delivered; compared as a number when both sides are numbers. */
  version?: string;
  /** ISO 8601, UTC, "2018-05-31T15:04:00.000Z". */
  versionCreated?: string;
  firstCreated?: string;
  pubStatus: PubStatus;
  signals?: Signal[];
  /** ISO 8601, UTC; `EMBARGO_WITHOUT_END` where the provider gives no end. */
  embargoedUntil?: string;
  expires?: string;
  /** BCP 47. */
  language?: string;
  /** 1 (most urgent) to 9, as delivered. */
  urgency?: number;
  genres?: string[];
  /** Plain text, entities decoded, white space folded. */
  headline?: string;
  subheadline?: string;
  slugline?: string;
  /** Plain text without "By ". */
  byline?: string;
  /** The place part only: "PYONGYANG, North Korea". */
  dateline?: string;
  located?: string;
  /** Plain text. */
  abstract?: string;
  /** Sanitised HTML; the elements are those of `BODY_ELEMENTS` in `html.ts`. */
  bodyHtml?: string;
  keywords?: string[];
  subjects?: WireSubject[];
  /** Section names or category letters as printed by the provider. */
  categories?: string[];
  places?: WirePlace[];
  /** "AFP", "AP", "Reuters", "dpa" … as delivered. */
  provider?: string;
  creditLine?: string;
  copyrightHolder?: string;
  copyrightNotice?: string;
  usageTerms?: string;
  /** Note to editors; never shown to readers. */
  edNote?: string;
  photos?: WirePhoto[];
  comments?: WireComment[];
}

/** How ninjs and NewsML-G2 providers write "embargoed, no end given". */
export const EMBARGO_WITHOUT_END = '9999-12-31T23:59:59.000Z';

/** Where a field came from, and how sure the reading is. */
export interface Origin {
  /** An element path, JSON path or tag: "nitf/body/body.head/byline", "IIM 2:110", "recogniser:dateline". */
  path?: string;
  /** Half-open range of UTF-16 code units in the decoded text of the input. */
  span?: { start: number; end: number };
  /** 0 (a guess) to 1 (stated by the format). */
  confidence: number;
}

/** Keyed by field path: "headline", "photos.0.caption", "categories.1". */
export type Provenance = Record<string, Origin>;

/** One item as a format read it. */
export interface Reading {
  item: WireItem;
  provenance: Provenance;
  /** Pictures that came inside of the input, as those of a mail do. */
  images?: WireImage[];
}

/** The bytes of `item.photos[photo]`. */
export interface WireImage {
  photo: number;
  name: string;
  bytes: Uint8Array;
}
