import { randomFillSync } from 'node:crypto';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 24;
/** The highest multiple of 36 in a byte: what is above would make some digits likelier. */
const FAIR = 36 * 7;

const pool = Buffer.alloc(16_384);
let used = pool.length;

function digit(): string {
  for (;;) {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const byte = pool[used] ?? 0;
    used += 1;
    if (byte < FAIR) return DIGITS.charAt(byte % 36);
  }
}

/**
 * A document id in the shape of Strapi's own, a letter and 23 letters or digits: the time in milliseconds (which begins
 * with a letter until 2059), then the system's random numbers. In the order of time, because ids that are spread over a
 * whole index make the database write a page of it for each; and not Strapi's cuid2, whose SHA-3 in JavaScript costs a
 * published story with a photo as much as reading it.
 */
export function newDocumentId(now: number = Date.now()): string {
  let id = now.toString(36);
  while (id.length < LENGTH) id += digit();
  return id;
}
