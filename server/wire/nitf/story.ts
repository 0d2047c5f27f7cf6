import { bodyHtml } from '../body';
import { withoutBy } from '../byline';
import { instant } from '../dates';
import { placeOf } from '../dateline';
import { distinct, type Draft } from '../draft';
import type { ParseContext } from '../format';
import type { Signal, WireItem, WirePlace, WireSubject } from '../item';
import type { XmlElement } from '../xml';
import { all, attr, child, children, descendants, first, textOf } from '../xml-tree';
import { nitfPhotos } from './media';
import { closedBy } from '../vocabulary/pub-status';

/** Reads one `nitf` element into a draft. */
export function readNitf(root: XmlElement, draft: Draft, context: ParseContext): void {
  readNitfMetadata(root, draft, context);
  const content = first(root, 'body/body.content');
  if (content)
    draft.set('bodyHtml', bodyHtml(content.children, { headline: draft.item.headline }), 'nitf/body/body.content');
}

/** All but the body, for NITF that stands inside NewsML. Fields that are set are kept. */
export function readNitfMetadata(root: XmlElement, draft: Draft, context: ParseContext): void {
  for (const [field, paths] of TEXTS) {
    for (const path of paths) draft.fill(field, valueAt(root, path), `nitf/${path}`);
  }
  const docdata = first(root, 'head/docdata');
  const head = first(root, 'body/body.head');
  // AP repeats the headline in `hl2`.
  const second = textOf(first(head, 'hedline/hl2'));
  if (second !== draft.item.headline) draft.fill('subheadline', second, 'nitf/body/body.head/hedline/hl2');
  draft.fill('byline', bylineOf(head, draft.item.language), 'nitf/body/body.head/byline');
  draft.fill('dateline', datelineOf(child(head, 'dateline')), 'nitf/body/body.head/dateline');
  draft.fill('urgency', urgencyOf(attr(child(docdata, 'urgency'), 'ed-urg')), 'nitf/head/docdata/urgency/@ed-urg');
  draft.fill('keywords', keywordsOf(docdata), 'nitf/head/docdata/key-list/keyword/@key');
  draft.fill('subjects', subjectsOf(root), 'nitf/head/tobject/tobject.subject');
  draft.fill('genres', genresOf(root), 'nitf/head/tobject/tobject.property');
  draft.fill('categories', categoriesOf(root), 'nitf/head/meta');
  draft.fill('places', children(docdata, 'evloc').flatMap(placeOfEvent), 'nitf/head/docdata/evloc');
  readDates(docdata, draft, context);
  readRights(root, draft, context);
  nitfPhotos(child(root, 'body')).forEach((photo) => draft.addPhoto(photo, 'nitf/body//media'));
}

/** Fields that are the text of an element, or of an attribute after "@"; the first path with a value counts. */
const TEXTS: readonly [keyof WireItem & TextField, readonly string[]][] = [
  ['uri', ['head/docdata/doc-id/@id-string']],
  ['version', ['head/docdata/du-key/@version', 'head/docdata/du-key/@generation']],
  ['language', ['@xml:lang', '@baselang', 'body/@xml:lang']],
  ['headline', ['body/body.head/hedline/hl1', 'body/body.head/hedline', 'head/title']],
  ['abstract', ['body/body.head/abstract']],
  ['slugline', ['head/docdata/du-key/@key', 'head/meta[anpa-keyword]', 'head/docdata/key-list/keyword/@key']],
  [
    'provider',
    [
      'body/body.head/distributor',
      'head/docdata/del-list/from-src/@src-name',
      'head/docdata/doc-id/@regsrc',
      'head/meta[aap-source]',
    ],
  ],
  [
    'copyrightHolder',
    [
      'head/docdata/doc.copyright/@holder',
      'body/body.head/rights/rights.owner',
      'body/body.head/copyrite/copyrite.holder',
      'head/docdata/doc.rights/@owner',
    ],
  ],
];
type TextField = 'uri' | 'version' | 'language' | 'headline' | 'abstract' | 'slugline' | 'provider' | 'copyrightHolder';

/** The value at a path such as "head/title", "head/docdata/doc-id/@id-string" or "head/meta[name]". */
function valueAt(root: XmlElement, path: string): string | undefined {
  const meta = /^head\/meta\[(.+)\]$/.exec(path)?.[1];
  if (meta !== undefined) return metaOf(root, meta);
  const at = path.indexOf('@');
  if (at < 0) return textOf(first(root, path));
  return attr(at === 0 ? root : first(root, path.slice(0, at - 1)), path.slice(at + 1));
}

function metaOf(root: XmlElement, name: string): string | undefined {
  const element = all(root, 'head/meta').find((meta) => attr(meta, 'name')?.toLowerCase() === name);
  return attr(element, 'content');
}

/** "By<person>A. Name</person><byttl>…</byttl>": the title of the writer is no part of the line unless it is all. */
function bylineOf(head: XmlElement | undefined, language: string | undefined): string | undefined {
  const lines = children(head, 'byline').map((byline) => {
    const parts = byline.children.filter((node) => typeof node === 'string' || node.name !== 'byttl').map(textOf);
    const line = distinct(parts)
      .join(' ')
      .replace(/ (?=[,;.])/g, '');
    return withoutBy(line, language) || textOf(byline);
  });
  return distinct(lines).join(', ') || undefined;
}

function datelineOf(dateline: XmlElement | undefined): string | undefined {
  if (dateline === undefined) return undefined;
  const location = child(dateline, 'location');
  if (location) return textOf(location);
  const text = dateline.children.filter((node) => typeof node === 'string' || node.name !== 'story.date');
  return placeOf(textOf({ ...dateline, children: text }));
}

function urgencyOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]$/.test(text) ? Number(text) : undefined;
}

function keywordsOf(docdata: XmlElement | undefined): string[] {
  return distinct(all(docdata, 'key-list/keyword').map((keyword) => attr(keyword, 'key')));
}

function subjectsOf(root: XmlElement): WireSubject[] {
  const found = new Map<string, WireSubject>();
  for (const subject of all(root, 'head/tobject/tobject.subject')) {
    const refnum = attr(subject, 'tobject.subject.refnum');
    if (refnum === undefined) continue;
    const owner = attr(subject, 'tobject.subject.ipr') ?? 'IPTC';
    const scheme = owner.toUpperCase() === 'IPTC' ? 'subj' : owner;
    const name = ['detail', 'matter', 'type'].map((level) => attr(subject, `tobject.subject.${level}`)).find(Boolean);
    const code = `${scheme}:${refnum}`;
    if (!found.has(code)) found.set(code, { code, scheme, ...(name === undefined ? {} : { name }) });
  }
  return [...found.values()];
}

function genresOf(root: XmlElement): string[] {
  return distinct(
    all(root, 'head/tobject/tobject.property').map((property) => attr(property, 'tobject.property.type')),
  );
}

/** Names of `meta` in which agencies print the section or the category letter. */
const CATEGORY_METAS = ['anpa-category', 'ap-category', 'category', 'categoria', 'section'];

function categoriesOf(root: XmlElement): string[] {
  const type = attr(first(root, 'head/tobject'), 'tobject.type');
  // "news" and "alert" are what IPTC wants there; NTB and others write the name of the section.
  const section =
    type !== undefined && !/^(?:news|alert|data|advisory|background|feature)$/i.test(type) ? type : undefined;
  return distinct([...CATEGORY_METAS.map((name) => metaOf(root, name)), section]);
}

function placeOfEvent(evloc: XmlElement): WirePlace[] {
  const name = attr(evloc, 'city') ?? attr(evloc, 'county-dist') ?? attr(evloc, 'state-prov') ?? textOf(evloc);
  const code = attr(evloc, 'iso-cc');
  if (name === undefined && code === undefined) return [];
  return [{ name: name ?? code ?? '', ...(code === undefined ? {} : { code }) }];
}

function readRights(root: XmlElement, draft: Draft, context: ParseContext): void {
  const docdata = first(root, 'head/docdata');
  const head = first(root, 'body/body.head');
  const status = attr(docdata, 'management-status')?.toLowerCase() ?? '';
  const pubStatus = closedBy(status, context);
  if (pubStatus) draft.set('pubStatus', pubStatus, 'nitf/head/docdata/@management-status');

  const notices = [child(head, 'copyrite'), ...notesOf(root, 'cpyrt')].map(textOf);
  draft.fill('copyrightNotice', distinct(notices).join(' '), 'nitf/body/body.head/copyrite');
  const terms = usageTermsOf(docdata, head);
  // Inside NewsML the terms of both hold.
  if (terms)
    draft.set('usageTerms', distinct([draft.item.usageTerms, terms]).join('; '), 'nitf/head/docdata/doc.rights');
  const notes = [
    ...children(docdata, 'ed-msg').map((message) => attr(message, 'info') ?? textOf(message)),
    ...children(docdata, 'correction').map((correction) => attr(correction, 'info')),
    ...notesOf(root, 'editorsnote').map(textOf),
  ];
  draft.fill('edNote', distinct(notes.map((note) => note?.replace(/\s+/g, ' '))).join(' '), 'nitf/head/docdata/ed-msg');

  const signals: Signal[] = [];
  if (child(docdata, 'correction')) signals.push('correction');
  if (pubStatus === 'canceled') signals.push('kill');
  draft.fill('signals', signals, 'nitf/head/docdata');

  const issue = draft.item.versionCreated;
  const release = instant(attr(child(docdata, 'date.release'), 'norm'), context);
  const isLater = release !== undefined && issue !== undefined && release > issue;
  if (draft.item.embargoedUntil !== undefined) return;
  if (status === 'embargoed') draft.embargo(release, 'nitf/head/docdata/@management-status');
  else if (isLater) draft.embargo(release, 'nitf/head/docdata/date.release/@norm');
}

function notesOf(root: XmlElement, noteclass: string): XmlElement[] {
  return descendants(child(root, 'body'), 'note').filter((note) => attr(note, 'noteclass') === noteclass);
}

/** What `doc.rights` and `rights` limit, with the name of each limit. The owner is no limit. */
const TERMS: readonly [string, string][] = [
  ['type', ''],
  ['limitations', ''],
  ['geography', 'Geography: '],
  ['startdate', 'From: '],
  ['enddate', 'Until: '],
];

function usageTermsOf(docdata: XmlElement | undefined, head: XmlElement | undefined): string | undefined {
  const rights = child(head, 'rights');
  const terms = TERMS.flatMap(([name, label]) =>
    distinct([
      ...children(docdata, 'doc.rights').map((element) => attr(element, name)),
      ...children(rights, `rights.${name}`).map((element) => textOf(element)),
    ]).map((value) => label + value),
  );
  return terms.join('; ') || undefined;
}

function readDates(docdata: XmlElement | undefined, draft: Draft, context: ParseContext): void {
  const issued = child(docdata, 'date.issue');
  draft.fill(
    'versionCreated',
    instant(attr(issued, 'norm') ?? textOf(issued), context),
    'nitf/head/docdata/date.issue/@norm',
  );
  draft.fill(
    'expires',
    instant(attr(child(docdata, 'date.expire'), 'norm'), context),
    'nitf/head/docdata/date.expire/@norm',
  );
}
