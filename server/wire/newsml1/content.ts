import { bodyHtml, escapedHtml } from '../body';
import type { XmlElement } from '../xml';
import { child, descendants, first, rawText, textOf } from '../xml-tree';
import { chainOf, type Component, type Content } from './component';

/** Roles of components whose text is a part of the story other than its body. */
const PARTS = new Set([
  'caption', 'title', 'headline', 'subheadline', 'lead', 'summary', 'abstract', 'contact', 'stylesheet', 'thumbnail',
  'preview', 'quicklook', 'teaser', 'byline', 'credit', 'slug', 'logo', 'icon', 'related', 'link', 'notes', 'copyright',
]); // prettier-ignore

/** Roles of components whose text describes a picture. */
const PICTURES = new Set(['picture', 'photo', 'image', 'graphic']);

/** Roles in the order in which they are taken for the body, where several components have text. */
const BODY_ROLES = ['body', 'main', 'text', 'maintext', 'article', ''];

/** A body and where it came from. `nitf` is the whole NITF document, where there is one. */
export interface MainText {
  component: Component;
  html: string;
  nitf: XmlElement | undefined;
}

/** The body of an item: the best text component that belongs to no photo. */
export function mainText(components: readonly Component[]): MainText | undefined {
  const rank = ({ role }: Component): number => {
    const index = BODY_ROLES.indexOf(role);
    return index < 0 ? BODY_ROLES.length : index;
  };
  const candidates = components
    .filter((component) => chainOf(component).every(({ role }) => !PARTS.has(role) && !PICTURES.has(role)))
    .sort((a, b) => rank(a) - rank(b));
  for (const component of candidates) {
    // A component is an equivalents list of formats: the richest wins, whatever the order.
    const texts = component.contents.filter(({ kind }) => kind === 'text').sort((a, b) => richness(b) - richness(a));
    for (const { data } of texts) {
      const html = data && htmlOf(data);
      if (html !== undefined) return { component, html, nitf: child(data, 'nitf') };
    }
  }
  return undefined;
}

/** Plain text of the content of a component: captions, titles, leads. */
export function plainContent(component: Component): string | undefined {
  for (const { kind, data } of component.contents) {
    if (kind !== 'text' || !data) continue;
    const content = first(data, 'nitf/body/body.content') ?? descendants(data, 'body')[0] ?? data;
    const text = textOf(content);
    if (text !== undefined) return text;
  }
  return undefined;
}

function richness({ data }: Content): number {
  if (!data) return 0;
  if (child(data, 'nitf')) return 4;
  if (child(data, 'html') ?? child(data, 'body')) return 3;
  return data.children.some((node) => typeof node !== 'string') ? 2 : 1;
}

function htmlOf(data: XmlElement): string | undefined {
  const nitf = child(data, 'nitf');
  if (nitf) {
    const content = first(nitf, 'body/body.content') ?? child(nitf, 'body.content');
    return content && bodyHtml(content.children);
  }
  if (data.children.some((node) => typeof node !== 'string')) return bodyHtml(data.children);
  return escapedHtml(rawText(data));
}
