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
  return words.length >= 2 && uniform && !/[\d/]/u.test(name) ? titleCase(name) : name;
}

/** Every word with a capital, particles after the first word small. */
export function titleCase(text: string): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((word, n) =>
      n > 0 && SMALL.has(word)
        ? word
        : word.replace(INITIAL, (_, before: string, letter: string) => before + capital(letter)),
    )
    .join(' ');
}

/** A few letters have no capital of one letter; they stay. */
function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
