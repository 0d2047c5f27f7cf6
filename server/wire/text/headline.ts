import { endsSentence, MAX_LABEL, wordCount } from './blocks';
import type { Recogniser, Story } from './story';
import { termsUnder } from './usage-terms';
import { dateIn } from './when';

/** The headline stands in the first blocks that are no furniture. */
const MAX_TOP = 30;
/** A line with fewer words above a longer one names a section. */
const SECTION_WORDS = 4;
const MAX_HEADLINE_WORDS = 30;

/** The headline, the lines above it that name a section, and the summary under it. */
export const headline: Recogniser = {
  name: 'headline',
  read(story) {
    const at = story.facts.get('headline')?.slice.block ?? find(story);
    if (at === undefined) return killed(story);
    if (!story.facts.has('headline')) keep(story, at);
    for (let n = 0; n < at; n += 1) if (story.isFree(n)) story.claim(n, 'kicker', 0.6, 'headline');
    summary(story, at);
    loneCaption(story, at);
  },
};

/** A kill names the story that it kills by its slug alone. */
function killed(story: Story): void {
  const slug = story.facts.get('slugline');
  if (slug && story.pubStatus === 'canceled') story.set('headline', { ...slug, confidence: 0.5, by: 'headline' });
}

function keep(story: Story, n: number): void {
  const text = story.textOf(n);
  const flash = /^\*{2,}\s?/u.exec(text)?.[0].length ?? 0;
  const from = Math.max(flash, story.cuts.get(n) ?? 0);
  if (flash > 0) story.signals.add('alert');
  story.cuts.delete(n);
  story.claim(n, 'headline', endsSentence(text) ? 0.7 : 0.9, 'headline');
  story.set('headline', {
    slice: { block: n, from, to: text.length },
    confidence: n === 0 ? 0.92 : 0.85,
    by: 'headline',
  });
}

function find(story: Story): number | undefined {
  const candidates: number[] = [];
  for (let n = 0; n < Math.min(MAX_TOP, story.blocks.length); n += 1) {
    if (story.role(n) === 'body' || (story.isFree(n) && isParagraph(story, n))) break;
    if (story.isFree(n) && isCandidate(story.textOf(n))) candidates.push(n);
  }
  const first = candidates[0];
  if (first === undefined) return sentenceHeadline(story);
  const longer = isSection(story.textOf(first))
    ? candidates.find((n) => n <= first + 8 && isTitle(story.textOf(n)))
    : undefined;
  const best = longer ?? first;
  return titleAndSite(story, best, candidates) ?? quoteKicker(story, best, candidates) ?? best;
}

/** "Travel", "WORLD NEWS", "Politik & Gesellschaft": a few words, and none of them goes on in lower case. */
function isSection(text: string): boolean {
  const words = text.split(' ').filter((word) => !/^(?:and|und|et|y|e|i|og|och|&|the|of|de|la|in)$/iu.test(word));
  return wordCount(text) < SECTION_WORDS && !words.slice(1).some((word) => /^\p{Ll}/u.test(word));
}

const isTitle = (text: string): boolean => !isSection(text) && wordCount(text) <= MAX_HEADLINE_WORDS;

/** The title of the window above the headline: the same words, and the name of the site behind them. */
function titleAndSite(story: Story, best: number, candidates: readonly number[]): number | undefined {
  const title = story.textOf(best);
  return candidates.find((n) => {
    const text = story.textOf(n);
    return n > best && text.length >= 15 && title.startsWith(text) && /^\s?[-–—|:•]\s/u.test(title.slice(text.length));
  });
}

