/** What people type where a field wants something and they have nothing to say. Lower case, letters and digits alone. */
const NOTHING: ReadonlySet<string> = new Set([
  'na', 'none', 'null', 'nil', 'undefined', 'unknown', 'uncredited', 'nocredit', 'nobyline', 'tbd', 'tbc', 'todo',
  'aucun', 'aucune', 'inconnu', 'keine', 'keiner', 'ka', 'unbekannt', 'ninguno', 'ninguna', 'desconocido', 'sincredito',
  'nn', 'keineangabe', 'keineangaben', 'ohneangabe', 'sanscredit', 'anonym', 'anonyme', 'anonymous', 'anonimo',
]); // prettier-ignore

/** No such word is longer. Characters. */
const LONGEST = 24;

/**
 * True for a line that credits nobody and says nothing: absent, without a letter or digit (".", "–", a space of no
 * width), or a stand-in for an empty field ("n/a", "keine", "N.N."). "Handout", "zVg" and "D.R." say something, and are
 * printed: where a photo came from. Whom they credit is another question (`vocabulary/credit-words.ts`, `NOBODY`).
 */
export function saysNothing(line: string | null | undefined): boolean {
  if (line === null || line === undefined) return true;
  const words = line
    .slice(0, LONGEST * 4)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return words === '' || NOTHING.has(words);
}
