import { ENTITIES } from '../vocabulary/entities';

/** A character reference. Names without a semicolon are those of HTML 2, which browsers still read: "&nbsp", "&copy". */
const REFERENCE = /&(?:#(\d{1,7}|x[0-9a-f]{1,6});?|([a-z][a-z0-9]{1,31});)/gi;
/** What the numbers 128 to 159 mean in HTML: the characters of windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text of HTML with its character references as characters, but for `&lt;` and `&amp;`, which stay what they are.
 * Unknown references stay as they stand, with their "&" written `&amp;`.
 */
export function withCharacters(text: string): string {
  if (!text.includes('&')) return text;
  const decoded = text.replace(REFERENCE, (whole: string, number: string | undefined, name: string | undefined) => {
    if (number !== undefined) return characterOf(number) ?? whole;
    return ENTITIES[name ?? ''] ?? whole;
  });
  return decoded.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Text in which windows-1252 was read as latin-1: its quotes and dashes came out as control characters. */
export function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 128));
}

function characterOf(number: string): string | undefined {
  const code = /^x/i.test(number) ? parseInt(number.slice(1), 16) : Number(number);
  if (code >= 128 && code < 160) return WINDOWS_1252.charAt(code - 128);
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  return code === 0 || code > 0x10ffff || isSurrogate ? undefined : String.fromCodePoint(code);
}
