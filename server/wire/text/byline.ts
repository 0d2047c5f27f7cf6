import { agencyNamed } from '../vocabulary/agencies';
import { BYLINE_START, REPORTING_BY, TITLE_WORDS } from '../vocabulary/byline-words';
import { isFullName, readNames, type NameList } from './names';
import { isNoise } from './page-noise';
import { isOnlyDate } from './timestamp';
import { dateIn, type TextDate } from './when';
import type { Recogniser, Slice, Story } from './story';

const MAX_BYLINE = 180;
/** Bylines stand above the story or between its first paragraphs. */
const MAX_PROSE = 4;
const MAX_BLOCKS = 60;

/** "By John Smith, Associated Press", a name above a date, "(Reporting by …)" at the end. */
export const byline: Recogniser = {
  name: 'byline',
  read(story) {
    top(story);
    tail(story);
  },
};

function top(story: Story): void {
  if (!first(story, worded)) first(story, bareName);
}

function first(story: Story, read: (story: Story, n: number) => boolean): boolean {
  let prose = 0;
  for (let n = 0; n < Math.min(MAX_BLOCKS, story.blocks.length) && prose < MAX_PROSE; n += 1) {
    if ((story.isFree(n) || story.role(n) === 'date') && read(story, n)) return true;
    if (story.isProse(n) && (story.isFree(n) || story.role(n) === 'body')) prose += 1;
  }
  return false;
}

