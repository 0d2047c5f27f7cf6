import { escapeHtml } from '../html';
import { attribute, elementsOf, isElement, isText, textOf, type PageElement, type PageNode } from './dom';
import { BLOCK_ELEMENTS, type Measures } from './measure';

/** A paragraph of a page, or what stands in the place of one. */
export interface Block {
  kind: 'p' | 'h2' | 'h3' | 'h4' | 'li' | 'quote' | 'table' | 'pre';
  /** White space folded. */
  text: string;
  /** The inside, as HTML with the inline elements of a body. */
  html: string;
  /** Characters inside of links. */
  linked: number;
  /** Number of the list that a `li` stands in, and whether it is an `ol`. */
  list?: { id: number; ordered: boolean };
  /** The element that holds the text. */
  element: PageElement;
}

const HEADINGS: Readonly<Record<string, Block['kind']>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};
const INLINE: Readonly<Record<string, string>> = {
  em: 'em', strong: 'strong', i: 'i', b: 'b', sub: 'sub', sup: 'sup', cite: 'em', dfn: 'em',
}; // prettier-ignore
/** A cell with more text than this is a column of a page laid out with tables. */
const CELL_LENGTH = 600;

/** The blocks of an element in the order of the page. `skip` leaves an element and all that it holds out. */
export function blocksOf(root: PageElement, measures: Measures, skip: (element: PageElement) => boolean): Block[] {
  const reader = new BlockReader(measures, skip);
  reader.walk(root, { kind: 'p' });
  return reader.blocks;
}

interface Place {
  kind: Block['kind'];
  list?: { id: number; ordered: boolean };
}

class BlockReader {
  readonly blocks: Block[] = [];
  #lists = 0;
  #html = '';
  #linked = 0;
  #breaks = 0;

  constructor(
    private readonly measures: Measures,
    private readonly skip: (element: PageElement) => boolean,
  ) {}

  walk(element: PageElement, place: Place): void {
    for (const child of element.childNodes) this.#visit(child, element, place);
    this.#flush(element, place);
  }

