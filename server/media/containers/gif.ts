import { Bytes, cutShort } from '../../wire/image/blocks';
import type { MakePacket } from '../xmp-packet';

const EXTENSION = 0x21;
const APPLICATION = 0xff;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
/** An application extension that says who it is of (GIF89a, 26; XMP Specification part 3, 1.1.2). */
const HEAD = Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1');
/**
 * The packet stands there without the lengths that GIF wants between its bytes. Whoever takes its characters for lengths
 * lands somewhere in this ramp, which leads to the end of the block from everywhere.
 */
const RAMP = Buffer.from([1, ...Array.from({ length: 256 }, (_, n) => 255 - n), 0]);
const MAX_BLOCKS = 100_000;

export const isGif = (bytes: Bytes): boolean => /^GIF8[79]a$/.test(bytes.ascii(0, 6));

/** A GIF with this XMP packet and no other, in front of its first picture; everything else is copied. */
export function gifWithPacket(file: Uint8Array, makePacket: MakePacket): Buffer {
  const bytes = new Bytes(file);
  const kept: Buffer[] = [];
  let existing: Uint8Array | undefined;
  let at = 13 + tableSize(bytes.u8(10));
  const start = at;
  for (let count = 0; count < MAX_BLOCKS && bytes.u8(at) !== TRAILER; count += 1) {
    const end = endOfBlock(bytes, at);
    const isXmp = bytes.slice(at, at + HEAD.length).equals(HEAD);
    if (isXmp) existing ??= bytes.slice(at + HEAD.length, end - RAMP.length);
    else kept.push(bytes.slice(at, end));
    at = end;
  }
  if (at >= bytes.length) throw cutShort('GIF');
  // Only the later of the two versions has extensions.
  const header = Buffer.concat([Buffer.from('GIF89a', 'latin1'), bytes.slice(6, start)]);
  return Buffer.concat([header, HEAD, makePacket(existing), RAMP, ...kept, bytes.slice(at, bytes.length)]);
}

function endOfBlock(bytes: Bytes, at: number): number {
  const kind = bytes.u8(at);
  if (kind === IMAGE) return endOfParts(bytes, at + 10 + tableSize(bytes.u8(at + 9)) + 1);
  if (kind !== EXTENSION) throw cutShort('GIF');
  const isXmp = bytes.u8(at + 1) === APPLICATION && bytes.slice(at, at + HEAD.length).equals(HEAD);
  if (!isXmp) return endOfParts(bytes, at + 2);
  const ramp = bytes.slice(at, bytes.length).indexOf(RAMP);
  if (ramp < 0) throw cutShort('GIF');
  return at + ramp + RAMP.length;
}

/** Data in parts of up to 255 bytes, each after its length; a length of 0 ends it. */
function endOfParts(bytes: Bytes, from: number): number {
  let at = from;
  while (at < bytes.length && bytes.u8(at) !== 0) at += 1 + bytes.u8(at);
  if (at >= bytes.length) throw cutShort('GIF');
  return at + 1;
}

/** Of a table of colours, as its flags tell it. */
const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
