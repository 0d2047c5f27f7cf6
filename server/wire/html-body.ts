import { cleanBody } from './clean-body';
import { sanitiseWireBody } from './html';

/**
 * HTML that came as a string (in JSON, say) to the HTML of a body: paragraphs, safe, without the head of a page.
 *
 * Most agencies send clean paragraphs, perhaps with classes and a division around them. Those are recognised, and rid
 * of what a body does not hold, in one pass; all else goes through the sanitiser, and what it leaves outside of
 * paragraphs is put into paragraphs.
 */
export function htmlBody(html: string): string | undefined {
  // A quotation mark needs no reference in text, and the sanitiser writes none; a link that holds one is not clean.
  const body = cleanBody(html)?.replaceAll('&quot;', '"') ?? sanitisedBody(html);
  return body === '' ? undefined : body;
}

/** The slow way, which reads anything. */
export function sanitisedBody(html: string): string {
  return tidy(sanitiseWireBody(markBlocks(bodyOfPage(html))));
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
