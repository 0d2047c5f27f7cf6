import iconv from 'iconv-lite';
import { likeliestCharset } from '../charset-guess';

/*
 * The charset of IIM text (IIM 4.2, dataset 1:90): an ISO 2022 escape sequence. "ESC % G" is UTF-8, "ESC . A" and its
 * like are the parts of ISO 8859. Most files name none. Then the standard says ISO 646, and the files say UTF-8,
 * windows-1252 or, from older Macs, MacRoman. What is named is not always what is there either.
 */

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Final byte of a 96-character set (ESC - . /), ISO-IR register: the part of ISO 8859. */
const PARTS: Record<string, string> = {
  A: 'windows-1252', B: 'iso-8859-2', C: 'iso-8859-3', D: 'iso-8859-4', L: 'iso-8859-5', G: 'iso-8859-6',
  F: 'iso-8859-7', H: 'iso-8859-8', M: 'windows-1254', V: 'iso-8859-10', T: 'windows-874', Y: 'iso-8859-13',
  _: 'iso-8859-14', b: 'iso-8859-15', f: 'iso-8859-16',
}; // prettier-ignore

/** All values of a file, decoded alike. `escape` is the value of dataset 1:90. */
export function decodeIim(values: readonly Buffer[], escape: Buffer | undefined): string[] {
  if (!values.some(hasHighByte)) return values.map((value) => value.toString('latin1'));
  const declared = escape && declaredCharset(escape.toString('latin1'));
  if (declared !== undefined && /^utf-16/.test(declared)) return values.map((value) => iconv.decode(value, declared));
  // Several bytes that are valid UTF-8 are hardly ever anything else, whatever the dataset says.
  const decoded = decodeUtf8(values);
  if (decoded) return decoded;
  if (declared !== undefined && declared !== 'utf-8') return values.map((value) => iconv.decode(value, declared));
  // A value that was cut within a character (most fields have a maximum) does not make the rest another charset.
  if (declared === 'utf-8' || mostlyUtf8(values)) return values.map(decodeCut);
  const charset = guess(Buffer.concat(values.map((value) => Buffer.concat([value, BREAK]))));
  return values.map((value) => iconv.decode(value, charset));
}

const BREAK = Buffer.from('\n');

function declaredCharset(escape: string): string | undefined {
  if (/^\x1b%(?:G|\/[GHI])/.test(escape)) return 'utf-8';
  if (/^\x1b%\/[@CEFJKL]/.test(escape)) return 'utf-16be';
  const part = /\x1b[-./]([A-Za-z_])/.exec(escape)?.[1];
  return part === undefined ? undefined : PARTS[part];
}

function hasHighByte(value: Buffer): boolean {
  for (const byte of value) if (byte > 0x7f) return true;
  return false;
}

function decodeUtf8(values: readonly Buffer[]): string[] | undefined {
  try {
    return values.map((value) => UTF8.decode(value));
  } catch {
    return undefined;
  }
}

/** More values with characters outside of ASCII are valid UTF-8 than are not. */
function mostlyUtf8(values: readonly Buffer[]): boolean {
  let balance = 0;
  for (const value of values) if (hasHighByte(value)) balance += decodeUtf8([dropCutCharacter(value)]) ? 1 : -1;
  return balance > 0;
}

function decodeCut(value: Buffer): string {
  const whole = dropCutCharacter(value);
  return decodeUtf8([whole])?.[0] ?? iconv.decode(value, guess(value));
}

/** Without the first bytes of a UTF-8 character whose rest is missing. */
function dropCutCharacter(value: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= value.length; back += 1) {
    const byte = value[value.length - back] ?? 0;
    if (byte < 0x80) return value;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return size > back ? value.subarray(0, value.length - back) : value;
    }
  }
  return value;
}

/** windows-1252, or MacRoman as older Macs wrote it. */
function guess(bytes: Buffer): string {
  return likeliestCharset(bytes, ['windows-1252', 'macroman']);
}
