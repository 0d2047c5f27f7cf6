import { type Bytes, cutShort, type MetadataBlocks } from './blocks';
import { iimOfPhotoshop } from './photoshop';

/*
 * JPEG: a chain of segments up to the scan (ISO/IEC 10918-1 annex B).
 *
 * APP1 holds EXIF (CIPA DC-008) or XMP (ISO 16684-3, 1.1.3), APP13 Photoshop's image resources, of which one is IIM.
 * Real files differ: resources longer than a segment go on in the next APP13, ImageMagick writes the signature of an
 * XMP segment as "XMP\0://ns.adobe.com/xap/1.0/", and fill bytes stand between segments.
 */

const XMP = /^(?:http|XMP\0):\/\/ns\.adobe\.com\/xap\/1\.0\/\0/;
const EXTENDED_XMP = 'http://ns.adobe.com/xmp/extension/\0';
const PHOTOSHOP = /^(?:Photoshop 3\.0\0|Adobe_Photoshop2\.5:)/;
const EXIF = /^Exif\0[\0\xff]/;
/** Signature, digest of the whole, its length, the offset of this piece. */
const EXTENDED_HEAD = EXTENDED_XMP.length + 32 + 4 + 4;
/** A packet that is larger than this is no metadata any more. */
const MAX_EXTENDED_XMP = 16 * 1024 * 1024;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/** `FF D8 FF`: the first marker, and the start of the second. */
export function isJpeg(bytes: Bytes): boolean {
  return bytes.u16(0) === 0xffd8 && bytes.u8(2) === 0xff;
}

/** A segment between the start of the file and its scan. `at` is its marker, `start` its data, `end` the byte after it. */
export interface JpegSegment {
  marker: number;
  at: number;
  start: number;
  end: number;
}

/** The segments in front of the scan; the last one is the scan itself, without its data. Throws `malformed` where it never begins. */
export function* jpegSegments(bytes: Bytes): Generator<JpegSegment> {
  let at = 2;
  for (;;) {
    // Any number of fill bytes (FF) may stand before a marker.
    while (bytes.u8(at) === 0xff && bytes.u8(at + 1) === 0xff) at += 1;
    const marker = bytes.u8(at + 1);
    if (at + 2 > bytes.length) throw cutShort('JPEG');
    // Stray bytes between segments are skipped, as every decoder does.
    if (bytes.u8(at) !== 0xff || marker === 0) {
      const next = bytes.indexOf(0xff, at + 1);
      if (next < 0) throw cutShort('JPEG');
      at = next;
      continue;
    }
    if (marker === SOS || marker === EOI) return yield { marker, at, start: at + 2, end: at + 2 };
    // TEM, RSTn and a second SOI stand alone, everything else has a length.
    if (marker === 0x01 || (marker >= 0xd0 && marker <= SOI)) {
      at += 2;
      continue;
    }
    const end = at + 2 + bytes.u16(at + 2);
    if (end < at + 4 || end > bytes.length) throw cutShort('JPEG');
    yield { marker, at, start: at + 4, end };
    at = end;
  }
}

/** Throws `malformed` where the file ends before its picture begins. */
export function jpegBlocks(bytes: Bytes): MetadataBlocks {
  const blocks: MetadataBlocks = { kind: 'JPEG', xmp: [], complete: false };
  const resources: Uint8Array[] = [];
  const pieces: Piece[] = [];
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (marker === 0xe1) readApp1(bytes, start, end, blocks, pieces);
    if (marker === 0xed) {
      const signature = PHOTOSHOP.exec(bytes.ascii(start, start + 20));
      if (signature) resources.push(bytes.slice(start + signature[0].length, end));
    }
  }
  const iim = iimOfPhotoshop(resources.length === 1 && resources[0] ? resources[0] : Buffer.concat(resources));
  if (iim) blocks.iim = iim;
  const extended = assemble(pieces);
  if (extended) blocks.xmp.push(extended);
  blocks.complete = endsWithEoi(bytes);
  return blocks;
}

interface Piece {
  digest: string;
  total: number;
  offset: number;
  data: Uint8Array;
}

function readApp1(bytes: Bytes, start: number, end: number, blocks: MetadataBlocks, pieces: Piece[]): void {
  const head = bytes.ascii(start, Math.min(end, start + EXTENDED_XMP.length));
  const xmp = XMP.exec(head);
  if (xmp && blocks.xmp.length === 0) blocks.xmp.push(bytes.slice(start + xmp[0].length, end));
  else if (EXIF.test(head)) blocks.exif ??= bytes.slice(start + 6, end);
  else if (head === EXTENDED_XMP && end - start > EXTENDED_HEAD) {
    const fields = start + EXTENDED_XMP.length;
    pieces.push({
      digest: bytes.ascii(fields, fields + 32),
      total: bytes.u32(fields + 32),
      offset: bytes.u32(fields + 36),
      data: bytes.slice(start + EXTENDED_HEAD, end),
    });
  }
}

/** Extended XMP in its pieces, in any order (ISO 16684-3, 1.1.3.1). Undefined where a piece is missing. */
function assemble(pieces: Piece[]): Uint8Array | undefined {
  const [first] = pieces;
  if (!first || first.total > MAX_EXTENDED_XMP) return undefined;
  const own = pieces.filter((piece) => piece.digest === first.digest).sort((a, b) => a.offset - b.offset);
  let end = 0;
  for (const piece of own) {
    if (piece.offset !== end) return undefined;
    end += piece.data.length;
  }
  return end === first.total ? Buffer.concat(own.map((piece) => piece.data)) : undefined;
}

/** Some writers pad the file behind the end marker. */
function endsWithEoi(bytes: Bytes): boolean {
  let end = bytes.length;
  const limit = Math.max(2, end - 4096);
  while (end > limit && !(bytes.u8(end - 2) === 0xff && bytes.u8(end - 1) === EOI)) end -= 1;
  return end > limit;
}
