import { NAME_PARTICLES } from '../../wire/vocabulary/credit-words';

/** Particles that are set small inside a name in capitals. "Al", "Ben", "El" and "Do" begin too many names for that. */
const SMALL = new Set(
  [...NAME_PARTICLES].filter((word) => !['al', 'el', 'ben', 'do', 'e', 'bin', 'ibn', 'bint', 'zum'].includes(word)),
);
/** A letter that begins a name: the first of a word, or after an apostrophe or a hyphen. */
const INITIAL = /(^|[\s.'’‑-])(\p{L})/gu;

/**
 * A person's name in title case, where it is all in capitals or all in small letters: "FLORE DE LA MARE" is "Flore de la Mare".
 * One word, a code with digits and anything with mixed case stay as delivered.
 */
export function nameCase(name: string): string {
  const words = name.split(' ').filter((word) => word !== '');
  const uniform = name === name.toUpperCase() || name === name.toLowerCase();
  if (words.length < 2 || !uniform || /[\d/]/u.test(name)) return name;
  return titleCase(name)
    .replace(MC, (_, before: string, letter: string) => `${before}Mc${letter.toUpperCase()}`)
    .split(' ')
    .map((word, n) => (isInitials(words[n] ?? '', n) || (n > 0 && ROMAN.test(word)) ? word.toUpperCase() : word))
    .join(' ');
}

/** "McVoss". Whether a "Mac" has a second capital is each family's choice ("Macron", "MacLeod"), so it gets none. */
const MC = /(^|[\s-])Mc(\p{Ll})(?=\p{Ll}{2})/gu;
/** "John Smith III". */
const ROMAN = /^(?:II|III|IV)$/iu;
/** A given name of consonants alone, which cannot be a word: "JFK Smith", not "ST JOHN SMITH" and not "NG". */
const INITIALS = /^(?!(?:NG|MR|MRS|MS|DR|ST|LT|SGT)$)[B-DF-HJ-NP-TV-XZ]{2,3}$/u;
const isInitials = (word: string, n: number): boolean => n === 0 && INITIALS.test(word);

/** Every word with a capital, particles after the first word small. */
export function titleCase(text: string): string {
  // Only Turkish and its kin have this letter; in any other language its small form is of two characters.
  const locale = text.includes('İ') ? 'tr' : 'en';
  return text
    .toLocaleLowerCase(locale)
    .split(' ')
    .map((word, n) =>
      n > 0 && SMALL.has(word)
        ? word
        : word.replace(INITIAL, (_, before: string, letter: string) => before + capital(letter, locale)),
    )
    .join(' ');
}

/** A few letters have no capital of one letter; they stay. */
function capital(letter: string, locale: string): string {
  const upper = letter.toLocaleUpperCase(locale);
  return upper.length === letter.length ? upper : letter;
}