/** A quotation as a line of its own above the headline. */
function quoteKicker(story: Story, best: number, candidates: readonly number[]): number | undefined {
  const next = candidates[candidates.indexOf(best) + 1];
  if (next !== best + 1 || !/^["“„«'‘].*["”“»'’]$/u.test(story.textOf(best))) return undefined;
  const after = story.textOf(next + 1);
  return wordCount(story.textOf(next)) >= 6 && after !== '' && !story.isFree(next + 1) ? next : undefined;
}

const isCandidate = (text: string): boolean => text.length >= 3 && text.length <= MAX_LABEL && /\p{L}/u.test(text);

/** A sentence that is too long for a headline. */
function isParagraph(story: Story, n: number): boolean {
  const text = story.textOf(n);
  if (text.length > MAX_LABEL || story.cuts.get(n) === 0) return true;
  if (/[?!]["”’»]?$/u.test(text)) return wordCount(text) > 40;
  return endsSentence(text) && !/[.…]{3}$|…["”]?$|["”»’]$/u.test(text) ? wordCount(text) > 6 : wordCount(text) > 45;
}

/** No line is a headline by its form: the first short sentence is one if paragraphs follow that are longer. */
function sentenceHeadline(story: Story): number | undefined {
  // A kill is a message, not a story.
  if (story.pubStatus !== 'usable') return undefined;
  const first = story.blocks.findIndex((_, n) => story.isFree(n));
  const text = story.label(first);
  if (first < 0 || text === '' || text.length > 120 || wordCount(text) > 16) return undefined;
  const next = story.blocks.findIndex((block, n) => n > first && story.role(n) !== 'noise' && block.text.length > 0);
  return next > first && story.textOf(next).length > text.length * 2 && (story.block(next)?.gap ?? 0) > 0
    ? first
    : undefined;
}

/** A paragraph or line between the headline and the byline, the date or the picture. */
function summary(story: Story, at: number): void {
  let end = at + 1;
  while (end < Math.min(at + 12, story.blocks.length) && (story.isFree(end) || story.role(end) === 'noise')) end += 1;
  const role = story.role(end);
  if (role !== 'byline' && role !== 'date' && role !== 'caption' && role !== 'credit') return;
  const lines = free(story, at + 1, end);
  const first = lines[0];
  if (
    first === undefined ||
    lines.length > 2 ||
    story.textOf(first).length > 600 ||
    lines.some((n) => story.cuts.has(n))
  )
    return;
  // Above a picture a paragraph may be the story: with a byline or a date still to come it is a summary.
  if ((role === 'caption' || role === 'credit') && endsSentence(story.textOf(first)) && !hasByline(story, end)) return;
  story.claim(first, 'standfirst', 0.7, 'headline');
  const field = endsSentence(story.textOf(first)) ? 'abstract' : 'subheadline';
  story.set(field, { slice: story.whole(first), confidence: 0.7, by: 'headline' });
}

function free(story: Story, from: number, to: number): number[] {
  const found: number[] = [];
  for (let n = from; n < to; n += 1) if (story.isFree(n) && wordCount(story.textOf(n)) >= 4) found.push(n);
  return found;
}

function hasByline(story: Story, from: number): boolean {
  for (let n = from; n < Math.min(from + 12, story.blocks.length); n += 1) {
    if (story.role(n) === 'byline' || story.role(n) === 'date') return true;
  }
  return false;
}

/** A line with the day of a picture, and no credit, between the headline and the story. */
function loneCaption(story: Story, at: number): void {
  for (
    let n = at + 1;
    n < Math.min(at + 8, story.blocks.length) && !(story.isFree(n) && story.isProse(n)) && story.role(n) !== 'body';
    n += 1
  ) {
    const text = story.textOf(n);
    const date = dateIn(text.slice(-60), story.context);
    if (
      !story.isFree(n) ||
      endsSentence(text) ||
      wordCount(text) < 7 ||
      !date ||
      date.to < Math.min(60, text.length) - 1
    )
      continue;
    if (!story.claim(n, 'caption', 0.7, 'headline')) continue;
    const caption = { slice: story.whole(n), confidence: 0.7, by: 'headline' };
    story.photos.push({ caption, ...termsUnder(story, n) });
  }
}
