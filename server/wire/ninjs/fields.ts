import { htmlBody } from '../html-body';
import { paragraphs } from '../body';
import type { WireRendition, WireSubject } from '../item';
import { integerOf, type JsonObject, lineOf, linesOf, listOf, objectOf, objectsOf, textOf } from '../json';
import { subjectOf } from '../vocabulary/iptc-schemes';

/*
 * Reading the three shapes of ninjs alike. A property has one name in camel case (3.x) and the same in lower case
 * (1.x, 2.x); texts with variants are keys with a suffix in 1.x (`body_html`), lists of objects since 2.0 (`bodies`).
 */

/** A value and the key it was under. */
export type Keyed<T> = readonly [key: string, value: T];

const LOWER = new Map<string, string>();

/** The value of a property by its 3.x name or the same in lower case. */
export function property(object: JsonObject, name: string): Keyed<unknown> | undefined {
  if (isThere(object[name])) return [name, object[name]];
  let lower = LOWER.get(name);
  if (lower === undefined) LOWER.set(name, (lower = name.toLowerCase()));
  return lower !== name && isThere(object[lower]) ? [lower, object[lower]] : undefined;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** The first of several properties that has a value. */
export function anyProperty(object: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) {
    const found = property(object, name);
    if (found) return found[1];
  }
  return undefined;
}

/** One line of text of a property. A list of texts is joined. */
export function line(object: JsonObject, ...names: readonly string[]): Keyed<string> | undefined {
  for (const each of names) {
    const found = property(object, each);
    if (!found) continue;
    const text = typeof found[1] === 'string' ? lineOf(found[1]) : linesOf(found[1]).join(' ');
    if (text !== undefined && text !== '') return [found[0], text];
  }
  return undefined;
}

interface Variant {
  path: string;
  role: string;
  isHtml: boolean;
  value: string;
}

/** The variants of a text: `headline`, `headline_*` or `headlines[]`. */
export function variants(object: JsonObject, singular: string, plural: string): Variant[] {
  const found: Variant[] = [];
  listOf(object[plural]).forEach((each, index) => {
    // A text where the list should be is a mistake that agencies make.
    const member = objectOf(each) ?? { value: each };
    const value = textOf(member['value']);
    if (value === undefined) return;
    const type = textOf(property(member, 'contentType')?.[1]) ?? '';
    const role = textOf(member['role'])?.toLowerCase() ?? '';
    found.push({ path: `$.${plural}[${index}].value`, role, isHtml: isHtmlType(type, role, value), value });
  });
  for (const key of Object.keys(object)) {
    if (key !== singular && !key.startsWith(`${singular}_`)) continue;
    const value = textOf(object[key]);
    const role = key.slice(singular.length + 1).toLowerCase();
    if (value !== undefined) found.push({ path: `$.${key}`, role, isHtml: isHtmlType('', role, value), value });
  }
  return found;
}

function isHtmlType(type: string, role: string, value: string): boolean {
  if (type !== '') return /html/i.test(type);
  return /html/.test(role) || (role !== 'text' && /<(?:p|br|div|h\d|ul|table)\b/i.test(value));
}

/** The body: the variant with markup if there is one. */
export function body(object: JsonObject): Keyed<string> | undefined {
  const all = variants(object, 'body', 'bodies');
  for (const variant of [...all.filter((each) => each.isHtml), ...all.filter((each) => !each.isHtml)]) {
    const html = variant.isHtml ? htmlBody(variant.value) : paragraphs(variant.value);
    if (html !== undefined) return [variant.path, html];
  }
  return undefined;
}

/** The description as one line: a summary first, plain text before markup. */
export function description(object: JsonObject): Keyed<string> | undefined {
  const all = variants(object, 'description', 'descriptions');
  const rank = ({ role, isHtml }: Variant): number =>
    (/summary|abstract|caption|text|^$/.test(role) ? 0 : 2) + (isHtml ? 1 : 0);
  const [best] = all.sort((a, b) => rank(a) - rank(b));
  const text = best && lineOf(best.value);
  return text === undefined || best === undefined ? undefined : [best.path, text];
}

const MAIN = /^(?:main|headline|title|text)?$/;
const SECOND = /^(?:sub.*|secondary|deck|overline)$/;

/** The headline, and the one below it. */
export function headlines(object: JsonObject): { main?: Keyed<string>; second?: Keyed<string> } {
  const all = variants(object, 'headline', 'headlines');
  const main = all.find(({ role }) => MAIN.test(role)) ?? all.find(({ role }) => !SECOND.test(role));
  const second = all.find(({ role }) => SECOND.test(role));
  return { ...keyed('main', main), ...keyed('second', second) };
}

function keyed<K extends string>(name: K, variant: Variant | undefined): Partial<Record<K, Keyed<string>>> {
  const text = variant && lineOf(variant.value);
  const result: Partial<Record<K, Keyed<string>>> = {};
  if (variant && text !== undefined) result[name] = [variant.path, text];
  return result;
}

/** The name of the first object of a list, or the text itself: `infosource`, `source`. */
export function firstName(object: JsonObject, ...names: string[]): Keyed<string> | undefined {
  for (const name of names) {
    const found = property(object, name);
    const [member] = listOf(found?.[1]);
    const text = lineOf(objectOf(member)?.['name'] ?? member);
    if (found && text !== undefined) return [found[0], text];
  }
  return undefined;
}

/** All names of a list of objects or texts. */
export function names(value: unknown): string[] {
  return listOf(value).flatMap(
    (member) => lineOf(objectOf(member)?.['name'] ?? objectOf(member)?.['code'] ?? member) ?? [],
  );
}

/** `subject[]` of 1.x has a code and a scheme, `subjects[]` since 2.0 a URI or a literal. Without any of them a name is no code. */
export function subjects(object: JsonObject): WireSubject[] {
  const found = new Map<string, WireSubject>();
  for (const member of [...objectsOf(object['subject']), ...objectsOf(object['subjects'])]) {
    const code = textOf(member['code']) ?? textOf(member['uri']) ?? textOf(member['literal']);
    if (code === undefined) continue;
    const subject = subjectOf(code, textOf(member['scheme']), lineOf(member['name']));
    if (!found.has(subject.code)) found.set(subject.code, subject);
  }
  return [...found.values()];
}

/** `renditions` is an object by name in 1.x, a list since 2.0. Those without an address are left out. */
export function renditions(object: JsonObject): WireRendition[] {
  const value = object['renditions'];
  const byName = objectOf(value);
  const members: (readonly [string | undefined, JsonObject])[] = byName
    ? Object.entries(byName).flatMap(([name, member]) => objectsOf(member).map((each) => [name, each] as const))
    : objectsOf(value).map((each) => [textOf(each['name']), each] as const);
  return members.flatMap(([name, member]) => {
    const href = textOf(member['href']);
    if (href === undefined) return [];
    const mimeType = textOf(anyProperty(member, 'contentType', 'mimetype'));
    const [width, height] = [integerOf(member['width']), integerOf(member['height'])];
    return {
      name: name ?? 'main',
      href,
      ...(mimeType === undefined ? {} : { mimeType }),
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    };
  });
}
