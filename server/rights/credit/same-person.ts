/** Letters that are more than one with a mark, as wires that send ASCII print them. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', œ: 'o', æ: 'a', ł: 'l', đ: 'd', ð: 'd', ı: 'i', ß: 'ss' };
/** What follows a family name. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

interface Name {
  given: readonly string[];
  family: string;
}

/**
 * Whether two printed names can be of one person: the same family name, and the given names of one are those of the other
 * or shorter forms of them ("I. Brandt", "Brandt", "Tom" for "Thomas"). Accents do not count: "Jorg Muller" and "Joerg
 * Mueller" are "Jörg Müller".
 */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  if (a.family !== b.family) return false;
  const [short, long] = a.given.length <= b.given.length ? [a.given, b.given] : [b.given, a.given];
  let at = 0;
  return short.every((name) => {
    const found = long.findIndex((given, n) => n >= at && isForm(name, given));
    at = found + 1;
    return found >= 0;
  });
}

/** "Brandt, Ines" is "Ines Brandt". */
export function inOrder(name: string): string {
  const [, family, given] = /^([^,]{1,60}), ([^,]{1,60})$/u.exec(name) ?? [];
  return family === undefined || given === undefined ? name : `${given} ${family}`;
}

function nameOf(text: string): Name {
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '');
  while (words.length > 1 && SUFFIX.test(trimmed(words.at(-1)))) words.pop();
  const family = trimmed(words.pop());
  // "J.-P." and "I.M." are two names each.
  const given = words.flatMap((word) => word.split(/[.\-’']/u)).filter((word) => word !== '');
  // "I.Brandt" has no space.
  const [, initials, rest] = given.length === 0 ? (/^((?:\p{L}\.)+)(\p{L}{2,})$/u.exec(family) ?? []) : [];
  if (initials === undefined || rest === undefined) return { given, family };
  return { given: initials.split('.').filter((word) => word !== ''), family: rest };
}

const trimmed = (word = ''): string => word.replace(/[.,]+$/u, '');

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[øœæłđðıß]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/([aou])e/gu, '$1')
    .replace(/aa/gu, 'a')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** One is the other, or has its first letter and others of its letters in their order: "i", "tom" of "thomas". */
function isForm(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === long.length) return short === long;
  if (short.charAt(0) !== long.charAt(0)) return false;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
}
