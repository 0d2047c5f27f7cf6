import { SaxesParser } from 'saxes';
import { WireError } from './errors';
import type { ParseContext } from './format';
import type { Source } from './source';
import { ENTITIES } from './vocabulary/entities';
import { repairXml, withoutDeclaration } from './xml-repair';

/**
 * A bounded XML reader over saxes. It gives a light tree and nothing else: no DTD is read, no entity is fetched or
 * expanded beyond the named characters of HTML, and depth, attributes and text have caps.
 * Reading the tree is in `xml-tree.ts`.
 */

/** An element. Children stand in document order; a string is text with its white space as delivered. */
export interface XmlElement {
  /** Local name, "creditline" for `<nar:creditline>`. */
  readonly name: string;
  /** The name as written, with its prefix. */
  readonly tag: string;
  /** By the name as written: `attributes['xml:lang']`. The object has no prototype. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/** What reading XML needs of the context. */
export type XmlContext = Pick<ParseContext, 'limits' | 'warn'>;

/** The document element of an XML text. Throws `malformed` (with the line), `too-deep` and `too-large`. */
export function parseXml(text: string, context: XmlContext): XmlElement {
  const document = withoutDeclaration(text);
  try {
    return readTree(document, context);
  } catch (error) {
    if (!(error instanceof WireError) || error.code !== 'malformed') throw error;
    const repaired = repairXml(document);
    if (repaired === document) throw error;
    const root = readTree(repaired, context);
    context.warn('xml-repaired', 'The XML has control characters or a bare "&". They were repaired.');
    return root;
  }
}

/** Receives the elements of a document while it is read. */
export interface TreeListener {
  /** An element begins; its children are not there yet. `depth` is 0 for the root. */
  open?(element: XmlElement, depth: number): void;
  /** An element is complete. Return true to leave it out of its parent (its memory is free then). */
  close?(element: XmlElement, depth: number): boolean;
}

/** More than these are no slip of a desk. */
const MAX_UNKNOWN_ENTITIES = 1000;

/** A parser that builds the tree as text is written to it. `finish` gives the document element. */
export class TreeReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #stack: XmlElement[] = [];
  readonly #names = new Map<string, string>();
  #root: XmlElement | undefined;
  #declaresEntities = false;
  #unknownEntities = 0;

