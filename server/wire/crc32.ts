import * as zlib from 'node:zlib';

/** The CRC-32 of an archive's entry (APPNOTE 4.4.7). Node has it since 20.15; before, by a table. */
export const crc32: (bytes: Uint8Array) => number = ownCrc32() ?? crc32ByTable;

function ownCrc32(): ((bytes: Uint8Array) => number) | undefined {
  const own: unknown = Reflect.get(zlib, 'crc32');
  return typeof own === 'function' ? (bytes) => Number(Reflect.apply(own, undefined, [bytes])) : undefined;
}

export function crc32ByTable(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let rest = n;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});
