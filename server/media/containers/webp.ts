import { Bytes, cutShort } from '../../wire/image/blocks';
import { webpBlocks } from '../../wire/image/webp';
import type { MakePacket } from '../xmp-packet';

/** Flags of the extended header (RFC 9649, 2.7.1). */
const HAS_XMP = 0x04;
const HAS_ALPHA = 0x10;
const MAX_CHUNKS = 100_000;

/**
 * A WebP with this XMP packet as its last chunk. A simple file becomes an extended one, whose header says how large the
 * canvas is (RFC 9649, 2.7); the picture is copied.
 */
export function webpWithPacket(file: Uint8Array, makePacket: MakePacket): Buffer {
  const bytes = new Bytes(file);
  const packet = makePacket(webpBlocks(bytes).xmp[0]);
  const chunks: Buffer[] = [];
  let header: Buffer | undefined;
  let at = 12;
  for (let count = 0; count < MAX_CHUNKS && at + 8 <= bytes.length; count += 1) {
    const type = bytes.ascii(at, at + 4);
    const size = bytes.u32(at + 4, true);
    const end = Math.min(at + 8 + size + (size % 2), bytes.length);
    if (at + 8 + size > bytes.length) throw cutShort('WebP');
    const chunk = bytes.slice(at, end);
    if (type === 'VP8X') header = Buffer.from(chunk);
    else if (type !== 'XMP ') chunks.push(chunk);
    if (type === 'VP8 ' || type === 'VP8L') header ??= headerOf(type, new Bytes(chunk.subarray(8)));
    at = end;
  }
  if (!header) throw cutShort('WebP');
  header.writeUInt8(header.readUInt8(8) | HAS_XMP, 8);
  const body = Buffer.concat([Buffer.from('WEBP'), header, ...chunks, chunkOf('XMP ', packet)]);
  return chunkOf('RIFF', body);
}

/** Width and height of a lossy picture (RFC 6386, 9.1) or a lossless one (RFC 9649, 3.4), less one, in three bytes each. */
function headerOf(type: 'VP8 ' | 'VP8L', picture: Bytes): Buffer {
  const data = Buffer.alloc(10);
  if (type === 'VP8 ') {
    data.writeUIntLE((picture.u16(6, true) & 0x3fff) - 1, 4, 3);
    data.writeUIntLE((picture.u16(8, true) & 0x3fff) - 1, 7, 3);
  } else {
    const bits = picture.u32(1, true);
    data.writeUInt8((bits >>> 28) & 1 ? HAS_ALPHA : 0, 0);
    data.writeUIntLE(bits & 0x3fff, 4, 3);
    data.writeUIntLE((bits >>> 14) & 0x3fff, 7, 3);
  }
  return chunkOf('VP8X', data);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
