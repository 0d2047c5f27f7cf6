import { WireError } from '../errors';
import type { Limits } from '../limits';
import { withCharacters } from './references';

/**
 * One linear pass over HTML before a DOM is built of it. What comes out is small and well formed, so that the DOM
 * builder and Readability, which are quadratic on hostile nesting, never see anything that could hang them:
 * scripts, styles, drawings and frames are gone, every element is closed, depth and number are capped, and only the
 * attributes that say what an element is for are kept. The rules for void elements and implied ends are those of
 * https://html.spec.whatwg.org/multipage/syntax.html.
 */
export interface Markup {
  html: string;
  /** The text of each `<script type="application/ld+json">`. */
  linkedData: string[];
}

/** Elements and pieces of text; no page of news has a tenth of them. */
const MAX_NODES = 60_000;
/** Text times the depth that it stands at: what a DOM walk that reads text at each level has to read. */
const MAX_WORK = 100_000_000;
const MAX_ATTRIBUTES = 64;
const MAX_VALUE = 4_000;
const MAX_LINKED_DATA = 100;

const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
/** Elements whose content is no text of the page. Everything up to their end tag goes. */
const DROPPED = new Set(
  'script style svg math template iframe object noscript noembed noframes canvas audio video select datalist map textarea'.split(
    ' ',
  ),
);
const BLOCKS =
  'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul';
/** What the start of an element ends when it is open at the top: an unclosed `<p>`, `<li>`, table cell. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  ...Object.fromEntries(BLOCKS.split(' ').map((name) => [name, new Set(['p'])])),
  li: new Set(['p', 'li']),
  dt: new Set(['p', 'dt', 'dd']),
  dd: new Set(['p', 'dt', 'dd']),
  option: new Set(['option']),
  td: new Set(['p', 'td', 'th']),
  th: new Set(['p', 'td', 'th']),
  tr: new Set(['p', 'td', 'th', 'tr']),
  thead: new Set(['p', 'td', 'th', 'tr']),
  tbody: new Set(['p', 'td', 'th', 'tr', 'thead', 'tbody']),
  tfoot: new Set(['p', 'td', 'th', 'tr', 'thead', 'tbody']),
};
/** An end tag looks no further out than a cell for its start: a stray `</p>` in a cell closes nothing outside of it. */
const SCOPES = new Set(['table', 'td', 'th']);
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);
/** Their tags are left out and written anew around the whole, as pages have two of them, or none. */
const FRAME = new Set(['html', 'head', 'body']);

const KEPT = new Set(
  (
    'class id href src srcset alt title itemprop itemtype itemscope role rel name property content lang datetime style ' +
    'hidden aria-hidden aria-label type width height colspan rowspan scope cite http-equiv data-src data-srcset ' +
    'data-original data-lazy-src data-testid data-component data-type'
  ).split(' '),
);

/** Throws `too-deep` and `too-large`. */
export function tidy(html: string, limits: Readonly<Limits>): Markup {
  return new Tidier(html.replaceAll('\u0000', ''), limits).run();
}

class Tidier {
  readonly #out: string[] = [];
  readonly #open: string[] = [];
  readonly #linkedData: string[] = [];
  readonly #lost = new Set<string>();
  #language = '';
  #nodes = 0;
  #work = 0;

  constructor(
    private readonly html: string,
    private readonly limits: Readonly<Limits>,
  ) {}

