import { foldSpace } from '../html';

/**
 * Which of the titles of a page is the headline of the story. Publishers write one for readers (`h1`), one for search
 * (`title`), one for sharing (`og:title`) and one for machines (JSON-LD), and append the name of the site to some.
 */
export interface Titles {
  /** The texts of the `h1` elements, in the order of the page. */
  printed: readonly string[];
  /** The texts of the `h2`: of pages whose `h1` is the name of the site. */
  subheads: readonly string[];
  linked?: string | undefined;
  shared?: string | undefined;
  title?: string | undefined;
  /** Names of the publisher, to be cut off. */
  sites: readonly string[];
}

export interface Headline {
  text: string;
  path: string;
  confidence: number;
}

/** Half of the words in common: the same story told twice. */
const ALIKE = 0.5;
const MIN_PART = 12;
const SEPARATOR = /\s+(?:[|–—·•»«:›]|--?|::)\s+/u;

/**
 * The printed title that the others confirm, spelled as they spell it where only mark-up differs; else the title of
 * JSON-LD, of `og:title`, of the window, each without the name of the site.
 */
export function headlineOf({ printed, subheads, linked, shared, title, sites }: Titles): Headline | undefined {
  const stated = [
    { text: withoutSite(linked, sites), path: 'json-ld:headline' },
    { text: withoutSite(shared, sites), path: 'meta:og:title' },
    { text: withoutSite(title, sites), path: 'head/title' },
  ].filter((candidate) => candidate.text !== '');
  let best: { text: string; score: number } | undefined;
  for (const text of printed.map(foldSpace)) {
    const score = Math.max(0, ...stated.map((candidate) => likeness(text, candidate.text)));
    if (text !== '' && score >= ALIKE && (!best || score > best.score)) best = { text, score };
  }
  if (best) {
    const printedText = best.text;
    const same = stated.find((candidate) => squashed(candidate.text) === squashed(printedText));
    return same ? { ...same, confidence: 1 } : { text: printedText, path: 'body/h1', confidence: 0.9 };
  }
  const part = subheads.find((text) => text.length >= MIN_PART && stated.some((whole) => isEndOf(text, whole.text)));
  if (part !== undefined) return { text: foldSpace(part), path: 'body/h2', confidence: 0.8 };
  const [first] = stated;
  if (first) return { ...first, confidence: first.path === 'head/title' ? 0.6 : 0.8 };
  const only = printed.map(foldSpace).find((text) => text !== '');
  return only === undefined ? undefined : { text: only, path: 'body/h1', confidence: 0.7 };
}

/** Whether a title begins or ends with a heading, with a separator between it and the rest. */
function isEndOf(part: string, whole: string): boolean {
  const parts = whole.split(SEPARATOR).map(squashed);
  const own = squashed(part);
  return parts.length > 1 && (parts.at(-1) === own || parts[0] === own);
}

/** A title without the name of the site at its end or its start. */
export function withoutSite(title: string | undefined, sites: readonly string[]): string {
  if (title === undefined) return '';
  const parts = foldSpace(title).split(SEPARATOR);
  if (parts.length === 1) return foldSpace(title);
  const names = new Set(sites.map(squashed).filter((name) => name !== ''));
  const isSite = (part: string): boolean => {
    const name = squashed(part);
    return names.has(name) || [...names].some((site) => site.length > 3 && name.length < 40 && name.startsWith(site));
  };
  const kept = keptRange(parts, isSite);
  const start = kept.from === 0 ? 0 : startOf(title, parts, kept.from);
  return foldSpace(foldSpace(title).slice(start, endOf(title, parts, kept.to)));
}

function keptRange(parts: readonly string[], isSite: (part: string) => boolean): { from: number; to: number } {
  const first = parts.findIndex(isSite);
  if (first > 0) return { from: 0, to: first };
  if (first === 0) return { from: 1, to: parts.length };
  // No name is known: a last part of three words or fewer, after a longer one, is a name.
  const words = (part: string | undefined): number => (part ?? '').split(' ').length;
  const last = parts.length - 1;
  return words(parts[last]) <= 3 && words(parts[0]) > words(parts[last]) + 1
    ? { from: 0, to: last }
    : { from: 0, to: last + 1 };
}

function startOf(title: string, parts: readonly string[], from: number): number {
  const text = foldSpace(title);
  let at = 0;
  for (const part of parts.slice(0, from)) at = text.indexOf(part, at) + part.length;
  return text.indexOf(parts[from] ?? '', at);
}

function endOf(title: string, parts: readonly string[], to: number): number {
  const text = foldSpace(title);
  let at = 0;
  for (const part of parts.slice(0, to)) at = text.indexOf(part, at) + part.length;
  return at;
}

/** A word; a character of the scripts that put no space between words. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;

/** The share of words in common, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return (2 * common) / (left.size + right.size);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(WORD) ?? []);
const squashed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
