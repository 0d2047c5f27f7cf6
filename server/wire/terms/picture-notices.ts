import { isInCapitals } from './clause';

/** What picture desks set behind a credit to sort pictures by. It says nothing of the picture. */
const MARKS =
  /\b(?:TPX(?: (?:IMAGES?|PICTURES?) OF THE DAY)?|(?:IMAGES?|PICTURES?|PHOTOS?) OF THE (?:DAY|WEEK|MONTH|YEAR)|BEST QUALITY AVAILABLE)\b[\s.*/|–—-]{0,8}/gu;
/** The same, in a text that may hold one. */
const HAS_MARK = /\bTPX\b|\bOF THE (?:DAY|WEEK|MONTH|YEAR)\b|\bBEST QUALITY AVAILABLE\b/u;

/** How a sentence begins that tells editors where a picture comes from, or what it shows. */
const NOTICE =
  /^(?:ATTENTION|THIS|THESE|SENSITIVE|GRAPHIC|VISUAL|WARNING|IT IS|[A-Z]+ (?:IS|IS NOT|WAS|CANNOT|COULD) (?:NOT |UN)?(?:ABLE TO |INDEPENDENTLY )?(?:INDEPENDENTLY )?(?:VERIF|CONFIRM)[A-Z]+)\b/u;
/** What such a sentence is about. */
const ABOUT =
  /\b(?:EDITORS?|IMAGES?|PICTURES?|PHOTOS?|PHOTOGRAPHS?|HANDOUTS?|MATERIAL|CONTENT|COVERAGE|DISTRIBUTED|RECEIVED|AUTHENTICITY|VERIFY|CONFIRM)\b/u;

/** A text without the marks of picture desks. */
export const withoutMarks = (text: string): string =>
  HAS_MARK.test(text) ? text.replace(MARKS, ' ').replace(/ {2,}/gu, ' ').trim() : text;

/**
 * True for a sentence in capitals that goes with a picture and forbids nothing: "ATTENTION EDITORS", "THIS IMAGE WAS
 * PROVIDED BY A THIRD PARTY".
 */
export const isPictureNotice = (sentence: string): boolean =>
  isInCapitals(sentence) && NOTICE.test(sentence) && ABOUT.test(sentence);

/** True where a text may end in a mark or a notice, told without reading it. */
export const mayHoldNotice = (text: string): boolean => HAS_MARK.test(text) || HAS_NOTICE.test(text);
const HAS_NOTICE = /\b(?:EDITORS?|SENSITIVE|GRAPHIC|VISUAL|WARNING|THIS \p{Lu}{2})/u;
