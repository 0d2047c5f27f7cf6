import { Bytes, cutShort } from '../../wire/image/blocks';
import type { MakePacket } from '../xmp-packet';
import { boxesIn, boxOf, shorts, type Box } from './boxes';
import { readLocations, writeLocations, type Location } from './avif-locations';

const XMP_TYPE = 'application/rdf+xml';

/** The kinds that a file says it is of: the main one, a version, the others (ISO/IEC 14496-12, 4.3). */
export function isAvif(bytes: Bytes): boolean {
  if (bytes.ascii(4, 8) !== 'ftyp') return false;
  const others = bytes.ascii(16, Math.min(bytes.u32(0), MAX_BRANDS));
  return [bytes.ascii(8, 12), ...(others.match(/.{4}/gs) ?? [])].some((brand) => brand === 'avif' || brand === 'avis');
}

const MAX_BRANDS = 256;

/**
 * An AVIF with this XMP packet and no other: an item of its own (ISO/IEC 23008-12, A.3; MIAF 7.3) whose bytes stand in a
 * box at the end. The pictures are copied; where the table of items grows, the places that it tells move with them.
 */
export function avifWithPacket(file: Uint8Array, makePacket: MakePacket): Buffer {
  const bytes = new Bytes(file);
  const boxes = boxesIn(bytes, 0, bytes.length);
  const meta = boxes.find(({ type }) => type === 'meta');
  if (!meta) throw cutShort('AVIF');
  const inMeta = boxesIn(bytes, meta.start + 4, meta.end);
  const [items, places, primary] = ['iinf', 'iloc', 'pitm'].map((name) => inMeta.find(({ type }) => type === name));
  if (!items || !places || !primary) throw cutShort('AVIF');

  const locations = readLocations(bytes, places);
  const known = xmpItemIn(bytes, items);
  const [old, ...more] = locations.items.find(({ id }) => id === known)?.extents ?? [];
  if (more.length > 0) throw cutShort('AVIF');
  const packet = makePacket(old && bytes.slice(old.offset, old.offset + old.length));

  const id = known ?? Math.max(0, ...locations.items.map((item) => item.id)) + 1;
  const added = known === undefined;
  const wanted: Location[] = [...locations.items.filter((item) => item.id !== id), { id, extents: [{ offset: 0, length: packet.length }] }]; // prettier-ignore
  const made = (shift: number, offset: number): Buffer => {
    const moved = wanted.map((item) => ({
      ...item,
      extents: item.extents.map((one) =>
        item.id === id
          ? { ...one, offset }
          : { ...one, offset: isAfter(one, item, meta) ? one.offset + shift : one.offset },
      ),
    }));
    const parts = inMeta.map((box) => {
      if (box === places) return writeLocations({ ...locations, items: moved });
      if (box === items && added) return itemsWith(bytes, box, id);
      if (box.type === 'iref' && added) return boxOf('iref', bytes.slice(box.start, box.end), describes(bytes, box, id, primary)); // prettier-ignore
      return bytes.slice(box.at, box.end);
    });
    if (added && !inMeta.some(({ type }) => type === 'iref')) parts.push(boxOf('iref', Buffer.alloc(4), describes(bytes, undefined, id, primary))); // prettier-ignore
    return boxOf('meta', bytes.slice(meta.start, meta.start + 4), ...parts);
  };
  const shift = made(0, 0).length - (meta.end - meta.at);
  const rest = boxes.flatMap((box) => (box === meta ? [] : [without(bytes, box, old)]));
  const before = boxes.indexOf(meta);
  const length = rest.reduce((sum, part) => sum + part.length, meta.end - meta.at + shift);
  return Buffer.concat([
    ...rest.slice(0, before),
    made(shift, length + 8),
    ...rest.slice(before),
    boxOf('mdat', packet),
  ]);
}

const isAfter = (extent: { offset: number }, { method }: Location, meta: Box): boolean =>
  (method ?? 0) === 0 && extent.offset >= meta.end;

/** The number of the item that is an XMP packet. */
function xmpItemIn(bytes: Bytes, items: Box): number | undefined {
  const wide = bytes.u8(items.start) > 0;
  for (const { type, start, end } of boxesIn(bytes, items.start + (wide ? 8 : 6), items.end)) {
    const version = bytes.u8(start);
    if (type !== 'infe' || version < 2) continue;
    const after = start + 4 + (version === 2 ? 2 : 4);
    if (bytes.ascii(after + 2, after + 6) !== 'mime') continue;
    const [, contentType] = bytes.ascii(after + 6, end).split('\0');
    if (contentType === XMP_TYPE) return version === 2 ? bytes.u16(start + 4) : bytes.u32(start + 4);
  }
  return undefined;
}

/** One more item: hidden, of a MIME type, without a name. */
function itemsWith(bytes: Bytes, { start, end }: Box, id: number): Buffer {
  const wide = bytes.u8(start) > 0;
  const head = Buffer.from(bytes.slice(start, start + (wide ? 8 : 6)));
  if (wide) head.writeUInt32BE(bytes.u32(start + 4) + 1, 4);
  else head.writeUInt16BE(bytes.u16(start + 4) + 1, 4);
  const entry = boxOf('infe', Buffer.from([2, 0, 0, 1]), shorts(id, 0), Buffer.from(`mime\0${XMP_TYPE}\0\0`, 'latin1'));
  return boxOf('iinf', head, bytes.slice(start + head.length, end), entry);
}

/** "This item describes the picture", in numbers as wide as the table's others. */
function describes(bytes: Bytes, table: Box | undefined, id: number, primary: Box): Buffer {
  const picture = bytes.u8(primary.start) === 0 ? bytes.u16(primary.start + 4) : bytes.u32(primary.start + 4);
  const isWide = table !== undefined && bytes.u8(table.start) > 0;
  return boxOf('cdsc', isWide ? shorts(0, id, 1, 0, picture) : shorts(id, 1, picture));
}

/** A box without the old packet: gone where it held nothing else, its bytes blanked where it did. */
function without(bytes: Bytes, box: Box, old: { offset: number; length: number } | undefined): Buffer {
  const whole = Buffer.from(bytes.slice(box.at, box.end));
  // "Up to the end" is no longer true of it.
  if (bytes.u32(box.at) === 0) whole.writeUInt32BE(whole.length, 0);
  if (old === undefined || old.offset < box.start || old.offset + old.length > box.end) return whole;
  if (box.end === bytes.length && old.offset === box.start && old.length === box.end - box.start)
    return Buffer.alloc(0);
  return whole.fill(0x20, old.offset - box.at, old.offset - box.at + old.length);
}
