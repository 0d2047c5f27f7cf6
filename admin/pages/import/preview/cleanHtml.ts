/** The elements that a stored body may hold, as the server's sanitiser has them. */
const KEPT = new Set([
  'P', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'CAPTION',
  'A', 'EM', 'STRONG', 'I', 'B', 'SUB', 'SUP', 'BR', 'PRE',
]); // prettier-ignore
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  A: ['href'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan', 'scope'],
};
/** What browsers call a paragraph, and headings that a body does not have. */
const RENAMED: Readonly<Record<string, string>> = { DIV: 'P', H1: 'H2', H5: 'H4', H6: 'H4' };
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'NOSCRIPT']);
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;
const MAX_DEPTH = 64;

/**
 * Copies the content of `from` into `to`, without anything that a body may not hold: what an editor's browser leaves
 * behind while typing, and whatever else. The server sanitises again; this keeps the preview equal to what is stored.
 */
export function copyClean(from: Node, to: Element, depth = 0): void {
  for (const node of Array.from(from.childNodes)) {
    if (node.nodeType === node.TEXT_NODE) to.append(node.textContent ?? '');
    if (!isElement(node) || DROPPED.has(node.tagName)) continue;
    const name = RENAMED[node.tagName] ?? node.tagName;
    const nested = depth < MAX_DEPTH && KEPT.has(name) ? to.appendChild(copyTag(node, name, to.ownerDocument)) : to;
    if (depth < MAX_DEPTH) copyClean(node, nested, depth + 1);
    else nested.append(node.textContent ?? '');
  }
}

function copyTag(element: Element, name: string, document: Document): Element {
  const copy = document.createElement(name.toLowerCase());
  for (const attribute of ATTRIBUTES[name] ?? []) {
    const value = element.getAttribute(attribute);
    if (value !== null && (attribute !== 'href' || SAFE_LINK.test(value))) copy.setAttribute(attribute, value);
  }
  return copy;
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
