import { termsBehindCredit } from '../terms/behind-credit';
import { isInCapitals } from '../terms/clause';
import { withoutMarks } from '../terms/picture-notices';
import { readRestrictions } from '../terms/restrictions';
import { termsOfUse, type TermsOfUse } from '../terms/terms-of-use';
import { wordCount } from './blocks';
import { readDateline } from './dateline';
import type { Fact, PhotoFacts, Recogniser, Slice, Story } from './story';

/** Longer blocks are no terms that a desk has written. */
const MAX_TERMS = 1200;
/** So many blocks below the story are looked at. */
const MAX_FOOT = 40;
/** So many blocks below the headline. */
const MAX_HEAD = 6;
/** A title may have so few words: "Japan out", "Not for sale". */
const TITLE_WORDS = 3;
const CONFIDENCE = 0.9;
/** What may stand below the terms at the end: "-30-", "(Reporting by Mara Lind)". */
const MARK = /^(?:[\s\d*#=_./–—-]{1,20}|[([].{1,300}[)\]])$/u;

/** Labels that say so themselves. */
const SURE_LABEL =
  "usage terms|terms of use|usage restrictions?|use restrictions?|restrictions? (?:on|of) use|conditions? of use|conditions? d[’']utilisation|restrictions? d[’'](?:utilisation|usage)|nutzungs(?:bedingungen|hinweise?|beschränkung(?:en)?|rechte)|verwendungshinweise?|rechtehinweise?|sperrvermerk|(?:condiciones|términos|restricciones) de uso";
/** Labels of other things as well. */
const LABEL =
  'restrictions?|usage|terms|use|rights|licen[cs]e|limitations?|conditions?|utilisation|droits|einschränkung(?:en)?|beschränkung(?:en)?|auflagen|nutzung|verwendung|rechte|restricciones|limitaciones|uso|derechos|términos|condiciones';
const LABELLED = new RegExp(`^[\\s([*=–—-]{0,4}(?:(${SURE_LABEL})|${LABEL})\\s?[:：]\\s*`, 'iu');
/** Signs around a line of terms: "= … =", "(…)", "*** … ***". */
const BEFORE = /^[\s=*_~([-]{0,8}/u;
const AFTER = /[\s=*_~)\]-]{0,8}$/u;

/** Terms of use above and below a story, and lines that say that they are: no part of what readers see. */
export const usageTerms: Recogniser = {
  name: 'usage-terms',
  read(story) {
    labelled(story);
    above(story);
    below(story);
    atEnd(story);
  },
};

/** Terms of use between the headline and the story: what stands under a photo there has been taken for the photo's. */
export const termsUnderHeadline: Recogniser = { name: 'usage-terms', read: underHeadline };

function termsAt(story: Story, n: number): TermsOfUse | undefined {
  const text = story.textOf(n);
  return story.isFree(n) && text.length <= MAX_TERMS ? termsOfUse(text, story.capitalsTell) : undefined;
}

/**
 * Terms that stand by themselves: "Japan out" may be a headline, "JAPAN OUT" below a story in small letters is none.
 * `but`: "Mandatory credit: Mara Lind / AP" is none, it may be the credit of a photo.
 */
export function isLineOfTerms(story: Story, n: number, but?: 'no demand'): boolean {
  const terms = termsAt(story, n);
  if (!terms || (but && terms.restrictions.every(({ kind }) => kind === 'mandatory-credit'))) return false;
  return terms.isTelling || (story.capitalsTell && isInCapitals(story.textOf(n)));
}

/** "Restrictions: no archives", wherever it stands; the label alone, above lines of terms. */
function labelled(story: Story): void {
  for (let n = 0; n < story.blocks.length; n += 1) {
    const text = story.textOf(n);
    const label = story.isFree(n) && text.length <= MAX_TERMS ? LABELLED.exec(text) : null;
    if (!label) continue;
    const from = label[0].length;
    const said = text.slice(from);
    if (said === '') {
      let next = n + 1;
      while (termsAt(story, next)) keep(story, next++);
      if (next > n + 1) story.claim(n, 'terms', CONFIDENCE, 'usage-terms');
    } else if (label[1] === undefined ? termsOfUse(said, story.capitalsTell) : readRestrictions(said).length > 0) {
      keep(story, n, from);
    }
  }
}

/** The first blocks of the text, where something else follows; what may be a headline, where another one follows. */
function above(story: Story): void {
  const found: number[] = [];
  let n = 0;
  for (; n < Math.min(MAX_FOOT, story.blocks.length); n += 1) {
    if (!story.isFree(n)) continue;
    const terms = termsAt(story, n);
    if (!terms || !(terms.isTelling || (isPlain(story, n, terms) && isTitle(story, nextFree(story, n))))) break;
    found.push(n);
  }
  if (n < story.blocks.length) for (const block of found) keep(story, block);
}

/** Between the headline and the story; what may be a summary, right above the dateline alone. */
function underHeadline(story: Story): void {
  const at = story.facts.get('headline')?.slice.block ?? nextFree(story, -1);
  const line = story.facts.get('dateline')?.slice.block ?? -1;
  for (let n = at + 1; n < Math.min(at + MAX_HEAD, story.blocks.length); n += 1) {
    if (n === line) return;
    if (!story.isFree(n)) continue;
    const terms = termsAt(story, n);
    const isAboveDateline = n < line && nextFree(story, n) >= line;
    if (terms && (isLineOfTerms(story, n) || (isAboveDateline && isPlain(story, n, terms)))) keep(story, n);
    else if (story.isProse(n)) return;
  }
}

/** Nothing but terms, and set as no title is: in capitals, with a full stop, or in more words than "Japan out". */
function isPlain(story: Story, n: number, { isBare }: TermsOfUse): boolean {
  const text = story.textOf(n);
  const isSet = (story.capitalsTell && isInCapitals(text)) || /\.\W{0,3}$/u.test(text) || wordCount(text) > TITLE_WORDS;
  return isBare && isSet;
}

/** A line that can be the headline, with story below it. */
function isTitle(story: Story, n: number): boolean {
  const next = nextFree(story, n);
  const isStory = story.isProse(next) || readDateline(story.textOf(next)) !== undefined;
  return !story.isProse(n) && wordCount(story.textOf(n)) > TITLE_WORDS && isStory;
}

/** The next block that nobody has and that is no line of terms; the number of blocks where there is none. */
function nextFree(story: Story, n: number): number {
  let next = n + 1;
  while (next < story.blocks.length && (!story.isFree(next) || termsAt(story, next))) next += 1;
  return next;
}

/** What stands below the last paragraph. */
function below(story: Story): void {
  const found: number[] = [];
  for (let n = story.blocks.length - 1; n > Math.max(0, story.blocks.length - MAX_FOOT); n -= 1) {
    if (!story.isFree(n)) continue;
    if (isLineOfTerms(story, n)) found.push(n);
    else if (story.isProse(n)) break;
  }
  if (found.length > 0 && story.blocks.some((_, n) => story.isFree(n) && !found.includes(n)))
    for (const block of found.reverse()) keep(story, block);
}

/** The last paragraphs of all: they are terms where they hold nothing else. */
function atEnd(story: Story): void {
  const copyrightAt = story.claims.findIndex((claim) => claim?.role === 'copyright');
  const found: number[] = [];
  let n = story.blocks.length - 1;
  for (; n > Math.max(0, story.blocks.length - MAX_FOOT); n -= 1) {
    if (!story.isFree(n) || MARK.test(story.label(n))) continue;
    const terms = termsAt(story, n);
    if (!terms?.isBare) break;
    // "Only in Norway." may end a story, but for the copyright line above it.
    if (terms.isSaying && !(copyrightAt >= 0 && copyrightAt < n)) break;
    found.push(n);
  }
  if (n > 0) for (const block of found.reverse()) keep(story, block);
}

function keep(story: Story, n: number, from = 0): void {
  if (story.claim(n, 'terms', CONFIDENCE, 'usage-terms')) story.terms.push(sliceOf(story, n, from));
}

function sliceOf(story: Story, block: number, from = 0): Slice {
  const text = story.textOf(block);
  const start = from + (BEFORE.exec(text.slice(from))?.[0].length ?? 0);
  return { block, from: start, to: text.length - (AFTER.exec(text.slice(start).slice(-8))?.[0].length ?? 0) };
}

/** The terms right under the credit or caption of a photo are the photo's. */
export function termsUnder(story: Story, n: number): Pick<PhotoFacts, 'usageTerms'> {
  const next = n + 1;
  const isItems = story.role(next) === 'terms';
  if (isItems ? story.block(next)?.gap !== 0 : !isLineOfTerms(story, next)) return {};
  if (!isItems) keep(story, next);
  const at = story.terms.findIndex(({ block }) => block === next);
  const [slice] = at < 0 ? [] : story.terms.splice(at, 1);
  return slice ? { usageTerms: factOf(slice) } : {};
}

/** The terms behind the credit at the end of a caption, if there are any, and where the credit ends. */
export function termsBehind(
  story: Story,
  n: number,
): (Pick<PhotoFacts, 'usageTerms'> & { creditTo: number }) | undefined {
  const text = story.textOf(n);
  const found = text.length > MAX_TERMS ? undefined : termsBehindCredit(text);
  if (!found || found.isInside) return undefined;
  const { creditTo, from } = found;
  const slice = sliceOf(story, n, from);
  const printed = text.slice(slice.from, slice.to);
  const value = withoutMarks(printed);
  if (value === '') return { creditTo };
  return { creditTo, usageTerms: { ...factOf(slice), ...(value === printed ? {} : { value }) } };
}

const factOf = (slice: Slice): Fact => ({ slice, confidence: CONFIDENCE, by: 'usage-terms' });
