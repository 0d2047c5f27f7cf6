import { isInCapitals } from './clause';

/** What picture desks set behind a credit to sort pictures by. It says nothing of the picture. */
const MARKS =
  /\b(?:TPX(?: (?:IMAGES?|PICTURES?) OF THE DAY)?|(?:IMAGES?|PICTURES?|PHOTOS?) OF THE (?:DAY|WEEK|MONTH|YEAR)|BEST QUALITY AVAILABLE)\b[\s.*/|–—-]{0,8}/gu;
/** The same, in a text that may hold one. */
const HAS_MARK = /\bTPX\b|\bOF THE (?:DAY|WEEK|MONTH|YEAR)\b|\bBEST QUALITY AVAILABLE\b/u;

/** What German picture desks sign off with: "+++ dpa-Bildfunk +++", "+++(c) dpa - Bildfunk+++". */
const SIGN_OFF =
  /\s*\+{2,3}\s?(?:\(c\)\s?)?[\p{L}-]{2,12}(?:\s?-\s?|\s)(?:Bildfunk|Bilderdienst|Foto|Bild)\s?\+{2,3}[\s.]*$/iu;

/** How a sentence begins that tells editors where a picture comes from, or what it shows. */
const NOTICE =
  /^(?:ATTENTION|THIS|THESE|SENSITIVE|GRAPHIC|VISUAL|WARNING|IT IS|[A-Z]+ (?:IS|IS NOT|WAS|CANNOT|COULD) (?:NOT |UN)?(?:ABLE TO |INDEPENDENTLY )?(?:INDEPENDENTLY )?(?:VERIF|CONFIRM)[A-Z]+)\b/u;
/** What such a sentence is about. */
const ABOUT =
  /\b(?:EDITORS?|IMAGES?|PICTURES?|PHOTOS?|PHOTOGRAPHS?|HANDOUTS?|MATERIAL|CONTENT|COVERAGE|DISTRIBUTED|RECEIVED|AUTHENTICITY|VERIFY|CONFIRM)\b/u;

/** Where the sign-off of a picture desk begins at the end of a text; its length where none does. */
export function signOffAt(text: string): number {
  if (!/\+\+[\s.]*$/u.test(text.slice(-8))) return text.length;
  const base = Math.max(0, text.length - LONGEST_SIGN_OFF);
  const found = SIGN_OFF.exec(text.slice(base));
  return found ? base + found.index : text.length;
}
const LONGEST_SIGN_OFF = 60;

/** A text without the marks of picture desks. */
export function withoutMarks(text: string): string {
  const said = text.slice(0, signOffAt(text));
  return HAS_MARK.test(said) ? said.replace(MARKS, ' ').replace(/ {2,}/gu, ' ').trim() : said;
}

/**
 * True for a sentence in capitals that goes with a picture and forbids nothing: "ATTENTION EDITORS", "THIS IMAGE WAS
 * PROVIDED BY A THIRD PARTY".
 */
export const isPictureNotice = (sentence: string): boolean =>
  isInCapitals(sentence) && NOTICE.test(sentence) && ABOUT.test(sentence);

/** True where a text may end in a mark or a notice, told without reading it. */
export const mayHoldNotice = (text: string): boolean => HAS_MARK.test(text) || HAS_NOTICE.test(text);
const HAS_NOTICE = /\b(?:EDITORS?|SENSITIVE|GRAPHIC|VISUAL|WARNING|THIS \p{Lu}{2})/u;
