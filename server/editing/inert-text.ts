/** A whole tag or HTML comment. Neither part can run into another "<", so that the time is linear. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|<!--[^<>]*-->/gi;
/** What can open markup in HTML: "<" before a letter, "/", "!" or "?" (HTML, 13.2.5.6 "tag open state"). */
const OPENS_MARKUP = /<(?=[a-z/!?])/gi;
/** Control characters that are no white space, and those that turn the direction of what follows. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that stays text even in the hands of a front-end that puts it into a page unescaped: tags are taken out, and a
 * "<" that could begin one is set off from what follows. "a < b", "<3" and "&amp;" stay as they were written.
 */
export function inertText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNPRINTABLE, '')
    .replace(TAG, '')
    .replace(OPENS_MARKUP, '< ');
}

/** The same for a comment: lines and paragraphs stay, spaces and empty lines in a row do not. */
export function inertParagraphs(text: string): string {
  const lines = inertText(text).split('\n');
  return lines
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same for what is one line. */
export const inertLine = (text: string): string => inertText(text).replace(/\s+/gu, ' ').trim();

/** The same for every text in a list or object, names of fields aside. What holds no "<" is given back as it is. */
export function inertValue(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('<') ? inertText(value) : value;
  if (Array.isArray(value)) return value.map(inertValue);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inertValue(one)]));
}

/** What a browser would run where it is the address of a link; browsers read it without line ends and tabs. */
const SCRIPT_ADDRESS = /^[\s\p{Cc}]*(?:javascript|vbscript|data):/iu;

/** An address, or a text in its place, that can be linked. A script is none. */
export const inertAddress = (address: string): string | null =>
  SCRIPT_ADDRESS.test(address.replace(/[\t\n\r]/g, '')) ? null : inertText(address);
