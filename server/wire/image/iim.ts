import { decodeIim } from './iim-charset';

/*
 * IIM 4.2, the Information Interchange Model (https://www.iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf): datasets of
 * a tag marker, a record, a number and a length. Record 1 is the envelope, record 2 the application record with the
 * fields of a photo. Agencies differ: values longer than the standard allows (and cut by others), repeated datasets
 * that may not repeat, padding with blanks or zeros, and a charset that is missing or wrong (`iim-charset.ts`).
 */

const MARKER = 0x1c;
/** The dataset that names the charset. */
const CHARSET = 0x015a;
/** A preview (2:202) or a colour table is no text. */
const BINARY = new Set([0x02c8, 0x02c9, 0x02ca, 0x027d, 0x0200, 0x0100]);
/** Longer lengths than 4 bytes describe files, not fields. */
const MAX_LENGTH_BYTES = 4;

/** The text datasets by number, "2:80", each with its values in the order of the file; blank values are left out. */
export type Iim = ReadonlyMap<string, readonly string[]>;

/** Reads as far as the datasets go; what follows damage is padding or no IIM. */
export function readIim(block: Uint8Array): Iim {
  const bytes = inFileOrder(Buffer.from(block.buffer, block.byteOffset, block.byteLength));
  const keys: number[] = [];
  const raw: Buffer[] = [];
  let charset: Buffer | undefined;
  let at = 0;
  while (at + 5 <= bytes.length && bytes[at] === MARKER) {
    const key = bytes.readUInt16BE(at + 1);
    let size = bytes.readUInt16BE(at + 3);
    at += 5;
    if (size > 0x7fff) {
      // An extended dataset: the length of the length, then the length (IIM 4.2, 1.6.2).
      const lengthBytes = size & 0x7fff;
      if (lengthBytes === 0 || lengthBytes > MAX_LENGTH_BYTES || at + lengthBytes > bytes.length) break;
      size = bytes.readUIntBE(at, lengthBytes);
      at += lengthBytes;
    }
    const value = bytes.subarray(at, at + size);
    at += size;
    if (key === CHARSET) charset = value;
    else if (key >> 8 <= 2 && value.length > 0 && !BINARY.has(key)) {
      keys.push(key);
      raw.push(value);
    }
  }
  const texts = decodeIim(raw, charset);
  const datasets = new Map<string, string[]>();
  keys.forEach((key, index) => {
    const text = texts[index]?.replace(/\0+/g, ' ').trim() ?? '';
    if (text === '') return;
    const name = `${key >> 8}:${key & 0xff}`;
    const known = datasets.get(name);
    if (known) known.push(text);
    else datasets.set(name, [text]);
  });
  return datasets;
}

/** A TIFF that stored the block as little-endian longs has every four bytes turned round. */
function inFileOrder(block: Buffer): Buffer {
  if (block[0] === MARKER || block[3] !== MARKER) return block;
  const whole = block.length - (block.length % 4);
  return Buffer.from(block.subarray(0, whole)).swap32();
}
