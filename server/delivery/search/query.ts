import { refusal } from '../refusal';
import { hasTooLongWord, MAX_WORD, wordsOf } from './words';

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
/** A headline that is pasted has fewer words. */
const MAX_CLAUSES = 32;
/** One letter begins a word of nearly every story. */
const MIN_BEGINNING = 2;

const PART = /(-?)(?:"([^"]*)"?|([^\s"]+))/g;

/**
 * `ferry "steam ferry" ferr* -strike`: all words, a phrase, a beginning, and not. Punctuation is no syntax: whatever a
 * reader types is a search. Nothing of it is left out silently: throws where it has no word, or more than is searched for.
 */
export function parseQuery(asked: string): Clause[] {
  const text = asked.trim();
  if (text.length > MAX_QUERY) throw refusal('search-too-long', `A search has at most ${MAX_QUERY} characters.`);
  if (hasTooLongWord(text)) throw refusal('search-too-long', `A word has at most ${MAX_WORD} letters.`);
  const clauses: Clause[] = [];
  for (const [, minus, phrase, word] of text.matchAll(PART)) {
    const words = wordsOf(phrase ?? word ?? '');
    if (words.length === 0) continue;
    const prefix = phrase === undefined && word?.endsWith('*') === true && (words.at(-1) ?? '').length >= MIN_BEGINNING;
    clauses.push({ words, prefix, without: minus === '-' });
  }
  if (clauses.length > MAX_CLAUSES)
    throw refusal('search-too-long', `A search has at most ${MAX_CLAUSES} words and phrases.`);
  if (clauses.every(({ without }) => without)) throw refusal('nothing-to-search');
  return clauses;
}
