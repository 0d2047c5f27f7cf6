import { NOISE_LINES, NOISE_STARTS, RELATED_HEADINGS } from '../vocabulary/page-noise';
import { labelKey } from './label';
import type { Recogniser } from './story';

const LINES = new Set([...NOISE_LINES, ...RELATED_HEADINGS].map(labelKey));
/** "Home > World > Europe". */
const BREADCRUMBS = /^[^>»›.]{2,30}(?:\s[>»›]\s[^>»›.]{2,40}){1,6}$/u;
/** By their first word, so that a block is compared with few of them. */
const STARTS = new Map<string, string[]>();
for (const start of NOISE_STARTS) {
  const key = start.normalize('NFKC').toLowerCase();
  const word = key.split(' ')[0] ?? '';
  STARTS.set(word, [...(STARTS.get(word) ?? []), key]);
}

/** The furniture of pages that looks like text: buttons, calls to subscribe, cookie notes, teasers. */
export const pageNoise: Recogniser = {
  name: 'page-noise',
  read(story) {
    for (let n = 0; n < story.blocks.length; n += 1) {
      if (!story.isFree(n)) continue;
      const text = story.label(n);
      const key = story.key(n);
      if (text !== '' && isNoise(text, key)) story.claim(n, 'noise', 0.8, 'page-noise');
    }
  },
};

/** Whether a short text is furniture. A long sentence that only begins like one is not. */
export function isNoise(text: string, key = labelKey(text)): boolean {
  if (text.length <= 120 && BREADCRUMBS.test(text)) return true;
  if (key === '') return !/\p{L}/u.test(text);
  if (LINES.has(key)) return true;
  const word = key.split(' ')[0] ?? '';
  return (STARTS.get(word) ?? []).some((start) => key.startsWith(start));
}
