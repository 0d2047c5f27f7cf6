import { parseHTML } from 'linkedom';

/** The part of the DOM that the page reader uses; linkedom's classes have it. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: PageElement | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  remove(): void;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly body: PageElement;
}

const ELEMENT = 1;
const TEXT = 3;

/** Markup that `tidy` wrote to a DOM. */
export function documentOf(html: string): PageDocument {
  return parseHTML(html).document;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT;
}

export function childElements(element: PageElement): PageElement[] {
  return [...element.childNodes].filter(isElement);
}

/** The element and all elements in it, in the order of the page. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const ahead = [root];
  for (let element = ahead.pop(); element; element = ahead.pop()) {
    yield element;
    for (const child of childElements(element).reverse()) ahead.push(child);
  }
}

/** An attribute's value, trimmed; undefined where there is none. */
export function attribute(element: PageElement, name: string): string | undefined {
  const value = element.getAttribute(name)?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** The text of an element with white space folded. */
export function textOf(element: PageNode): string {
  return (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

/**
 * The words of an element's class, id and test names, in lower case: "RelatedStories_box" and "related-stories box"
 * are both `related`, `stories`, `box`.
 */
export function namesOf(element: PageElement): string[] {
  const names = NAMING.map((name) => element.getAttribute(name) ?? '').join(' ');
  if (names.length > 2_000) return [];
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
}

const NAMING = ['class', 'id', 'data-testid', 'data-component', 'data-type'];
