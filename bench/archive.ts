/** Writes an archive of many stories to the disk, story by story: ZIP64 (APPNOTE 4.3.14), since it has more than 65,535. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { ninjs } from '../tests/support/wire';
import { markup, stories } from './stories';

const VARIANTS = 1000;

export function writeArchive(path: string, count: number): void {
  const file = openSync(path, 'w');
  const samples = stories(VARIANTS);
  const directory: Buffer[] = [];
  let offset = 0;
  for (let n = 0; n < count; n += 1) {
    const story = samples[n % VARIANTS];
    if (!story) continue;
    const photo = { uri: `urn:archive:photo:${n}`, type: 'picture', description_text: story.photo.caption };
    const { bytes } = ninjs({
      uri: `urn:archive:${n}`,
      headline: `${story.headline} (archive ${n})`,
      body_html: markup(story),
      associations: { main: { ...photo, byline: story.photo.byline } },
    });
    const entry = entryOf(`${String(n).padStart(7, '0')}.json`, bytes, offset);
    offset += writeSync(file, entry.local);
    directory.push(entry.central);
  }
  const list = Buffer.concat(directory);
  writeSync(file, list);
  writeSync(file, endOf(count, list.length, offset));
  closeSync(file);
}

function entryOf(name: string, bytes: Buffer, offset: number): { local: Buffer; central: Buffer } {
  const packed = deflateRawSync(bytes);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, tail, Buffer.from(name)]),
  };
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end64 = Buffer.alloc(56);
  end64.write('PK\x06\x06');
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  for (const at of [24, 32]) end64.writeBigUInt64LE(BigInt(count), at);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07');
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\x05\x06');
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([end64, locator, end]);
}
