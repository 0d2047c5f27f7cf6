import { paragraphs } from '../body';
import { deliveredDate, instant } from '../dates';
import { distinct, Draft, present } from '../draft';
import { WireError } from '../errors';
import type { Format, ParseContext } from '../format';
import { htmlBody } from '../html-body';
import {
  EMBARGO_WITHOUT_END,
  type ItemType,
  type Reading,
  type Signal,
  type WireItem,
  type WireRendition,
  type WireSubject,
} from '../item';
import {
  integerOf,
  isBrokenJson,
  type JsonObject,
  jsonOf,
  lineOf,
  linesOf,
  objectOf,
  objectsOf,
  textOf,
  withoutBy,
} from '../json';
import { readNitf } from '../nitf/story';
import { PhotoDraft } from '../photo-draft';
import { parseXml } from '../xml';
import { closedBy } from '../vocabulary/pub-status';

/**
 * AP Media API: the answer to `/content/{id}` (`data.item`), a page of a search or feed (`data.items[].item`), or the
 * item alone. Specification: https://api.ap.org/media/v/docs/ ("JSON Responses").
 *
 * It looks like ninjs 1.x and is not: `usageterms` is a list, `description_creditline` is the credit, the photographer
 * is an object, `pubstatus` may be "embargoed", the text of a story is a separate NITF file (read where a collector has
 * put it into the item), sections stand among the subjects (`rels: ["category"]`), and each address carries the token
 * of the query, so only the item id is stable.
 */
export const apMedia: Format = {
  name: 'ap-media',
  detect: (source) => itemsOf(source.json) !== undefined || isBrokenJson(source, /"(?:itemid|editorialpriority)"\s*:/),
  parse(source, context) {
    const items = itemsOf(jsonOf(source)) ?? [];
    if (items.length > context.limits.items) {
      throw new WireError('too-large', `The input has ${items.length} items, the limit is ${context.limits.items}.`);
    }
    return items.map(([path, item]) => readItem(path, item, context));
  },
};

type Located = readonly [path: string, item: JsonObject];

function itemsOf(json: unknown): Located[] | undefined {
  const data = objectOf(objectOf(json)?.['data']);
  const candidates: Located[] = [
    ...objectsOf(json).map((item): Located => ['$', item]),
    ...objectsOf(data?.['item']).map((item): Located => ['$.data.item', item]),
    ...objectsOf(data?.['items']).flatMap((member, index) =>
      objectsOf(member['item']).map((item): Located => [`$.data.items[${index}].item`, item]),
    ),
  ];
  const items = candidates.filter(([, item]) => textOf(objectOf(item['altids'])?.['itemid']) !== undefined);
  return items.length > 0 ? items : undefined;
}

const TYPES: Record<string, ItemType> = {
  text: 'text',
  picture: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  composite: 'composite',
};

function readItem(path: string, item: JsonObject, context: ParseContext): Reading {
  const type = TYPES[textOf(item['type'])?.toLowerCase() ?? ''] ?? 'text';
  const draft = new Draft(type);
  for (const [field, key] of LINES) draft.set(field, linesOf(item[key]).join(' '), `${path}.${key}`);
  draft.set('uri', uriOf(item), `${path}.altids.itemid`);
  draft.set('version', textOf(item['version']), `${path}.version`);
  for (const [field, key] of DATES) draft.set(field, instant(textOf(item[key]), context), `${path}.${key}`);
  const urgency = integerOf(item['urgency']);
  if (urgency !== undefined && urgency >= 1 && urgency <= 9) draft.set('urgency', urgency, `${path}.urgency`);
  draft.set('byline', bylineOf(item), `${path}.bylines`);
  draft.set('keywords', distinct(linesOf(item['keywords'])), `${path}.keywords`);
  const subjects = objectsOf(item['subject']);
  draft.set('subjects', subjects.filter((subject) => !isCategory(subject)).flatMap(subjectOf), `${path}.subject`);
  draft.set('categories', categoriesOf(item, subjects), `${path}.subject`);
  draft.set('places', objectsOf(item['place']).flatMap(placeOf), `${path}.place`);
  readStatus(item, draft, path, context);
  if (type === 'picture' || type === 'graphic') readPhoto(item, path).addTo(draft);
  else {
    draft.fill('abstract', lineOf(item['headline_extended']), `${path}.headline_extended`);
    draft.set('dateline', lineOf(item['located']), `${path}.located`);
    readBody(item, draft, path, context);
    for (const [key, picture] of Object.entries(objectOf(item['associations']) ?? {})) {
      const photo = objectOf(picture);
      if (photo && /^(?:picture|graphic)$/.test(textOf(photo['type']) ?? '')) {
        readAssociated(photo, `${path}.associations.${key}`, context).addTo(draft);
      }
    }
  }
  return draft.reading();
}

