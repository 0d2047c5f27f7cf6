import { NOISE_LINES, RELATED_HEADINGS } from '../vocabulary/page-noise';
import { endsSentence, wordCount } from './blocks';
import { labelKey } from './label';
import type { Recogniser, Role, Story } from './story';

/** From so many lines of furniture on, a text is a page, and structure says what else belongs to it. */
const PAGE_NOISE = 3;
/** A teaser under the heading of a list of other stories is no longer. */
const MAX_TEASER = 260;
/** A line of a list has at most so many words. */
const LIST_WORDS = 25;
const MAX_QUOTES = 40;
/** How much of a text is searched for repeated sentences, in characters. */
const MAX_COMPARED = 200_000;
const MENU_LINES = 8;
const RELATED = new Set([...RELATED_HEADINGS].map(labelKey));
/** What stands under a story, never in it. */
const FOOT: ReadonlySet<Role> = new Set(['copyright', 'categories', 'keywords', 'end']);
export const BULLET = /^[-*•·–—►▪■●○‣◦]\s+(?=\S)/u;

/**
 * What of the rest is the story. Prose is; of short lines, those that stand alone between paragraphs are subheads, and
 * on a page, runs of them are menus, teasers and lists of links.
 */
export const body: Recogniser = {
  name: 'body',
  read(story) {
    const from = (story.facts.get('headline')?.slice.block ?? -1) + 1;
    const isPage = !isPrinted(story) && noiseCount(story) >= PAGE_NOISE;
    repeated(story, from);
    foot(story);
    if (!isPage) return;
    related(story, from);
    lists(story, from);
    quotes(story, from);
    runs(story, from);
    afterMenus(story, from);
  },
};

/** A printer's header or mark: such a text has tables, no menus. */
const isPrinted = (story: Story): boolean =>
  story.claims.some((claim) => claim?.role === 'envelope' || claim?.role === 'slugline');

function noiseCount(story: Story): number {
  const noise = story.claims.filter((claim) => claim?.role === 'noise').length;
  // The comments are one piece of furniture, however many there are.
  return noise + (story.claims.some((claim) => claim?.role === 'comment') ? 1 : 0);
}

/** The same line or paragraph twice: a summary and its story, a caption for large and small screens. */
function repeated(story: Story, from: number): void {
  const seen = new Set<string>();
  const title = story.facts.get('headline');
  if (title) seen.add(story.valueOf(title));
  for (let n = from; n < story.blocks.length; n += 1) {
    const text = story.textOf(n);
    if (text.length < 20) continue;
    if (story.isFree(n) && seen.has(text)) story.claim(n, 'noise', 0.7, 'body');
    seen.add(text);
  }
}

/** Below the copyright line, the categories or the end mark there is no story. */
function foot(story: Story): void {
  const prose = [0];
  for (let n = 0; n < story.blocks.length; n += 1) prose.push((prose[n] ?? 0) + (isBodyProse(story, n) ? 1 : 0));
  const all = prose.at(-1) ?? 0;
  for (let n = 0; n < story.blocks.length; n += 1) {
    const role = story.role(n);
    if (role === undefined || !FOOT.has(role)) continue;
    const before = prose[n] ?? 0;
    if (before >= 2 && before >= 2 * (all - before)) {
      story.claimRest(n, story.blocks.length, 'noise', 0.6, 'body');
      return;
    }
  }
}

function isBodyProse(story: Story, n: number): boolean {
  const role = story.role(n);
  return role === 'body' || (role === undefined && story.isProse(n));
}

/** Lists of other stories under their heading. */
function related(story: Story, from: number): void {
  for (let n = from; n < story.blocks.length; n += 1) {
    if (story.role(n) !== 'noise' || !RELATED.has(story.key(n))) continue;
    let next = n + 1;
    for (; next < story.blocks.length; next += 1) {
      if (!story.isFree(next)) {
        if (story.role(next) === 'body') break;
        continue;
      }
      if (story.isProse(next) && !isTeaser(story, next, n)) break;
      story.claim(next, 'noise', 0.6, 'body');
    }
    n = next - 1;
  }
}

/** A short paragraph under the title of another story, with no paragraph after it. */
function isTeaser(story: Story, n: number, heading: number): boolean {
  const text = story.textOf(n);
  if (text.length > MAX_TEASER || n - heading > 40) return false;
  const isUnderTitle = n - 1 > heading && !story.isProse(n - 1);
  const isCut = /(?:\.{3}|…)$/u.test(text) || /\p{Ll}\.\s\p{Ll}{2,8}$/u.test(text);
  return isCut || (isUnderTitle && !(story.isFree(n + 1) && story.isProse(n + 1)));
}

/** Runs of short lines between paragraphs. */
function runs(story: Story, from: number): void {
  let first = from;
  const last = lastProse(story);
  for (let n = from; n <= story.blocks.length; n += 1) {
    const isEnd = n === story.blocks.length || isBodyProse(story, n);
    if (!isEnd) continue;
    if (n > first) run(story, first, n, n > last);
    first = n + 1;
  }
}

function lastProse(story: Story): number {
  for (let n = story.blocks.length - 1; n >= 0; n -= 1) if (isBodyProse(story, n)) return n;
  return -1;
}

