import type { Line } from './lines';

/** How the lines of a text make paragraphs: hard-wrapped at a width, or a line each. */
export interface Wrapping {
  /** Characters of a full line; 0 where lines are not wrapped. */
  width: number;
  /** The indent of lines that go on with a paragraph; a deeper one begins the next. */
  indent: number;
}

const NONE: Wrapping = { width: 0, indent: 0 };
/** Wider lines are not wrapped: typewriters, ANPA and mail stay below. */
const MAX_WIDTH = 100;
/** Date and word count at the end of a printer's header: "03-05 0108". */
const PRINTER_END = /\d\d-\d\d \d{4}$/;
/** A full line may end this much before the width, where agencies break words their own way. */
const SLACK = 8;

/**
 * Looks for hard-wrapped prose: lines that are as full as they can be, and go on in lower case on the next one.
 * Pages put a paragraph on a line, wire printers wrapped at 60 to 80 columns.
 */
export function wrappingOf(text: string, lines: readonly Line[]): Wrapping {
  const lengths = lines.map((line) => line.end - line.start).filter((length) => length >= 30);
  const long = lengths.filter((length) => length > MAX_WIDTH).length;
  if (lengths.length < 2 || long > lengths.length * 0.05) return NONE;
  const sorted = lengths.filter((length) => length <= MAX_WIDTH).sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  let pairs = 0;
  let wrapped = 0;
  let indent = Infinity;
  for (const [n, line] of lines.entries()) {
    const next = lines[n + 1];
    if (!next || next.gap > 0 || next.indent > line.indent || line.end - line.start < 30) continue;
    pairs += 1;
    if (!isFull(text, line, next, width) || !goesOn(text, line, next)) continue;
    wrapped += 1;
    indent = Math.min(indent, next.indent);
  }
  return wrapped > 0 && wrapped >= pairs * 0.25 ? { width, indent } : NONE;
}

/** Whether `next` goes on with the paragraph of `line`. */
export function continues(text: string, line: Line, next: Line, { width, indent }: Wrapping): boolean {
  if (width === 0 || next.gap > 0 || next.indent > Math.min(line.indent, indent)) return false;
  if (PRINTER_END.test(text.slice(line.end - 10, line.end))) return false;
  if (/[-*•·–—]\s/u.test(text.slice(next.start, next.start + 2))) return false;
  return isFull(text, line, next, width);
}

/** The first word of the next line would not have fitted. */
function isFull(text: string, line: Line, next: Line, width: number): boolean {
  const head = text.slice(next.start, Math.min(next.end, next.start + MAX_WIDTH));
  const word = head.search(/\s/);
  const length = line.end - line.start + line.indent;
  return length + 1 + (word < 0 ? head.length : word) > width - SLACK;
}

function goesOn(text: string, line: Line, next: Line): boolean {
  return !/[.!?:"”]/u.test(text.charAt(line.end - 1)) && /\p{Ll}/u.test(text.charAt(next.start));
}
