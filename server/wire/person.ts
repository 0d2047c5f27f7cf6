import { NAME_PARTICLES, ORGANISATION_END, ORGANISATION_WORDS } from './vocabulary/credit-words';
import {
  INSTITUTION_COMPOUND,
  INSTITUTION_FIRST,
  INSTITUTION_NAMES,
  INSTITUTION_WORDS,
  MOST_INSTITUTION_WORDS,
} from './vocabulary/institution-words';

const LONGEST_NAME = 60;
const MOST_WORDS = 6;
/** A word of a name: letters with inner marks ("O'Hara", "Jean-Luc", "J.B."), as printed in any script. */
const NAME_WORD = /^[\p{L}\p{M}][\p{L}\p{M}.'’‑-]*$/u;
const UPPER_FIRST = /^\p{Lu}/u;
const AND = /(?:, | and | & | und | et | y )/iu;
const CASELESS = /^[\p{Lo}\p{M}]+$/u;

/** True where a text holds a word that only organisations are called: "Velna Port Authority", "Nordpix". */
export function looksLikeOrganisation(text: string): boolean {
  const isNamedSo = wordsOf(text).some((word) => ORGANISATION_WORDS.has(word) || ORGANISATION_END.test(word));
  return isNamedSo || looksLikeInstitution(text);
}

/**
 * True where a text names what hands out pictures and takes none of its own name: a ministry, the police, a zoo, a club.
 * The press and companies are left out: "Velna Media" and "Voss Ltd" may be all that is known of a photographer.
 */
export function looksLikeInstitution(text: string): boolean {
  const words = wordsOf(withoutAccents(text)).map((word) => word.replace(/^[dl]['’]/u, ''));
  return words.some((word, n) => {
    if (n === 0 && words.length > 1 && INSTITUTION_FIRST.has(word)) return true;
    if (INSTITUTION_WORDS.has(word) || INSTITUTION_COMPOUND.test(word)) return true;
    for (let count = 2; count <= MOST_INSTITUTION_WORDS; count += 1) {
      if (INSTITUTION_NAMES.has(words.slice(n, n + count).join(' '))) return true;
    }
    return false;
  });
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

/** "Mira Voss and Tom Hale" are two, also in small letters; the text itself where it is anything else than people. */
export function namesIn(text: string): string[] {
  const names = partedNames(text);
  const isSmall = text === text.toLowerCase();
  return names.every((name) => looksLikePerson(isSmall ? inCapitals(name) : name)) ? names : [text];
}

/** What commas and words for "and" part, whatever it is. */
export function partedNames(text: string): string[] {
  return text.split(AND).filter((name) => name !== '');
}

/** Every word with a capital, as the names of people are printed. */
export function inCapitals(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function isNameWord(word: string, n: number): boolean {
  if (!NAME_WORD.test(word)) return false;
  return UPPER_FIRST.test(word) || CASELESS.test(word) || (n > 0 && NAME_PARTICLES.has(word)) || isElided(word);
}

/** "d'Alessio", "l'Hôte", "al-Farid". */
function isElided(word: string): boolean {
  return /^\p{Ll}{1,3}['’-]\p{Lu}/u.test(word);
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,&()]+/u)
    .map((word) => (word.endsWith('.') ? word.slice(0, -1) : word));
}
