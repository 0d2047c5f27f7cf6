import { type Bytes, cutShort } from '../../wire/image/blocks';

/** A box of the ISO base media file format (ISO/IEC 14496-12, 4.2): its type, and where its content is. */
export interface Box {
  type: string;
  at: number;
  start: number;
  end: number;
}

const MAX_BOXES = 10_000;

export function boxesIn(bytes: Bytes, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to && boxes.length < MAX_BOXES;) {
    const told = bytes.u32(at);
    // 1: the length follows in eight bytes, of which files that are read here need the last four; 0: up to the end.
    const start = at + (told === 1 ? 16 : 8);
    const end = told === 0 ? to : at + (told === 1 ? bytes.u32(at + 12) : told);
    if (end < start || end > to || (told === 1 && bytes.u32(at + 8) > 0)) throw cutShort('AVIF');
    boxes.push({ type: bytes.ascii(at + 4, at + 8), at, start, end });
    at = end;
  }
  return boxes;
}

export function boxOf(type: string, ...content: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 4, 'latin1');
  const box = Buffer.concat([head, ...content]);
  box.writeUInt32BE(box.length, 0);
  return box;
}

/** Whole numbers of two bytes each. */
export const shorts = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, n) => bytes.writeUInt16BE(value, 2 * n));
  return bytes;
};
