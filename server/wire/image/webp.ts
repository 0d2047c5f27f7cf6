import { type Bytes, cutShort, type MetadataBlocks } from './blocks';

/*
 * WebP: chunks in a RIFF file (RFC 9649). EXIF and XMP have a chunk each; there is no place for IIM.
 */

const MAX_CHUNKS = 100_000;

export function isWebp(bytes: Bytes): boolean {
  return bytes.ascii(0, 4) === 'RIFF' && bytes.ascii(8, 12) === 'WEBP';
}

/** Throws `malformed` where the file ends before its picture begins. */
export function webpBlocks(bytes: Bytes): MetadataBlocks {
  const blocks: MetadataBlocks = { kind: 'WebP', xmp: [], complete: bytes.u32(4, true) + 8 <= bytes.length };
  let at = 12;
  let hasPicture = false;
  for (let count = 0; count < MAX_CHUNKS && at + 8 <= bytes.length; count += 1) {
    const type = bytes.ascii(at, at + 4);
    const size = bytes.u32(at + 4, true);
    const start = at + 8;
    const end = start + size;
    if (/^(?:VP8[ L]|ANMF)$/.test(type)) hasPicture = true;
    if (end > bytes.length) break;
    if (type === 'XMP ') blocks.xmp.push(bytes.slice(start, end));
    // The specification has the bare TIFF block; some writers put JPEG's signature in front.
    if (type === 'EXIF') blocks.exif ??= bytes.slice(bytes.ascii(start, start + 4) === 'Exif' ? start + 6 : start, end);
    at = end + (size % 2);
  }
  if (!hasPicture) throw cutShort('WebP');
  return blocks;
}
