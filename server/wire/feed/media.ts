import { splitCredit } from '../credit-split';
import { distinct, present } from '../draft';
import type { WirePhoto, WireRendition } from '../item';
import { webAddress } from '../web-address';
import type { XmlElement } from '../xml';
import { attr, textOf } from '../xml-tree';
import { plain, type Fields } from './fields';

/**
 * Media RSS (https://www.rssboard.org/media-rss): pictures with their credits. What stands on an item, or on the
 * channel, holds for every picture in it that says nothing else. Publishers give one picture in several sizes, in a
 * `media:group` as the specification says, or as several `media:content` with the same address but for its query.
 */

/** The largest number of pictures of one item. */
const MAX_PHOTOS = 200;
const IMAGE_FILE = /\.(?:jpe?g|png|webp|gif|tiff?|avif)$/i;

/** What may stand at every level. */
interface Facts {
  title?: string;
  description?: string;
  keywords?: string[];
  credits: { role: string; text: string }[];
  copyright?: string;
  copyrightUrl?: string;
  license?: string;
  licenseUrl?: string;
  restriction?: string;
}

/** The pictures of an item. `levels` are the channel and the item, the outer first. */
export function mediaPhotos(levels: readonly Fields[], base: string | undefined): WirePhoto[] {
  const item = levels.at(-1);
  if (!item) return [];
  const outer = levels.map(factsOf).reduce(inherit, NOTHING);
  const units = unitsOf(item);
  const photos = new Map<string, WirePhoto>();
  for (const { elements, own } of units) {
    const facts = own.map(factsOf).reduce(inherit, outer);
    const renditions = elements.flatMap((element) => renditionOf(element, base));
    const [first] = renditions;
    if (!first || photos.size >= MAX_PHOTOS) continue;
    const key = first.href.split(/[?#]/, 1)[0] ?? '';
    const known = photos.get(key);
    photos.set(key, known ? withRenditions(known, renditions) : photoOf(facts, renditions));
  }
  return [...photos.values()];
}

/** Credit, terms and restriction of an item without pictures of its own. */
export function itemRights(item: Fields): { creditLine?: string; usageTerms?: string } {
  const facts = [item, ...item.all('media:group').map((group) => item.names.fieldsOf(group))]
    .map(factsOf)
    .reduce(inherit, NOTHING);
  return present({ creditLine: creditOf(facts), usageTerms: termsOf(facts) });
}

interface Unit {
  elements: XmlElement[];
  own: Fields[];
}

function unitsOf(item: Fields): Unit[] {
  const { names } = item;
  const units: Unit[] = [];
  for (const group of item.all('media:group')) {
    const fields = names.fieldsOf(group);
    const images = fields.all('media:content').filter(isImage);
    const [first] = images;
    if (first) units.push({ elements: images, own: [fields, names.fieldsOf(first)] });
  }
  for (const content of item.all('media:content')) {
    if (isImage(content)) units.push({ elements: [content], own: [names.fieldsOf(content)] });
  }
  for (const enclosure of [...item.all('enclosure'), ...item.all('link'), ...item.all('atom:link')]) {
    const isEnclosure = enclosure.name === 'enclosure' || attr(enclosure, 'rel') === 'enclosure';
    if (isEnclosure && isImage(enclosure)) units.push({ elements: [enclosure], own: [] });
  }
  const isVideo = [...item.all('media:content'), ...item.all('media:group')].length > 0;
  if (units.length === 0 && !isVideo) {
    const thumbnails = item.all('media:thumbnail');
    if (thumbnails.length > 0) units.push({ elements: [...thumbnails].sort(byWidth), own: [] });
  }
  return units;
}

const byWidth = (a: XmlElement, b: XmlElement): number => Number(attr(b, 'width') ?? 0) - Number(attr(a, 'width') ?? 0);

function isImage(element: XmlElement): boolean {
  const medium = attr(element, 'medium');
  if (medium !== undefined) return medium === 'image';
  const type = attr(element, 'type');
  if (type !== undefined) return type.startsWith('image/');
  const path = (attr(element, 'url') ?? attr(element, 'href') ?? '').split(/[?#]/, 1)[0] ?? '';
  return IMAGE_FILE.test(path);
}

const NOTHING: Facts = { credits: [] };

function inherit(outer: Facts, inner: Facts): Facts {
  return { ...outer, ...inner, credits: inner.credits.length > 0 ? inner.credits : outer.credits };
}

function factsOf(fields: Fields): Facts {
  const copyright = fields.first('media:copyright');
  const license = fields.first('media:license');
  const restriction = fields.first('media:restriction');
  return {
    ...present<Omit<Facts, 'credits'>>({
      title: fields.plain('media:title')?.value,
      description: fields.plain('media:description', 'media:text')?.value,
      keywords: distinct((fields.text('media:keywords')?.value ?? '').split(',').map((word) => word.trim())),
      copyright: fields.plain('media:copyright')?.value,
      copyrightUrl: attr(copyright, 'url'),
      license: fields.plain('media:license')?.value,
      licenseUrl: attr(license, 'href'),
      restriction: restriction && restrictionText(restriction),
    }),
    credits: fields.all('media:credit').flatMap((element) => {
      const text = plain(textOf(element));
      return text === undefined ? [] : [{ role: attr(element, 'role')?.toLowerCase() ?? '', text }];
    }),
  };
}

function restrictionText(element: XmlElement): string {
  const relationship = attr(element, 'relationship') === 'allow' ? 'Allowed only' : 'Not allowed';
  const kind = attr(element, 'type') === 'country' ? ' in' : '';
  const list = textOf(element)?.toUpperCase() ?? '';
  return `${relationship}${kind}: ${list}`;
}

const PHOTOGRAPHERS = new Set(['photographer', 'creator', 'author']);
const OWNERS = new Set(['copyright holder', 'owner']);

function photoOf(facts: Facts, renditions: WireRendition[]): WirePhoto {
  const creditLine = creditOf(facts);
  const named = facts.credits
    .filter(({ role }) => PHOTOGRAPHERS.has(role) && facts.credits.length > 1)
    .map(({ text }) => text);
  return present<WirePhoto>({
    headline: facts.title,
    caption: facts.description,
    byline: named.join(', ') || (creditLine === undefined ? undefined : splitCredit(creditLine)?.byline),
    creditLine,
    copyrightHolder: facts.credits.find(({ role }) => OWNERS.has(role))?.text,
    copyrightNotice: facts.copyright,
    usageTerms: facts.license,
    instructions: facts.restriction,
    webStatementOfRights: facts.licenseUrl ?? facts.copyrightUrl,
    keywords: facts.keywords,
    renditions,
  });
}

/** All credits but the owner's, which has a field of its own. */
function creditOf({ credits }: Facts): string | undefined {
  const others = credits.filter(({ role }) => !OWNERS.has(role));
  return distinct((others.length > 0 ? others : credits).map(({ text }) => text)).join(' / ') || undefined;
}

const termsOf = (facts: Facts): string | undefined =>
  [facts.license ?? facts.licenseUrl, facts.restriction].filter((part) => part !== undefined).join('. ') || undefined;

function withRenditions(photo: WirePhoto, more: readonly WireRendition[]): WirePhoto {
  const known = new Set(photo.renditions?.map(({ href }) => href));
  const renditions = [...(photo.renditions ?? []), ...more.filter(({ href }) => !known.has(href))];
  return { ...photo, renditions: renditions.map((rendition, n) => ({ ...rendition, name: nameOf(rendition, n) })) };
}

function renditionOf(element: XmlElement, base: string | undefined): WireRendition[] {
  const href = webAddress(attr(element, 'url') ?? attr(element, 'href'), base);
  if (href === undefined) return [];
  const rendition: WireRendition = { name: 'main', href };
  const size = present<Pick<WireRendition, 'mimeType' | 'width' | 'height'>>({
    mimeType: attr(element, 'type'),
    width: whole(attr(element, 'width')),
    height: whole(attr(element, 'height')),
  });
  return [{ ...rendition, ...size }];
}

function nameOf({ width }: WireRendition, index: number): string {
  return width === undefined ? (index === 0 ? 'main' : `main-${index + 1}`) : `w${width}`;
}

function whole(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