type LineField =
  | 'language' | 'headline' | 'slugline' | 'abstract' | 'located' | 'provider' | 'creditLine' | 'copyrightHolder'
  | 'copyrightNotice' | 'usageTerms' | 'edNote'; // prettier-ignore

const LINES: readonly (readonly [LineField & keyof WireItem, string])[] = [
  ['language', 'language'],
  ['headline', 'title'],
  ['headline', 'headline'],
  ['slugline', 'slugline'],
  ['abstract', 'description_summary'],
  ['located', 'located'],
  ['provider', 'provider'],
  ['creditLine', 'creditline'],
  ['creditLine', 'description_creditline'],
  ['copyrightHolder', 'copyrightholder'],
  ['copyrightNotice', 'copyrightnotice'],
  ['usageTerms', 'usageterms'],
  ['edNote', 'ednote'],
];

const DATES = [
  ['versionCreated', 'versioncreated'],
  ['firstCreated', 'firstcreated'],
  ['expires', 'webexpiredate'],
  ['expires', 'expires'],
] as const;

/** The tag URI under which AP's NewsML-G2 feeds name the same item. */
function uriOf(item: JsonObject): string | undefined {
  const id = textOf(objectOf(item['altids'])?.['itemid']);
  return id === undefined ? textOf(item['uri'])?.replace(/\?.*$/, '') : `tag:ap.org,2011:${id}`;
}

function bylineOf(item: JsonObject): string | undefined {
  const lines = objectsOf(item['bylines']).map((byline) => withoutBy(lineOf(byline['by'] ?? byline['name'])));
  return distinct(lines).join(', ') || lineOf(objectOf(item['photographer'])?.['name']);
}

function isCategory(subject: JsonObject): boolean {
  return linesOf(subject['rels']).includes('category') || linesOf(subject['rels']).includes('suppcategory');
}

function subjectOf(subject: JsonObject): WireSubject[] {
  const code = textOf(subject['code']);
  const [scheme, name] = [textOf(subject['scheme']), lineOf(subject['name'])];
  if (code === undefined) return [];
  return [{ code, ...(scheme === undefined ? {} : { scheme }), ...(name === undefined ? {} : { name }) }];
}

/** The letter of a section, and its name where there is one. */
function categoriesOf(item: JsonObject, subjects: JsonObject[]): string[] {
  const sections = [
    ...subjects.filter(isCategory),
    ...objectsOf(item['categories']),
    ...objectsOf(item['suppcategories']),
  ];
  return distinct(sections.flatMap(({ code, name }) => [lineOf(code), lineOf(name)]));
}

function placeOf(place: JsonObject): { name: string; code?: string }[] {
  const [name, code] = [lineOf(place['name']), textOf(place['code'])];
  // The machine adds all that a place lies in.
  if (name === undefined || linesOf(place['rels']).includes('ancestor')) return [];
  return [{ name, ...(code === undefined ? {} : { code }) }];
}

/** What kinds of text and of notes mean. */
const SIGNALS: readonly (readonly [RegExp, Signal])[] = [
  [/correct/i, 'correction'],
  [/^(?:lead|writethru|update)/i, 'update'],
  [/kill|withdraw|eliminat/i, 'kill'],
  [/advis/i, 'advisory'],
  [/^(?:alert|flash|bulletin|newsalert|apnewsalert)/i, 'alert'],
];

function readStatus(item: JsonObject, draft: Draft, path: string, context: ParseContext): void {
  draft.set('pubStatus', closedBy(textOf(item['pubstatus']), context), `${path}.pubstatus`);
  const kinds = [...linesOf(item['editorialtypes']), ...linesOf(item['signals'])];
  const found = kinds.flatMap((kind) => SIGNALS.flatMap(([pattern, signal]) => (pattern.test(kind) ? signal : [])));
  if (draft.item.pubStatus === 'canceled') found.push('kill');
  draft.set('signals', [...new Set(found)], `${path}.editorialtypes`);
  const embargo = embargoOf(item, context);
  if (embargo !== undefined) draft.embargo(embargo, `${path}.embargoed`);
}

