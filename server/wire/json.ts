import { WireError } from './errors';
import { foldSpace, plainText } from './html';
import type { Source } from './source';

/**
 * Reading parsed JSON whose shape is not known. Agencies send numbers for strings, one value for a list, null for
 * nothing and "" for nothing: each of these readers gives the value or undefined, and never throws.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The members of a list; one value is a list of one, nothing is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** The objects of a list. */
export function objectsOf(value: unknown): JsonObject[] {
  const objects: JsonObject[] = [];
  for (const member of listOf(value)) {
    const object = objectOf(member);
    if (object) objects.push(object);
  }
  return objects;
}

/** Text as delivered, without white space at its ends; a number is its digits. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** The first of these keys that has a text, with its value: `[key, text]`. */
export function firstText(
  object: JsonObject | undefined,
  keys: readonly string[],
): readonly [string, string] | undefined {
  for (const key of keys) {
    const text = textOf(object?.[key]);
    if (text !== undefined) return [key, text];
  }
  return undefined;
}

/** One line of plain text: markup and entities read, white space folded. */
export function lineOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  // Most values are one plain line already, and the sanitiser that reads markup is slow.
  if (!/[<&]|\s\s|[^\S ]/.test(text)) return text;
  const line = /[<&]/.test(text) ? plainText(text) : foldSpace(text);
  return line === '' ? undefined : line;
}

/** The texts of a list, each as one line. */
export function linesOf(value: unknown): string[] {
  return listOf(value).flatMap((member) => lineOf(member) ?? []);
}

export function integerOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** "By A. Name", "Von A. Name" → "A. Name". */
export function withoutBy(byline: string | undefined): string | undefined {
  return byline?.replace(/^(?:by|von|par|por)[:\s]\s*/i, '');
}

/** JSON that ends or breaks in the middle, by its first bytes: the input begins like JSON, names these keys, and does not parse. */
export function isBrokenJson(source: Source, keys: RegExp): boolean {
  return /^[\s\xef\xbb\xbf]*[[{]/.test(source.head) && source.json === undefined && keys.test(source.head);
}

/** The JSON of an input that was detected by its keys. Throws `malformed` where it does not parse. */
export function jsonOf(source: Source): unknown {
  if (source.json === undefined) {
    throw new WireError('malformed', 'The JSON is broken or cut short. Ask the sender for the story again.');
  }
  return source.json;
}
