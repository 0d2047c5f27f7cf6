import { attribute, elementsOf, textOf, type PageDocument, type PageElement } from './dom';

/**
 * What the head of a page says: Open Graph (https://ogp.me), Dublin Core, Twitter cards, Parse.ly, the `meta` names
 * of newsrooms, `link rel=canonical` and `title`. The first value of a name wins, lists keep them all.
 */
export class Meta {
  readonly #values = new Map<string, string[]>();
  readonly canonical: string | undefined;
  readonly title: string | undefined;
  readonly language: string | undefined;

  constructor(document: PageDocument) {
    this.language = attribute(document.documentElement, 'lang');
    let canonical: string | undefined;
    let title: string | undefined;
    for (const element of elementsOf(document.body)) {
      if (element.localName === 'meta') this.#read(element);
      else if (element.localName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical') {
        canonical ??= attribute(element, 'href');
      } else if (element.localName === 'title') title ??= textOf(element);
    }
    this.canonical = canonical;
    this.title = title;
  }

  /** The first value of the first of the names that has one, and which name that was. */
  first(...names: string[]): { name: string; value: string } | undefined {
    for (const name of names) {
      const value = this.#values.get(name)?.[0];
      if (value !== undefined) return { name, value };
    }
    return undefined;
  }

  all(...names: string[]): string[] {
    return names.flatMap((name) => this.#values.get(name) ?? []);
  }

  #read(element: PageElement): void {
    const name = (
      attribute(element, 'property') ??
      attribute(element, 'name') ??
      attribute(element, 'itemprop')
    )?.toLowerCase();
    const value = attribute(element, 'content')?.replace(/\s+/gu, ' ');
    if (name === undefined || value === undefined) return;
    const values = this.#values.get(name) ?? [];
    if (values.length < MAX_VALUES) this.#values.set(name, [...values, value]);
  }
}

const MAX_VALUES = 50;
