/** Elements that end by themselves, or are ended by the next of their kind: they cannot nest without another element. */
const NOT_COUNTED: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt'
  ).split(' '),
);

/**
 * How deep a text of HTML nests, counted in one pass up to `limit`. HTML parsers look through all open elements at each
 * tag, so that a megabyte of `<b><b><b>…` takes them a minute; this is asked first.
 */
export function nestsDeeperThan(html: string, limit: number): boolean {
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closes = html.charCodeAt(at + 1) === SLASH;
    const name = nameAt(html, closes ? at + 2 : at + 1);
    if (name === '' || NOT_COUNTED.has(name)) continue;
    depth = closes ? Math.max(0, depth - 1) : depth + 1;
    if (depth > limit) return true;
  }
  return false;
}

const SLASH = 0x2f;
/** No element of HTML has a longer name. */
const LONGEST_NAME = 12;

function nameAt(html: string, start: number): string {
  if (!isLetter(html.charCodeAt(start))) return '';
  let end = start;
  while (end - start < LONGEST_NAME && isLetterOrDigit(html.charCodeAt(end))) end += 1;
  return html.slice(start, end).toLowerCase();
}

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isLetterOrDigit = (code: number): boolean => isLetter(code) || (code >= 0x30 && code <= 0x39);

/** The text without anything between "<" and ">", a space in its place. Linear, unlike `<[^>]*>` on a run of "<". */
export function stripTags(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) break;
    parts.push(html.slice(at, open));
    at = close + 1;
  }
  parts.push(html.slice(at));
  return parts.join(' ');
}
