import { deliveredDate } from '../dates';
import { present } from '../draft';
import type { WirePhoto, WireRendition } from '../item';
import { pixels } from '../nitf/media';
import { attr, child, children, first, textOf } from '../xml-tree';
import { isWithin, party, properties, typedLines, type Component, type Content } from './component';
import { plainContent } from './content';
import { usageTermsOf, copyrightHolderOf } from './rights';

/** A photo and the component that describes it. */
export interface PhotoOf {
  owner: Component;
  photo: WirePhoto;
}

/** Roles of components whose images are no photos of the story. */
const DECORATION = new Set(['logo', 'icon', 'video', 'audio', 'stylesheet']);
const isImage = ({ kind }: Content): boolean => kind === 'photo' || kind === 'graphic';

/**
 * The photos of an item. Sizes of one photo are components inside the one that has its lines; where none has (a photo
 * alone in its item), the outermost component describes it. `text` is the component of the story, if there is one.
 */
export function photosOf(components: readonly Component[], text: Component | undefined): PhotoOf[] {
  const owners = new Map<Component, Component[]>();
  for (const component of components) {
    if (!component.contents.some(isImage)) continue;
    const owner = ownerOf(component, text);
    if (DECORATION.has(component.role) || DECORATION.has(owner.role)) continue;
    owners.set(owner, [...(owners.get(owner) ?? []), component]);
  }
  return [...owners].map(([owner, images]) => ({ owner, photo: photoOf(owner, images, components, text) }));
}

function ownerOf(component: Component, text: Component | undefined): Component {
  for (let one: Component | undefined = component; one; one = one.parent) {
    if (text && isWithin(text, one)) break;
    const hasLines = ['headline', 'creditline', 'byline', 'copyrightline'].some(
      (name) => one.lines.get(name) !== undefined,
    );
    const hasCaption = children(one.element, 'NewsComponent').some((inner) => isCaption(inner));
    if (hasLines || hasCaption || one.parent === undefined) return one;
  }
  return component;
}

const isCaption = (element: Component['element']): boolean =>
  attr(child(element, 'Role'), 'FormalName')?.toLowerCase() === 'caption';

function photoOf(
  owner: Component,
  images: readonly Component[],
  components: readonly Component[],
  text: Component | undefined,
): WirePhoto {
  const { element } = owner;
  const admin = child(element, 'AdministrativeMetadata');
  const descriptive = child(element, 'DescriptiveMetadata');
  const inside = components.filter((one) => isWithin(one, owner) && !(text && isWithin(text, one)));
  const part = (...roles: string[]): string | undefined =>
    roles.flatMap((role) => inside.filter((one) => one.role === role).map(plainContent)).find(Boolean);
  const origin = first(descriptive, 'Location');
  return present<WirePhoto>({
    headline: owner.lines.get('headline') ?? part('title', 'headline'),
    caption: part('caption') ?? typedLines(owner, ['caption'])[0] ?? captionIn(owner, images) ?? part('body', 'text'),
    byline: owner.lines.get('byline') ?? party(admin, 'Creator'),
    bylineTitle: owner.lines.get('bylinetitle'),
    creditLine: owner.lines.get('creditline') ?? properties(admin, 'credit')[0],
    source: party(admin, 'Source'),
    copyrightHolder: copyrightHolderOf(element),
    copyrightNotice: owner.lines.get('copyrightline'),
    usageTerms: usageTermsOf(owner),
    instructions: typedLines(owner, ['advisoryline', 'instructions', 'specialinstructions']).join(' '),
    dateCreated: deliveredDate(textOf(child(descriptive, 'DateLineDate'))),
    city: properties(origin, 'city')[0],
    state: properties(origin, 'area')[0],
    country: properties(origin, 'countryname')[0],
    countryCode: properties(origin, 'country')[0],
    keywords: properties(descriptive, 'keyword'),
    renditions: images.flatMap((image) => image.contents.filter(isImage).flatMap((one) => renditionOf(image, one))),
  });
}

/** A caption that stands beside the image in the same component, or in the text of the owner. */
function captionIn(owner: Component, images: readonly Component[]): string | undefined {
  for (const component of [owner, ...images]) {
    const text = plainContent(component);
    if (text !== undefined) return text;
  }
  return undefined;
}

function renditionOf(component: Component, { element, mimeType }: Content): WireRendition[] {
  const href = attr(element, 'Href');
  if (href === undefined) return [];
  const characteristics = child(element, 'Characteristics');
  const size = (...names: string[]): number | undefined =>
    names.map((name) => pixels(properties(characteristics, name)[0])).find((value) => value !== undefined);
  return [
    present<WireRendition>({
      name:
        properties(characteristics, 'imageuse')[0] ?? attr(child(component.element, 'Role'), 'FormalName') ?? 'main',
      href,
      mimeType,
      width: size('width', 'pixelwidth'),
      height: size('height', 'pixelheight'),
    }),
  ];
}
