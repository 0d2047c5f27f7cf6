import { COPYRIGHT_YEAR, URGENCY, type Story, type StoryPhoto } from '../../../../contracts/story';

/** What a field is about. Each kind has a colour and, so that colour is not all there is, a label in the text. */
export const KINDS = ['headline', 'byline', 'body', 'photo', 'rights', 'filing', 'comment'] as const;
export type Kind = (typeof KINDS)[number];

type KeyOf<T, Value> = { [K in keyof T]-?: NonNullable<T[K]> extends Value ? K : never }[keyof T] & string;

/** The least and the most that a number may be. */
export interface Range {
  min: number;
  max: number;
}

/**
 * How a field is edited, and when it is shown: always, once it has a value, or only when all fields are asked for.
 * `fixed`: it says which delivery this is, which the import takes from the wire and nobody corrects.
 */
export type Field<T> = { kind: Kind; show?: 'always' | 'on-request'; fixed?: true } & (
  | { control: 'line' | 'text' | 'instant'; name: KeyOf<T, string> }
  | { control: 'whole'; name: KeyOf<T, number>; range: Range }
  | { control: 'list'; name: KeyOf<T, string[]> }
);

/** Above the body. */
export const OPENING = [
  { name: 'headline', kind: 'headline', control: 'text', show: 'always' },
  { name: 'subheadline', kind: 'headline', control: 'text' },
  { name: 'slugline', kind: 'headline', control: 'line' },
  { name: 'byline', kind: 'byline', control: 'line', show: 'always' },
  { name: 'dateline', kind: 'byline', control: 'line', show: 'always' },
  { name: 'located', kind: 'byline', control: 'line' },
  { name: 'abstract', kind: 'headline', control: 'text' },
] as const satisfies Field<Story>[];

/** Below the body. */
export const CLOSING = [
  { name: 'categories', kind: 'filing', control: 'list', show: 'always' },
  { name: 'keywords', kind: 'filing', control: 'list' },
  { name: 'genres', kind: 'filing', control: 'list' },
  { name: 'provider', kind: 'rights', control: 'line', show: 'always' },
  { name: 'creditLine', kind: 'rights', control: 'line', show: 'always' },
  { name: 'copyrightHolder', kind: 'rights', control: 'line', show: 'always' },
  { name: 'copyrightYear', kind: 'rights', control: 'whole', range: COPYRIGHT_YEAR, show: 'always' },
  { name: 'copyrightNotice', kind: 'rights', control: 'text', show: 'always' },
  { name: 'usageTerms', kind: 'rights', control: 'text', show: 'always' },
  { name: 'edNote', kind: 'filing', control: 'text' },
  { name: 'language', kind: 'filing', control: 'line', show: 'on-request' },
  { name: 'urgency', kind: 'filing', control: 'whole', range: URGENCY },
  { name: 'embargoedUntil', kind: 'filing', control: 'instant' },
  { name: 'expires', kind: 'filing', control: 'instant' },
  { name: 'versionCreated', kind: 'filing', control: 'instant', show: 'on-request' },
  { name: 'firstCreated', kind: 'filing', control: 'instant', show: 'on-request' },
  { name: 'uri', kind: 'filing', control: 'line', show: 'on-request', fixed: true },
  { name: 'version', kind: 'filing', control: 'line', show: 'on-request', fixed: true },
] as const satisfies Field<Story>[];

export const PHOTO = [
  { name: 'caption', kind: 'photo', control: 'text', show: 'always' },
  { name: 'byline', kind: 'photo', control: 'line', show: 'always' },
  { name: 'creditLine', kind: 'rights', control: 'line', show: 'always' },
  { name: 'copyrightNotice', kind: 'rights', control: 'text', show: 'always' },
  { name: 'copyrightHolder', kind: 'rights', control: 'line' },
  { name: 'copyrightYear', kind: 'rights', control: 'whole', range: COPYRIGHT_YEAR },
  { name: 'usageTerms', kind: 'rights', control: 'text' },
  { name: 'altText', kind: 'photo', control: 'text' },
  { name: 'headline', kind: 'photo', control: 'line' },
  { name: 'bylineTitle', kind: 'photo', control: 'line' },
  { name: 'agency', kind: 'rights', control: 'line' },
  { name: 'source', kind: 'rights', control: 'line' },
  { name: 'instructions', kind: 'rights', control: 'text' },
  { name: 'webStatementOfRights', kind: 'rights', control: 'line' },
  { name: 'licensorUrl', kind: 'rights', control: 'line' },
  { name: 'dataMining', kind: 'rights', control: 'line' },
  { name: 'digitalSourceType', kind: 'photo', control: 'line' },
  { name: 'dateCreated', kind: 'photo', control: 'line' },
  { name: 'city', kind: 'photo', control: 'line' },
  { name: 'state', kind: 'photo', control: 'line' },
  { name: 'country', kind: 'photo', control: 'line' },
  { name: 'countryCode', kind: 'photo', control: 'line' },
  { name: 'keywords', kind: 'photo', control: 'list' },
  { name: 'uri', kind: 'filing', control: 'line', show: 'on-request', fixed: true },
] as const satisfies Field<StoryPhoto>[];

const KIND_OF = new Map<string, Kind>([
  ...[...OPENING, ...CLOSING].map(({ name, kind }): [string, Kind] => [name, kind]),
  ...PHOTO.map(({ name, kind }): [string, Kind] => [`photos.${name}`, kind]),
]);

/** The names of everything that can be read from a text, for the labels in it. */
export type FieldName =
  (typeof OPENING | typeof CLOSING | typeof PHOTO)[number]['name'] | 'body' | 'comments' | 'subjects';

/** The kind of the field at a path such as "photos.0.creditLine" or "body.3". */
export function kindOf(path: string): Kind {
  if (path.startsWith('body')) return 'body';
  if (path.startsWith('comments')) return 'comment';
  const [first = '', , second = ''] = path.split('.');
  return KIND_OF.get(first === 'photos' ? `photos.${second}` : first) ?? 'filing';
}
