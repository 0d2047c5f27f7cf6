/**
 * What a text looks like to a machine that looks for it again: its shingles (runs of three words), of which a few are
 * kept as bands to look it up by, and all as one SimHash to compare with. Linear in the length of the text.
 */
export interface Print {
  /** 64 bits in hex (Charikar 2002): texts that share most of their shingles differ in few bits. */
  simhash: string;
  /** The smallest shingle of each of eight parts of all possible shingles (Broder 1997): two texts have one of them in
   * common about as often as they have shingles in common. */
  bands: (number | null)[];
}

export const BANDS = 8;

/** Words of one shingle. Two reports of one event share words, not runs of three. */
const SHINGLE = 3;

/** Shorter texts say too little: every weather warning would look like the next. */
const MIN_WORDS = 25;
const MAX_WORDS = 5000;
const MAX_CHARACTERS = 100_000;

/** From here on two texts are the same story: this share of all their shingles, or of those of the shorter one. */
const ALIKE = 0.35;
const CONTAINED = 0.6;

/** Bits that the SimHashes of two such texts may differ in; 32 is what two unrelated texts differ in. */
export const MAX_DISTANCE = 27;

/** The shingles of a text (HTML or plain), as numbers; undefined where it is too short to be compared. */
export function shinglesOf(text: string): ReadonlySet<number> | undefined {
  const words = wordHashes(text);
  if (words.length < MIN_WORDS) return undefined;
  const shingles = new Set<number>();
  for (let n = SHINGLE - 1; n < words.length; n += 1) {
    let hash = 0;
    for (let back = SHINGLE - 1; back >= 0; back -= 1) hash = Math.imul(hash, 0x01000193) + (words[n - back] ?? 0);
    shingles.add(mixed(hash));
  }
  return shingles;
}

/** The print of a text that has these shingles. */
export function printOf(shingles: ReadonlySet<number>): Print {
  const bands: (number | null)[] = Array.from({ length: BANDS }, () => null);
  const votes = new Int32Array(64);
  for (const shingle of shingles) {
    const band = (shingle >>> 0) % BANDS;
    const least = bands[band] ?? null;
    if (least === null || shingle < least) bands[band] = shingle;
    const other = mixed(shingle ^ 0x5bd1e995);
    for (let bit = 0; bit < 32; bit += 1) {
      votes[bit] = (votes[bit] ?? 0) + ((shingle >>> bit) & 1) * 2 - 1;
      votes[bit + 32] = (votes[bit + 32] ?? 0) + ((other >>> bit) & 1) * 2 - 1;
    }
  }
  return { simhash: hex(votes, 32) + hex(votes, 0), bands };
}

/** In how many of their 64 bits two SimHashes differ. */
export function distance(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < 16; at += 8) {
    let differing = (Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)) >>> 0;
    for (; differing !== 0; differing &= differing - 1) bits += 1;
  }
  return bits;
}

/** How much of the shorter text is in the other one, from 0 to 1; undefined where they are not the same story. */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number | undefined {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of short) if (long.has(shingle)) shared += 1;
  const contained = shared / short.size;
  const isAlike = shared / (a.size + b.size - shared) >= ALIKE || contained >= CONTAINED;
  return isAlike ? contained : undefined;
}

/** FNV-1a of each word, in lower case, without markup and punctuation. */
function wordHashes(text: string): number[] {
  const plain = text.slice(0, MAX_CHARACTERS).replace(/<[^<>]*>/g, ' ').replace(/&[a-z#0-9]{1,8};/gi, ' '); // prettier-ignore
  const hashes: number[] = [];
  for (const [word] of plain.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    let hash = 0x811c9dc5;
    for (let n = 0; n < word.length; n += 1) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
    hashes.push(hash);
    if (hashes.length >= MAX_WORDS) break;
  }
  return hashes;
}

/** Spreads a number over all 32 bits (the finaliser of MurmurHash3). */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

function hex(votes: Int32Array, from: number): string {
  let bits = 0;
  for (let bit = 0; bit < 32; bit += 1) if ((votes[from + bit] ?? 0) > 0) bits |= 1 << bit;
  return (bits >>> 0).toString(16).padStart(8, '0');
}
