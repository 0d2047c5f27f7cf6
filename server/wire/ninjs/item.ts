import { deliveredDate, instant } from '../dates';
import { distinct, Draft } from '../draft';
import { WireError } from '../errors';
import type { ParseContext } from '../format';
import { EMBARGO_WITHOUT_END, type ItemType, type Reading, type WirePlace } from '../item';
import { integerOf, type JsonObject, linesOf, objectOf, objectsOf, textOf, withoutBy } from '../json';
import { PhotoDraft } from '../photo-draft';
import {
  anyProperty,
  body,
  description,
  firstName,
  headlines,
  type Keyed,
  line,
  names,
  property,
  renditions,
  subjects,
} from './fields';
import { closedBy } from '../vocabulary/pub-status';

const TYPES: Record<string, ItemType> = {
  text: 'text',
  picture: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  composite: 'composite',
  component: 'composite',
};

/** One ninjs object. Throws `no-content` for events and plans, which ninjs 3.1 has too. */
export function readNinjs(object: JsonObject, context: ParseContext): Reading {
  const typeName = textOf(object['type'])?.toLowerCase() ?? 'text';
  const type = TYPES[typeName];
  if (type === undefined) {
    throw new WireError(
      'no-content',
      `This ninjs object is of the type "${typeName}", which holds nothing to publish.`,
    );
  }
  const draft = new Draft(type);
  const put = (
    field: LineField | 'headline' | 'subheadline' | 'provider' | 'abstract' | 'bodyHtml',
    found?: Keyed<string>,
  ): void => {
    if (found) draft.set(field, found[1], pathOf(found[0]));
  };
  for (const [field, keys] of LINES) put(field, line(object, ...keys));
  const byline = line(object, 'byline', 'by');
  if (byline) draft.set('byline', withoutBy(byline[1]), pathOf(byline[0]));
  const { main, second } = headlines(object);
  put('headline', main);
  put('subheadline', second);
  const title = line(object, 'title');
  if (title) draft.fill('headline', title[1], '$.title', 0.7);
  put('provider', firstName(object, 'infoSources', 'infosource', 'source', 'provider'));
  draft.set('urgency', integerOf(object['urgency']), '$.urgency');
  if (draft.item.urgency !== undefined && (draft.item.urgency < 1 || draft.item.urgency > 9)) delete draft.item.urgency;
  draft.set('genres', distinct(names(anyProperty(object, 'genres', 'genre'))), '$.genres');
  draft.set('keywords', distinct(linesOf(object['keywords'])), '$.keywords');
  draft.set('categories', distinct(names(anyProperty(object, 'service', 'section', 'sections'))), '$.service');
  draft.set('subjects', subjects(object), '$.subjects');
  draft.set('places', places(object), '$.places');
  readStatus(object, draft, context);
  const isPhoto = type === 'picture' || type === 'graphic';
  if (isPhoto) readPhoto(object, '$').addTo(draft);
  else {
    put('abstract', description(object));
    put('bodyHtml', body(object));
    for (const [path, photo] of associated(object)) readAssociated(photo, path, context).addTo(draft);
  }
  return draft.reading();
}

type LineField =
  | 'uri'
  | 'version'
  | 'language'
  | 'slugline'
  | 'located'
  | 'creditLine'
  | 'copyrightHolder'
  | 'copyrightNotice'
  | 'usageTerms'
  | 'edNote';

/** Fields of one line of text, and the properties they may be, the 3.x name first. */
const LINES: readonly (readonly [LineField, readonly string[]])[] = [
  ['uri', ['uri', 'guid']],
  ['version', ['version']],
  ['language', ['language']],
  ['slugline', ['slugline', 'slug']],
  ['located', ['located']],
  ['creditLine', ['creditLine', 'credit']],
  ['copyrightHolder', ['copyrightHolder']],
  ['copyrightNotice', ['copyrightNotice']],
  ['usageTerms', ['usageTerms']],
  ['edNote', ['edNote']],
];

function pathOf(key: string): string {
  return key.startsWith('$') ? key : `$.${key}`;
}

function dateIn(object: JsonObject, name: string, context: ParseContext): Keyed<string | undefined> | undefined {
  const found = property(object, name);
  return found && [found[0], instant(textOf(found[1]), context)];
}

/** An embargo that names no readable date is one without an end: deny wins. */
function embargoIn(object: JsonObject, context: ParseContext): Keyed<string> | undefined {
  const found = dateIn(object, 'embargoedUntil', context) ?? dateIn(object, 'embargoed', context);
  return found && object[found[0]] !== false ? [found[0], found[1] ?? EMBARGO_WITHOUT_END] : undefined;
}

