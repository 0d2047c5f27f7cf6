/**
 * The text of a stretch of the input as people read it: white space folded, invisible characters dropped, letters
 * composed (NFC). Offsets into the result can be taken back to the input, so that a preview can highlight them.
 */
export interface Cleaned {
  text: string;
  /** Where the next visible character of the input starts, or the end of the stretch. */
  at: number;
}

/** A base letter with more marks than this is no writing; the rest is taken as it comes. */
const MAX_CLUSTER = 16;
/** Text without any of these is its own cleaned form: controls, spaces of other widths, marks, two spaces in a row. */
const ODD = new RegExp(
  [
    '[\\u0000-\\u001f\\u007f-\\u00a0\\u00ad\\u1680\\u2000-\\u200b\\u2028-\\u202f\\u205f\\u2060\\u3000\\ufeff]',
    '[\\u0300-\\u036f]',
    '[\\u3099\\u309a]',
    ' {2}',
  ].join('|'),
);

/** Cleans `text[start, end)`, and stops where the result has `limit` characters. Linear in the stretch. */
export function clean(text: string, start: number, end: number, limit = Infinity): Cleaned {
  if (limit === Infinity) {
    const plain = text.slice(start, end);
    if (!ODD.test(plain)) return { text: plain.trim(), at: end };
  }
  const parts: string[] = [];
  let length = 0;
  let space = false;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      space = length > 0;
      at += 1;
    } else if (isDropped(code)) {
      at += 1;
    } else {
      if (length >= limit) break;
      if (space) {
        parts.push(' ');
        length += 1;
        space = false;
        if (length >= limit) break;
      }
      const next = clusterEnd(text, at, end);
      const cluster = next - at === 1 ? text.charAt(at) : text.slice(at, next).normalize('NFC');
      parts.push(cluster);
      length += cluster.length;
      at = next;
    }
  }
  return { text: parts.join(''), at };
}

/** The range of the input that the characters `[from, to)` of the cleaned stretch come from. */
export function sourceSpan(
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
): { start: number; end: number } {
  const first = clean(text, start, end, from).at;
  let last = clean(text, start, end, to).at;
  while (last > first && isInvisible(text.charCodeAt(last - 1))) last -= 1;
  let begin = first;
  while (begin < last && isInvisible(text.charCodeAt(begin))) begin += 1;
  return { start: begin, end: last };
}

export function isInvisible(code: number): boolean {
  return isSpace(code) || isDropped(code);
}

/** White space of any script, and the controls that mark it. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x85 || code === 0xa0 || code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f ||
    code === 0x3000
  ); // prettier-ignore
}

/** Controls, soft hyphens, zero-width spaces and marks of writing direction. Joiners stay: scripts and emoji need them. */
function isDropped(code: number): boolean {
  return (
    code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0xad || code === 0x200b || code === 0x200e ||
    code === 0x200f || (code >= 0x202a && code <= 0x202e) || code === 0x2060 || code === 0xfeff
  ); // prettier-ignore
}

function clusterEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let next = at + 1;
  if (code >= 0xd800 && code <= 0xdbff && next < end && isLow(text.charCodeAt(next))) next += 1;
  const stop = Math.min(end, at + MAX_CLUSTER);
  while (next < stop && isMark(text.charCodeAt(next))) next += 1;
  return next;
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
/** Combining diacritics, and the Japanese voice marks. */
const isMark = (code: number): boolean => (code >= 0x300 && code <= 0x36f) || code === 0x3099 || code === 0x309a;
