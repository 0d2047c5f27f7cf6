import { monthOf } from '../vocabulary/months';
import { isCount } from './durations';
import { CLASS, LEXICON, type WordClass } from './lexicon';
import { countryOfAdjective, isOutlet } from './nationalities';
import { fold, isCountry, territoryNamed, wordsOfNames } from './territories';

/** One word of a clause, or several that belong together: "third party", "South Korea". */
interface Token {
  /** Where it stands in the folded text. */
  from: number;
  to: number;
  /** Where it begins in the clause as printed. */
  printedFrom: number;
  /** ISO 3166-1 alpha-2, of a country. */
  territories: readonly string[];
}

/** A clause as the rules read it. */
export interface Clause {
  printed: string;
  /** Small letters without accents and full stops, single spaces, a sign right behind its word, "d'archives" as two words. */
  text: string;
  tokens: readonly Token[];
  /** One letter a token: what it does in terms of use. */
  classes: string;
  isInCapitals: boolean;
}

interface Word {
  text: string;
  printed: string;
  at: number;
}

/** Longer names of countries are not looked for. Words. */
const MOST_WORDS = 5;
const SIGNS: Readonly<Record<string, string>> = { '&': CLASS.and, '+': CLASS.and, ':': CLASS.colon };

export function isInCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replaceAll('ß', ''));
}

/** Reads the words of a clause. */
export function clauseOf(printed: string): Clause {
  const words = [...printed.matchAll(/[\p{L}\p{N}\p{M}]+(?:\.[\p{L}\p{N}\p{M}]+)*|[,:&+]/gu)].map((match): Word => ({
    text: /^[,:&+]$/u.test(match[0]) ? match[0] : fold(match[0]),
    printed: match[0],
    at: match.index,
  }));
  const tokens: Token[] = [];
  let [text, classes] = ['', ''];
  for (let n = 0; n < words.length;) {
    const { length, letter, territories } = tokenAt(words, n);
    const phrase = words.slice(n, n + length).map((word) => word.text);
    const isSign = letter === CLASS.sign || phrase[0] === ':';
    text += isSign || text === '' ? '' : ' ';
    tokens.push({
      from: text.length,
      to: text.length + phrase.join(' ').length,
      printedFrom: words[n]?.at ?? 0,
      territories: territories ?? [],
    });
    text += phrase.join(' ');
    classes += letter;
    // "JPNOUT" is a country and "out".
    if (letter === CLASS.place && length === 1 && /^[a-z]{3}out$/u.test(phrase[0] ?? '')) {
      tokens.push({ from: text.length, to: text.length, printedFrom: words[n]?.at ?? 0, territories: [] });
      classes += CLASS.out;
    }
    n += length;
  }
  return { printed, text, tokens, classes, isInCapitals: isInCapitals(printed) };
}

interface Reading {
  length: number;
  letter: string;
  territories?: readonly string[];
}

function tokenAt(words: readonly Word[], n: number): Reading {
  const word = words[n];
  const sign = /^[,:&+]$/u.exec(word?.text ?? '')?.[0];
  if (!word || sign !== undefined) return { length: 1, letter: SIGNS[sign ?? ''] ?? CLASS.sign };
  const phrase = phraseAt(words, n);
  const code = codeAt(words, n, phrase !== undefined);
  if (code !== undefined) return { length: 1, letter: CLASS.place, territories: [code] };
  const place = placeAt(words, n);
  if (place && (place.length > (phrase?.length ?? 0) || isCodeInList(words, n))) return place;
  const national = nationalAt(words, n);
  if (national) return national;
  if (phrase) return phrase;
  const isNumber = /^\d/u.test(word.text) || isCount(word.text) || monthOf(word.printed) !== undefined;
  return { length: 1, letter: isNumber ? CLASS.number : CLASS.other };
}

/** "Norwegian media", "médias norvégiens", "Norwegian and Swedish media". */
function nationalAt(words: readonly Word[], n: number): Reading | undefined {
  const countryAt = (at: number, length: number): string | undefined =>
    countryOfAdjective(words.slice(at, at + length).map(({ text }) => text).join(' ')); // prettier-ignore
  const length = countryAt(n, 2) === undefined ? 1 : 2;
  const country = countryAt(n, length);
  if (country === undefined) return undefined;
  const isLinked = LINK.test(words[n + length]?.text ?? '') && isOutlet(words[n + length + 2]?.text ?? '');
  const isOurs = isLinked || [n - 1, n + length].some((at) => isOutlet(words[at]?.text ?? ''));
  const isListed = LINK.test(words[n - 1]?.text ?? '') && isOutlet(words[n - 3]?.text ?? '');
  return isOurs || isListed ? { length, letter: CLASS.national, territories: [country] } : undefined;
}