  #visit(node: PageNode, parent: PageElement, place: Place): void {
    if (isText(node)) {
      const text = (node.textContent ?? '').replace(/[\s\u00ad\u200b\ufeff]+/gu, (space) =>
        /\s/.test(space) ? ' ' : '',
      );
      if (text.trim() !== '') this.#breaks = 0;
      this.#html += escapeHtml(text);
      return;
    }
    if (!isElement(node) || this.skip(node)) return;
    if (node.localName === 'br') {
      this.#break(parent, place);
      return;
    }
    if (BLOCK_ELEMENTS.has(node.localName) || this.measures.get(node)?.hasBlock) {
      this.#flush(parent, place);
      this.#block(node, place);
    } else {
      this.#inline(node, parent, place);
    }
  }

  #block(element: PageElement, place: Place): void {
    const name = element.localName;
    const heading = HEADINGS[name];
    if (heading && place.kind !== 'li') this.walk(element, { kind: heading });
    else if (name === 'ul' || name === 'ol') {
      this.#lists += 1;
      this.walk(element, { ...place, list: { id: this.#lists, ordered: name === 'ol' } });
    } else if (name === 'li')
      this.walk(element, { ...place, kind: 'li', list: place.list ?? { id: 0, ordered: false } });
    else if (name === 'blockquote') this.walk(element, { kind: 'quote' });
    else if (name === 'pre') this.walk(element, { kind: 'pre' });
    else if (name === 'table' && this.#isData(element)) this.#table(element);
    else this.walk(element, place);
  }

  #inline(element: PageElement, parent: PageElement, place: Place): void {
    const name = INLINE[element.localName];
    const href = element.localName === 'a' ? attribute(element, 'href') : undefined;
    const before = this.#html.length;
    if (name !== undefined) this.#html += `<${name}>`;
    else if (href !== undefined) this.#html += `<a href="${escapeHtml(href)}">`;
    const start = this.#html.length;
    for (const child of element.childNodes) this.#visit(child, parent, place);
    // A break inside of it may have ended the block, and its start tag with it.
    if (this.#html.length < start) return;
    if (element.localName === 'a') this.#linked += textOf(element).length;
    if (this.#html.length === start) this.#html = this.#html.slice(0, before);
    else if (name !== undefined) this.#html += `</${name}>`;
    else if (href !== undefined) this.#html += '</a>';
  }

  #break(parent: PageElement, place: Place): void {
    this.#breaks += 1;
    if (this.#breaks >= 2) this.#flush(parent, place);
    else this.#html += '<br>';
  }

  #flush(element: PageElement, place: Place): void {
    const html = this.#html.replace(/^(?:\s|<br>)+/, '');
    const trimmed = trimEnd(html);
    const linked = this.#linked;
    this.#html = '';
    this.#linked = 0;
    this.#breaks = 0;
    const text = unescape(trimmed.replace(/<br>/g, ' ').replace(/<[^>]*>/g, ''))
      .replace(/\s+/gu, ' ')
      .trim();
    if (text === '') return;
    this.blocks.push({ ...place, text, html: trimmed, linked, element });
  }

  /** A table of data, not one that lays out the page. */
  #isData(table: PageElement): boolean {
    let cells = 0;
    for (const element of elementsOf(table)) {
      if (element !== table && element.localName === 'table') return false;
      if (element.localName !== 'td' && element.localName !== 'th') continue;
      cells += 1;
      if ((this.measures.get(element)?.text ?? 0) > CELL_LENGTH) return false;
    }
    return cells > 1;
  }

  #table(table: PageElement): void {
    const rows: string[] = [];
    for (const row of elementsOf(table)) {
      if (row.localName !== 'tr' || this.skip(row)) continue;
      const cells = [...row.childNodes].filter(isElement).filter((cell) => !this.skip(cell));
      rows.push(`<tr>${cells.map((cell) => cellHtml(cell)).join('')}</tr>`);
    }
    const text = textOf(table);
    if (text !== '') this.blocks.push({ kind: 'table', text, html: rows.join(''), linked: 0, element: table });
  }
}

function cellHtml(cell: PageElement): string {
  const name = cell.localName === 'th' ? 'th' : 'td';
  const spans = ['colspan', 'rowspan'].flatMap((key) => {
    const value = attribute(cell, key);
    return value !== undefined && /^\d{1,3}$/.test(value) ? [` ${key}="${value}"`] : [];
  });
  return `<${name}${spans.join('')}>${escapeHtml(textOf(cell))}</${name}>`;
}

function trimEnd(html: string): string {
  let end = html.length;
  for (;;) {
    if (html.endsWith('<br>', end)) end -= 4;
    else if (end > 0 && /\s/.test(html.charAt(end - 1))) end -= 1;
    else return html.slice(0, end);
  }
}

function unescape(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** Blocks to the HTML of a body: items to lists, quotes to block quotes. The sanitiser still goes over it. */
export function bodyOf(blocks: readonly Block[]): string {
  const out: string[] = [];
  let open: { name: string; id: number } | undefined;
  const turn = (next: { name: string; id: number } | undefined): void => {
    if (open?.name === next?.name && open?.id === next?.id) return;
    if (open) out.push(`</${open.name}>`);
    if (next) out.push(`<${next.name}>`);
    open = next;
  };
  for (const { kind, html, list } of blocks) {
    if (kind === 'li') turn({ name: list?.ordered ? 'ol' : 'ul', id: list?.id ?? 0 });
    else turn(kind === 'quote' ? { name: 'blockquote', id: 0 } : undefined);
    out.push(`<${TAGS[kind]}>${html}</${TAGS[kind]}>`);
  }
  turn(undefined);
  return out.join('\n');
}

const TAGS: Readonly<Record<Block['kind'], string>> = {
  p: 'p', h2: 'h2', h3: 'h3', h4: 'h4', li: 'li', quote: 'p', table: 'table', pre: 'pre',
}; // prettier-ignore
