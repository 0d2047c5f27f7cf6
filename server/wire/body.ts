import { escapeHtml } from './html';
import { BodyWriter } from './body-writer';
import { htmlBody } from './html-body';
import type { XmlElement, XmlNode } from './xml';

/**
 * XML content (NITF, XHTML, the habits of agencies) to the HTML of a body, in one pass and without a second sanitiser:
 * only the elements of `BODY_ELEMENTS` are ever written, all text is escaped, and links are http, https or mailto.
 *
 * Elements that are not in the tables below are transparent: their text stays where it stands.
 */

/** Elements that hold one run of text; the value is the element of the body. */
const LEAVES = new Map([
  ['p', 'p'], ['dt', 'p'], ['dd', 'p'], ['credit', 'p'], ['tagline', 'p'], ['address', 'p'],
  ['figcaption', 'p'],
  ['h1', 'h2'], ['h2', 'h2'], ['h3', 'h3'], ['h4', 'h4'], ['h5', 'h4'], ['h6', 'h4'], ['hl1', 'h2'], ['hl2', 'h2'],
  ['pre', 'pre'],
  // TT's own vocabulary in NewsML-G2.
  ['citat', 'p'], ['mellis', 'h3'],
]); // prettier-ignore
/** Elements that hold others. */
const CONTAINERS = new Map([
  ['ul', 'ul'], ['ol', 'ol'], ['li', 'li'], ['blockquote', 'blockquote'], ['bq', 'blockquote'], ['table', 'table'],
  ['thead', 'thead'], ['tbody', 'tbody'], ['tfoot', 'tbody'], ['tr', 'tr'], ['td', 'td'], ['th', 'th'],
  ['caption', 'caption'],
]); // prettier-ignore
/** Elements within a run. */
const INLINES = new Map([
  ['em', 'em'], ['strong', 'strong'], ['i', 'i'], ['b', 'b'], ['sub', 'sub'], ['sup', 'sup'], ['cite', 'em'],
  ['a', 'a'],
]); // prettier-ignore
/** Elements that end a paragraph and are nothing else. */
const BREAKS = new Set([
  'div', 'section', 'article', 'block', 'body', 'html', 'header', 'footer', 'main', 'aside', 'hr', 'dl', 'center',
  'body.content', 'body.head', 'body.end', 'nitf', 'nitf-table', 'fn', 'figure', 'details', 'summary',
  'ingress', 'brodtext', 'rubrik', 'dat', 'text',
]); // prettier-ignore
/** Elements whose text is no part of a story: code, forms, media (read apart) and notes to editors. */
const SKIPPED = new Set([
  'script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'form',
  'input', 'button', 'select', 'textarea', 'video', 'audio', 'canvas', 'media', 'img', 'note', 'rt', 'rp',
  'nitf-table-metadata', 'nitf-table-summary', 'custom-table', 'frame', 'frameset', 'applet', 'meta', 'link', 'base',
]); // prettier-ignore

const SAFE_LINK = /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i;
export interface BodyOptions {
  /** The headline of the story: a heading at the top that repeats it is left out. */
  headline?: string | undefined;
}

/** The HTML of the content of these nodes; undefined where no text is left. */
export function bodyHtml(nodes: readonly XmlNode[], options: BodyOptions = {}): string | undefined {
  const writer = new BodyWriter(options.headline);
  for (const node of nodes) write(node, writer);
  const html = writer.finish();
  return html === '' ? undefined : html;
}

/**
 * Text without markup to paragraphs. Blank lines part them; where there are none, lines that stand further in than
 * others begin them; where there are none of these, every line is one.
 */
export function paragraphs(text: string): string | undefined {
  const lines = text.split(/\r\n?|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (first < 0) return undefined;
  const body = lines.slice(first, last + 1);
  const hasBlank = body.some((line) => line.trim() === '');
  const margin = body.reduce((least, line) => (line.trim() === '' ? least : Math.min(least, indent(line))), Infinity);
  const isIndented = !hasBlank && body.length > 2 && body.some((line) => indent(line) > margin);
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of body) {
    const words = line.trim();
    if (isIndented ? indent(line) > margin : !hasBlank) isOpen = false;
    if (words === '') isOpen = false;
    else if (isOpen) blocks.push(`${blocks.pop() ?? ''} ${words}`);
    else {
      blocks.push(words);
      isOpen = true;
    }
  }
  return blocks.map((block) => `<p>${escapeHtml(block)}</p>`).join('');
}

const indent = (line: string): number => line.length - line.trimStart().length;

/** Text that was put in an element with its markup escaped or in CDATA. Text without markup becomes paragraphs. */
export function escapedHtml(text: string): string | undefined {
  return MARKUP.test(text) ? htmlBody(text) : paragraphs(text);
}

const MARKUP = /<\/?(?:p|br|div|h[1-6]|ul|ol|li|table|a|b|i|em|strong|span|html|body)\b[^<>]{0,2000}>/i;

function write(node: XmlNode, writer: BodyWriter): void {
  if (typeof node === 'string') {
    writer.text(node);
    return;
  }
  const name = node.name.toLowerCase();
  if (SKIPPED.has(name)) return;
  const inline = INLINES.get(name);
  if (inline !== undefined) {
    const open = inline === 'a' ? linkTag(node) : `<${inline}>`;
    if (open === undefined) writeAll(node, writer);
    else writer.inline(open, `</${inline}>`, () => writeAll(node, writer));
    return;
  }
  const leaf = LEAVES.get(name);
  const container = CONTAINERS.get(name);
  if (leaf !== undefined) writer.leaf(leaf, () => writeAll(node, writer));
  else if (container !== undefined) writer.container(container, spans(node, container), () => writeAll(node, writer));
  else if (BREAKS.has(name)) writer.block(() => writeAll(node, writer));
  else if (name === 'br') {
    writer.lineBreak();
    writeAll(node, writer);
  } else if (name === 'q') {
    writer.text('“');
    writeAll(node, writer);
    writer.text('”');
  } else if (name === 'frac-den') {
    writer.text('/');
    writeAll(node, writer);
  } else writeAll(node, writer);
}

function writeAll(element: XmlElement, writer: BodyWriter): void {
  for (const node of element.children) write(node, writer);
}

function linkTag(element: XmlElement): string | undefined {
  const href = element.attributes['href']?.trim();
  return href !== undefined && SAFE_LINK.test(href) ? `<a href="${escapeHtml(href)}">` : undefined;
}

/** The attributes of a cell that shape a table. */
function spans(element: XmlElement, tag: string): string {
  if (tag !== 'td' && tag !== 'th') return '';
  return ['colspan', 'rowspan']
    .map((name) => [name, element.attributes[name]?.trim() ?? ''] as const)
    .filter(([, value]) => /^\d{1,3}$/.test(value) && value !== '1')
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}
