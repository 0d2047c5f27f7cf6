import { Bytes } from '../../wire/image/blocks';
import { jpegBlocks, jpegSegments } from '../../wire/image/jpeg';
import type { MakePacket } from '../xmp-packet';

/** Markers (ISO/IEC 10918-1, table B.1). */
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP13 = 0xed;
const XMP_SIGNATURE = 'http://ns.adobe.com/xap/1.0/\0';
const XMP = /^(?:http|XMP\0):\/\/ns\.adobe\.com\/(?:xap\/1\.0\/|xmp\/extension\/)\0/;
const EXIF = 'Exif\0';
/** What a segment holds beside its signature. */
const MAX_PACKET = 0xffff - 2 - XMP_SIGNATURE.length;

/**
 * A JPEG with this XMP packet and no other; the picture itself is copied byte by byte. What an older IIM block says of
 * creator, credit and copyright would contradict the packet, so these datasets are blanked (MWG Guidelines 2.0, 3.1).
 */
export function jpegWithPacket(file: Uint8Array, makePacket: MakePacket): Buffer {
  const bytes = new Bytes(file);
  const whole = makePacket(jpegBlocks(bytes).xmp[0]);
  // One segment is what every reader reads. A packet that does not fit says only what is ours.
  const packet = whole.length <= MAX_PACKET ? whole : makePacket(undefined);
  const head: Buffer[] = [bytes.slice(0, 2)];
  const rest: Buffer[] = [];
  for (const { marker, at, start, end } of jpegSegments(bytes)) {
    if (end === start) {
      rest.push(bytes.slice(at, bytes.length));
      break;
    }
    const signature = bytes.ascii(start, start + 40);
    if (marker === APP1 && XMP.test(signature)) continue;
    const segment = bytes.slice(at, end);
    if (marker === APP0 || (marker === APP1 && signature.startsWith(EXIF))) head.push(segment);
    else rest.push(marker === APP13 ? withoutCredits(segment) : segment);
  }
  return Buffer.concat([...head, segmentOf(packet), ...rest]);
}

function segmentOf(packet: Buffer): Buffer {
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(2 + XMP_SIGNATURE.length + packet.length, 2);
  return Buffer.concat([head, Buffer.from(XMP_SIGNATURE, 'latin1'), packet]);
}

/** IIM 4.2 datasets 2:80 By-line, 2:110 Credit, 2:116 Copyright Notice. */
const CREDITS: ReadonlySet<number> = new Set([80, 110, 116]);

/**
 * The segment with the values of these datasets turned to blanks, so that no length changes. A dataset is the marker,
 * the record, the number and a length of two bytes (IIM 4.2, 1.6.2); one that was cut is left alone.
 */
function withoutCredits(segment: Buffer): Buffer {
  const made = Buffer.from(segment);
  for (let at = made.indexOf(0x1c); at >= 0 && at + 5 <= made.length;) {
    const size = made.readUInt16BE(at + 3);
    const isDataset = made[at + 1] === 2 && size < 0x8000 && at + 5 + size <= made.length;
    if (isDataset && CREDITS.has(made[at + 2] ?? 0)) made.fill(0x20, at + 5, at + 5 + size);
    at = made.indexOf(0x1c, isDataset ? at + 5 + size : at + 1);
  }
  return made;
}
