const EDGES = ' .,:;';

/** A name as it is compared: letter case, Unicode form, white space and punctuation at the ends do not count. */
export function foldName(name: string): string {
  const folded = name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ');
  let start = 0;
  let end = folded.length;
  while (start < end && EDGES.includes(folded.charAt(start))) start += 1;
  while (end > start && EDGES.includes(folded.charAt(end - 1))) end -= 1;
  return folded.slice(start, end);
}