  constructor(context: XmlContext, listener: TreeListener = {}) {
    const { limits } = context;
    const parser = this.#parser;
    const stack = this.#stack;
    parser.ENTITIES = ENTITIES;
    parser.on('error', (error) => this.#fail(error.message, context));
    parser.on('doctype', (doctype) => {
      this.#declaresEntities = /<!ENTITY\s+[^%\s]/.test(doctype);
    });
    // Attributes are counted only where the text since the last tag is long enough for too many (` a=""` is five).
    const suspicious = Math.min(limits.attributes * 5, limits.text);
    let lastTag = 0;
    parser.on('opentag', ({ name: tag, attributes }) => {
      if (stack.length >= limits.depth) {
        throw new WireError('too-deep', `The XML nests deeper than ${limits.depth} elements at line ${parser.line}.`);
      }
      if (parser.position - lastTag > suspicious) checkAttributes(attributes, context, parser.line);
      lastTag = parser.position;
      const element: XmlElement = { name: this.#localName(tag), tag, attributes, children: [] };
      if (this.#root === undefined) this.#root = element;
      listener.open?.(element, stack.length);
      stack.push(element);
    });
    parser.on('closetag', () => {
      const element = stack.pop();
      if (element === undefined) return;
      if (listener.close?.(element, stack.length)) return;
      stack.at(-1)?.children.push(element);
    });
    const onText = (text: string): void => {
      if (text.length > limits.text) {
        throw new WireError('too-large', `A text in the XML is longer than ${limits.text} characters.`);
      }
      const siblings = stack.at(-1)?.children;
      if (siblings === undefined) return;
      const last = siblings.at(-1);
      if (typeof last === 'string') siblings[siblings.length - 1] = last + text;
      else siblings.push(text);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  finish(): XmlElement {
    this.#parser.close();
    if (this.#root === undefined) throw new WireError('malformed', 'The XML has no element. Ask for the story again.');
    return this.#root;
  }

  /** The part after the prefix; one string for each name, however often it stands in the document. */
  #localName(tag: string): string {
    if (!tag.includes(':')) return tag;
    let name = this.#names.get(tag);
    if (name === undefined) {
      name = tag.slice(tag.indexOf(':') + 1);
      this.#names.set(tag, name);
    }
    return name;
  }

  #fail(message: string, context: XmlContext): void {
    // "]]>" in text harms nobody; an unknown entity stays as it is written.
    if (message.includes('"]]>"')) return;
    if (message === 'undefined entity.' && !this.#declaresEntities && this.#unknownEntities < MAX_UNKNOWN_ENTITIES) {
      this.#unknownEntities += 1;
      context.warn('unknown-entity', `The XML uses an entity that nobody declares, at line ${this.#parser.line}.`);
      return;
    }
    const reason = this.#declaresEntities && message.includes('entity') ? 'it declares entities of its own' : message;
    throw new WireError(
      'malformed',
      `The XML is broken at line ${this.#parser.line}: ${reason.replace(/\.$/, '')}. Ask the sender for the story again.`,
    );
  }
}

function readTree(text: string, context: XmlContext): XmlElement {
  const reader = new TreeReader(context);
  reader.write(text);
  return reader.finish();
}

function checkAttributes(attributes: Record<string, string>, { limits }: XmlContext, line: number): void {
  const values = Object.values(attributes);
  if (values.length > limits.attributes || values.some((value) => value.length > limits.text)) {
    throw new WireError('too-large', `An element at line ${line} has too many attributes, or too long ones.`);
  }
}

/** As many items as the limit allows; what is left out is said. */
export function firstItems(items: readonly XmlElement[], { limits, warn }: XmlContext): readonly XmlElement[] {
  if (items.length <= limits.items) return items;
  warn(
    'too-many-items',
    `The input has ${items.length} items, ${limits.items} were read. Split it, or raise the limit.`,
  );
  return items.slice(0, limits.items);
}

/** The root element as far as the head of the input shows it. */
export interface XmlRoot {
  /** Local name. */
  name: string;
  /** Everything of the start tag that stands in the head: attributes and namespace declarations as written. */
  startTag: string;
}

const roots = new WeakMap<Source, { root: XmlRoot | undefined }>();

/** Finds the root element without parsing; undefined for what is not XML. For `detect`: cheap, and kept. */
export function rootOf(source: Source): XmlRoot | undefined {
  let known = roots.get(source);
  if (known === undefined) {
    // UTF-16 shows as one character and one NUL by turns.
    known = { root: sniffRoot(source.head.replace(/\0/g, '').replace(/^(?:ï»¿|ÿþ|þÿ)/, '')) };
    // A prolog longer than the head is rare (a licence in a comment) and costs a decode.
    if (known.root === undefined && /^\s*<[?!]/.test(source.head)) known = { root: sniffRoot(source.text) };
    roots.set(source, known);
  }
  return known.root;
}

function sniffRoot(text: string): XmlRoot | undefined {
  let at = text.search(/\S/);
  while (at >= 0 && text[at] === '<') {
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined;
    if (close !== undefined) {
      const end = text.indexOf(close, at);
      at = end < 0 ? -1 : skipSpace(text, end + close.length);
    } else if (text.startsWith('<!', at)) {
      at = skipSpace(text, endOfDoctype(text, at));
    } else {
      const name = /^<(?:[\w.-]{1,100}:)?([\w.-]{1,100})(?=[\s/>])/.exec(text.slice(at, at + 210))?.[1];
      if (name === undefined) return undefined;
      const end = text.indexOf('>', at);
      return { name, startTag: text.slice(at, end < 0 ? text.length : end + 1) };
    }
  }
  return undefined;
}

/** Past a doctype and its internal subset. */
function endOfDoctype(text: string, from: number): number {
  const plain = text.indexOf('>', from);
  const subset = text.indexOf('[', from);
  if (subset < 0 || plain < 0 || plain < subset) return plain < 0 ? text.length : plain + 1;
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  const match = end.exec(text);
  return match ? match.index + match[0].length : text.length;
}

function skipSpace(text: string, from: number): number {
  const space = /\S/g;
  space.lastIndex = from;
  return space.exec(text)?.index ?? -1;
}
