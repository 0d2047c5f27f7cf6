import { type Bytes, cutShort, type MetadataBlocks } from './blocks';
import { iimOfPhotoshop } from './photoshop';

/*
 * TIFF 6.0 (https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf). The first directory holds XMP in tag 700,
 * IIM in 33723 and Photoshop's resources in 34377 (Adobe TIFF Technical Notes). Writers disagree about the type of
 * 33723: bytes, undefined, or longs, which is how the original registration has it.
 */

const XMP = 700;
const IPTC_NAA = 33723;
const PHOTOSHOP = 34377;
/** Bytes of a value, by TIFF type: byte, ascii, short, long, rational, signed byte, undefined … */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
/** Image data is described elsewhere; a value of metadata that is larger is damage. */
const MAX_VALUE = 16 * 1024 * 1024;

export function isTiff(bytes: Bytes): boolean {
  return /^(?:II\*\0|MM\0\*)$/.test(bytes.ascii(0, 4));
}

/** Throws `malformed` where the first directory is not in the file. */
export function tiffBlocks(bytes: Bytes): MetadataBlocks {
  const directory = firstDirectory(bytes);
  if (directory.size === 0) throw cutShort('TIFF');
  const blocks: MetadataBlocks = { kind: 'TIFF', xmp: [], exif: bytes.slice(0, bytes.length), complete: true };
  const xmp = directory.get(XMP);
  if (xmp) blocks.xmp.push(xmp);
  const photoshop = directory.get(PHOTOSHOP);
  const iim = directory.get(IPTC_NAA) ?? (photoshop && iimOfPhotoshop(photoshop));
  if (iim) blocks.iim = iim;
  return blocks;
}

/** The values of an image file directory by tag. Entries that point outside of the block are left out. */
export type Directory = ReadonlyMap<number, Buffer>;

/** Empty where the block is no TIFF or has no directory. */
export function firstDirectory(bytes: Bytes): Directory {
  return isTiff(bytes) ? directoryAt(bytes, bytes.u32(4, isLittleEndian(bytes))) : new Map();
}

/** A directory that an entry of another points to. */
export function subDirectory(bytes: Bytes, pointer: Buffer | undefined): Directory {
  if (pointer?.length !== 4) return new Map();
  return directoryAt(bytes, isLittleEndian(bytes) ? pointer.readUInt32LE() : pointer.readUInt32BE());
}

function directoryAt(bytes: Bytes, offset: number): Directory {
  const values = new Map<number, Buffer>();
  const little = isLittleEndian(bytes);
  const end = offset + 2 + bytes.u16(offset, little) * 12;
  if (offset < 8 || end > bytes.length) return values;
  for (let at = offset + 2; at < end; at += 12) {
    const length = bytes.u32(at + 4, little) * (SIZES[bytes.u16(at + 2, little)] ?? 0);
    const start = length <= 4 ? at + 8 : bytes.u32(at + 8, little);
    if (length <= MAX_VALUE && start + length <= bytes.length) {
      values.set(bytes.u16(at, little), bytes.slice(start, start + length));
    }
  }
  return values;
}

function isLittleEndian(bytes: Bytes): boolean {
  return bytes.u8(0) === 0x49;
}
