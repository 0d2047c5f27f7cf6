import { agencyIn, agencyNamed } from '../vocabulary/agencies';
import { clauseOf, isInCapitals } from './clause';
import { CLASS } from './lexicon';
import { isPictureNotice, mayHoldNotice, signOffAt, withoutMarks } from './picture-notices';
import { areTerms, classesOf } from './prose';
import { clausesOf, foundIn, sentencesOf } from './restrictions';
import { termsOfUse } from './terms-of-use';

/** Where a credit ends and the terms of use behind it begin. */
export interface TermsBehind {
  creditTo: number;
  from: number;
  /** They stand in the brackets of the credit: "(Mira Voss / AFP / CHINA OUT)". */
  isInside: boolean;
}

/** Terms behind a credit are no longer. Characters. */
const LONGEST = 1200;
const MOST_BEGINNINGS = 60;
/** The last words. Characters. */
const END = 40;
/** Behind these, names and reasons may stand in terms of use. */
const NAMES_FOLLOW =
  /credit|crédit|crédito|mention|mención|nennung|pflicht|connection|coverage|reporting|berichterstattung|zusammenhang|cadre/iu;
const WORD_START = /(?<=[\s/|*()[\].–—-])\p{L}/gu;
/** Signs between a credit and its terms: "(Name / AFP) / NO SALES", "Name/AP *** NO SALES ***". */
const SIGNS = /[\s/|*–—.,;:([-]*$/u;
/** "Mandatory Credit: Photo by Mira Voss/REX (12345678ab)": a demand that is a credit. */
const PHOTO_BY = /^\W{0,3}mandatory credit\W{1,3}(?:photo|picture|image) by \p{L}/iu;
/** What follows is what a sign says: "a sign reading: NO SALES TO ISRAEL". */
const TOLD =
  /(?:\b(?:reading|reads?|says?|saying|said|stating|states|labell?ed|marked|written|aufschrift|steht|liest|indiquant|disant|indique|annonce|dice|reza|lema|demanding|chanting|shouting|(?:placard|banner|sign|poster|slogan|schild|plakat|transparent|pancarte|banderole|pancarta|cartel):)[\s:,]*["“„«]?|["“„«])$/iu;
/** A bracket that was opened before. */
const CLOSED = /^[^([]*[)\]][\s.]{0,3}$/u;
const BRACKETED = /[([]([^()[\]]{2,150})[)\]]$/u;
const IN_CAPITALS = /^\p{Lu}{2}/u;
const LABEL = /\b(?:photos?|foto|bild|picture|image)\b/iu;
/** The supplier's number of a photo, behind its credit: "Name/REX (12345678ab)". */
export const REFERENCE = / ?\(+([0-9]{4,12}[a-z]{0,4})\)+$/iu;
/** What calls the reader's attention, or says what is free, before the terms themselves. */
const NOTICE =
  /^(?:attention(?: editors)?|achtung|please note|note|hinweis|handout|ho|honorarfrei(?= nur\b))\b[\s/:.,–—-]*/iu;
/** What may stand before the words that a rule knows: "strictly", "solo". */
const LEAD = new RegExp(`^[${CLASS.little}${CLASS.onlyBefore}${CLASS.only}${CLASS.at}${CLASS.use}:,]*$`, 'u');

/**
 * The terms of use at the end of a text, behind the credit of a photo: "(Photo by Mira Voss / AFP) / Norway OUT",
 * "REUTERS/Mira Voss EDITORIAL USE ONLY. NO ARCHIVES". Nothing but terms may follow. Behind a credit in brackets, an
 * agency and a sign they may be set in any case; elsewhere in capitals alone. `isCredit`: the text is a credit, so that
 * any sign will do.
 */
export function termsBehindCredit(text: string, isCredit = false): TermsBehind | undefined {
  const recent = isCredit ? recentCredits : recentProse;
  if (recent.has(text)) return recent.get(text);
  if (recent.size >= MOST_RECENT) recent.clear();
  const end = signOffAt(text);
  const found = lookBehind(text.slice(0, end), isCredit) ?? signedOff(text, end);
  if (text.length <= LONGEST) recent.set(text, found);
  return found;
}

/** A caption is asked about for its credit, its restrictions and its own sake on its way from a file of many into a row. */
const recentCredits = new Map<string, TermsBehind | undefined>();
const recentProse = new Map<string, TermsBehind | undefined>();
const MOST_RECENT = 1000;

/** Behind the credit stands nothing but the sign-off of a picture desk. */
function signedOff(text: string, end: number): TermsBehind | undefined {
  return end === text.length || end === 0 ? undefined : { creditTo: end, from: text.length, isInside: false };
}

function lookBehind(text: string, isCredit: boolean): TermsBehind | undefined {
  if (!mayEndInTerms(text)) return undefined;
  const base = Math.max(0, text.length - LONGEST);
  let tried = 0;
  for (const { index } of text.slice(base).matchAll(WORD_START)) {
    const from = base + index;
    const before = text.slice(Math.max(0, from - 200), from);
    const sign = SIGNS.exec(before.slice(-12))?.[0] ?? '';
    const head = before.slice(0, before.length - sign.length);
    const where = placeOf(head, sign, text.slice(from, from + 2), isCredit);
    if (head === '' || where === undefined) continue;
    tried += 1;
    if (tried > MOST_BEGINNINGS) return undefined;
    const rest = text.slice(from);
    const terms = withoutMarks(rest);
    if (!isAllTerms(terms, where)) continue;
    if (where === 'capitals' && TOLD.test(before)) return undefined;
    // Where all of it is terms, none of them is a credit, if it does not name a photographer.
    if (!PHOTO_BY.test(head) && termsOfUse(text, false) && beginsAtOnce(text, 'sign')) return undefined;
    return {
      creditTo: from - sign.length,
      from,
      isInside: CLOSED.test(rest) && !/[([]/u.test(sign),
    };
  }
  return undefined;
}

function isAllTerms(text: string, where: Place): boolean {
  // What is told about the picture stands before and among the terms; nothing may be left of them.
  const said = mayHoldNotice(text) || text === '' ? withoutNotices(text) : text;
  if (said === '') return true;
  if (!mayBegin(said, where)) return false;
  return where === 'bracket'
    ? termsOfUse(said, true) !== undefined
    : termsOfUse(said, false) !== undefined && beginsAtOnce(said, where);
}

const withoutNotices = (text: string): string =>
  sentencesOf(text)
    .filter((sentence) => !isPictureNotice(sentence))
    .join('. ');

/** Whether the last word may be one of terms of use: nearly every caption ends in another one. */
function mayEndInTerms(text: string): boolean {
  if (mayHoldNotice(text.slice(-LONGEST))) return true;
  const tail = text.slice(-END);
  const last = /[^,:]?[,:]*$/u.exec(clauseOf(tail.slice(tail.indexOf(' ') + 1)).classes)?.[0] ?? '';
  return !last.startsWith(CLASS.other) || NAMES_FOLLOW.test(text.slice(-LONGEST / 4));
}

/** A text without the terms behind its credit, and these: "" where only marks of picture desks stand there. */
export function withoutTerms(text: string, isCredit = false): { text: string; terms?: string } {
  const found = termsBehindCredit(text, isCredit);
  if (!found) return { text };
  const terms = withoutMarks(text.slice(found.from)).replace(/[\s*/|–—-]+$/u, '');
  const credit = text.slice(0, found.creditTo);
  return {
    text: found.isInside ? `${credit})` : credit,
    terms: CLOSED.test(terms) ? terms.replace(/[)\]][\s.]{0,3}$/u, '') : terms,
  };
}

type Place = 'bracket' | 'sign' | 'capitals';

function placeOf(head: string, sign: string, word: string, isCredit: boolean): Place | undefined {
  const inBrackets = BRACKETED.exec(head)?.[1];
  if (inBrackets !== undefined && isCreditLike(inBrackets)) return 'bracket';
  if (sign.trim() !== '' && (isCredit || (sign.trim() !== ',' && endsInAgency(head)))) return 'sign';
  return IN_CAPITALS.test(word) ? 'capitals' : undefined;
}

/** What stands in brackets is a credit: it names an agency, a photo, or two parties. */
export const isCreditLike = (inBrackets: string): boolean =>
  inBrackets.includes('/') || LABEL.test(inBrackets) || (agencyNamed(inBrackets) ?? agencyIn(inBrackets)) !== undefined;

function endsInAgency(head: string): boolean {
  const last = head.slice(-60).replace(REFERENCE, '').split(/[/|]/u).at(-1)?.trim() ?? '';
  return agencyNamed(last) !== undefined || agencyNamed(last.split(' ').at(-1) ?? '') !== undefined;
}

/** Trying all rules is dear: the first sentence has words of terms alone, or names behind one of a few. */
function mayBegin(rest: string, where: Place): boolean {
  const [first = ''] = sentencesOf(rest.slice(0, 300));
  if (NAMES_FOLLOW.test(first) || (where === 'bracket' && isInCapitals(first))) return true;
  return clausesOf(first).every(({ classes }) => areTerms(classes));
}

/** The terms begin with the words that forbid or demand: "CHINA NEWS CHINA OUT" begins with a name. */
function beginsAtOnce(rest: string, where: Place): boolean {
  const [first = ''] = sentencesOf(rest.replace(NOTICE, '').slice(0, 200));
  if (where === 'capitals' && !isInCapitals(first)) return false;
  const [clause] = clausesOf(first);
  return clause !== undefined && foundIn(clause).some(({ from }) => LEAD.test(classesOf(clause, 0, from)));
}
