import { plainText } from '../html';
import type { XmlElement } from '../xml';
import { children, isElement, textOf } from '../xml-tree';

/** Namespaces that feeds use, by how their addresses begin, and the prefix that the readers know them by. */
const NAMESPACES: readonly (readonly [string, string])[] = [
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/dc/elements/', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://video.search.yahoo.com/mrss', 'media'],
  ['http://www.rssboard.org/media-rss', 'media'],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.itunes.com/dtds/podcast', 'itunes'],
  ['http://prismstandard.org/namespaces', 'prism'],
  ['http://backend.userland.com/creativeCommonsRssModule', 'creativeCommons'],
  ['http://cyber.law.harvard.edu/rss/creativeCommonsRssModule', 'creativeCommons'],
  ['http://creativecommons.org/ns', 'cc'],
  ['http://web.resource.org/cc', 'cc'],
  ['http://purl.org/atompub/tombstones', 'at'],
  ['http://www.w3.org/2007/app', 'app'],
  ['http://wordpress.org/export/', 'wp'],
];

/** WordPress declares `wp` and `excerpt` below the same address. */
const OWN = /\/export\/[\d.]+\/excerpt/;

/**
 * The names of a feed's elements, whatever prefixes it uses: "media:credit", "dc:rights", and bare names for those of
 * the feed's own namespace. An undeclared prefix means what it mostly means.
 */
export class FeedNames {
  readonly #prefixes = new Map<string, string>();
  readonly #own: string | undefined;

  constructor(root: XmlElement) {
    this.#declare(root);
    const prefix = prefixOf(root.tag);
    this.#own = this.#prefixes.get(prefix);
  }

  /** The children of an element by name. */
  fieldsOf(element: XmlElement, place = ''): Fields {
    return new Fields(element, this, place);
  }

  nameOf({ tag, name, attributes }: XmlElement): string {
    const prefix = prefixOf(tag);
    const local = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`];
    const known = local === undefined ? this.#prefixes.get(prefix) : prefixFor(local);
    if (known !== undefined && known === this.#own) return name;
    return known === undefined ? tag : `${known}:${name}`;
  }

  #declare(element: XmlElement): void {
    for (const [key, value] of Object.entries(element.attributes)) {
      if (!key.startsWith('xmlns') || value === undefined) continue;
      const known = prefixFor(value);
      if (known !== undefined) this.#prefixes.set(key.slice(6), known);
    }
    for (const node of element.children) if (isElement(node)) this.#declare(node);
  }
}

const prefixOf = (tag: string): string => tag.slice(0, Math.max(0, tag.indexOf(':')));

function prefixFor(address: string): string | undefined {
  if (OWN.test(address)) return 'excerpt';
  return NAMESPACES.find(([start]) => address.startsWith(start))?.[1];
}

/** A value and the element that it came from. */
export interface Found {
  value: string;
  path: string;
}

/** The children of one element, by name, in document order. */
export class Fields {
  readonly #byName = new Map<string, XmlElement[]>();

  /** `place` goes before the paths of what is found: "channel/". */
  constructor(
    readonly element: XmlElement,
    readonly names: FeedNames,
    private readonly place = '',
  ) {
    for (const inner of children(element)) {
      const name = names.nameOf(inner);
      const same = this.#byName.get(name);
      if (same) same.push(inner);
      else this.#byName.set(name, [inner]);
    }
  }

  all(name: string): readonly XmlElement[] {
    return this.#byName.get(name) ?? [];
  }

  first(name: string): XmlElement | undefined {
    return this.#byName.get(name)?.[0];
  }

  /** The text of the first of the named elements that has one. */
  text(...names: string[]): Found | undefined {
    for (const name of names) {
      for (const element of this.all(name)) {
        const value = textOf(element);
        if (value !== undefined) return { value, path: this.place + name };
      }
    }
    return undefined;
  }

  /** The same as plain text: markup and character references that were escaped are read. */
  plain(...names: string[]): Found | undefined {
    const found = this.text(...names);
    const value = found && plain(found.value);
    return found && value !== undefined ? { value, path: found.path } : undefined;
  }

  /** The texts of all elements of the names. */
  texts(...names: string[]): string[] {
    return names.flatMap((name) => this.all(name)).flatMap((element) => plain(textOf(element)) ?? []);
  }
}

/** Text in which markup may be escaped, as plain text; undefined where none is left. */
export function plain(text: string | undefined): string | undefined {
  if (text === undefined || !/[<&]/.test(text)) return text === '' ? undefined : text;
  const value = plainText(text);
  return value === '' ? undefined : value;
}