/** "AUS", "CAN", "DEN" are words, too: not before "OUT", nor in a list of countries. */
function isCodeInList(words: readonly Word[], n: number): boolean {
  const [next, after] = [words[n + 1]?.text ?? '', words[n + 2]?.printed ?? ''];
  if (/^(?:out|only)$/u.test(next)) return true;
  return (
    /^(?:[,&+]|and|und|et|y)$/u.test(next) && after === after.toUpperCase() && territoryNamed(fold(after)).length > 0
  );
}

const LINK = /^(?:[,&+]|and|or|und|oder|et|ou|y|o)$/u;

/**
 * "UK, IE", "DE, AT, CH OUT": two letters are a country in a list of countries alone, and where they are a word of terms
 * of use, too ("NO", "IN"), only among other codes.
 */
function codeAt(words: readonly Word[], n: number, isWord: boolean): string | undefined {
  const code = words[n]?.printed ?? '';
  if (!isCode(code) || !isCountry(code)) return undefined;
  const [before, after] = [words[n - 1]?.text, words[n + 1]?.text];
  if (after !== undefined && !LINK.test(after) && after !== 'out' && after !== 'only') return undefined;
  const others = [
    before !== undefined && LINK.test(before) ? words[n - 2]?.printed : undefined,
    after !== undefined && LINK.test(after) ? words[n + 2]?.printed : undefined,
  ].filter((other) => other !== undefined);
  const [isAmongCodes, isAmongPlaces] = [others.every(isCode), others.some(isPlace)];
  return isAmongPlaces && (isAmongCodes || !isWord) ? code : undefined;
}

/** "TV" is never Tuvalu. */
const isCode = (printed: string): boolean => /^(?!TV)[A-Z]{2}$/.test(printed);
const isPlace = (printed: string): boolean =>
  isCode(printed) ? printed === 'UK' || isCountry(printed) : /^\p{Lu}/u.test(printed) && territoryNamed(fold(printed)).length > 0; // prettier-ignore

function placeAt(words: readonly Word[], n: number): Reading | undefined {
  const most = Math.min(MOST_WORDS, wordsOfNames(words[n]?.text ?? ''), words.length - n);
  for (let length = most; length > 0; length -= 1) {
    const some = words.slice(n, n + length);
    const name = some.map(({ text }) => text).join(' ');
    // "us", "can", "per" are words; "US", "CAN", "PER" are countries.
    const isCode = name.length <= 3 || /^[a-z]{3}out$/u.test(name);
    if (isCode && some.some(({ printed }) => printed !== printed.toUpperCase())) continue;
    const territories = territoryNamed(length === 1 ? name.replace(/^([a-z]{3})out$/u, '$1') : name);
    if (territories.length > 0) return { length, letter: CLASS.place, territories };
  }
  return undefined;
}

interface Entry {
  words: readonly Fits[];
  letter: string;
}

/** Whether a word of a text is one of the lexicon's. */
type Fits = (word: string) => boolean;

let lexicon: Map<string, Entry[]> | undefined;

/** The entries of the lexicon by the first letters of their first word, the longest first; "*nennung" stands under "". */
function build(): Map<string, Entry[]> {
  const phrases = LEXICON.flatMap(([name, list]: readonly [WordClass, readonly string[]]) =>
    list.filter(Boolean).map((phrase) => ({ words: phrase.split(' '), letter: CLASS[name] })),
  ).sort((a, b) => b.words.length - a.words.length);
  const map = new Map<string, Entry[]>();
  for (const { words, letter } of phrases) {
    const first = words[0] ?? '';
    const key = first.startsWith('*') ? '' : first.replace('*', '').slice(0, 3);
    const entries = map.get(key) ?? [];
    entries.push({ words: words.map(fitsOf), letter });
    map.set(key, entries);
  }
  return map;
}

function fitsOf(pattern: string): Fits {
  const fixed = pattern.replace('*', '');
  if (pattern.startsWith('*')) return (word) => word.endsWith(fixed);
  return pattern.endsWith('*') ? (word) => word.startsWith(fixed) : (word) => word === fixed;
}

function phraseAt(words: readonly Word[], n: number): Reading | undefined {
  lexicon ??= build();
  const isHere = (entry: Entry): boolean => entry.words.every((fits, at) => fits(words[n + at]?.text ?? ''));
  const found = lexicon.get(words[n]?.text.slice(0, 3) ?? '')?.find(isHere) ?? lexicon.get('')?.find(isHere);
  return found && { length: found.words.length, letter: found.letter };
}
