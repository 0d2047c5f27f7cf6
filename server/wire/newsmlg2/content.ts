import { bodyHtml, escapedHtml, paragraphs } from '../body';
import type { XmlElement } from '../xml';
import { attr, child, children, descendants, first, rawText } from '../xml-tree';

/** The text of an item. `nitf` is the whole document where the text is NITF. */
export interface Content {
  html: string;
  path: string;
  nitf: XmlElement | undefined;
}

/** The first text of `contentSet`: inline XML (XHTML, NITF, an agency's own), else inline data. */
export function contentOf(item: XmlElement, headline: string | undefined): Content | undefined {
  const contentSet = child(item, 'contentSet');
  for (const inline of children(contentSet, 'inlineXML')) {
    const nitf = child(inline, 'nitf');
    const html = nitf ? nitfHtml(nitf) : inlineHtml(inline, headline);
    if (html !== undefined) return { html, nitf, path: `${item.name}/contentSet/inlineXML` };
  }
  for (const inline of children(contentSet, 'inlineData')) {
    // `encoding` stands with binary data (base64), which is no text.
    if (attr(inline, 'encoding') !== undefined || !isText(attr(inline, 'contenttype'))) continue;
    const html = dataHtml(inline);
    if (html !== undefined) return { html, nitf: undefined, path: `${item.name}/contentSet/inlineData` };
  }
  return undefined;
}

function nitfHtml(nitf: XmlElement): string | undefined {
  const content = first(nitf, 'body/body.content') ?? child(nitf, 'body.content');
  return content && bodyHtml(content.children);
}

/**
 * What is inside `html/body` where there is one, without the `header` that stands first: dpa repeats the fields of
 * contentMeta there. A body that is all header is kept.
 */
function inlineHtml(inline: XmlElement, headline: string | undefined): string | undefined {
  const html = child(inline, 'html') ?? child(inline, 'HTML');
  const nodes = (child(html ?? inline, 'body') ?? html ?? inline).children;
  const text = nodes.filter((node) => typeof node === 'string' || node.name !== 'header');
  return bodyHtml(text, { headline }) ?? bodyHtml(nodes);
}

function dataHtml(inline: XmlElement): string | undefined {
  if (inline.children.some((node) => typeof node !== 'string')) return bodyHtml(inline.children);
  const text = rawText(inline);
  return attr(inline, 'contenttype') === 'text/plain' && !/<\/?p[\s>]/i.test(text)
    ? paragraphs(text)
    : escapedHtml(text);
}

const isText = (contentType: string | undefined): boolean =>
  contentType === undefined || /^text\/(?!css)|html|xml/i.test(contentType);

/** Pictures that stand in the XHTML of a story. */
export function figuresOf(item: XmlElement): XmlElement[] {
  return children(child(item, 'contentSet'), 'inlineXML').flatMap((inline) => descendants(inline, 'figure'));
}
