import { deliveredDate } from '../dates';
import { distinct, present } from '../draft';
import type { WirePhoto, WireRendition } from '../item';
import { imageSize } from '../nitf/media';
import { withoutBy } from '../byline';
import type { XmlElement } from '../xml';
import { attr, child, children, descendants, first, textOf } from '../xml-tree';
import { figuresOf } from './content';
import { placeParts } from './places';
import { rightsOf, statusOf } from './rights';
import { codeOf, localCode, nameOf, roleOf } from './values';

/** The photo that a picture item is. */
export function photoOf(item: XmlElement): WirePhoto {
  const contentMeta = child(item, 'contentMeta');
  const creators = children(contentMeta, 'creator').filter((creator) => roleOf(creator) !== 'source');
  const sources = children(contentMeta, 'infoSource').filter((source) => /source/.test(roleOf(source)));
  const by = children(contentMeta, 'by').map(textOf).find(Boolean);
  const digitalSourceType = child(contentMeta, 'digitalSourceType');
  return present<WirePhoto>({
    uri: attr(item, 'guid'),
    headline: headlineOf(contentMeta),
    caption: captionOf(contentMeta),
    altText: described(contentMeta, /alt|accessib/),
    byline: by === undefined ? distinct(creators.map(nameOf)).join(', ') : withoutBy(by, attr(item, 'xml:lang')),
    bylineTitle: creators
      .map((creator) => textOf(first(creator, 'personDetails/jobtitle') ?? child(creator, 'jobtitle')))
      .find(Boolean),
    creditLine: textOf(child(contentMeta, 'creditline')),
    source: nameOf(sources[0]),
    ...rightsOf(item),
    instructions: distinct(children(child(item, 'itemMeta'), 'edNote').map(textOf)).join(' '),
    digitalSourceType: digitalSourceType && sourceTypeUri(digitalSourceType),
    dateCreated: deliveredDate(textOf(child(contentMeta, 'contentCreated'))),
    ...placeParts(item),
    keywords: distinct(children(contentMeta, 'keyword').map(textOf)),
    pubStatus: statusOf(item),
    renditions: imageRenditions(item),
  });
}

/** IPTC Photo Metadata wants the URI of the term; items give it, or the qcode under IPTC's alias. */
function sourceTypeUri(element: XmlElement): string | undefined {
  const qcode = attr(element, 'qcode');
  return attr(element, 'uri') ?? (qcode && `http://cv.iptc.org/newscodes/digitalsourcetype/${localCode(qcode)}`);
}

/** The headline of contentMeta with the best rank; those under the role of another line do not count. */
export function headlineOf(contentMeta: XmlElement | undefined): string | undefined {
  let best: { rank: number; text: string } | undefined;
  for (const headline of children(contentMeta, 'headline')) {
    const text = textOf(headline);
    const rank = Number(attr(headline, 'rank') ?? 0);
    if (text === undefined || isOtherLine(headline)) continue;
    if (best === undefined || rank < best.rank) best = { rank, text };
  }
  return best?.text;
}

const isOtherLine = (headline: XmlElement): boolean =>
  /sub|over|kicker|short|teaser|seo|section/.test(roleOf(headline));

function captionOf(contentMeta: XmlElement | undefined): string | undefined {
  return (
    described(contentMeta, /caption/) ?? described(contentMeta, /^$/) ?? described(contentMeta, /descr|summary|long/)
  );
}

/** The text of the first description whose role is of a kind. */
export function described(contentMeta: XmlElement | undefined, role: RegExp): string | undefined {
  return children(contentMeta, 'description')
    .filter((description) => role.test(roleOf(description)))
    .map(textOf)
    .find(Boolean);
}

function imageRenditions(item: XmlElement): WireRendition[] {
  return children(child(item, 'contentSet'), 'remoteContent').flatMap((content) => {
    const href = attr(content, 'href') ?? attr(content, 'residref');
    if (href === undefined || attr(content, 'hascontent') === 'false') return [];
    const name = localCode(attr(content, 'rendition')) ?? 'main';
    return [{ name, href, ...imageSize(content, 'contenttype') }];
  });
}

/** The photos of a story: images of its content set, figures of its XHTML, and picture items that it links to. */
export function storyPhotos(item: XmlElement): WirePhoto[] {
  const images = imageRenditions(item).filter(({ mimeType }) => mimeType?.startsWith('image/'));
  // Renditions of one picture have different names; a name that comes again begins the next picture.
  const groups: WireRendition[][] = [];
  const names = new Set<string>();
  for (const image of images) {
    if (groups.length === 0 || names.has(image.name)) {
      groups.push([]);
      names.clear();
    }
    names.add(image.name);
    groups.at(-1)?.push(image);
  }
  const links = [...children(child(item, 'itemMeta'), 'link'), ...descendants(child(item, 'groupSet'), 'itemRef')];
  return [
    ...groups.map((renditions): WirePhoto => ({ renditions })),
    ...figuresOf(item).flatMap(figurePhoto),
    ...links.filter(isPictureLink).map(linkedPhoto),
  ];
}

function figurePhoto(figure: XmlElement): WirePhoto[] {
  const [img] = descendants(figure, 'img');
  const href = attr(img, 'src');
  if (img === undefined || href === undefined) return [];
  return [
    present<WirePhoto>({
      uri: attr(img, 'data-uri'),
      altText: attr(img, 'alt'),
      caption: textOf(descendants(figure, 'figcaption')[0]),
      creditLine: textOf(
        descendants(figure, 'div').find((one) => /\b(?:byline|credit)\b/i.test(attr(one, 'class') ?? '')),
      ),
      renditions: [{ name: 'main', href, ...imageSize(img, 'type') }],
    }),
  ];
}

const isPictureLink = (link: XmlElement): boolean => {
  const itemClass = localCode(codeOf(child(link, 'itemClass'))) ?? '';
  const relation = localCode(attr(link, 'rel')) ?? '';
  return /^(?:picture|graphic)$/.test(itemClass) && !/previous|derived|processed|translated/i.test(relation);
};

function linkedPhoto(link: XmlElement): WirePhoto {
  return present<WirePhoto>({
    uri: attr(link, 'residref') ?? attr(link, 'guidref'),
    headline: textOf(child(link, 'headline') ?? child(link, 'title')),
    caption: described(link, /caption|^$/),
  });
}
