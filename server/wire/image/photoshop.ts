import { Bytes } from './blocks';

/** Image resource of IPTC-NAA records (Adobe Photoshop File Formats Specification, "Image Resource Blocks"). */
const IPTC_NAA = 0x0404;
/** "8BIM", an id, a name of no characters (2 bytes), a size. */
const HEAD = 12;
/** A file has some dozens. */
const MAX_RESOURCES = 10_000;

/**
 * The IIM datasets in a series of Photoshop image resources, or undefined. A block that claims more bytes than there
 * are is read as far as it goes: writers that cut a file leave the datasets in front intact.
 */
export function iimOfPhotoshop(resources: Uint8Array): Uint8Array | undefined {
  const bytes = new Bytes(resources);
  let at = 0;
  for (let count = 0; count < MAX_RESOURCES && at + HEAD <= bytes.length; count += 1) {
    if (!/^(?:8BIM|MeSa|PHUT|AgHg|DCSR)$/.test(bytes.ascii(at, at + 4))) return undefined;
    const id = bytes.u16(at + 4);
    // A Pascal string, padded so that its length byte and its characters are even together.
    const name = bytes.u8(at + 6);
    const size = at + 6 + name + 1 + ((name + 1) % 2);
    const start = size + 4;
    const end = start + bytes.u32(size);
    if (id === IPTC_NAA) return bytes.slice(start, end);
    at = end + (bytes.u32(size) % 2);
  }
  return undefined;
}
