import sanitizeHtml from 'sanitize-html';
import { isSanitised } from './clean-body';
import { nestsDeeperThan, stripTags } from './html-depth';

/** The elements that a body may hold; the list is part of the WireItem contract. */
export const BODY_ELEMENTS = [
  'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption',
  'a', 'em', 'strong', 'i', 'b', 'sub', 'sup', 'br', 'pre',
]; // prettier-ignore

/** No story nests so far; attacks do. */
const MAX_NESTING = 64;
/** Deeper than this, markup means nothing any more and only its text is kept. */
const MAX_DEPTH = 256;

const NO_MARKUP = { allowedTags: [], allowedAttributes: {} };

/** Any HTML to the HTML of a body: allowed elements, safe links, nothing that can run. */
export function sanitiseBody(html: string): string {
  return isSanitised(html) ? html : sanitised(html, HEADINGS);
}

/** The same for HTML that came by wire: a link that is relative to the provider's own page leads nowhere, and goes. */
export function sanitiseWireBody(html: string): string {
  return sanitised(html, { ...HEADINGS, a: absoluteLink });
}

type Transforms = NonNullable<sanitizeHtml.IOptions['transformTags']>;

const HEADINGS: Transforms = { h1: 'h2', h5: 'h4', h6: 'h4' };
const ABSOLUTE = /^\s*[a-z][a-z0-9+.-]*:/i;

function absoluteLink(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: ABSOLUTE.test(attribs['href'] ?? '') ? attribs : {} };
}

function sanitised(html: string, transformTags: Transforms): string {
  if (nestsDeeperThan(html, MAX_DEPTH)) return `<p>${sanitizeHtml(foldSpace(stripTags(html)), NO_MARKUP)}</p>`;
  return sanitizeHtml(html, {
    allowedTags: BODY_ELEMENTS,
    allowedAttributes: { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan', 'scope'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: MAX_NESTING,
    transformTags,
  }).trim();
}

/** Any HTML to plain text, with white space folded. */
export function plainText(html: string): string {
  const text = nestsDeeperThan(html, MAX_DEPTH) ? stripTags(html) : html;
  const spaced = text.replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b/gi, ' $&');
  return foldSpace(decodeEntities(sanitizeHtml(spaced, NO_MARKUP)));
}

/** Any HTML to plain text in lines and paragraphs, as a reader of a comment sees it. */
export function plainLines(html: string): string {
  const text = nestsDeeperThan(html, MAX_DEPTH) ? stripTags(html) : html;
  const lined = text
    .replace(/<br\b[^<>]{0,100}>\n?/gi, '\n')
    .replace(/<\/(?:p|div|li|h[1-6]|tr|blockquote)\b/gi, '\n\n$&');
  const plain = decodeEntities(sanitizeHtml(lined, NO_MARKUP));
  const lines = plain.split(/\r\n?|\n/).map(foldSpace);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Text to HTML text. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
}

/** White space folded to single spaces, ends trimmed. No-break spaces count as white space. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const NAMED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** sanitize-html writes no other entities than these. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => NAMED[entity] ?? entity);
}
