import { present } from '../draft';
import type { WirePhoto, WireRendition } from '../item';
import type { XmlElement } from '../xml';
import { attr, child, children, descendants, textOf } from '../xml-tree';

/** The pictures of a body: `media` elements, and the `img` of agencies that mix in HTML. */
export function nitfPhotos(body: XmlElement | undefined): WirePhoto[] {
  return [
    ...descendants(body, 'media').filter(isImage).map(photoOf),
    ...descendants(body, 'img').map(photoOfImg),
  ].filter((photo) => Object.keys(photo).length > 0);
}

/** `media-metadata` names that agencies use for what `media` has no element for. */
const METADATA: Record<string, 'creditLine' | 'byline' | 'copyrightNotice' | 'caption' | 'headline' | 'usageTerms'> = {
  credit: 'creditLine',
  creditline: 'creditLine',
  'credit-line': 'creditLine',
  byline: 'byline',
  photographer: 'byline',
  copyright: 'copyrightNotice',
  caption: 'caption',
  headline: 'headline',
  rights: 'usageTerms',
};

function isImage(media: XmlElement): boolean {
  const type = attr(media, 'media-type')?.toLowerCase() ?? '';
  return /^(?:image|photo|picture|graphic)/.test(type) || (type === '' && mimeOf(media).startsWith('image/'));
}

function mimeOf(media: XmlElement): string {
  return attr(child(media, 'media-reference'), 'mime-type') ?? '';
}

function photoOf(media: XmlElement): WirePhoto {
  const references = children(media, 'media-reference');
  const stated: WirePhoto = {};
  for (const metadata of children(media, 'media-metadata')) {
    const field = METADATA[attr(metadata, 'name')?.toLowerCase() ?? ''];
    const value = attr(metadata, 'value');
    if (field !== undefined && value !== undefined) stated[field] ??= value;
  }
  const producers = children(media, 'media-producer').map(textOf).filter(Boolean);
  return {
    ...stated,
    ...present<WirePhoto>({
      caption: children(media, 'media-caption').map(textOf).filter(Boolean).join(' '),
      byline: producers.join(', '),
      creditLine: references.map((reference) => attr(reference, 'source-credit')).find(Boolean),
      altText: references.map((reference) => attr(reference, 'alternate-text')).find(Boolean),
      renditions: references.flatMap(renditionOf),
    }),
  };
}

function renditionOf(reference: XmlElement): WireRendition[] {
  const href = attr(reference, 'source') ?? attr(reference, 'data-location');
  // "#photo0" points to another component of a NewsML item, which is read there.
  if (href === undefined || href.startsWith('#')) return [];
  const rendition: WireRendition = { name: attr(reference, 'name') ?? attr(reference, 'id') ?? 'main', href };
  return [{ ...rendition, ...imageSize(reference, 'mime-type') }];
}

/** Media type and size in pixels from the attributes of an element. */
export function imageSize(element: XmlElement, typeName: string): Partial<WireRendition> {
  return present<Partial<WireRendition>>({
    mimeType: attr(element, typeName),
    width: pixels(attr(element, 'width')),
    height: pixels(attr(element, 'height')),
  });
}

/** "768", "768px" → 768; anything else, also 0, is no size. */
export function pixels(text: string | undefined): number | undefined {
  const match = /^([1-9]\d{0,5})(?:px)?$/.exec(text ?? '');
  return match ? Number(match[1]) : undefined;
}

function photoOfImg(img: XmlElement): WirePhoto {
  const href = attr(img, 'src') ?? attr(img, 'source');
  if (href === undefined) return {};
  return present<WirePhoto>({
    altText: attr(img, 'alt'),
    renditions: [{ name: 'main', href, ...imageSize(img, 'type') }],
  });
}
