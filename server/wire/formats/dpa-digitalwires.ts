import { placeOf } from '../dateline';
import { deliveredDate, instant } from '../dates';
import { distinct, Draft, present } from '../draft';
import { WireError } from '../errors';
import type { Format, ParseContext } from '../format';
import { htmlBody } from '../html-body';
import type { Reading, Signal, WireItem, WireRendition } from '../item';
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
import { PhotoDraft } from '../photo-draft';
import { subjectOf } from '../vocabulary/iptc-schemes';
import { closedBy } from '../vocabulary/pub-status';

/**
 * dpa digitalwires: one entry an object, or the `entries` of a feed.
 * Specification: https://api-portal.dpa-newslab.com/doc/digitalwires.
 *
 * Others than dpa deliver in it too (Europa Press, sports data). What is no part of other formats: the note of an
 * embargo stands among `ednotes` while `pubstatus` stays "usable"; notes for editors are public or not, and both are
 * notes; an infobox is a part of the story, a linkbox and the notepad are not; `pubstatus` may be null.
 */
export const dpaDigitalwires: Format = {
  name: 'dpa-digitalwires',
  detect: (source) =>
    entriesOf(source.json) !== undefined || isBrokenJson(source, /"format"\s*:\s*"digitalwires|"article_html"\s*:/),
  parse(source, context) {
    const entries = entriesOf(jsonOf(source)) ?? [];
    if (entries.length > context.limits.items) {
      throw new WireError('too-large', `The input has ${entries.length} items, the limit is ${context.limits.items}.`);
    }
    return entries.map((entry) => readEntry(entry, context));
  },
};

function isEntry(value: unknown): value is JsonObject {
  const entry = objectOf(value);
  if (!entry) return false;
  if (textOf(entry['format'])?.startsWith('digitalwires')) return true;
  return textOf(entry['urn']) !== undefined && 'article_html' in entry && 'version_created' in entry;
}

function entriesOf(json: unknown): JsonObject[] | undefined {
  if (isEntry(json)) return [json];
  const list = Array.isArray(json) ? (json as unknown[]) : objectOf(json)?.['entries'];
  return Array.isArray(list) && list.length > 0 && list.every(isEntry) ? list : undefined;
}

function readEntry(entry: JsonObject, context: ParseContext): Reading {
  const draft = new Draft('text');
  for (const [field, key] of LINES) draft.set(field, lineOf(entry[key]), `$.${key}`);
  draft.set('byline', withoutBy(lineOf(entry['byline'])), '$.byline');
  draft.set('dateline', placeOf(lineOf(entry['dateline'])), '$.dateline');
  draft.set('bodyHtml', bodyOf(entry), '$.article_html');
  const urgency = integerOf(entry['urgency']);
  if (urgency !== undefined && urgency >= 1 && urgency <= 9) draft.set('urgency', urgency, '$.urgency');
  draft.set('versionCreated', instant(textOf(entry['version_created']), context), '$.version_created');
  draft.set('firstCreated', instant(textOf(entry['content_created']), context), '$.content_created');
  readConcepts(entry, draft);
  readStatus(entry, draft, context);
  objectsOf(entry['associations']).forEach((association, index) => {
    if (/^(?:image|picture|graphic)$/.test(textOf(association['type']) ?? '')) {
      readPhoto(association, `$.associations[${index}]`).addTo(draft);
    }
  });
  return draft.reading();
}

type LineField =
  | 'uri' | 'version' | 'language' | 'headline' | 'subheadline' | 'slugline' | 'abstract' | 'creditLine'
  | 'copyrightHolder' | 'copyrightNotice' | 'usageTerms'; // prettier-ignore

const LINES: readonly (readonly [LineField & keyof WireItem, string])[] = [
  ['uri', 'urn'],
  ['version', 'version'],
  ['language', 'language'],
  ['headline', 'headline'],
  ['subheadline', 'subhead'],
  ['slugline', 'kicker'],
  ['abstract', 'teaser'],
  ['creditLine', 'creditline'],
  ['copyrightHolder', 'copyrightholder'],
  ['copyrightNotice', 'copyrightnotice'],
  ['usageTerms', 'usageterms'],
];

function bodyOf(entry: JsonObject): string | undefined {
  const parts = [textOf(entry['article_html']), textOf(entry['infobox_html'])];
  const html = parts.flatMap((part) => (part === undefined ? [] : (htmlBody(part) ?? [])));
  return html.length === 0 ? undefined : html.join('\n');
}

function readConcepts(entry: JsonObject, draft: Draft): void {
  const categories = objectsOf(entry['categories']);
  const ofType = (type: string): JsonObject[] =>
    categories.filter((category) => textOf(category['type']) === `dnltype:${type}`);
  const namesOf = (type: string): string[] => ofType(type).flatMap((category) => lineOf(category['name']) ?? []);
  draft.set('keywords', distinct([...linesOf(entry['keyword_names']), ...namesOf('keyword')]), '$.keyword_names');
  draft.set('genres', distinct([...linesOf(entry['genre_names']), ...namesOf('genre')]), '$.genre_names');
  draft.set('categories', distinct([...namesOf('desk'), ...linesOf(entry['rubric_names'])]), '$.categories');
  draft.set('provider', namesOf('provider')[0], '$.categories');
  draft.fill('copyrightHolder', namesOf('copyrightholder').join(', '), '$.categories');
  const subjects = [...ofType('dpasubject'), ...ofType('subject')].flatMap((category) => {
    const code = textOf(category['qcode']);
    return code === undefined ? [] : qualified(code, lineOf(category['name']));
  });
  draft.set('subjects', subjects, '$.categories');
  const places = ofType('geosubject').flatMap((category) => {
    const [name, code] = [lineOf(category['name']), textOf(category['qcode'])];
    return name === undefined ? [] : { name, ...(code === undefined ? {} : { code }) };
  });
  draft.set('places', places, '$.categories');
}

function qualified(qcode: string, name: string | undefined): ReturnType<typeof subjectOf> {
  const colon = qcode.indexOf(':');
  const known = subjectOf(qcode.slice(colon + 1), colon < 0 ? undefined : qcode.slice(0, colon), name);
  return known.code.includes(':') ? known : { ...known, code: qcode };
}

const SIGNALS: Record<string, Signal> = {
  correction: 'correction',
  update: 'update',
  kill: 'kill',
  cancel: 'kill',
  withdrawal: 'kill',
  advisory: 'advisory',
  alert: 'alert',
  flash: 'alert',
};
/** Notes that are production, not advice. */
const NO_NOTE = /:(?:closingline|genrenote|picture|wordcount)$/;

function readStatus(entry: JsonObject, draft: Draft, context: ParseContext): void {
  draft.set('pubStatus', closedBy(textOf(entry['pubstatus']), context), '$.pubstatus');
  const signals = linesOf(entry['signal']).flatMap((signal) => SIGNALS[signal.replace(/^sig:/, '')] ?? []);
  if (draft.item.pubStatus === 'canceled') signals.push('kill');
  draft.set('signals', [...new Set(signals)], '$.signal');

  const notes = objectsOf(entry['ednotes']);
  const roleOf = (note: JsonObject): string => textOf(note['role']) ?? '';
  const advice = notes.filter((note) => !NO_NOTE.test(roleOf(note))).map((note) => lineOf(note['ednote']));
  draft.set('edNote', distinct(advice).join(' '), '$.ednotes');
  const date = textOf(entry['embargoed']);
  const embargoNote = notes.some((note) => roleOf(note).endsWith(':embargo'));
  // A note without a date is an embargo that nobody can compute: it holds until somebody ends it.
  if (date !== undefined || embargoNote) draft.embargo(instant(date, context), '$.embargoed');
}

const PHOTO_LINES = [
  ['uri', 'urn'],
  ['headline', 'headline'],
  ['caption', 'caption'],
  ['altText', 'alttext'],
  ['creditLine', 'creditline'],
  ['copyrightNotice', 'copyrightnotice'],
  ['usageTerms', 'usageterms'],
] as const;

function readPhoto(association: JsonObject, path: string): PhotoDraft {
  const photo = new PhotoDraft(path);
  for (const [field, key] of PHOTO_LINES) photo.fill(field, lineOf(association[key]), key);
  photo.fill('byline', withoutBy(lineOf(association['byline'])), 'byline');
  photo.fill('dateCreated', deliveredDate(textOf(association['content_created'])), 'content_created');
  photo.fill('renditions', objectsOf(association['renditions']).flatMap(renditionOf), 'renditions');
  return photo;
}

/** A rendition is named by its size, "2048". */
function renditionOf(rendition: JsonObject): WireRendition[] {
  const href = textOf(rendition['url']) ?? textOf(rendition['href']);
  if (href === undefined) return [];
  return [
    present<WireRendition>({
      name: textOf(rendition['size']) ?? 'main',
      href,
      mimeType: textOf(rendition['mimetype']),
      width: integerOf(rendition['width']),
      height: integerOf(rendition['height']),
    }),
  ];
}
