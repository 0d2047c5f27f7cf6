import { agencyNamed } from '../vocabulary/agencies';
import type { Agency } from '../vocabulary/agency';
import { CREDIT_START, NO_PHOTOGRAPHER } from '../vocabulary/photo-words';
import { isFullName, isName, readNames } from './names';

/** A credit taken apart. Offsets are into the text that was read. */
export interface Credit {
  /** The line as printed, without "Photo:", signs and brackets. */
  line: { from: number; to: number };
  byline?: { from: number; to: number };
  agency?: Agency;
  /** It says that it is a credit: "Photo:", "©". */
  isLabelled: boolean;
  /** Nothing but the name of an agency. */
  isAgencyAlone: boolean;
}

/** Who wrote it, not who took it. */
const BYLINE = /^(?:by|von|par|por|di|door|av|af|reporting|written|text)\b[\s:]/iu;
/** No credit is longer, in characters. */
export const MAX_CREDIT = 160;
const SEPARATOR = /\s*[/|]\s*|\s+v[ií]a\s+|\s+-\s+|\s*[–—]\s*|\s+for\s+|,\s(?=file\b)|\s?#\s?/iu;
const SIGN = /^\s*(?:©|\(c\)|℗|copyright\s(?=\p{L}))\s*/iu;
/** "Der Kai. Mara Lind": a caption and a name; "Prof. Mara Lind" is a name alone. */
const ENDS_SENTENCE = /(?<!(?:^|\s)(?:prof|mag|ing|dipl|hon|rev|capt|sgt|chr|alex|wilh))(?<=\p{L}{3})[.!?…]\s+\p{Lu}/iu;
/** "Photo Mara Lind / AP": a label without its colon. */
const BARE_LABEL = /^(?:photos?|fotos?|bild|picture|image)\s(?=\p{Lu})/iu;
/** What agencies put before the name of the photographer: "AP Photo/…", "AFP PHOTO / …". */
const PHOTO_OF = /^(.{2,40}?)\s(?:photos?|pictures?|images?|wire|foto)$/iu;

/** Reads a text that is a credit and nothing else; undefined for anything that may be something else. */
export function readCredit(text: string, isCertain = false): Credit | undefined {
  if (text.length < 2 || text.length > MAX_CREDIT || BYLINE.test(text)) return undefined;
  let from = /^[([]/.test(text) ? 1 : 0;
  let to = text.length - (from === 1 && /[)\]]\.?$/.test(text) ? (text.endsWith('.') ? 2 : 1) : 0);
  if (text.slice(from, to).includes(')') && from === 1 && !text.slice(from, to).includes('(')) return undefined;
  const label = CREDIT_START.exec(text.slice(from, to));
  from += label?.[0].length ?? 0;
  const sign = SIGN.exec(text.slice(from, to));
  from += sign?.[0].length ?? 0;
  to -= /[\s.,;:–—-]*$/u.exec(text.slice(from, to).slice(-6))?.[0].length ?? 0;
  const line = text.slice(from, to);
  const isLabelled = label !== null || sign !== null;
  if (line.length < 2) return undefined;
  const parts = partsOf(line, isCertain);
  const agency = parts.map((part) => agencyOf(part.text)).findLast((found) => found !== undefined);
  if (!isCredit(parts, agency, isLabelled || isCertain)) return undefined;
  const byline = /courtesy/i.test(label?.[0] ?? '') ? undefined : photographer(parts, isLabelled, agency);
  return {
    line: { from, to },
    ...(byline ? { byline: { from: from + byline.from, to: from + byline.to } } : {}),
    ...(agency ? { agency } : {}),
    isLabelled,
    isAgencyAlone: parts.length === 1 && agency !== undefined,
  };
}

interface Part {
  text: string;
  from: number;
}

/** `withComma`: "Jane Doe, AP" is two parts too, where it is certain that it is a credit. */
function partsOf(line: string, withComma: boolean): Part[] {
  const parts: Part[] = [];
  const comma = withComma ? line.lastIndexOf(', ') : -1;
  const pieces =
    comma > 0 && agencyNamed(line.slice(comma + 2)) ? [line.slice(0, comma), line.slice(comma + 2)] : [line];
  let at = 0;
  for (const text of pieces.flatMap((piece) => piece.split(SEPARATOR))) {
    const from = line.indexOf(text, at);
    at = from + text.length;
    if (text.trim() !== '') parts.push({ text, from });
  }
  return parts;
}

function agencyOf(text: string): Agency | undefined {
  return agencyNamed(text) ?? agencyNamed(PHOTO_OF.exec(text)?.[1] ?? '');
}

const isNobody = (text: string): boolean => NO_PHOTOGRAPHER.has(text.toLowerCase().replace(/[.\s]+$/, ''));

function isCredit(parts: readonly Part[], agency: Agency | undefined, isLabelled: boolean): boolean {
  if (parts.length > 8 || /[.!?]\s+\p{L}{3,}\s+\p{Ll}/u.test(parts.map((part) => part.text).join(' '))) return false;
  if (isLabelled) {
    const words = parts.flatMap((part) => part.text.split(' '));
    const plain = words.filter((word) => /^\p{Ll}{3}/u.test(word) && !agencyNamed(word)).length;
    const isSentence = plain >= 2 && parts.some((part) => /[.!?]\s|\(/u.test(part.text));
    if (isSentence) return false;
    const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
    return words.length <= 16 && lower <= words.length / 2 + 1 && !/^(?:19|20)\d{2}\b/.test(parts[0]?.text ?? '');
  }
  if (parts.some(({ text }) => ENDS_SENTENCE.test(text))) return false;
  return (
    agency !== undefined && parts.every(({ text }) => agencyOf(text) !== undefined || isNobody(text) || isNames(text))
  );
}

const isNames = (text: string): boolean => isName(text) || readNames(text)?.names !== undefined;

/** The first part that is no agency and no place holder. */
function photographer(
  parts: readonly Part[],
  isLabelled: boolean,
  agency: Agency | undefined,
): { from: number; to: number } | undefined {
  for (const { text, from } of parts) {
    if (agencyOf(text) || isNobody(text)) continue;
    const names = readNames(text)?.names;
    // One word alone may be a company: "Image: Lego".
    if (!names || (parts.length === 1 && !agency && isLabelled && !text.includes(' '))) return undefined;
    const label = BARE_LABEL.exec(text)?.[0].length ?? 0;
    const begin = isFullName(text.slice(label, names.to)) ? label : 0;
    return { from: from + Math.max(begin, names.from), to: from + names.to };
  }
  return undefined;
}
