import { wordCount } from './blocks';
import type { Recogniser, Story } from './story';

const MIN_CAPTION = 15;
const MAX_CAPTION = 600;
/** What a page prints behind one of the two: the credit. */
const MAX_CREDIT = 80;
/** So far apart the two may stand. */
const NEAR = 4;

/** A caption that a page prints twice, once with its credit: "A rocket. Jane Doe" and "A rocket." */
export const printedTwice: Recogniser = {
  name: 'printed-twice',
  read(story) {
    for (let n = 1; n < story.blocks.length; n += 1) {
      for (let other = Math.max(0, n - NEAR); other < n; other += 1) pair(story, other, n);
    }
  },
};

function pair(story: Story, a: number, b: number): void {
  if (!story.isFree(a) || !story.isFree(b)) return;
  const [short, long] = story.textOf(a).length < story.textOf(b).length ? [a, b] : [b, a];
  const caption = story.textOf(short);
  const both = story.textOf(long);
  if (caption.length < MIN_CAPTION || caption.length > MAX_CAPTION || both.length - caption.length > MAX_CREDIT) return;
  const rest = both.slice(caption.length);
  if (!both.startsWith(caption) || !/^\s\p{Lu}/u.test(rest) || /[.!?:;]$/u.test(rest) || wordCount(rest.trim()) > 9)
    return;
  const by = 'printed-twice';
  if (!story.claim(long, 'caption', 0.75, by) || !story.claim(short, 'noise', 0.75, by)) return;
  story.photos.push({
    caption: { slice: { block: long, from: 0, to: caption.length }, confidence: 0.75, by },
    creditLine: { slice: { block: long, from: caption.length + 1, to: both.length }, confidence: 0.75, by },
  });
}
