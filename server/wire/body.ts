import { escapeHtml } from './html';
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
/** The containers in which a run of text stands without an element of its own. */
const CELLS = new Set(['li', 'td', 'th', 'caption']);
/** Where text may not stand in HTML, and what it is put into. */
const MISPLACED: Record<string, [string, string]> = {
  ul: ['<li>', '</li>'],
  ol: ['<li>', '</li>'],
  table: ['<tr><td>', '</td></tr>'],
  thead: ['<tr><td>', '</td></tr>'],
  tbody: ['<tr><td>', '</td></tr>'],
  tr: ['<td>', '</td>'],
};
const PARENTS: Record<string, string[]> = {
  li: ['ul', 'ol'],
  td: ['tr'],
  th: ['tr'],
  tr: ['table', 'thead', 'tbody'],
  thead: ['table'],
  tbody: ['table'],
  caption: ['table'],
};

export interface BodyOptions {
  /** Names of further elements to leave out. */
  skip?: ReadonlySet<string>;
  /** The headline of the story: a heading at the top that repeats it is left out. */
  headline?: string | undefined;
}

/** The HTML of the content of these nodes; undefined where no text is left. */
export function bodyHtml(nodes: readonly XmlNode[], options: BodyOptions = {}): string | undefined {
  const writer = new BodyWriter(options.headline);
  for (const node of nodes) write(node, writer, options.skip);
  const html = writer.finish();
  return html === '' ? undefined : html;
}

/** Text without markup to paragraphs: blank lines part them, or, where there is none, lines do. */
export function paragraphs(text: string): string | undefined {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const hasBlank = lines.slice(lines.findIndex(Boolean)).some((line, n, rest) => line === '' && n < rest.length - 1);
  const blocks: string[] = [];
  let block = '';
  for (const line of lines) {
    if (line !== '' && hasBlank) block += block === '' ? line : ` ${line}`;
    else if (line !== '') blocks.push(line);
    else if (block !== '') {
      blocks.push(block);
      block = '';
    }
  }
  if (block !== '') blocks.push(block);
  return blocks.length === 0 ? undefined : blocks.map((one) => `<p>${escapeHtml(one)}</p>`).join('');
}

/** Text that was put in an element with its markup escaped or in CDATA. Text without markup becomes paragraphs. */
export function escapedHtml(text: string): string | undefined {
  return MARKUP.test(text) ? htmlBody(text) : paragraphs(text);
}

const MARKUP = /<\/?(?:p|br|div|h[1-6]|ul|ol|li|table|a|b|i|em|strong|span|html|body)\b[^<>]{0,2000}>/i;

function write(node: XmlNode, writer: BodyWriter, skip: ReadonlySet<string> | undefined): void {
  if (typeof node === 'string') {
    writer.text(node);
    return;
  }
  const name = node.name.toLowerCase();
  if (SKIPPED.has(name) || skip?.has(name)) return;
  const inline = INLINES.get(name);
  if (inline !== undefined) {
    const open = inline === 'a' ? linkTag(node) : `<${inline}>`;
    if (open === undefined) writeAll(node, writer, skip);
    else writer.inline(open, `</${inline}>`, () => writeAll(node, writer, skip));
    return;
  }
  const leaf = LEAVES.get(name);
  const container = CONTAINERS.get(name);
  if (leaf !== undefined) writer.leaf(leaf, () => writeAll(node, writer, skip));
  else if (container !== undefined)
    writer.container(container, spans(node, container), () => writeAll(node, writer, skip));
  else if (BREAKS.has(name)) writer.block(() => writeAll(node, writer, skip));
  else if (name === 'br') writer.lineBreak();
  else if (name === 'q') {
    writer.text('“');
    writeAll(node, writer, skip);
    writer.text('”');
  } else if (name === 'frac-den') {
    writer.text('/');
    writeAll(node, writer, skip);
  } else writeAll(node, writer, skip);
}

