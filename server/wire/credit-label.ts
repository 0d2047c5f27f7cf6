import { looksLikePerson } from './person';
import { agencyNamed } from './vocabulary/agencies';
import { BY_WORDS, CREDIT_LABELS, CREDIT_SENTENCE } from './vocabulary/credit-words';

/** No label is read in more than this. Characters. */
const MOST_READ = 1600;
/** "Photo credit by" has three words. */
const MOST_LABEL_WORDS = 3;
/** With its year: "© 2031 Mira Voss/AP". */
const COPYRIGHT_PREFIX =
  /^[ :]*(?:(?:©|\(c\)|copyright(?![\p{L}\p{N}]))[ :]*(?:of [ :]*)?)+(?:(?:19|20)\d{2}(?:[-–/]\d{2,4})?(?:,? by|,)? (?=\p{L}))?/iu;
/** What a copyright notice ends in, where one stands in the credit. */
const RESERVED = /[.,;]? (?:all rights reserved|alle rechte vorbehalten|tous droits réservés)\.?$/iu;

/** A line without its label. */
export interface Unlabelled {
  text: string;
  /** A label stood before it: "Photo:", "Foto von". */
  labelled: boolean;
  /** The label ended in "by": a person follows. */
  byPerson: boolean;
}

/** Drops brackets around a line and what stands before the names: "(Photo by", "Foto:", "Mandatory Credit:", "© ". */
export function withoutLabel(line: string): Unlabelled {
  let text = line.slice(0, MOST_READ).replace(/\s+/gu, ' ').trim();
  if (text.startsWith('(') && text.indexOf(')') === text.length - 1) text = text.slice(1, -1).trim();
  if (text.startsWith('[') && text.endsWith(']')) text = text.slice(1, -1).trim();
  let labelled = false;
  let byPerson = false;
  for (let round = 0; round < 4; round += 1) {
    const rest = text.replace(COPYRIGHT_PREFIX, '');
    const [next, by] = withoutOneLabel(rest);
    if (next !== rest) labelled = true;
    if (by) byPerson = true;
    // A label that nothing follows is all there is.
    if (next === text || next === '') break;
    text = next;
  }
  return { text: text.replace(RESERVED, '') || text, labelled, byPerson };
}

/**
 * True for a label that nothing follows: "Photo by", "Foto:", "Mandatory credit". A single word without either may be a
 * name: "Bild" is a newspaper.
 */
export function isLabelAlone(line: string): boolean {
  const text = line.slice(0, 60).toLowerCase().trim();
  const words = text.replace(/[\s:：]+$/u, '').split(/\s+/u);
  const isBy = BY_WORDS.has(words.at(-1) ?? '');
  if (isBy) words.pop();
  const isLabel = words.length === 0 || CREDIT_LABELS.has(words.join(' '));
  return isLabel && (isBy || /[:：]$/u.test(text) || words.length > 1);
}

/** A label needs a colon, or "by" after it: "Photo Library" begins with no label. */
function withoutOneLabel(text: string): [text: string, byPerson: boolean] {
  const sentence = CREDIT_SENTENCE.exec(text);
  if (sentence) return [text.slice(sentence[0].length), false];
  const colon = text.slice(0, 40).search(/ ?[::]/u);
  if (colon > 0 && CREDIT_LABELS.has(text.slice(0, colon).toLowerCase())) {
    return [text.slice(colon).replace(/^ ?[::] ?/u, ''), false];
  }
  const signed = BY_AND_AGENCY.exec(text);
  if (signed && isSigned(signed)) return [text.slice(text.indexOf(' ') + 1), true];
  const words = text.slice(0, 60).split(' ', MOST_LABEL_WORDS + 1);
  for (let count = 0; count < Math.min(words.length, MOST_LABEL_WORDS + 1); count += 1) {
    const label = words.slice(0, count).join(' ').toLowerCase();
    const by = words[count]?.toLowerCase().replace(/:$/u, '') ?? '';
    if (!BY_WORDS.has(by) || (count === 0 ? by !== 'by' : !CREDIT_LABELS.has(label))) continue;
    return [text.slice(words.slice(0, count + 1).join(' ').length).trimStart(), true];
  }
  return [text, false];
}

/** "Par Mira Voss (AFP)", "Von Mira Voss/dpa": other words for "by" than the English begin names and sentences, too. */
const BY_AND_AGENCY = /^(par|por|von|door) ([^/|,()]{3,60})[/|,(]([^/|,()]{2,60})\)?$/iu;

/** A full name and an agency follow. "Von" is a part of names: "VON VOSS MIRA" may be one, "Von Mira Voss" hardly is. */
function isSigned([, by = '', name = '', agency = '']: RegExpExecArray): boolean {
  const isPart = by.toLowerCase() === 'von' && name === name.toUpperCase();
  const startsSmall = /^\p{Ll}/u.test(name);
  return !isPart && !startsSmall && looksLikePerson(name) && agencyNamed(agency) !== undefined;
}
