import { wordsOf } from './words';

/** What a reader looks for: every clause must hold. */
export interface Clause {
  /** One word, or the words of a phrase in their order. */
  words: string[];
  /** The last word is the beginning of one. */
  prefix: boolean;
  /** Stories with it are left out. */
  without: boolean;
}

const MAX_QUERY = 300;
const MAX_CLAUSES = 16;
/** One letter begins a word of nearly every story. */
const MIN_BEGINNING = 2;

const PART = /(-?)(?:"([^"]*)"?|([^\s"]+))/g;

/**
 * `ferry "steam ferry" ferr* -strike`: all words, a phrase, a beginning, and not. Punctuation is no syntax: whatever a
 * reader types is a search. Undefined where there is no word to look for.
 */
export function parseQuery(text: string): Clause[] | undefined {
  const clauses: Clause[] = [];
  for (const [, minus, phrase, word] of text.slice(0, MAX_QUERY).matchAll(PART)) {
    const words = wordsOf(phrase ?? word ?? '');
    if (words.length === 0) continue;
    const prefix = phrase === undefined && word?.endsWith('*') === true && (words.at(-1) ?? '').length >= MIN_BEGINNING;
    clauses.push({ words, prefix, without: minus === '-' });
    if (clauses.length === MAX_CLAUSES) break;
  }
  return clauses.some(({ without }) => !without) ? clauses : undefined;
}