/** A byline that says so. */
function worded(story: Story, n: number): boolean {
  const text = story.label(n);
  if (text === '' || text.length > MAX_BYLINE) return false;
  const start = BYLINE_START.exec(text);
  if (start) return n > 0 && accept(story, n, start[0].length, text);
  if (/^(?:by|von|par|por)$/iu.test(text) && n + 1 < story.blocks.length) return below(story, n);
  // "January 1, 2016 by Jane Doe", "16:14 - Jane Doe - 9 comments", on a line with the date.
  const date = dateIn(text, story.context);
  if (!date || text.length > 120) return false;
  const inside =
    /(?:^|\s)(?:by|von|par|por|author|autor)\s?:?\s?(\p{L}[\p{L}.'’ -]{2,40}?)(?=$|\s[-–—|•]|\s\d|,|\s(?:ein|on|am|um|at|le|el|il|on|in|\d))/iu.exec(
      text,
    );
  const dashed = /\s[-–—|•]\s(\p{Lu}[\p{L}.'’ -]{3,40}?)(?=$|\s[-–—|•])/u.exec(text);
  const match =
    inside ??
    (dashed && isFullName(dashed[1] ?? '') ? dashed : undefined) ??
    (story.role(n) === 'date' ? null : besideDate(text, date));
  const name = match?.[1];
  if (!match || name === undefined || (inside && !/\p{L}{3}/u.test(name))) return false;
  const from = match.index + match[0].lastIndexOf(name);
  return keep(story, n, { block: n, from, to: from + name.length }, 0.75);
}

/** "Jane Doe / May 5, 2019", "1. Februar 2022 Jane Doe 6": what is left beside the date is a name. */
function besideDate(text: string, date: TextDate): RegExpExecArray | null {
  const rest = `${text.slice(0, date.from)}${' '.repeat(date.to - date.from)}${text.slice(date.to)}`;
  const match = /^[\s\d|/•·,–—-]*(\p{Lu}[\p{L}.'’ -]{3,40}?)[\s\d|/•·,–—-]*$/u.exec(rest);
  return match && isFullName((match[1] ?? '').trim()) ? match : null;
}

function accept(story: Story, n: number, from: number, text: string): boolean {
  const rest = beforeDate(text.slice(from), story);
  const list = glued(rest) ?? readNames(rest) ?? readNames(rest.replace(/\s(?:in|for|für|à|en|aus)\s.{2,60}$/iu, ''));
  const title = TITLE_WORDS.test(rest);
  if (!list && !(title && agencyAhead(rest))) return false;
  if (list?.agency !== undefined) provider(story, n, list.agency, 0.85);
  const names = list?.names;
  const isRole = names && !glued(rest) && TITLE_WORDS.test(rest.slice(names.from, names.to)) && !rest.includes(',');
  if (!names || isRole) {
    const agency = agencyAhead(rest);
    if (agency !== undefined) provider(story, n, agency, 0.8);
    story.claim(n, 'byline', 0.92, 'byline');
    titleBelow(story, n);
    return true;
  }
  return keep(story, n, { block: n, from: from + names.from, to: from + names.to }, 0.95);
}

/** "Sophie FosterTravel News Reporter": the space between name and title was lost. */
function glued(rest: string): NameList | undefined {
  const match = /^(\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{Ll}'’-]+){0,2}\s\p{Lu}\p{Ll}+)(?=\p{Lu})/u.exec(rest);
  return match?.[1] !== undefined && TITLE_WORDS.test(rest) ? { names: { from: 0, to: match[1].length } } : undefined;
}

function agencyAhead(rest: string): string | undefined {
  const first = rest.split(/[\s,|]/u)[0] ?? '';
  return (agencyNamed(rest) ?? agencyNamed(first))?.name;
}

/** The names without a date behind them: "Emily Burack 8 January 2020, 3:51 pm". */
function beforeDate(rest: string, story: Story): string {
  const date = dateIn(rest, story.context);
  const cut = date && date.from > 2 ? rest.slice(0, date.from) : rest;
  return cut
    .replace(/[\s|•·,–—-]+(?:(?:published|updated|posted|on|am|le|el|il|vom|um)[\s:]*)*$/iu, '')
    .replace(/\s*[=.]+\s*$/u, '');
}

/** "By" alone, the names on the lines under it. */
function below(story: Story, n: number): boolean {
  const names: number[] = [];
  for (let next = n + 1; next < Math.min(n + 12, story.blocks.length) && story.block(next)?.gap === 0; next += 1) {
    const name = story.label(next).replace(/[\d,&*\s]+$/u, '');
    if (!isFullName(name) && !glued(name)) break;
    names.push(next);
  }
  const first = names[0];
  if (first === undefined) return false;
  story.claim(n, 'byline', 0.9, 'byline');
  for (const name of names) story.claim(name, 'byline', 0.9, 'byline');
  const values = names.map((name) => nameOn(story.label(name)));
  story.set('byline', { slice: story.whole(first), value: values.join(', '), confidence: 0.85, by: 'byline' });
  return true;
}

const nameOn = (line: string): string => {
  const found = glued(line)?.names;
  return (found ? line.slice(0, found.to) : line).replace(/[\d,&*\s]+$/u, '');
};

/** A name alone above the story: beside a date, under the headline, or above another such name. */
function bareName(story: Story, n: number): boolean {
  const [text = '', ...others] = story.label(n).split(/\s?[|•·]\s?/u);
  if (others.some((other) => !isOnlyDate(other, dateIn(other, story.context)))) return false;
  if (n === 0 || text.length > 60 || !story.isFree(n) || isNoise(text)) return false;
  const agency = agencyNamed(text);
  const isByDate = others.length > 0 || [n - 1, n + 1, n + 2].some((near) => story.role(near) === 'date');
  if (agency) {
    if (agency.kind !== 'news' || !(isByDate || n <= 3)) return false;
    provider(story, n, agency.name, 0.7);
    story.claim(n, 'byline', 0.8, 'byline');
    return false;
  }
  const line = story.facts.get('dateline')?.slice.block ?? Infinity;
  if (
    n > line ||
    !isFullName(text) ||
    !hasHeadline(story, n) ||
    story.role(n + 1) === 'credit' ||
    !isAboveStory(story, n)
  )
    return false;
  if (!isByDate && isInStory(story, n)) return false;
  if (!isByDate && (story.block(n)?.gap ?? 0) === 0 && (story.block(n + 1)?.gap ?? 0) === 0) return false;
  const names = [n];
  while (
    story.isFree(n + names.length) &&
    story.block(n + names.length)?.gap === 0 &&
    isFullName(story.label(n + names.length))
  ) {
    names.push(n + names.length);
  }
  for (const block of names) story.claim(block, 'byline', 0.7, 'byline');
  // The same name twice is a picture of the writer and the name.
  const values = [...new Set(names.map((block) => story.label(block)))];
  story.set('byline', {
    slice: story.whole(n),
    value: values.join(', '),
    confidence: isByDate ? 0.75 : 0.6,
    by: 'byline',
  });
  return true;
}

function hasHeadline(story: Story, n: number): boolean {
  for (let above = 0; above < n; above += 1) if (story.isFree(above) && story.textOf(above).length > 20) return true;
  return story.facts.has('headline');
}

/** Paragraphs stand above: more than a summary, or nothing between it and the name that says that the story is still to come. */
function isInStory(story: Story, n: number): boolean {
  let prose = 0;
  for (let above = 0; above < n; above += 1) if (story.isFree(above) && story.isProse(above)) prose += 1;
  const isBelowHead = [1, 2, 3, 4, 5].some((by) => ['date', 'credit'].includes(story.role(n - by) ?? ''));
  return prose > 1 || (prose === 1 && !isBelowHead);
}

/** Prose goes on below, within a few blocks. */
function isAboveStory(story: Story, n: number): boolean {
  for (let next = n + 1; next < Math.min(n + 12, story.blocks.length); next += 1) if (story.isProse(next)) return true;
  return false;
}

function keep(story: Story, n: number, slice: Slice, confidence: number): boolean {
  const present = story.role(n);
  if (present === undefined) story.claim(n, 'byline', confidence, 'byline');
  const printed = story.textOf(slice.block).slice(slice.from, slice.to);
  const value = printed.replace(/\s+,/gu, ',');
  story.set('byline', { slice, ...(value === printed ? {} : { value }), confidence, by: 'byline' });
  if (dateIn(story.label(n), story.context)) dateOf(story, n);
  titleBelow(story, n);
  return true;
}

function dateOf(story: Story, n: number): void {
  const date = dateIn(story.label(n), story.context);
  if (date)
    story.set('versionCreated', {
      slice: { block: n, from: date.from, to: date.to },
      value: date.iso,
      confidence: 0.75,
      by: 'byline',
    });
}

/** "Associated Press", "AP Business Writer", "Assistant Sports Editor" on the line under the name. */
function titleBelow(story: Story, n: number): void {
  const next = n + 1;
  const text = story.label(next);
  if (
    !story.isFree(next) ||
    text === '' ||
    text.length > 80 ||
    (story.block(next)?.gap ?? 1) > 0 ||
    story.isProse(next)
  )
    return;
  const agency = agencyNamed(text) ?? agencyNamed(text.split(' ')[0] ?? '');
  if (!agencyNamed(text) && !TITLE_WORDS.test(text)) return;
  story.claim(next, 'byline', 0.85, 'byline');
  if (agency) provider(story, next, agency.name, 0.8);
}

function provider(story: Story, n: number, value: string, confidence: number): void {
  story.set('provider', { slice: story.whole(n), value, confidence, by: 'byline' });
}

/** The notebook at the end of a story names its writers where nothing above does. */
function tail(story: Story): void {
  for (let n = story.blocks.length - 1; n > 0 && n > story.blocks.length - 200; n -= 1) {
    const text = story.label(n);
    const match = REPORTING_BY.exec(text);
    if (!match || !story.isFree(n)) continue;
    const rest = text.slice(match[0].length);
    const end = /[;.)]/u.exec(rest)?.index ?? rest.length;
    const names = rest.slice(0, end);
    const people = [
      ...names.matchAll(/\p{Lu}[\p{L}.'’-]*(?:\s(?:(?:de|van|von|al|el|bin|der|la)\s)?\p{Lu}[\p{L}.'’-]*){1,3}/gu),
    ].map((m) => m[0]);
    const list = readNames(names)?.names;
    story.claim(n, 'byline', 0.9, 'byline');
    if (/^\W?(?:additional|further)/i.test(text)) continue;
    if (list)
      story.set('byline', {
        slice: { block: n, from: match[0].length + list.from, to: match[0].length + list.to },
        confidence: 0.6,
        by: 'byline',
      });
    else if (people.length > 0)
      story.set('byline', { slice: story.whole(n), value: people.join(', '), confidence: 0.5, by: 'byline' });
  }
}
