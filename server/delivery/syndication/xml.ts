/** An element of an XML document that is written: a name, attributes, and text or elements. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; the text is escaped, the elements are as `element` made them. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escape(String(value))}"`],
  );
  return content.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content.join('')}</${name}>`;
}

/** An element with a text; nothing where there is none. */
export const textElement = (name: string, value: string | undefined, attributes: Attributes = {}): Xml =>
  value === undefined || value === '' ? '' : element(name, attributes, escape(value));

/**
 * The same for a text that many readers take for HTML (titles in RSS): no tag is left in it for them, and an ampersand
 * stays readable for those that take it for text.
 */
export const plainElement = (name: string, value: string | undefined, attributes: Attributes = {}): Xml =>
  textElement(name, value?.replace(/</g, '&lt;'), attributes);

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

/** Text and attribute values of XML 1.0; control characters, which it cannot hold, are left out. */
function escape(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
