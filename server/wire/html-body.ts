import { sanitiseWireBody } from './html';

/**
 * HTML that came as a string (in JSON, say) to the HTML of a body: paragraphs, safe, without the head of a page.
 *
 * Most agencies send clean paragraphs, perhaps with classes and a division around them. Those are recognised, and rid
 * of what a body does not hold, in one pass; all else goes through the sanitiser, and what it leaves outside of
 * paragraphs is put into paragraphs.
 */
export function htmlBody(html: string): string | undefined {
  const body = cleanBody(html) ?? sanitisedBody(html);
  return body === '' ? undefined : body;
}

/** The slow way, which reads anything. */
export function sanitisedBody(html: string): string {
  return tidy(sanitiseWireBody(markBlocks(bodyOfPage(html))));
}

/** What the elements of a clean body are: text stands in `leaf` and `inline`, `none` is left out of the body. */
const KINDS: ReadonlyMap<string, 'leaf' | 'list' | 'inline' | 'break' | 'noneInline' | 'noneBlock'> = new Map([
  ...['p', 'h2', 'h3', 'h4', 'li'].map((name) => [name, 'leaf'] as const),
  ...['ul', 'ol', 'blockquote'].map((name) => [name, 'list'] as const),
  ...['em', 'strong', 'i', 'b', 'sub', 'sup', 'a'].map((name) => [name, 'inline'] as const),
  ['br', 'break'],
  ...['span', 'u', 'font', 'small', 'mark', 'abbr'].map((name) => [name, 'noneInline'] as const),
  ...['section', 'article', 'div', 'main', 'block'].map((name) => [name, 'noneBlock'] as const),
]);
/** Which block may stand in which; "" is the top. */
const PARENTS: Record<string, readonly string[]> = {
  p: ['', 'blockquote'],
  h2: [''],
  h3: [''],
  h4: [''],
  ul: ['', 'blockquote'],
  ol: ['', 'blockquote'],
  blockquote: [''],
  li: ['ul', 'ol'],
};
const MAX_DEPTH = 16;
const LINE_BREAKS: ReadonlySet<string> = new Set(['<br>', '<br/>', '<br />']);
const TAG = /^<(\/?)([a-z][a-z0-9]{0,15})(?:\s[^<>]*)?\/?>$/;
const HREF = /\shref="((?:https?:\/\/|mailto:)(?:[^\s"'<>\\`&]|&amp;){1,2000})"/;

/**
 * The body of HTML that holds nothing but elements of a body, well nested, all text in paragraphs, and no character
 * references but the basic ones; attributes, and divisions and spans around it, are dropped. Undefined for all other
 * HTML, which takes the slow way, and for which the result would be the same.
 */
export function cleanBody(html: string): string | undefined {
  if (html.includes('\0') || html.includes('<p></p>')) return undefined;
  if (html.includes('&') && /&(?!(?:amp|lt|gt|quot);)/.test(html)) return undefined;
  const open: string[] = [];
  // The elements that are written; "" at the bottom is the top of the body.
  const written: string[] = [''];
  let body = '';
  let copied = 0;
  let end = 0;
  // Since the last paragraph began.
  let hasText = false;
  for (;;) {
    const start = html.indexOf('<', end);
    const close = html.indexOf('>', end);
    const parent = written[written.length - 1] ?? '';
    const parentKind = KINDS.get(parent);
    const holdsText = parentKind === 'leaf' || parentKind === 'inline';
    if ((!holdsText || !hasText) && html.slice(end, start < 0 ? undefined : start).trim() !== '') {
      if (!holdsText) return undefined;
      hasText = true;
    }
    // A ">" in the text, or a tag that does not end.
    if (start < 0 ? close >= 0 : close < start) return undefined;
    if (start < 0) return open.length === 0 ? (body + html.slice(copied)).trim() : undefined;
    end = close + 1;
    const tag = html.slice(start, end);
    const parts = TAG.exec(tag);
    const name = parts?.[2] ?? '';
    const kind = KINDS.get(name);
    if (!parts || kind === undefined || (tag.endsWith('/>') && kind !== 'break')) return undefined;
    const isNone = kind === 'noneInline' || kind === 'noneBlock';
    if (kind === 'break') {
      if (!holdsText || parts[1] === '/') return undefined;
    } else if (parts[1] === '/') {
      // Paragraphs without a text are not written.
      if (open.pop() !== name || (kind === 'leaf' && name !== 'li' && !hasText)) return undefined;
      if (!isNone) written.pop();
    } else {
      if (kind === 'leaf') hasText = false;
      if (open.length >= MAX_DEPTH || !fits(name, kind, parent, holdsText, open)) return undefined;
      open.push(name);
      if (!isNone) written.push(name);
    }
    const out = isNone ? '' : parts[1] === '/' ? `</${name}>` : openingTag(name, tag);
    if (out === undefined) return undefined;
    if (out === tag) continue;
    body += html.slice(copied, start) + out;
    copied = end;
  }
}