function embargoOf(item: JsonObject, context: ParseContext): string | undefined {
  const isEmbargoed = textOf(item['pubstatus'])?.toLowerCase() === 'embargoed';
  return instant(textOf(item['embargoed']), context) ?? (isEmbargoed ? EMBARGO_WITHOUT_END : undefined);
}

/** A text in the item itself, or the NITF that a collector has put there. */
function readBody(item: JsonObject, draft: Draft, path: string, context: ParseContext): void {
  const nitf = objectOf(objectOf(item['renditions'])?.['nitf']);
  const texts: [string, unknown][] = [
    [`${path}.nitf`, item['nitf']],
    [`${path}.body_nitf`, item['body_nitf']],
    [`${path}.renditions.nitf.content`, nitf?.['content'] ?? nitf?.['value']],
    [`${path}.body_html`, item['body_html']],
    [`${path}.body_text`, item['body_text']],
  ];
  for (const [at, value] of texts) {
    const text = textOf(value);
    if (text === undefined) continue;
    if (/^(?:<\?xml|<!DOCTYPE nitf|<nitf)/i.test(text)) {
      readNitf(parseXml(text, context), draft, context);
      return;
    }
    draft.fill('bodyHtml', /<p\b/i.test(text) ? htmlBody(text) : paragraphs(text), at);
  }
}

/** Fields of a photo that are one line of text; the first key with a value counts. */
const PHOTO_LINES = [
  ['headline', 'headline'],
  ['headline', 'title'],
  ['caption', 'description_caption'],
  ['caption', 'description_summary'],
  ['creditLine', 'description_creditline'],
  ['creditLine', 'creditline'],
  ['copyrightHolder', 'copyrightholder'],
  ['copyrightNotice', 'copyrightnotice'],
  ['usageTerms', 'usageterms'],
  ['instructions', 'ednote'],
] as const;

/** A picture that goes with a story has an embargo and an expiry of its own. */
function readAssociated(item: JsonObject, path: string, context: ParseContext): PhotoDraft {
  const photo = readPhoto(item, path).fill('embargoedUntil', embargoOf(item, context), 'embargoed');
  for (const [field, key] of DATES)
    if (field === 'expires') photo.fill(field, instant(textOf(item[key]), context), key);
  return photo;
}

function readPhoto(item: JsonObject, path: string): PhotoDraft {
  const photo = new PhotoDraft(path);
  photo.fill('uri', uriOf(item), 'altids.itemid');
  for (const [field, key] of PHOTO_LINES) photo.fill(field, linesOf(item[key]).join(' '), key);
  photo.fill('byline', bylineOf(item), 'photographer.name');
  photo.fill('bylineTitle', lineOf(objectOf(item['photographer'])?.['title']), 'photographer.title');
  photo.fill('source', lineOf(objectsOf(item['infosource'])[0]?.['name']), 'infosource[0].name');
  // AP writes the date that its JPEG has as Date Created into `firstcreated`.
  for (const key of ['contentcreated', 'firstcreated'])
    photo.fill('dateCreated', deliveredDate(textOf(item[key])), key);
  const place = objectOf(item['datelinelocation']);
  photo.fill('city', lineOf(place?.['city']), 'datelinelocation.city');
  photo.fill('state', lineOf(place?.['countryareaname']), 'datelinelocation.countryareaname');
  photo.fill('country', lineOf(place?.['countryname']), 'datelinelocation.countryname');
  photo.fill('countryCode', lineOf(place?.['countrycode']), 'datelinelocation.countrycode');
  photo.fill('keywords', distinct(linesOf(item['keywords'])), 'keywords');
  photo.fill('pubStatus', closedBy(textOf(item['pubstatus'])), 'pubstatus');
  photo.fill('renditions', renditionsOf(item), 'renditions');
  return photo;
}

/** Only pictures: a caption has a rendition too, which is NITF. Those that the plan does not cover have no address. */
function renditionsOf(item: JsonObject): WireRendition[] {
  return Object.entries(objectOf(item['renditions']) ?? {}).flatMap(([name, value]) => {
    const rendition = objectOf(value);
    const href = textOf(rendition?.['href']);
    if (!rendition || href === undefined || textOf(rendition['type']) === 'text') return [];
    return present<WireRendition>({
      name,
      href,
      mimeType: textOf(rendition['mimetype']),
      width: integerOf(rendition['width']),
      height: integerOf(rendition['height']),
    });
  });
}