function readStatus(object: JsonObject, draft: Draft, context: ParseContext): void {
  for (const field of ['versionCreated', 'firstCreated', 'expires'] as const) {
    const found = dateIn(object, field, context);
    if (found) draft.set(field, found[1], pathOf(found[0]));
  }
  const status = closedBy(textOf(property(object, 'pubStatus')?.[1]), context);
  draft.set('pubStatus', status, '$.pubStatus');
  if (status === 'canceled') draft.set('signals', ['kill'], '$.pubStatus');
  const embargo = embargoIn(object, context);
  if (embargo) draft.embargo(embargo[1], pathOf(embargo[0]));
  const rights = objectOf(property(object, 'rightsInfo')?.[1]);
  if (rights && textOf(property(rights, 'encodedRights')?.[1]) !== undefined) {
    context.warn(
      'rights-expression',
      'The item has a rights expression for machines, which Newswire does not read. Look at its usage terms.',
    );
  }
}

function places(object: JsonObject): WirePlace[] {
  return [...objectsOf(object['place']), ...objectsOf(object['places'])].flatMap((place) => {
    const [name] = names([place]);
    const code = textOf(place['code']) ?? textOf(place['uri']) ?? textOf(place['literal']);
    return name === undefined ? [] : { name, ...(code === undefined ? {} : { code }) };
  });
}

/** Pictures that go with a story: `associations` is an object by name in 1.x, a list since 2.0. */
function associated(object: JsonObject): (readonly [path: string, picture: JsonObject])[] {
  const value = object['associations'];
  const members = Object.entries(objectOf(value) ?? {}).concat(Array.isArray(value) ? Object.entries(value) : []);
  return members.flatMap(([key, member]) => {
    const path = Array.isArray(value) ? `$.associations[${key}]` : `$.associations.${key}`;
    return objectsOf(member)
      .filter((picture) => /^(?:picture|graphic)$/i.test(textOf(picture['type']) ?? ''))
      .map((picture) => [path, picture] as const);
  });
}

/** A picture that goes with a story may be held longer, or be used for a shorter time, than the story. */
function readAssociated(object: JsonObject, path: string, context: ParseContext): PhotoDraft {
  const [embargo, expires] = [embargoIn(object, context), dateIn(object, 'expires', context)];
  return readPhoto(object, path)
    .fill('embargoedUntil', embargo?.[1], embargo?.[0] ?? '')
    .fill('expires', expires?.[1], 'expires');
}

/** Fields of a photo that are one line of text, and the properties they may be. */
const PHOTO_LINES: readonly (readonly [PhotoLine, readonly string[]])[] = [
  ['uri', ['uri', 'guid']],
  // Superdesk keeps the alternative text of a picture in its body.
  ['altText', ['altText', 'alt_text', 'body_text']],
  ['creditLine', ['creditLine', 'credit']],
  ['copyrightHolder', ['copyrightHolder']],
  ['copyrightNotice', ['copyrightNotice']],
  ['usageTerms', ['usageTerms']],
  ['instructions', ['edNote']],
];
type PhotoLine =
  'uri' | 'altText' | 'creditLine' | 'copyrightHolder' | 'copyrightNotice' | 'usageTerms' | 'instructions';

function readPhoto(object: JsonObject, path: string): PhotoDraft {
  const photo = new PhotoDraft(path);
  const put = (field: PhotoLine | 'headline' | 'caption' | 'source', found: Keyed<string> | undefined): void => {
    if (found) photo.fill(field, found[1], found[0].replace(/^\$\./, ''));
  };
  for (const [field, keys] of PHOTO_LINES) put(field, line(object, ...keys));
  put('headline', headlines(object).main ?? line(object, 'title'));
  put('caption', description(object));
  put('source', firstName(object, 'infoSources', 'infosource', 'source'));
  const byline = line(object, 'byline', 'by');
  if (byline) photo.fill('byline', withoutBy(byline[1]), byline[0]);
  const rights = objectOf(property(object, 'rightsInfo')?.[1]);
  photo.fill(
    'webStatementOfRights',
    textOf(rights && property(rights, 'linkedRights')?.[1]),
    'rightsInfo.linkedRights',
  );
  const source = objectOf(property(object, 'digitalSourceType')?.[1]);
  photo.fill('digitalSourceType', textOf(source?.['uri']) ?? textOf(source?.['literal']), 'digitalSourceType.uri');
  const created = line(object, 'contentCreated');
  if (created) photo.fill('dateCreated', deliveredDate(created[1]), created[0]);
  photo.fill('keywords', distinct(linesOf(object['keywords'])), 'keywords');
  photo.fill('pubStatus', closedBy(line(object, 'pubStatus')?.[1]), 'pubStatus');
  photo.fill('renditions', renditions(object), 'renditions');
  return photo;
}