function writeAll(element: XmlElement, writer: BodyWriter, skip: ReadonlySet<string> | undefined): void {
  for (const node of element.children) write(node, writer, skip);
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

/** White space that folding changes; most paragraphs have none of it. */
const UNFOLDED = /[\t\n\r\f]| {2}/;
const VISIBLE = /[^\s\u200b]/;
/** Text between tags: quotation marks, which news is full of, may stand there as they are. */
function escapeText(text: string): string {
  let escaped = text;
  if (escaped.includes('&')) escaped = escaped.replaceAll('&', '&amp;');
  if (escaped.includes('<')) escaped = escaped.replaceAll('<', '&lt;');
  if (escaped.includes('>')) escaped = escaped.replaceAll('>', '&gt;');
  return escaped;
}

/** Writes valid nesting whatever is asked for: a paragraph never holds a block, an empty element is never written. */
class BodyWriter {
  #html = '';
  /** The current run of text in parts, and whether it holds anything to see. */
  #run: string[] = [];
  #runHasText = false;
  /** True where white space would be doubled: at the start, after a space, after a line break. */
  #afterSpace = true;
  readonly #inlines: { open: string; close: string; isOpen: boolean }[] = [];
  /** Open containers. An element is written when its first text comes. */
  readonly #containers: { tag: string; attributes: string; isOpen: boolean; hasRun: boolean }[] = [];
  #leaf: string | undefined;

  /** The headline as a run would read. */
  readonly #headline: string | undefined;

  constructor(headline?: string) {
    this.#headline = headline === undefined ? undefined : escapeText(headline);
  }

  text(text: string): void {
    let folded = text;
    if (this.#leaf === 'pre') folded = escapeText(text);
    else {
      if (UNFOLDED.test(text)) folded = text.replace(/[ \t\n\r\f]+/g, ' ');
      folded = escapeText(folded);
      if (this.#afterSpace && folded.startsWith(' ')) folded = folded.slice(1);
    }
    if (folded === '') return;
    if (VISIBLE.test(folded)) {
      this.#runHasText = true;
      for (const inline of this.#inlines) {
        if (!inline.isOpen) this.#run.push(inline.open);
        inline.isOpen = true;
      }
    }
    this.#run.push(folded);
    this.#afterSpace = folded.endsWith(' ');
  }

  lineBreak(): void {
    if (!this.#runHasText) return;
    this.#run.push('<br>');
    this.#afterSpace = true;
  }

  inline(open: string, close: string, write: () => void): void {
    const inline = { open, close, isOpen: false };
    this.#inlines.push(inline);
    write();
    this.#inlines.pop();
    if (inline.isOpen) this.#run.push(close);
  }

  block(write: () => void): void {
    this.#flush();
    const leaf = this.#leaf;
    this.#leaf = undefined;
    write();
    this.#flush();
    this.#leaf = leaf;
  }

  leaf(tag: string, write: () => void): void {
    this.#flush();
    const outer = this.#leaf;
    this.#leaf = tag;
    write();
    this.#flush();
    this.#leaf = outer;
  }

  container(tag: string, attributes: string, write: () => void): void {
    const parents = PARENTS[tag];
    if (parents !== undefined && !parents.includes(this.#containers.at(-1)?.tag ?? '')) {
      this.leaf('p', write);
      return;
    }
    this.#flush();
    const outer = this.#leaf;
    this.#leaf = undefined;
    const container = { tag, attributes, isOpen: false, hasRun: false };
    this.#containers.push(container);
    write();
    this.#flush();
    // An empty cell keeps the columns of its table in place.
    if (tag === 'td' || tag === 'th') this.#openContainers();
    this.#containers.pop();
    if (container.isOpen) this.#html += `</${tag}>`;
    this.#leaf = outer;
  }

  finish(): string {
    this.#flush();
    return this.#html;
  }

  #openContainers(): void {
    for (const container of this.#containers) {
      if (!container.isOpen) this.#html += `<${container.tag}${container.attributes}>`;
      container.isOpen = true;
    }
  }

  /** Ends the run: its inline elements are closed, and open again in the next one. */
  #flush(): void {
    if (this.#runHasText) {
      let run = this.#run.join('');
      if (this.#leaf !== 'pre') run = run.trim();
      while (run.endsWith('<br>')) run = run.slice(0, -4).trimEnd();
      for (let n = this.#inlines.length - 1; n >= 0; n -= 1) {
        const inline = this.#inlines[n];
        if (inline?.isOpen) run += inline.close;
      }
      const isRepeated = this.#html === '' && run === this.#headline && this.#leaf?.startsWith('h') === true;
      if (!isRepeated) {
        this.#openContainers();
        this.#html += this.#wrapped(run);
      }
    }
    for (const inline of this.#inlines) inline.isOpen = false;
    this.#run = [];
    this.#runHasText = false;
    this.#afterSpace = true;
  }

  #wrapped(run: string): string {
    const container = this.#containers.at(-1);
    if (container === undefined || this.#leaf !== undefined) {
      const tag = this.#leaf ?? 'p';
      return `<${tag}>${run}</${tag}>`;
    }
    const misplaced = MISPLACED[container.tag];
    if (misplaced) return misplaced[0] + run + misplaced[1];
    if (!CELLS.has(container.tag)) return `<p>${run}</p>`;
    const separator = container.hasRun ? '<br>' : '';
    container.hasRun = true;
    return separator + run;
  }
}
