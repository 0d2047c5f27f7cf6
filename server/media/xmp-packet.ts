import { decodeText } from '../wire/decode';
import { Prefixes } from '../wire/image/xmp';
import { DEFAULT_LIMITS } from '../wire/limits';
import { parseXml, type XmlElement } from '../wire/xml';
import { descendants, isElement } from '../wire/xml-tree';

/** What is written into a picture file: who is to be credited, who owns it, on which terms. Absent: not said. */
export interface EmbeddedRights {
  /** Photographers. */
  creator?: readonly string[];
  creditLine?: string;
  copyrightNotice?: string;
  copyrightHolder?: string;
  usageTerms?: string;
  /** A web page with the terms. */
  webStatementOfRights?: string;
  /** A web page where a licence can be had. */
  licensorUrl?: string;
  /** PLUS code, "DMI-PROHIBITED". */
  dataMining?: string;
  /** URI of IPTC's controlled value. */
  digitalSourceType?: string;
}

/** Makes the packet that is written, from the one that is there. */
export type MakePacket = (existing: Uint8Array | undefined) => Buffer;

/** Namespaces by their usual prefixes (IPTC Photo Metadata Standard 2023.1, PLUS 2.0). */
const NAMESPACES: Record<string, string> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
};
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const PLUS_VOCABULARY = 'http://ns.useplus.org/ldf/vocab/';

type Write = (rights: EmbeddedRights) => string | undefined;

/** How each property is written, and from what. A property that is listed here is ours: an older value of it goes. */
const PROPERTIES: Record<string, Write> = {
  'dc:creator': ({ creator }) => array('Seq', text(creator?.join('\n'))?.split('\n')),
  'photoshop:Credit': ({ creditLine }) => text(creditLine),
  'dc:rights': ({ copyrightNotice }) => inDefaultLanguage(copyrightNotice),
  'xmpRights:Marked': ({ copyrightNotice, copyrightHolder }) => ((copyrightNotice ?? copyrightHolder) ? 'True' : undefined), // prettier-ignore
  'xmpRights:UsageTerms': ({ usageTerms }) => inDefaultLanguage(usageTerms),
  'xmpRights:WebStatement': ({ webStatementOfRights }) => text(webStatementOfRights),
  'plus:CopyrightOwner': ({ copyrightHolder }) => structures('plus:CopyrightOwnerName', copyrightHolder),
  'plus:Licensor': ({ licensorUrl }) => structures('plus:LicensorURL', licensorUrl),
  'plus:DataMining': ({ dataMining }) => text(dataMining?.replace(/^(?=DMI-)/, PLUS_VOCABULARY)),
  'Iptc4xmpExt:DigitalSourceType': ({ digitalSourceType }) => text(digitalSourceType),
};

/**
 * An XMP packet (ISO 16684-1) with these rights, and with what else the file's own packet said. A packet that cannot be
 * read is replaced: what it said is in the photo's fields, which were read before.
 */
export function xmpPacketOf(rights: EmbeddedRights, existing?: Uint8Array): Buffer {
  const declarations = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const elements = Object.entries(PROPERTIES).flatMap(([name, write]) => {
    const content = write(rights);
    return content === undefined ? [] : [`<${name}>${content}</${name}>`];
  });
  const packet = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${RDF}">`,
    ...(existing ? othersOf(existing) : []),
    `<rdf:Description rdf:about=""${declarations.join('')}>${elements.join('')}</rdf:Description>`,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ];
  return Buffer.from(packet.join('\n'));
}

/** The descriptions of a packet without the properties that are ours. */
function othersOf(packet: Uint8Array): string[] {
  try {
    const whole = decodeText(packet).replace(/\0+$/, '');
    const root = parseXml(whole.slice(whole.indexOf('<x:xmpmeta')), { limits: DEFAULT_LIMITS, warn: () => undefined });
    const [rdf] = descendants(root, 'RDF');
    if (!rdf) return [];
    const prefixes = new Prefixes(root, rdf);
    // What was declared further out goes with each description.
    const outer = declared(root, rdf);
    return rdf.children.filter(isElement).flatMap((description) => {
      prefixes.declare(description);
      const isOurs = (tag: string) => prefixes.usual(tag) in PROPERTIES;
      const attributes = Object.entries(description.attributes).filter(([tag]) => !isOurs(tag));
      const children = description.children.filter((child) => isElement(child) && !isOurs(child.tag));
      const saysNothing = children.length === 0 && attributes.every(([tag]) => /^(?:xmlns|rdf)(?::|$)/.test(tag));
      if (saysNothing) return [];
      return [xmlOf({ ...description, attributes: { ...outer, ...Object.fromEntries(attributes) }, children })];
    });
  } catch {
    return [];
  }
}

function declared(...elements: readonly XmlElement[]): Record<string, string | undefined> {
  const found = elements.flatMap(({ attributes }) => Object.entries(attributes));
  return Object.fromEntries(found.filter(([name]) => name.startsWith('xmlns:') && name !== 'xmlns:rdf'));
}

function xmlOf(node: XmlElement | string): string {
  if (!isElement(node)) return escape(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value ?? '')}"`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(xmlOf).join('')}</${node.tag}>`;
}

/** So that all of it fits into one segment of a JPEG. Characters. */
const LONGEST_TEXT = 3000;

const text = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : escape(value.slice(0, LONGEST_TEXT));

function array(kind: 'Seq' | 'Alt', items: readonly string[] | undefined, attributes = ''): string | undefined {
  if (items === undefined || items.length === 0) return undefined;
  return `<rdf:${kind}>${items.map((item) => `<rdf:li${attributes}>${item}</rdf:li>`).join('')}</rdf:${kind}>`;
}

function inDefaultLanguage(value: string | undefined): string | undefined {
  const content = text(value);
  return content === undefined ? undefined : array('Alt', [content], ' xml:lang="x-default"');
}

function structures(field: string, value: string | undefined): string | undefined {
  const content = text(value);
  return content === undefined
    ? undefined
    : array('Seq', [`<${field}>${content}</${field}>`], ' rdf:parseType="Resource"');
}

/** Control characters have no place in XML 1.0. */
function escape(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