/** One run `[first, end)`: free lines among claimed ones. `isTail`: no paragraph follows. */
function run(story: Story, first: number, end: number, isTail: boolean): void {
  const lines: number[] = [];
  for (let n = first; n < end; n += 1) if (story.isFree(n)) lines.push(n);
  if (lines.length === 0) return;
  const introduced = /[:：]$/u.test(story.textOf(first - 1)) && (story.block(first)?.gap ?? 0) <= 1;
  if (introduced && lines.length === end - first) return;
  const above = goesOn(story, first, end);
  const rest = lines.filter((n) => n >= above && !isListed(story, n));
  // Of two lines the second can be the subhead of what follows; a line among furniture must stand apart from it.
  const subhead = isTail || first === 0 || rest.length > 2 ? undefined : rest.at(-1);
  for (const n of rest) {
    const isLast = n === subhead && (rest.length === 1 || n === end - 1) && isSubheadLike(story, n, end - first);
    story.claim(n, isLast ? 'subhead' : 'noise', isLast ? 0.6 : 0.5, 'body');
  }
}

/** Short sentences between the last paragraph and the foot of a story or its comments belong to it: "He leaves on Tuesday." */
function goesOn(story: Story, first: number, end: number): number {
  let n = first;
  while (n < end && n > 0 && isBodyProse(story, first - 1) && isSentence(story, n)) n += 1;
  return isFoot(story, n) ? n : first;
}

function isFoot(story: Story, n: number): boolean {
  const role = story.role(n);
  return role === 'comment' || (role !== undefined && FOOT.has(role));
}

const isSentence = (story: Story, n: number): boolean =>
  story.isFree(n) &&
  wordCount(story.textOf(n)) >= 3 &&
  /^["“„«»'‘—–-]?\s?\p{Lu}[^.!?].*[.!?]["”“»’']?$/u.test(story.label(n)) &&
  !/(?:\.{3}|…)$/u.test(story.label(n));

/** A line of a list with bullets, or the line that announces it. */
function isListed(story: Story, n: number): boolean {
  const isBullet = (line: number): boolean => story.isFree(line) && BULLET.test(story.textOf(line));
  if (isBullet(n)) return isBullet(n - 1) || isBullet(n + 1);
  return /[:：]$/u.test(story.label(n)) && isBullet(n + 1) && isBullet(n + 2);
}

function isSubheadLike(story: Story, n: number, count: number): boolean {
  const text = story.textOf(n);
  if (NOISE.has(story.key(n)) || !/\p{L}/u.test(text)) return false;
  const isApart = (story.block(n)?.gap ?? 0) > 0 && (story.block(n + 1)?.gap ?? 0) > 0;
  return (isApart || count === 1) && wordCount(text) <= 25 && (wordCount(text) >= 2 || !endsSentence(text));
}

const NOISE = new Set([...NOISE_LINES].map(labelKey));

/** A page that parts its paragraphs by blank lines: lines right under each other are a list of it, not the story. */
function lists(story: Story, from: number): void {
  const long = story.blocks.filter(
    (block, n) => n > from && isBodyProse(story, n) && wordCount(block.text) >= LIST_WORDS,
  );
  if (long.filter((block) => block.gap > 0).length < long.length * 0.8) return;
  const prose = story.blocks.filter((_, n) => n > from && isBodyProse(story, n)).length;
  let first = from;
  for (let n = from + 1; n <= story.blocks.length; n += 1) {
    if (n < story.blocks.length && story.block(n)?.gap === 0) continue;
    if (n - first >= 3) list(story, first, n, prose);
    first = n;
  }
}

/** `all`: the paragraphs of the page. What holds every one of them is no list but the story. */
function list(story: Story, first: number, end: number, all: number): void {
  const isIntroduced = /[:：]$/u.test(story.textOf(first - 1)) && isBodyProse(story, first - 1);
  let sentences = 0;
  let prose = 0;
  for (let n = first; n < end; n += 1) {
    if (wordCount(story.textOf(n)) > LIST_WORDS || story.cuts.has(n)) return;
    if (isIntroduced || BULLET.test(story.textOf(n))) return;
    if (isSentence(story, n)) sentences += 1;
    if (isBodyProse(story, n)) prose += 1;
  }
  if (prose > 0 && prose === all) return;
  if (isFoot(story, end) && sentences * 2 >= end - first) return;
  story.claimRest(first, end, 'noise', 0.55, 'body');
}

/** A sentence of the story in large letters: it stands there twice. Short ones are compared, a bounded number of them. */
function quotes(story: Story, from: number): void {
  const candidates: number[] = [];
  const paragraphs: string[] = [];
  let length = 0;
  for (let n = from; n < story.blocks.length && length < MAX_COMPARED; n += 1) {
    const text = story.textOf(n);
    if (!story.isFree(n) || text.length < 40) continue;
    if (text.length <= MAX_TEASER && candidates.length < MAX_QUOTES) candidates.push(n);
    paragraphs.push(bareText(text));
    length += text.length;
  }
  for (const n of candidates) {
    const core = bareText(story.textOf(n));
    if (paragraphs.some((text) => text.length > core.length && text.includes(core)))
      story.claim(n, 'noise', 0.6, 'body');
  }
}

const bareText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** One or two paragraphs after a menu that is as long as a page: what a site says of itself. */
function afterMenus(story: Story, from: number): void {
  const last = lastProse(story);
  let start = last;
  while (start > from && (isBodyProse(story, start - 1) || story.role(start - 1) === 'subhead')) start -= 1;
  let menu = 0;
  for (let n = start - 1; n > from && !isBodyProse(story, n); n -= 1) menu += 1;
  let prose = 0;
  for (let n = from; n < start; n += 1) if (isBodyProse(story, n)) prose += 1;
  if (last - start < 2 && menu >= MENU_LINES && prose >= 6 && story.role(start) !== 'body')
    story.claimRest(start, last + 1, 'noise', 0.5, 'body');
}
