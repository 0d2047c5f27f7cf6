import type { Finding } from '../../../contracts/comments';
import { foldText } from '../text';
import type { Check } from './check';

/** Words and names a newsroom will not print, and those that a moderator should look at first. */
export const blockedWords: Check = ({ text, authorName }, { settings }) =>
  found([text, authorName], settings.blockedWords, 'reject');
export const suspectWords: Check = ({ text, authorName }, { settings }) =>
  found([text, authorName], settings.suspectWords, 'hold');

function found(texts: string[], words: readonly string[], verdict: Finding['verdict']) {
  if (words.length === 0) return undefined;
  for (const text of texts) {
    const word = firstWordIn(text, words);
    if (word !== undefined) return { verdict, detail: word };
  }
  return undefined;
}

/** One segmenter for all: word boundaries are Unicode's (UAX 29), with ICU's dictionaries where words have no spaces. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What French and Italian tie to the word behind it: "l'idiot", "qu'idiot", "dell'idiota". Folded. */
const ELIDED =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|all|coll|dall|dell|nell|sull|un|quell|quest)['’](?=\p{L})/gu;

/**
 * The first of these words that stands in the text as a word, not as a part of one: "ass" is not in "class". Several
 * words are found as a phrase. Case, width and invisible characters make no difference.
 */
export function firstWordIn(text: string, words: readonly string[]): string | undefined {
  const folded = foldText(text);
  const bounds = new Set([folded.length]);
  for (const { index } of segmenter.segment(folded)) bounds.add(index);
  // UAX 29 keeps "cat's", "cat_dog", "cat.dog" and "cat:dog" in one piece; none of that makes another word of it.
  for (const { index } of folded.matchAll(/['’](?=s(?![\p{L}\p{N}]))|[_.:]/gu)) bounds.add(index).add(index + 1);
  for (const { index, 0: article } of folded.matchAll(ELIDED)) bounds.add(index + article.length);
  return words.find((word) => standsIn(folded, foldText(word), bounds));
}

function standsIn(text: string, word: string, bounds: ReadonlySet<number>): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (bounds.has(at) && bounds.has(at + word.length)) return true;
  }
  return false;
}
