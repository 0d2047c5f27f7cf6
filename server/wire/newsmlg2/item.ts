import { placeOf } from '../dateline';
import { instant } from '../dates';
import { distinct, Draft, present } from '../draft';
import type { ParseContext } from '../format';
import type { ItemType, Reading, Signal, WirePhoto, WirePlace, WireSubject } from '../item';
import { withoutBy } from '../byline';
import { readNitfMetadata } from '../nitf/story';
import type { XmlElement } from '../xml';
import { attr, child, children, first, textOf } from '../xml-tree';
import { contentOf } from './content';
import { described, headlineOf, photoOf, storyPhotos } from './photo';
import { readRights, rightsOf } from './rights';
import { codeOf, localCode, nameOf, roleOf, schemeOf } from './values';

/** Item classes (ninat, and what agencies made of it) and the types of WireItem. */
const TYPES: Record<string, ItemType> = {
  text: 'text',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  animation: 'graphic',
  video: 'video',
  audio: 'audio',
  composite: 'composite',
};

/** One `newsItem` or `packageItem`. */
export function readItem(item: XmlElement, context: ParseContext): Reading {
  const itemMeta = child(item, 'itemMeta');
  const contentMeta = child(item, 'contentMeta');
  const itemClass = localCode(codeOf(child(itemMeta, 'itemClass')))?.toLowerCase() ?? 'text';
  const draft = new Draft(item.name === 'packageItem' ? 'composite' : (TYPES[itemClass] ?? 'text'));
  const rights = rightsOf(item);
  readIdentity(item, draft, context);
  readRights(item, rights, draft, context);
  draft.set('signals', signalsOf(itemMeta, draft.item.pubStatus === 'canceled'), `${item.name}/itemMeta/signal`);
  readLines(item, draft);
  readSubjects(item, draft);
  const content = contentOf(item, draft.item.headline);
  draft.set('bodyHtml', content?.html, content?.path ?? '');

  const isPicture = draft.item.type === 'picture' || draft.item.type === 'graphic';
  if (isPicture) addPicture(item, draft);
  else for (const photo of storyPhotos(item)) draft.addPhoto(photo, `${item.name}/contentSet`);
  if (content?.nitf) readNitfMetadata(content.nitf, draft, context);
  draft.fill('headline', textOf(child(itemMeta, 'title')), `${item.name}/itemMeta/title`);
  if (!isPicture && rights.dataMining !== undefined) {
    const terms = [draft.item.usageTerms, `Data mining: ${rights.dataMining}`].filter(Boolean).join(' ');
    draft.set('usageTerms', terms, `${item.name}/rightsInfo/dataMining`);
  }
  if (contentMeta === undefined && itemMeta === undefined) {
    context.warn('item-without-metadata', `${attr(item, 'guid') ?? 'An item'} has no metadata.`);
  }
  return draft.reading();
}

function readIdentity(item: XmlElement, draft: Draft, context: ParseContext): void {
  const { name } = item;
  const itemMeta = child(item, 'itemMeta');
  draft.set('uri', attr(item, 'guid'), `${name}/@guid`);
  draft.set('version', attr(item, 'version'), `${name}/@version`);
  draft.set(
    'versionCreated',
    instant(textOf(child(itemMeta, 'versionCreated')), context),
    `${name}/itemMeta/versionCreated`,
  );
  draft.set('firstCreated', instant(textOf(child(itemMeta, 'firstCreated')), context), `${name}/itemMeta/firstCreated`);
  draft.set('provider', nameOf(child(itemMeta, 'provider')), `${name}/itemMeta/provider`);
  const language = attr(first(item, 'contentMeta/language'), 'tag');
  draft.set('language', language ?? attr(item, 'xml:lang'), `${name}/contentMeta/language/@tag`);
  const urgency = textOf(first(item, 'contentMeta/urgency')) ?? '';
  if (/^[1-9]$/.test(urgency)) draft.set('urgency', Number(urgency), `${name}/contentMeta/urgency`);
}

/** Signals by the local part of their code: IPTC's, and what agencies add. */
const SIGNALS: Record<string, Signal> = {
  correction: 'correction',
  corrected: 'correction',
  update: 'update',
  replace: 'update',
  kill: 'kill',
  retraction: 'kill',
  advisory: 'advisory',
  alert: 'alert',
  flash: 'alert',
  bulletin: 'alert',
};
/** Reuters' edit states. */
const EDIT_STATES: Record<string, Signal> = { c: 'correction', u: 'update', d: 'kill' };

