import { inflateSync } from 'node:zlib';
import { type Bytes, cutShort, type MetadataBlocks } from './blocks';
import { iimOfPhotoshop } from './photoshop';

/*
 * PNG: chunks with a length, a type and a checksum (https://www.w3.org/TR/png-3/#5DataRep).
 *
 * XMP is the iTXt chunk "XML:com.adobe.xmp" (libvips writes it as zTXt), EXIF the chunk eXIf. PNG has no place for IIM; ImageMagick and what is
 * built on it write it, and often EXIF and XMP too, as hexadecimal text: "Raw profile type iptc" in a tEXt or zTXt chunk.
 */

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const XMP_KEYWORD = 'XML:com.adobe.xmp';
const RAW_PROFILE = /^Raw profile type (iptc|8bim|exif|APP1|xmp)$/i;
/** The most that a compressed text may hold. */
const MAX_TEXT = 16 * 1024 * 1024;
const MAX_CHUNKS = 100_000;

export function isPng(bytes: Bytes): boolean {
  return bytes.ascii(0, 8) === SIGNATURE;
}

/** Throws `malformed` where the file ends before its picture begins. */
export function pngBlocks(bytes: Bytes): MetadataBlocks {
  const blocks: MetadataBlocks = { kind: 'PNG', xmp: [], complete: false };
  if (bytes.ascii(12, 16) !== 'IHDR') throw cutShort('PNG');
  let at = 8;
  let hasPicture = false;
  for (let count = 0; count < MAX_CHUNKS && at + 12 <= bytes.length; count += 1) {
    const start = at + 8;
    const end = start + bytes.u32(at);
    const type = bytes.ascii(at + 4, start);
    if (end + 4 > bytes.length) break;
    if (type === 'IDAT') hasPicture = true;
    if (type === 'IEND') blocks.complete = true;
    if (type === 'eXIf') blocks.exif ??= bytes.slice(start, end);
    if (type === 'iTXt') readInternational(bytes, start, end, blocks);
    if (type === 'tEXt' || type === 'zTXt') readText(bytes, start, end, type === 'zTXt', blocks);
    at = end + 4;
  }
  if (!hasPicture) throw cutShort('PNG');
  return blocks;
}

/** Keyword, 0, compression flag and method, language, 0, translated keyword, 0, text. */
function readInternational(bytes: Bytes, start: number, end: number, blocks: MetadataBlocks): void {
  const keywordEnd = start + XMP_KEYWORD.length;
  if (bytes.ascii(start, keywordEnd + 1) !== `${XMP_KEYWORD}\0`) return;
  const compressed = bytes.u8(keywordEnd + 1) === 1;
  const language = bytes.indexOf(0, keywordEnd + 3);
  const translated = language < 0 ? -1 : bytes.indexOf(0, language + 1);
  if (translated < 0 || translated >= end) return;
  const text = bytes.slice(translated + 1, end);
  const packet = compressed ? inflate(text) : text;
  if (packet) blocks.xmp.push(packet);
}

/** Keyword, 0, in zTXt the compression method, text. */
function readText(bytes: Bytes, start: number, end: number, compressed: boolean, blocks: MetadataBlocks): void {
  const zero = bytes.indexOf(0, start);
  if (zero < 0 || zero - start > 79 || zero >= end) return;
  const keyword = bytes.ascii(start, zero);
  const kind = RAW_PROFILE.exec(keyword)?.[1]?.toLowerCase();
  if (kind === undefined && keyword !== XMP_KEYWORD) return;
  const text = compressed ? inflate(bytes.slice(zero + 2, end)) : bytes.slice(zero + 1, end);
  if (!text) return;
  if (kind === undefined) {
    blocks.xmp.push(text);
    return;
  }
  const profile = rawProfile(text.toString('latin1'));
  if (!profile) return;
  const head = profile.toString('latin1', 0, 32);
  if (kind === 'iptc' || kind === '8bim') {
    const iim = head.startsWith('\x1c') ? profile : iimOfPhotoshop(profile);
    if (iim) blocks.iim ??= iim;
  } else if (head.startsWith('Exif\0\0')) blocks.exif ??= profile.subarray(6);
  else if (kind === 'xmp') blocks.xmp.push(profile);
  else if (head.startsWith('http://ns.adobe.com/xap/1.0/\0')) blocks.xmp.push(profile.subarray(29));
}

/** "\niptc\n     120\n", then hexadecimal digits in lines. */
function rawProfile(text: string): Buffer | undefined {
  const head = /^\s*[a-z0-9]{1,8}\s+\d{1,9}\s/i.exec(text);
  return head ? Buffer.from(text.slice(head[0].length).replace(/\s+/g, ''), 'hex') : undefined;
}

function inflate(data: Uint8Array): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: MAX_TEXT });
  } catch {
    return undefined;
  }
}