  run(): Markup {
    const { length } = this.html;
    let at = 0;
    while (at < length) {
      const tag = this.html.indexOf('<', at);
      const next = tag < 0 ? length : tag;
      if (next > at) this.#text(at, next);
      at = next < length ? this.#markup(next) : length;
    }
    while (this.#open.length > 0) this.#close();
    const language = this.#language === '' ? '' : written(new Map([['lang', this.#language]]));
    const html = `<!DOCTYPE html><html${language}><head></head><body>${this.#out.join('')}</body></html>`;
    return { html, linkedData: this.#linkedData };
  }

  #text(from: number, to: number): void {
    this.#work += (to - from) * (this.#open.length + 1);
    if (this.#work > MAX_WORK) throw new WireError('too-large', TOO_LARGE);
    const text = withCharacters(this.html.slice(from, to));
    this.#count(referencesIn(text));
    this.#out.push(text);
  }

  /** Reads what starts with "<" at `at`; returns where it ends. */
  #markup(at: number): number {
    const { html } = this;
    const next = html.charAt(at + 1);
    if (next === '!' || next === '?') {
      const isComment = html.startsWith('<!--', at);
      return this.#after(isComment ? '-->' : '>', at + (isComment ? 4 : 2));
    }
    const isEnd = next === '/';
    NAME.lastIndex = at + (isEnd ? 2 : 1);
    const name = NAME.exec(html)?.[0].toLowerCase();
    if (name === undefined) {
      this.#count(1);
      this.#out.push('&lt;');
      return at + 1;
    }
    const tag = readTag(html, NAME.lastIndex);
    if (isEnd) this.#end(name);
    else return this.#start(name, tag);
    return tag.end;
  }

  #start(name: string, tag: Tag): number {
    if (name === 'script' && tag.attributes.get('type')?.toLowerCase().includes('ld+json')) {
      return this.#linked(tag.end);
    }
    if (FRAME.has(name)) {
      if (name === 'html') this.#language = tag.attributes.get('lang') ?? '';
      return tag.end;
    }
    if (DROPPED.has(name)) return tag.closed ? tag.end : this.#skip(name, tag.end);
    const ends = ENDS[name];
    for (let top = this.#open.at(-1); top !== undefined && ends?.has(top); top = this.#open.at(-1)) this.#close();
    this.#count(1);
    this.#out.push(`<${name}${written(tag.attributes)}>`);
    if (VOID.has(name)) return tag.end;
    this.#open.push(name);
    if (this.#open.length > this.limits.depth) {
      throw new WireError(
        'too-deep',
        `The page nests deeper than ${this.limits.depth} elements. Copy the text of the story and paste that.`,
      );
    }
    return tag.end;
  }

  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > MAX_NODES) throw new WireError('too-large', TOO_LARGE);
  }

  #end(name: string): void {
    if (VOID.has(name)) {
      if (name === 'br') this.#out.push('<br>');
      return;
    }
    let index = this.#open.length - 1;
    while (index >= 0 && this.#open[index] !== name) {
      if (SCOPES.has(this.#open[index] ?? '') && !TABLE_PARTS.has(name)) return;
      index -= 1;
    }
    if (index < 0) return;
    while (this.#open.length > index) this.#close();
  }

  #close(): void {
    const open = this.#open.pop();
    if (open !== undefined) this.#out.push(`</${open}>`);
  }

  #linked(from: number): number {
    const end = this.#skip('script', from);
    if (this.#linkedData.length < MAX_LINKED_DATA) {
      this.#linkedData.push(this.html.slice(from, end).replace(/<\/script[^<]*$/i, ''));
    }
    return end;
  }

  /** Past the end tag of `name`; just past the start tag where there is none, as nothing may swallow the page. */
  #skip(name: string, from: number): number {
    if (this.#lost.has(name)) return from;
    const end = endTag(name);
    end.lastIndex = from;
    const found = end.exec(this.html);
    if (!found) {
      this.#lost.add(name);
      return from;
    }
    return this.#after('>', found.index);
  }

  #after(mark: string, from: number): number {
    const end = this.html.indexOf(mark, from);
    return end < 0 ? this.html.length : end + mark.length;
  }
}

/**
 * Characters that are references, or that the DOM writes as references: each of them becomes a text node of its own,
 * the latter when Readability writes the page and reads it again.
 */
function referencesIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === AMPERSAND || code === GREATER || code === NO_BREAK_SPACE) count += 1;
  }
  return count;
}

const AMPERSAND = 0x26;
const GREATER = 0x3e;
const NO_BREAK_SPACE = 0xa0;
const TOO_LARGE = 'The page is too large for a story. Copy the text of the story and paste that.';
const NAME = /[a-z][a-z0-9:-]{0,40}/iy;
const END_TAGS = new Map<string, RegExp>();

function endTag(name: string): RegExp {
  const known = END_TAGS.get(name) ?? new RegExp(`</${name}\\b`, 'gi');
  END_TAGS.set(name, known);
  return known;
}

interface Tag {
  attributes: Map<string, string>;
  /** Whether it ends in "/>". */
  closed: boolean;
  /** The place after ">". */
  end: number;
}

const ATTRIBUTE = /[^\s>/=]+/y;
const SPACE = /[\s/]*/y;
const VALUE = /[^\s>]*/y;

/** The attributes of a tag from the place after its name. An unclosed quote ends with the page, as the standard says. */
function readTag(html: string, from: number): Tag {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    at = past(SPACE, html, at);
    if (at >= html.length) return { attributes, closed: false, end: html.length };
    if (html[at] === '>') return { attributes, closed: html[at - 1] === '/', end: at + 1 };
    const nameEnd = past(ATTRIBUTE, html, at);
    if (nameEnd === at) {
      at += 1;
      continue;
    }
    const name = html
      .slice(at, Math.min(nameEnd, at + 80))
      .toLowerCase()
      .replace(LAZY, (_, kind?: string) => `data-${kind ?? 'src'}`);
    const equals = past(BLANK, html, nameEnd);
    let value = '';
    at = nameEnd;
    if (html[equals] === '=') {
      const start = past(BLANK, html, equals + 1);
      const quote = html[start];
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, start + 1);
        const end = close < 0 ? html.length : close;
        value = html.slice(start + 1, end);
        at = Math.min(end + 1, html.length);
      } else {
        at = past(VALUE, html, start);
        value = html.slice(start, at);
      }
    }
    if (attributes.size < MAX_ATTRIBUTES && !attributes.has(name) && KEPT.has(name)) attributes.set(name, value);
  }
}

/** Where pages keep a picture until it is scrolled to: `data-lazy-src`, `data-original-srcset`, `data-original`. */
const LAZY = /^data-(?:[a-z-]{1,30}-)?(?:original|(src|srcset))$/;
const BLANK = /\s*/y;

function past(pattern: RegExp, html: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(html)?.[0].length ?? 0);
}

function written(attributes: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [name, value] of attributes) {
    if (value.startsWith('data:')) continue;
    text += ` ${name}="${value.slice(0, MAX_VALUE).replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  }
  return text;
}
