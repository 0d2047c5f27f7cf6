import iconv from 'iconv-lite';

/** This much is decoded for a guess; more does not change it. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * The one of several single-byte charsets in which the bytes read most like words, the first of equals. The accented
 * letters of one are the signs of another, so in the wrong charset signs and capitals stand within words.
 */
export function likeliestCharset(bytes: Buffer, candidates: readonly [string, ...string[]]): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let [best] = candidates;
  let bestScore = -Infinity;
  for (const candidate of candidates) {
    const score = wordScore(iconv.decode(sample, candidate));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

const SMALL = /^\p{Ll}$/u;
const LETTER = /^\p{L}$/u;
/** Signs that stand beside words, and apostrophes, which stand in them. */
const SIGN = /^[\u2018-\u201d\u2013\u2014\u2026«»©®™°\u00a0€£]$/u;

function wordScore(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char > '\x7f') score += charScore(char, text.charAt(at - 1), text.charAt(at + 1));
  }
  return score;
}

function charScore(char: string, before: string, after: string): number {
  const inWord = SMALL.test(before) || SMALL.test(after);
  if (char <= '\x9f' || char === '\uFFFD') return -4;
  if (SMALL.test(char)) return LETTER.test(before) || LETTER.test(after) ? 2 : -1;
  if (LETTER.test(char)) return SMALL.test(before) ? -2 : LETTER.test(before) || LETTER.test(after) ? 1 : -1;
  if (SIGN.test(char)) return 1;
  return inWord ? -2 : 0;
}
