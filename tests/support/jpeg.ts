/**
 * Writes small, valid JPEGs with chosen metadata, so that no test needs a picture of somebody else.
 *
 * The picture is baseline greyscale, mid-grey all over: every block is "no difference, end of block", two bits.
 */

/** `{ '2:80': 'Nils Holgersson', '2:25': ['geese', 'travel'] }`; bytes are written as they are. */
export type IimRecord = Record<string, string | Buffer | readonly (string | Buffer)[]>;

/**
 * `{ 'photoshop:Credit': 'Example/Pool', 'dc:creator': ['A', 'B'] }`. Lists become `rdf:Seq` (creators and PLUS
 * parties) or `rdf:Bag`; the properties of `LANG_ALT` become language alternatives; an object is a structure.
 */
export type XmpProperties = Record<string, XmpValue>;
export type XmpValue = string | XmpList | XmpStructure;
type XmpList = readonly (string | XmpStructure)[];
type XmpStructure = Record<string, string>;

export interface JpegParts {
  iim?: IimRecord;
  /** Properties, or a whole packet as XML. */
  xmp?: XmpProperties | string;
  /** EXIF text tags of the first IFD by number: `{ 315: 'Nils Holgersson' }`. */
  exif?: Record<number, string | Buffer>;
  /** Pixels; 8 × 8 when not given. */
  width?: number;
  height?: number;
}

/** A JPEG that any decoder opens, with the given metadata in it. */
export function jpegWith({ iim, xmp, exif, width = 8, height = 8 }: JpegParts = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010101004800480000', 'hex')),
    ...(exif ? [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffBlock(exif)]))] : []),
    ...(iim ? [segment(0xed, photoshopBlock(iimBlock(iim)))] : []),
    ...(xmp ? [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packetOf(xmp)}`))] : []),
    greyPicture(width, height),
  ]);
}

/** IIM datasets in the order given (IIM 4.2, part I, chapter 2). Text is UTF-8 unless given as bytes. */
export function iimBlock(record: IimRecord): Buffer {
  const datasets: Buffer[] = [];
  for (const [key, value] of Object.entries(record)) {
    const [set = 0, number = 0] = key.split(':').map(Number);
    for (const one of typeof value === 'string' || Buffer.isBuffer(value) ? [value] : value) {
      const bytes = bytesOf(one);
      const head = Buffer.from([0x1c, set, number, 0, 0]);
      head.writeUInt16BE(bytes.length, 3);
      datasets.push(head, bytes);
    }
  }
  return Buffer.concat(datasets);
}

/** "ESC % G": the IIM dataset 1:90 that says UTF-8. */
export const IIM_UTF8 = '\x1b%G';

const LANG_ALT = new Set([
  'dc:title',
  'dc:description',
  'dc:rights',
  'xmpRights:UsageTerms',
  'Iptc4xmpCore:AltTextAccessibility',
  'Iptc4xmpCore:ExtDescrAccessibility',
]);

const NAMESPACES: Record<string, string> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
};

/** An XMP packet (ISO 16684-1) with the given properties. */
export function xmpPacket(properties: XmpProperties): string {
  const declarations = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const elements = Object.entries(properties).map(([name, value]) => `<${name}>${contentOf(name, value)}</${name}>`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${declarations.join('')}>${elements.join('')}</rdf:Description>`,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

function packetOf(xmp: XmpProperties | string): string {
  return typeof xmp === 'string' ? xmp : xmpPacket(xmp);
}

function contentOf(name: string, value: XmpValue): string {
  if (typeof value === 'string') {
    return LANG_ALT.has(name)
      ? `<rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt>`
      : escape(value);
  }
  if (!isList(value)) return structure(value);
  const kind = name === 'dc:subject' ? 'Bag' : 'Seq';
  const items = value.map((item) => `<rdf:li>${typeof item === 'string' ? escape(item) : structure(item)}</rdf:li>`);
  return `<rdf:${kind}>${items.join('')}</rdf:${kind}>`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: XmpList | XmpStructure): value is XmpList {
  return Array.isArray(value);
}

function structure(fields: XmpStructure): string {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${contentOf(name, value)}</${name}>`);
  return `<rdf:Description>${elements.join('')}</rdf:Description>`;
}

function bytesOf(value: string | Buffer): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : value;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Photoshop's image resource 0x0404 holds the IIM block; resources are padded to even sizes. */
export function photoshopBlock(iim: Buffer): Buffer {
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1');
  head.writeUInt32BE(iim.length, head.length - 4);
  return Buffer.concat([head, iim, Buffer.alloc(iim.length % 2)]);
}

/** A big-endian TIFF block with one IFD of ASCII tags. */
export function tiffBlock(tags: Record<number, string | Buffer>): Buffer {
  const entries = Object.entries(tags).sort(([a], [b]) => Number(a) - Number(b));
  const directory = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  directory.write('MM\0*', 'latin1');
  directory.writeUInt32BE(8, 4);
  directory.writeUInt16BE(entries.length, 8);
  const values: Buffer[] = [];
  let end = directory.length;
  entries.forEach(([tag, value], index) => {
    const bytes = Buffer.concat([bytesOf(value), Buffer.from([0])]);
    const at = 10 + index * 12;
    directory.writeUInt16BE(Number(tag), at);
    directory.writeUInt16BE(2, at + 2);
    directory.writeUInt32BE(bytes.length, at + 4);
    if (bytes.length <= 4) bytes.copy(directory, at + 8);
    else {
      directory.writeUInt32BE(end, at + 8);
      values.push(bytes);
      end += bytes.length;
    }
  });
  return Buffer.concat([directory, ...values]);
}

function segment(marker: number, data: Buffer): Buffer {
  if (data.length > 0xfffd) throw new RangeError('A JPEG segment holds 65,533 bytes at most.');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Quantisation, frame, two Huffman tables with one code each ("0"), and the scan (ISO/IEC 10918-1). */
function greyPicture(width: number, height: number): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const oneCode = Buffer.concat([Buffer.from([1]), Buffer.alloc(15), Buffer.from([0])]);
  const bits = 2 * Math.ceil(width / 8) * Math.ceil(height / 8);
  const scan = Buffer.alloc(Math.ceil(bits / 8));
  if (bits % 8 !== 0) scan[scan.length - 1] = 0xff >> (bits % 8);
  return Buffer.concat([
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    segment(0xc0, frame),
    segment(0xc4, Buffer.concat([Buffer.from([0x00]), oneCode])),
    segment(0xc4, Buffer.concat([Buffer.from([0x10]), oneCode])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
}
