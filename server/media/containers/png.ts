import { Bytes, cutShort } from '../../wire/image/blocks';
import { pngBlocks } from '../../wire/image/png';
import type { MakePacket } from '../xmp-packet';

const KEYWORD = 'XML:com.adobe.xmp';
/** Texts that repeat what XMP says: XMP itself, and the profiles that ImageMagick writes. */
const METADATA = /^(?:XML:com\.adobe\.xmp|Raw profile type (?:iptc|8bim|xmp|APP1))\0/i;
const TEXTS: ReadonlySet<string> = new Set(['iTXt', 'zTXt', 'tEXt']);
const MAX_CHUNKS = 100_000;

/** A PNG with this XMP packet and no other, in front of its picture; all other chunks are copied (PNG 3, 11.3.3.4). */
export function pngWithPacket(file: Uint8Array, makePacket: MakePacket): Buffer {
  const bytes = new Bytes(file);
  const packet = makePacket(pngBlocks(bytes).xmp[0]);
  const parts: Buffer[] = [bytes.slice(0, 8)];
  let at = 8;
  for (let count = 0; count < MAX_CHUNKS && at + 12 <= bytes.length; count += 1) {
    const end = at + 12 + bytes.u32(at);
    const type = bytes.ascii(at + 4, at + 8);
    if (end > bytes.length) throw cutShort('PNG');
    if (!TEXTS.has(type) || !METADATA.test(bytes.ascii(at + 8, at + 48))) parts.push(bytes.slice(at, end));
    if (type === 'IHDR') parts.push(chunkOf(packet));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Keyword, 0, not compressed (two bytes), no language, no translated keyword, text. */
function chunkOf(packet: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from(`iTXt${KEYWORD}\0\0\0\0\0`, 'latin1'), packet]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(data));
  return Buffer.concat([length, data, checksum]);
}

/** PNG 3, annex D. (`zlib.crc32` came with Node 20.15.) */
function crc32(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum >>> 0;
});