function fits(name: string, kind: string, parent: string, holdsText: boolean, open: readonly string[]): boolean {
  if (kind === 'inline' || kind === 'noneInline') return holdsText && (kind === 'noneInline' || !open.includes(name));
  if (kind === 'noneBlock') return parent === '';
  return PARENTS[name]?.includes(parent) ?? false;
}

function openingTag(name: string, tag: string): string | undefined {
  if (name === 'br') return LINE_BREAKS.has(tag) ? tag : '<br />';
  if (name !== 'a') return `<${name}>`;
  const href = HREF.exec(tag)?.[1];
  return href === undefined ? undefined : `<a href="${href}">`;
}

/** What stands between the body tags of a whole page. */
function bodyOfPage(html: string): string {
  const start = /<body\b[^<>]*>/i.exec(html);
  if (!start) return html;
  const from = start.index + start[0].length;
  const end = html.toLowerCase().lastIndexOf('</body');
  return html.slice(from, end > from ? end : html.length);
}

const BLOCK_TAG =
  /<\/?(?:div|section|article|figure|figcaption|header|footer|address|main|aside|center|dl|dt|dd|hr)\b[^<>]*>/gi;

/** Elements that the body does not have still part their text from the next. */
function markBlocks(html: string): string {
  return html.replace(BLOCK_TAG, '<br /><br />');
}

const BLOCKS = /^<\/?(?:p|h2|h3|h4|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|caption|pre)\b/;

/** Sanitised HTML: text outside of a block becomes paragraphs, two line breaks end one, empty paragraphs go. */
function tidy(html: string): string {
  const writer = new Tidy();
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) writer.text(token);
    else if (token === '<br />') writer.lineBreak();
    else if (!BLOCKS.test(token)) writer.inline(token);
    else if (token.startsWith('</')) writer.close(token);
    else writer.open(token);
  }
  return writer.finish();
}

/** An open block: where its tag stands in the output, and whether it holds anything to read. */
interface Block {
  start: number;
  hasText: boolean;
}

class Tidy {
  readonly #out: string[] = [];
  /** Open blocks of the input. */
  readonly #blocks: Block[] = [];
  /** The paragraph of ours that is open outside of all blocks, and the inline elements that are open in it. */
  #loose: Block | undefined;
  readonly #inlines: string[] = [];
  #breaks = 0;

  text(text: string): void {
    if (text.trim() === '') {
      if (this.#current()?.hasText && this.#breaks === 0) this.#out.push(' ');
      return;
    }
    const block = this.#place();
    this.#out.push(text.replace(/\s+/g, ' '));
    block.hasText = true;
  }

  inline(tag: string): void {
    const ends = tag.startsWith('</');
    if (this.#blocks.length === 0) {
      // The end of an element that a block has ended before.
      if (ends && this.#inlines.pop() === undefined) return;
      if (!ends) {
        this.#place();
        this.#inlines.push(`</${/^<([a-z]+)/.exec(tag)?.[1] ?? ''}>`);
      }
    } else if (!ends) this.#place();
    this.#out.push(tag);
  }

  lineBreak(): void {
    this.#breaks += 1;
  }

  open(tag: string): void {
    this.#endLoose();
    this.#blocks.push({ start: this.#out.length, hasText: false });
    this.#out.push(tag);
  }

  close(tag: string): void {
    this.#breaks = 0;
    const block = this.#blocks.pop();
    if (block === undefined) return;
    // A paragraph or a heading with nothing in it is white space.
    if (!block.hasText && /^<\/(?:p|h[234])>$/.test(tag)) this.#out.length = block.start;
    else this.#out.push(tag);
    const parent = this.#blocks.at(-1);
    if (parent && block.hasText) parent.hasText = true;
  }

  finish(): string {
    this.#endLoose();
    return this.#out.join('').trim();
  }

  #current(): Block | undefined {
    return this.#blocks.at(-1) ?? this.#loose;
  }

  /** Before text: the block it stands in, and the line breaks that stand before it. */
  #place(): Block {
    const breaks = this.#breaks;
    if (breaks > 1 && this.#inlines.length === 0) this.#endLoose();
    this.#breaks = 0;
    const block = this.#current();
    if (block) {
      if (breaks > 0 && block.hasText) this.#out.push('<br />');
      return block;
    }
    this.#loose = { start: this.#out.length, hasText: false };
    this.#out.push('<p>');
    return this.#loose;
  }

  #endLoose(): void {
    this.#breaks = 0;
    if (!this.#loose) return;
    this.#out.push(...this.#inlines.reverse());
    this.#inlines.length = 0;
    if (this.#loose.hasText) this.#out.push('</p>');
    else this.#out.length = this.#loose.start;
    this.#loose = undefined;
  }
}
