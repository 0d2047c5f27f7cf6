import { decodeText } from '../decode';
import { WireError } from '../errors';
import { parseXml, type XmlContext, type XmlElement } from '../xml';

/*
 * XMP (ISO 16684-1): RDF/XML with few of RDF's freedoms. A property is an attribute or an element; an array is
 * rdf:Bag, rdf:Seq or rdf:Alt; a structure is a nested rdf:Description, or a property with rdf:parseType="Resource",
 * or one with its fields as attributes. All three ways of all three stand in files of agencies, prefixes are free in
 * theory, and some writers forget to declare them.
 */

/** A property: its text, the items of an array, or the fields of a structure by their names. */
export interface XmpValue {
  text?: string;
  /** `xml:lang` of an item of a language alternative. */
  language?: string;
  items?: XmpValue[];
  fields?: Map<string, XmpValue>;
}

/** Top-level properties by their usual names: "photoshop:Credit", "dc:creator", "plus:Licensor". */
export type Xmp = Map<string, XmpValue>;

const NAMESPACES: Record<string, string> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-19/': 'Iptc4xmpExt',
  'http://ns.useplus.org/ldf/xmp/1.0/': 'plus',
  'http://ns.adobe.com/tiff/1.0/': 'tiff',
  'http://ns.adobe.com/exif/1.0/': 'exif',
};

/** The properties of a packet. A packet that is no XML leaves a warning and nothing else: IIM and EXIF are still there. */
export function readXmp(packet: Uint8Array, context: XmlContext): Xmp {
  const properties: Xmp = new Map();
  try {
    const root = parseXml(withoutPadding(decodeText(packet)), context);
    const rdf = findRdf(root, 4);
    if (rdf) readNodes(rdf, new Prefixes(root, rdf), properties);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    context.warn('xmp-unreadable', `The XMP of this picture cannot be read: ${error.message}`);
  }
  return properties;
}

/** The text of a property: its own, that of the default language, or its first item's. */
export function xmpText(value: XmpValue | undefined): string | undefined {
  if (!value?.items) return value?.text;
  const item = value.items.find(({ language }) => language === 'x-default') ?? value.items[0];
  return item?.text;
}

/** All texts of a property: the items of an array, or the one value. */
export function xmpTexts(value: XmpValue | undefined): string[] {
  const values = value?.items ?? (value ? [value] : []);
  return values.flatMap(({ text }) => text ?? []);
}

/** The texts of one field of a structure or of a list of structures. */
export function xmpFieldTexts(value: XmpValue | undefined, field: string): string[] {
  const values = value?.items ?? (value ? [value] : []);
  return values.flatMap(({ fields }) => xmpText(fields?.get(field)) ?? []);
}

/** A packet has some kilobytes of blanks behind its data, for writers that change it in place. */
function withoutPadding(packet: string): string {
  const end = Math.max(packet.lastIndexOf('</x:xmpmeta>') + 12, packet.lastIndexOf(':RDF>') + 5);
  const start = packet.indexOf('<');
  return packet.slice(Math.max(0, start), end > 16 ? end : packet.length);
}

function findRdf(element: XmlElement, depth: number): XmlElement | undefined {
  if (element.name === 'RDF') return element;
  if (depth === 0) return undefined;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : findRdf(child, depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** The prefixes of a packet. XMP writers declare each once and for the whole, whatever XML would let them do. */
export class Prefixes {
  readonly #usual = new Map<string, string>();

  constructor(...elements: XmlElement[]) {
    for (const element of elements) this.declare(element);
  }

  declare({ attributes }: XmlElement): void {
    for (const name in attributes) {
      if (!name.startsWith('xmlns:')) continue;
      const uri = attributes[name] ?? '';
      this.#usual.set(name.slice(6), NAMESPACES[uri] ?? uri);
    }
  }

  /** "photoshop:Credit" for whatever prefix the writer chose; a prefix that was never declared is taken at its word. */
  usual(tag: string): string {
    const colon = tag.indexOf(':');
    const prefix = this.#usual.get(tag.slice(0, colon));
    return prefix === undefined || colon < 0 ? tag : `${prefix}${tag.slice(colon)}`;
  }
}

/** rdf:RDF: each node element adds its properties. */
function readNodes(rdf: XmlElement, prefixes: Prefixes, properties: Xmp): void {
  for (const child of rdf.children) if (typeof child !== 'string') readNode(child, prefixes, properties);
}

/** rdf:Description, or whatever element stands in its place: attributes and children are properties. */
function readNode(element: XmlElement, prefixes: Prefixes, properties: Map<string, XmpValue>): void {
  prefixes.declare(element);
  readAttributes(element, prefixes, properties);
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    prefixes.declare(child);
    const name = prefixes.usual(child.tag);
    const value = readProperty(child, prefixes);
    if (!isEmpty(value) && !properties.has(name)) properties.set(name, value);
  }
}

function readAttributes(element: XmlElement, prefixes: Prefixes, properties: Map<string, XmpValue>): void {
  for (const tag in element.attributes) {
    if (/^(?:xml|xmlns|rdf)(?::|$)/.test(tag)) continue;
    const text = element.attributes[tag]?.trim() ?? '';
    const name = prefixes.usual(tag);
    if (text !== '' && !properties.has(name)) properties.set(name, { text });
  }
}

function readProperty(element: XmlElement, prefixes: Prefixes): XmpValue {
  const { attributes } = element;
  const value: XmpValue = {};
  const language = attributes['xml:lang'];
  if (language !== undefined) value.language = language;
  const fields = new Map<string, XmpValue>();
  if (attributes['rdf:parseType'] === 'Resource') readNode(element, prefixes, fields);
  else readContent(element, prefixes, value, fields);
  // A value with qualifiers: the value is the property, the qualifiers say something about it (ISO 16684-1, 7.8).
  const qualified = fields.get('rdf:value');
  if (qualified) return { ...qualified, ...value };
  if (fields.size > 0) value.fields = fields;
  return value;
}

function readContent(element: XmlElement, prefixes: Prefixes, value: XmpValue, fields: Map<string, XmpValue>): void {
  readAttributes(element, prefixes, fields);
  let text = element.attributes['rdf:resource'] ?? '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if (/^(?:Bag|Seq|Alt)$/.test(child.name)) value.items = readItems(child, prefixes);
    else if (child.name === 'Description') readNode(child, prefixes, fields);
    else {
      const inner = readProperty(child, prefixes);
      if (!isEmpty(inner)) fields.set(prefixes.usual(child.tag), inner);
    }
  }
  text = text.trim();
  if (text !== '') value.text = text;
}

function readItems(array: XmlElement, prefixes: Prefixes): XmpValue[] {
  const items: XmpValue[] = [];
  for (const child of array.children) {
    const item = typeof child === 'string' ? {} : readProperty(child, prefixes);
    if (!isEmpty(item)) items.push(item);
  }
  return items;
}

function isEmpty({ text, items, fields }: XmpValue): boolean {
  return text === undefined && fields === undefined && (items === undefined || items.length === 0);
}
