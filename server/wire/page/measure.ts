import { isElement, isText, type PageElement } from './dom';

/** What an element holds, in characters without the white space between words counted twice. */
export interface Measure {
  text: number;
  /** Text inside of links. */
  linked: number;
  /** Text of paragraphs that read like prose: long enough and not links. */
  prose: number;
  /** Whether a block element stands inside of it. */
  hasBlock: boolean;
  images: number;
  /** Its place among the elements of the page, and the place of the last element in it. */
  first: number;
  last: number;
  /** What a reader of the DOM has to do that looks at all text below each element and at all siblings of each. */
  work: number;
}

export type Measures = ReadonlyMap<PageElement, Measure>;

export const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const PROSE_LENGTH = 60;
/** An element counts as much as so many characters. */
const ELEMENT_WORK = 50;

/** One pass, from the leaves up. */
export function measure(root: PageElement): Measures {
  const measures = new Map<PageElement, Measure>();
  visit(root, measures, { place: 0 });
  return measures;
}

function visit(element: PageElement, measures: Map<PageElement, Measure>, counter: { place: number }): Measure {
  const first = counter.place++;
  const images = element.localName === 'img' ? 1 : 0;
  const total: Measure = { text: 0, linked: 0, prose: 0, hasBlock: false, images, first, last: first, work: 0 };
  let children = 0;
  for (const child of element.childNodes) {
    children += 1;
    if (isText(child)) total.text += (child.textContent ?? '').replace(/\s+/gu, ' ').length;
    if (!isElement(child)) continue;
    const inner = visit(child, measures, counter);
    total.text += inner.text;
    total.linked += inner.linked;
    total.prose += inner.prose;
    total.images += inner.images;
    total.work += inner.work;
    total.hasBlock ||= inner.hasBlock || BLOCK_ELEMENTS.has(child.localName);
  }
  if (element.localName === 'a') total.linked = total.text;
  const own = total.text - total.linked;
  if (!total.hasBlock && BLOCK_ELEMENTS.has(element.localName) && own >= PROSE_LENGTH && own * 2 > total.text) {
    total.prose = own;
  }
  total.last = counter.place - 1;
  total.work += total.text + (total.last - first) * ELEMENT_WORK + children * children;
  measures.set(element, total);
  return total;
}
