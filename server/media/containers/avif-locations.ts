import { type Bytes, cutShort } from '../../wire/image/blocks';
import { boxOf, type Box } from './boxes';

/** Where the bytes of an item are: in the file (method 0), or in a box beside the table (1). */
export interface Location {
  id: number;
  method?: number;
  extents: { offset: number; length: number }[];
}

interface Locations {
  version: number;
  items: Location[];
}

/**
 * The table `iloc` (ISO/IEC 14496-12, 8.11.3) with offsets and lengths of four bytes, as encoders write it, each offset
 * from the beginning. What is otherwise, or kept in another file, is refused: the picture stays as it is.
 */
export function readLocations(bytes: Bytes, { start, end }: Box): Locations {
  const version = bytes.u8(start);
  const hasBase = bytes.u8(start + 5) === 0x40;
  if (version > 2 || bytes.u8(start + 4) !== 0x44 || (!hasBase && bytes.u8(start + 5) !== 0)) throw cutShort('AVIF');
  const wide = version === 2;
  let at = start + 6;
  const take = (size: 2 | 4): number => {
    const value = size === 2 ? bytes.u16(at) : bytes.u32(at);
    at += size;
    if (at > end) throw cutShort('AVIF');
    return value;
  };
  const count = take(wide ? 4 : 2);
  const items: Location[] = [];
  while (items.length < count) {
    const id = take(wide ? 4 : 2);
    const method = version > 0 ? take(2) & 15 : 0;
    if (take(2) !== 0) throw cutShort('AVIF');
    const base = hasBase ? take(4) : 0;
    const pieces = take(2);
    const extents: Location['extents'] = [];
    while (extents.length < pieces) extents.push({ offset: base + take(4), length: take(4) });
    items.push({ id, method, extents });
  }
  return { version, items };
}

export function writeLocations({ version, items }: Locations): Buffer {
  const parts: Buffer[] = [Buffer.from([version, 0, 0, 0, 0x44, 0])];
  const give = (size: 2 | 4, value: number): void => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntBE(value, 0, size);
    parts.push(bytes);
  };
  give(version === 2 ? 4 : 2, items.length);
  for (const { id, method, extents } of items) {
    give(version === 2 ? 4 : 2, id);
    if (version > 0) give(2, method ?? 0);
    give(2, 0);
    give(2, extents.length);
    for (const { offset, length } of extents) {
      give(4, offset);
      give(4, length);
    }
  }
  return boxOf('iloc', ...parts);
}
