import { foldSpace } from './html';
import type { XmlElement, XmlNode } from './xml';

/** Reading the tree of `xml.ts`. All functions take local names: a prefix never matters. */

/** Elements that end a word where they begin and end. */
const BLOCKS = new Set([
  'p', 'br', 'div', 'li', 'dd', 'dt', 'tr', 'td', 'th', 'block', 'hl1', 'hl2', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
]); // prettier-ignore

/** White space that folding would change. */
const UNFOLDED = /[^\S ]| {2}|^ | $/;

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** The first child element of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** All child elements, or those of that name. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (element === undefined) return found;
  for (const node of element.children) {
    if (typeof node !== 'string' && (name === undefined || node.name === name)) found.push(node);
  }
  return found;
}

/** All elements at a path of child names: `all(root, 'head/docdata/doc-id')`. */
export function all(element: XmlElement | undefined, path: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (element !== undefined) follow(element, stepsOf(path), 0, found, false);
  return found;
}

/** The first element at a path of child names, in document order. */
export function first(element: XmlElement | undefined, path: string): XmlElement | undefined {
  const found: XmlElement[] = [];
  if (element !== undefined) follow(element, stepsOf(path), 0, found, true);
  return found[0];
}

/** Paths are written in the code, so there are few of them. */
const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  let names = steps.get(path);
  if (names === undefined) {
    names = path.split('/');
    steps.set(path, names);
  }
  return names;
}

/** Adds what stands at the rest of a path; true once the search may end. */
function follow(
  element: XmlElement,
  names: readonly string[],
  step: number,
  found: XmlElement[],
  isOne: boolean,
): boolean {
  if (step === names.length) {
    found.push(element);
    return isOne;
  }
  for (const node of element.children) {
    if (typeof node === 'string' || node.name !== names[step]) continue;
    if (follow(node, names, step + 1, found, isOne)) return true;
  }
  return false;
}

/** All elements of that name below an element, in document order; none inside another of them. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (element !== undefined) collect(element, name, found);
  return found;
}

function collect(element: XmlElement, name: string, found: XmlElement[]): void {
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    if (node.name === name) found.push(node);
    else collect(node, name, found);
  }
}

/** An attribute, trimmed; undefined where it is absent or empty. */
export function attr(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === '' ? undefined : value;
}

/** All text below a node, white space folded, words of neighbouring blocks kept apart; undefined where there is none. */
export function textOf(node: XmlNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const raw = rawText(node);
  const text = UNFOLDED.test(raw) ? foldSpace(raw) : raw;
  return text === '' ? undefined : text;
}

/** All text below a node with its white space as delivered. */
export function rawText(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const [only] = node.children;
  if (typeof only === 'string' && node.children.length === 1) return only;
  let text = '';
  for (const inner of node.children) {
    text += typeof inner !== 'string' && BLOCKS.has(inner.name) ? ` ${rawText(inner)} ` : rawText(inner);
  }
  return text;
}
