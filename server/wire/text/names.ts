import { agencyNamed } from '../vocabulary/agencies';
import { NAME_PARTICLES } from '../vocabulary/byline-words';

/** No list of names is longer, in characters. */
export const MAX_NAMES = 200;
const MAX_TOKENS = 6;
const SEPARATOR = /\s*[,;•·|/]\s*|\s+(?:and|und|et|y|e|i|en|og|och|ja|и|&|with|mit|avec|con)\s+|\s&\s/iu;

/** Whether a text can be the name of a person or a company: capitals, no numbers, no sentence. */
export function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || /[\d!?:;"“”«»()[\]@#=+*]/u.test(text)) return false;
  const tokens = text.split(/\s+/u);
  if (tokens.length > MAX_TOKENS || NAME_PARTICLES.has(tokens.at(-1) ?? '')) return false;
  return (
    tokens.every((token, n) => (NAME_PARTICLES.has(token.toLowerCase()) && n > 0) || isCapital(token)) &&
    /\p{L}{2}/u.test(text)
  );
}

/** Letters without case are taken as capitals. A hyphen or apostrophe may come first: "al-Sudani", "d’Arc". */
function isCapital(token: string): boolean {
  return /^(?:\p{Lu}|\p{Lt}|\p{Lo}|(?:al|el|ul|d|l|o|mc|de|t)[-'’]\p{Lu})/u.test(token) && !/[.,]\p{L}{3}/u.test(token);
}

/** Two words or more, all capitalised: enough to take a line for the name of a person. */
export function isFullName(text: string): boolean {
  const tokens = text.split(/\s+/u);
  const isCjk = /^[\p{Script=Han}\s]{3,8}$/u.test(text) && tokens.length === 2;
  return (
    isName(text) &&
    (isCjk ||
      (tokens.length >= 2 && tokens.length <= 5 && tokens.every((token) => token.replace(/\./g, '').length > 0)))
  );
}

export interface NameList {
  /** From the first name to the last, agencies left out. Absent where only agencies are named. */
  names?: { from: number; to: number };
  agency?: string;
}

/** "Ana Lopez and Bo Li, Reuters": the names, and the agency they write for. Undefined where something else stands there. */
export function readNames(text: string): NameList | undefined {
  if (text.length > MAX_NAMES) return undefined;
  const names: { from: number; to: number }[] = [];
  let agency: string | undefined;
  let at = 0;
  for (const piece of pieces(text)) {
    const from = text.indexOf(piece, at);
    at = from + piece.length;
    const known = agencyNamed(piece);
    if (known && (names.length > 0 || piece.length <= 5 || known.kind === 'news')) agency ??= known.name;
    else if (isName(piece)) names.push({ from, to: at });
    else if (names.length > 0 && agency === undefined) break;
    else if (names.length === 0) return undefined;
  }
  const first = names[0];
  const last = names.at(-1);
  if (!first || !last) return agency === undefined ? undefined : { agency };
  return { names: { from: first.from, to: last.to }, ...(agency === undefined ? {} : { agency }) };
}

function pieces(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
