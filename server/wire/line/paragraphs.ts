import { escapeHtml } from '../html';

/** Collects the lines of a teleprinter story into the HTML of a body. */
export class Paragraphs {
  readonly #html: string[] = [];
  #open: string[] = [];
  #rows: string[] = [];

  /** Text of paragraphs that are complete, the first one first. */
  readonly texts: string[] = [];

  /** A line that begins a paragraph. */
  begin(line: string): void {
    this.end();
    this.#add(line);
  }

  /** A line that goes on with the open paragraph, or begins one. */
  goOn(line: string): void {
    this.#endTable();
    this.#add(line);
  }

  /** A row of a table. */
  row(cells: readonly string[]): void {
    this.#endParagraph();
    this.#rows.push(`<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  }

  /** A blank line, or the end. */
  end(): void {
    this.#endParagraph();
    this.#endTable();
  }

  /** The body, or undefined where there is no text. */
  html(): string | undefined {
    this.end();
    return this.#html.length === 0 ? undefined : this.#html.join('');
  }

  #add(line: string): void {
    if (line !== '') this.#open.push(line);
  }

  #endParagraph(): void {
    if (this.#open.length === 0) return;
    const joined = this.#open.join(' ');
    const text = /\s\s|[^\S ]/.test(joined) ? joined.replace(/\s+/g, ' ') : joined;
    this.#open = [];
    this.texts.push(text);
    this.#html.push(`<p>${escapeHtml(text)}</p>`);
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    this.#html.push(`<table><tbody>${this.#rows.join('')}</tbody></table>`);
    this.#rows = [];
  }
}
