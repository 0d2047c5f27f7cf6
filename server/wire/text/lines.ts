import { WireError } from '../errors';
import { isInvisible } from './clean';

/** One line that holds something to read. Offsets are into the text of the input. */
export interface Line {
  start: number;
  end: number;
  /** Blank columns before the first character; a tab counts four. */
  indent: number;
  /** Blank lines before it. */
  gap: number;
}

/** No story has so many lines; a file with more is a log, a table or an attack. */
export const MAX_LINES = 200_000;
/** Line ends of every system (LF, CRLF, CR, NEL, form feed, LS, PS). */
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/** The lines of a text with their offsets. Throws `too-large` for more than `MAX_LINES`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let from = 0;
  let count = 0;
  const take = (end: number): void => {
    const line = trimmed(text, from, end);
    if (!line) {
      gap += 1;
      return;
    }
    lines.push({ ...line, gap });
    gap = 0;
  };
  LINE_END.lastIndex = 0;
  for (let match = LINE_END.exec(text); match; match = LINE_END.exec(text)) {
    take(match.index);
    from = match.index + match[0].length;
    count += 1;
    if (count > MAX_LINES) {
      throw new WireError('too-large', `The text has more than ${MAX_LINES} lines. Cut out the story and try again.`);
    }
  }
  take(text.length);
  return lines;
}

function trimmed(text: string, from: number, to: number): Omit<Line, 'gap'> | undefined {
  let start = from;
  let indent = 0;
  while (start < to && isInvisible(text.charCodeAt(start))) {
    const code = text.charCodeAt(start);
    if (code === 0x20 || code === 0xa0) indent += 1;
    else if (code === 0x09) indent += 4;
    start += 1;
  }
  if (start === to) return undefined;
  let end = to;
  while (isInvisible(text.charCodeAt(end - 1))) end -= 1;
  return { start, end, indent };
}