function signalsOf(itemMeta: XmlElement | undefined, isCanceled: boolean): Signal[] {
  const found = new Set<Signal>();
  for (const signal of children(itemMeta, 'signal')) {
    const code = codeOf(signal);
    const local = localCode(code)?.toLowerCase() ?? '';
    const known = code?.startsWith('edStat:') ? EDIT_STATES[local] : SIGNALS[local];
    if (known) found.add(known);
  }
  if (isCanceled) found.add('kill');
  return [...found];
}

/** Creators under these roles wrote or took it; others typed it in. */
const AUTHOR_ROLES = /^(?:author|journalist|reporter|writer|photographer|correspondent|byline)$/;

function readLines(item: XmlElement, draft: Draft): void {
  const at = `${item.name}/contentMeta`;
  const contentMeta = child(item, 'contentMeta');
  const creators = children(contentMeta, 'creator').filter((creator) => AUTHOR_ROLES.test(roleOf(creator)));
  const by = children(contentMeta, 'by').map(textOf).find(Boolean);
  const secondary = children(contentMeta, 'headline').filter((headline) => /sub/.test(roleOf(headline)));
  draft.set('headline', headlineOf(contentMeta), `${at}/headline`);
  draft.set('subheadline', secondary.map(textOf).find(Boolean), `${at}/headline[@role]`);
  draft.set('slugline', textOf(child(contentMeta, 'slugline')), `${at}/slugline`);
  draft.set('byline', by === undefined ? undefined : withoutBy(by, draft.item.language), `${at}/by`);
  draft.fill('byline', distinct(creators.map(nameOf)).join(', '), `${at}/creator`);
  draft.set('dateline', placeOf(textOf(child(contentMeta, 'dateline'))), `${at}/dateline`);
  draft.set('located', nameOf(child(contentMeta, 'located')), `${at}/located`);
  draft.set('keywords', distinct(children(contentMeta, 'keyword').map(textOf)), `${at}/keyword`);
  draft.set('genres', distinct(children(contentMeta, 'genre').map(nameOf)), `${at}/genre`);
  const abstract = described(contentMeta, /summary|abstract|teaser|lead|ingress/) ?? described(contentMeta, /^$/);
  draft.set('abstract', abstract, `${at}/description`);
}

/** Subjects, sections and places: NewsML-G2 has one property for all three. */
function readSubjects(item: XmlElement, draft: Draft): void {
  const subjects = new Map<string, WireSubject>();
  const places = new Map<string, WirePlace>();
  const categories = new Set<string>();
  for (const subject of children(child(item, 'contentMeta'), 'subject')) {
    const code = codeOf(subject) ?? attr(subject, 'literal');
    const type = localCode(attr(subject, 'type'))?.toLowerCase() ?? '';
    const name = children(subject, 'name').map(textOf).find(Boolean);
    const scheme = code === undefined ? undefined : schemeOf(code);
    if (/^(?:category|cat|section)$/.test(type) || scheme === 'MCC') {
      categories.add(name ?? localCode(code) ?? '');
    } else if (type === 'geoarea' || type === 'poi' || scheme?.startsWith('iso3166')) {
      const place = name ?? localCode(code);
      if (place !== undefined) places.set(place, present<WirePlace>({ name: place, code: codeOf(subject) }));
    } else if (code !== undefined) {
      subjects.set(code, present<WireSubject>({ code, scheme, name }));
    }
  }
  const path = `${item.name}/contentMeta/subject`;
  draft.set('subjects', [...subjects.values()], path);
  draft.set('categories', distinct([...categories]), path);
  draft.set('places', [...places.values()], path);
}

/** A picture on its own: what holds for the photo holds for the item. */
function addPicture(item: XmlElement, draft: Draft): void {
  const photo: WirePhoto = photoOf(item);
  draft.addPhoto(photo, item.name, {
    caption: `${item.name}/contentMeta/description`,
    creditLine: `${item.name}/contentMeta/creditline`,
    renditions: `${item.name}/contentSet/remoteContent`,
  });
  draft.fill('abstract', photo.caption, `${item.name}/contentMeta/description`);
}
