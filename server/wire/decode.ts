import chardet from 'chardet';
import iconv from 'iconv-lite';
import { WireError } from './errors';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const DECLARATION = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;
const META = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})/i;
/** chardet reads this much; more does not change its mind and costs time. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Bytes to text, in the order that the specifications give: BOM, the charset of the transport, the XML or HTML
 * declaration, UTF-8 if the bytes are valid UTF-8, then detection (chardet). Throws `unsupported-encoding` for a
 * declared charset that nobody knows.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bom = bomOf(buffer);
  if (bom) return iconv.decode(buffer.subarray(bom.length), bom.name);
  const head = buffer.subarray(0, 2048).toString('latin1');
  const declared = charset ?? DECLARATION.exec(head)?.[1] ?? META.exec(head)?.[1] ?? utf16WithoutBom(buffer);
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return decodeDeclared(buffer, declared);
  try {
    return utf8.decode(buffer);
  } catch {
    const name = chardet.detect(buffer.subarray(0, SAMPLE_BYTES)) ?? 'windows-1252';
    // ISO-8859-1 in the wild is windows-1252: WHATWG Encoding says so too.
    return iconv.decode(buffer, name === 'ISO-8859-1' || !iconv.encodingExists(name) ? 'windows-1252' : name);
  }
}

function decodeDeclared(buffer: Buffer, declared: string): string {
  if (!iconv.encodingExists(declared)) {
    throw new WireError(
      'unsupported-encoding',
      `The charset "${declared}" is unknown. Save the file as UTF-8 and try again.`,
    );
  }
  // A file that says latin-1 and is valid UTF-8 with multi-byte characters was mislabelled on its way.
  if (/^(iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252)$/i.test(declared) && hasMultiByte(buffer)) {
    try {
      return utf8.decode(buffer);
    } catch {
      return iconv.decode(buffer, 'windows-1252');
    }
  }
  return iconv.decode(buffer, /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(declared) ? 'windows-1252' : declared);
}

const hasMultiByte = (buffer: Buffer): boolean => buffer.some((byte) => byte >= 0xc2);

function bomOf(buffer: Buffer): { name: string; length: number } | undefined {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return { name: 'utf-8', length: 3 };
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return { name: 'utf-16le', length: 2 };
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return { name: 'utf-16be', length: 2 };
  return undefined;
}

/** "<" and a zero byte, in either order: XML or HTML in UTF-16 that lost its BOM. */
function utf16WithoutBom(buffer: Buffer): string | undefined {
  if (buffer[0] === 0x3c && buffer[1] === 0) return 'utf-16le';
  if (buffer[0] === 0 && buffer[1] === 0x3c) return 'utf-16be';
  return undefined;
}
