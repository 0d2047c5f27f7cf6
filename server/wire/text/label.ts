import { MAX_LABEL } from './blocks';

const NUMBERS = /\d[\d.,:]*/g;
const BRACKETS = /[()[\]{}<>]+/g;
/** Not a letter, a number sign or a sign that can end a name. */
const EDGE = /[^\p{L}#&]/u;

/**
 * What labels are compared by: lower case, numbers as "#", no brackets, no punctuation at the ends.
 * "Comments (3)" → "comments #", "» Read more …" → "read more". Long text gives "".
 */
export function labelKey(text: string): string {
  if (text.length > MAX_LABEL) return '';
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(NUMBERS, '#')
    .replace(BRACKETS, ' ')
    .replace(/\s+/gu, ' ');
  let start = 0;
  let end = folded.length;
  while (start < end && EDGE.test(folded.charAt(start))) start += 1;
  while (end > start && EDGE.test(folded.charAt(end - 1))) end -= 1;
  return folded.slice(start, end);
}
