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
export class BodyWriter {
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
    const misplaced = MISPLACED[container?.tag ?? ''];
    if (misplaced) return misplaced[0] + run + misplaced[1];
    if (container === undefined || this.#leaf !== undefined) {
      const tag = this.#leaf ?? 'p';
      return `<${tag}>${run}</${tag}>`;
    }
    if (!CELLS.has(container.tag)) return `<p>${run}</p>`;
    const separator = container.hasRun ? '<br>' : '';
    container.hasRun = true;
    return separator + run;
  }
}
