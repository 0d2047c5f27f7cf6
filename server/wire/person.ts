import { NAME_PARTICLES, ORGANISATION_END, ORGANISATION_WORDS } from './vocabulary/credit-words';

const LONGEST_NAME = 60;
const MOST_WORDS = 6;
/** A word of a name: letters with inner marks ("O'Hara", "Jean-Luc", "J.B."), as printed in any script. */
const NAME_WORD = /^[\p{L}\p{M}][\p{L}\p{M}.'’‑-]*$/u;
const UPPER_FIRST = /^\p{Lu}/u;
const CASELESS = /^[\p{Lo}\p{M}]+$/u;

/** True where a text holds a word that only organisations are called: "Velna Port Authority", "Nordpix". */
export function looksLikeOrganisation(text: string): boolean {
  return wordsOf(text).some((word) => ORGANISATION_WORDS.has(word) || ORGANISATION_END.test(word));
}

/**
 * True where a text has the shape of one person's full name: two to six words of letters, each with a capital or a
 * particle ("Mira de Voss"), none of them an organisation's. One word is never enough: "Velnaflix", "Byline".
 */
export function looksLikePerson(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length < 2 || words.length > MOST_WORDS) return false;
  return words.every((word, n) => isNameWord(word, n)) && !looksLikeOrganisation(text);
}

function isNameWord(word: string, n: number): boolean {
  if (!NAME_WORD.test(word)) return false;
  return UPPER_FIRST.test(word) || CASELESS.test(word) || (n > 0 && NAME_PARTICLES.has(word)) || isElided(word);
}

/** "d'Alessio", "l'Hôte", "al-Farid". */
function isElided(word: string): boolean {
  return /^\p{Ll}{1,3}['’-]\p{Lu}/u.test(word);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,&()]+/u)
    .map((word) => (word.endsWith('.') ? word.slice(0, -1) : word));
}
