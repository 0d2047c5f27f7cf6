import { randomInt } from 'node:crypto';

/**
 * Chance that can be had again: `NEWSWIRE_TEST_SEED` chooses it, and every test that uses it tells which it was.
 */
export interface Chance {
  seed: number;
  /** From 0 to 1, without 1. */
  next(): number;
}

export function chance(): Chance {
  const seed = Number(process.env['NEWSWIRE_TEST_SEED'] ?? randomInt(2 ** 31));
  process.stderr.write(`NEWSWIRE_TEST_SEED=${seed}\n`);
  let state = seed >>> 0;
  return {
    seed,
    // mulberry32
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}
