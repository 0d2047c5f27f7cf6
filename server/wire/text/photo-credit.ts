import { BYLINE_START } from '../vocabulary/byline-words';
import { CAPTION_LABEL, CAPTION_START, CREDIT_INSIDE, DEMANDS_CREDIT } from '../vocabulary/photo-words';
import { endsSentence, wordCount } from './blocks';
import { MAX_CREDIT, readCredit, type Credit } from './credit-line';
import { isSourceLine } from './end-mark';
import { isFullName, isName } from './names';
import type { Fact, PhotoFacts, Recogniser, Story } from './story';
import { isLineOfTerms, termsBehind, termsUnder } from './usage-terms';
import { dateIn } from './when';

const MAX_CAPTION = 900;
/** A paragraph between blank lines that is no longer may be the caption of the credit under it. */
const MAX_APART = 300;
const AT_END = /\s*\(([^()]{2,150})\)[.\s]*$/u;
/** A capital at the start of a word: where the name of a photographer may begin. */
const CREDIT_BEGINS = /(?:^|[\s.)!?…”»"|])\p{Lu}/gu;
const MAX_STARTS = 24;
/** "… in Gjadër. Jane Doe (REUTERS)": the name before the agency in brackets. */
const NAME_BEFORE = /(?:[.!?…»”"]|^)\s*(\p{Lu}[^.!?…]{2,50})$/u;
/** "…at the World CupCredit: PA": the space was lost on the way. */
const GLUED = /\p{Ll}((?:Credit|Photograph|Photo|Image|Picture|Foto|Bild|Quelle|Source)(?::|\sby)\s?.{2,80})$/u;
const SIDES =
  /\((?:l|r|c|left|right|links|rechts|g|d|izq|dcha|l-r|r-l|from left)\.?\)|,\s(?:left|right|cent(?:er|re)|links|rechts|à gauche|à droite|izquierda|derecha)[,.]/iu;

/** Credits of pictures, on their own line or at the end of a caption, and the captions that belong to them. */
export const photoCredit: Recogniser = {
  name: 'photo-credit',
  read(story) {
    for (let n = 0; n < story.blocks.length; n += 1) {
      if (!story.isFree(n) || isLineOfTerms(story, n, 'no demand')) continue;
      const terms = termsBehind(story, n);
      const text = story.textOf(n).slice(0, terms?.creditTo);
      const count = story.photos.length;
      const isLine = text.length <= MAX_CREDIT && ownLine(story, n, text);
      if (!isLine && text.length <= MAX_CAPTION) inCaption(story, n, text);
      const photo = story.photos.at(-1);
      if (terms?.usageTerms && photo && story.photos.length > count) photo.usageTerms = terms.usageTerms;
    }
    labelled(story);
  },
};

/** A caption that says so, and has no credit. */
function labelled(story: Story): void {
  for (let n = 1; n < story.blocks.length; n += 1) {
    const text = story.textOf(n);
    if (!story.isFree(n) || text.length > MAX_CAPTION || !CAPTION_LABEL.test(text)) continue;
    story.claim(n, 'caption', 0.86, 'photo-credit');
    story.photos.push({ caption: captionFact(n, text, text.length, 0.86), ...termsUnder(story, n) });
  }
}

/** What a picture shows, without the label before it. */
function captionFact(block: number, text: string, to: number, confidence: number): Fact {
  const from = Math.min(to, CAPTION_LABEL.exec(text)?.[0].length ?? 0);
  return { slice: { block, from, to }, confidence, by: 'photo-credit' };
}

/** Markup that somebody typed into a credit is no part of the name. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<(script|style)\b[^<>]{0,200}>.{0,400}?<\/\1>/giu, ' ')
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function ownLine(story: Story, n: number, printed: string): boolean {
  const text = withoutTags(printed);
  const isNamed =
    (/^\([^()]{3,60}\)$/.test(text) && story.block(n)?.gap === 0 && isName(text.slice(1, -1))) ||
    isUnderCaption(story, n, text);
  const credit = isSourceLine(text) || /^(?:via|agentur|source)\b/i.test(text) ? undefined : readCredit(text, isNamed);
  if (!credit) return false;
  const caption = captionOf(story, n, credit);
  if (!isPlausible(story, n, credit, caption)) return false;
  if (!story.claim(n, 'credit', credit.isLabelled ? 0.9 : 0.88, 'photo-credit')) return false;
  const photo: PhotoFacts = text === printed ? creditFacts(n, credit, 0.9) : cleanedFacts(story, n, credit, text);
  if (caption !== undefined && story.claim(caption, 'caption', 0.86, 'photo-credit')) {
    const shown = story.textOf(caption);
    photo.caption = captionFact(caption, shown, shown.length, 0.86);
  }
  story.photos.push({
    ...photo,
    ...demanded(n, text, credit.line.from),
    ...termsUnder(story, Math.max(n, caption ?? n)),
  });
  return true;
}

/** A name right under what can only be a caption; further down, a name with who it works for. */
function isUnderCaption(story: Story, n: number, text: string): boolean {
  if (text.length > 80 || !story.isFree(n - 1) || !looksLikeCaption(story, story.textOf(n - 1))) return false;
  const [name = '', ...others] = text.split(/\s?[/|,]\s?/u);
  return isFullName(name) && (story.block(n)?.gap === 0 || others.length > 0);
}

/** An agency's name alone is a credit only where a caption says so; without a caption, story must go on below. */
function isPlausible(story: Story, n: number, credit: Credit, caption: number | undefined): boolean {
  if (credit.isAgencyAlone && !credit.isLabelled) return caption !== undefined && (n > 1 || caption > n);
  if (caption !== undefined) return true;
  for (let next = n + 1; next < Math.min(n + 12, story.blocks.length); next += 1) if (story.isProse(next)) return true;
  return credit.agency !== undefined;
}

function creditFacts(block: number, credit: Credit, confidence: number, offset = 0): PhotoFacts {
  const fact = (range: { from: number; to: number }): Fact => ({
    slice: { block, from: range.from + offset, to: range.to + offset },
    confidence,
    by: 'photo-credit',
  });
  return { creditLine: fact(credit.line), ...(credit.byline ? { byline: fact(credit.byline) } : {}) };
}

/** "Mandatory credit: Mara Lind": the credit, and a term of use. */
function demanded(block: number, text: string, to: number, from = 0): Pick<PhotoFacts, 'usageTerms'> {
  if (!DEMANDS_CREDIT.test(text.slice(from, to))) return {};
  const slice = { block, from, to: text.length };
  return { usageTerms: { slice, value: text.slice(from), confidence: 0.9, by: 'photo-credit' } };
}

/** The same where markup was taken out: the values stand nowhere in the input as they are. */
function cleanedFacts(story: Story, n: number, credit: Credit, text: string): PhotoFacts {
  const fact = ({ from, to }: { from: number; to: number }): Fact => ({
    slice: story.whole(n),
    value: text.slice(from, to),
    confidence: 0.8,
    by: 'photo-credit',
  });
  return { creditLine: fact(credit.line), ...(credit.byline ? { byline: fact(credit.byline) } : {}) };
}

/** The caption of a credit on its own line: the block above, or the one right under it. */
function captionOf(story: Story, n: number, credit: Credit): number | undefined {
  const gap = story.block(n)?.gap ?? 1;
  const above = n - 1;
  const below = n + 1;
  const belowIsNear =
    story.isFree(below) &&
    story.block(below)?.gap === 0 &&
    isCaptionLike(story, below) &&
    !readCredit(story.label(below));
  const aboveIsCaption = story.isFree(above) && isCaptionLike(story, above) && !isHeadline(story, above, n);
  const isLongEnough = gap === 0 || wordCount(story.textOf(above)) >= 5 || isFullName(story.textOf(above));
  if (
    aboveIsCaption &&
    isLongEnough &&
    (gap === 0 || !belowIsNear) &&
    !(credit.isAgencyAlone && gap > 0 && story.isProse(above))
  ) {
    if (gap === 0 || !story.isProse(above) || story.textOf(above).length <= MAX_APART) return above;
  }
  return belowIsNear && !(story.isProse(below) && wordCount(story.textOf(below)) > 45) ? below : undefined;
}

function isCaptionLike(story: Story, n: number): boolean {
  const text = story.textOf(n);
  return (
    text.length >= 3 &&
    text.length <= MAX_CAPTION &&
    !BYLINE_START.test(text) &&
    !story.cuts.has(n) &&
    wordCount(text) >= 2
  );
}

/** Whether the block above a credit is the headline: the first line of a story, and nothing of a caption in it. */
function isHeadline(story: Story, above: number, credit: number): boolean {
  for (let n = 0; n < above; n += 1) if (story.isFree(n) && wordCount(story.textOf(n)) >= 3) return false;
  const text = story.textOf(above);
  if (looksLikeCaption(story, text)) return false;
  const next = story.textOf(credit + 1);
  return !(
    next !== '' &&
    !story.isProse(credit + 1) &&
    wordCount(next) >= 4 &&
    story.isProse(credit + 2) &&
    !story.cuts.has(credit + 1)
  );
}

/** A day, a side, "FILE": what captions have and headlines have not. */
export function looksLikeCaption(story: Story, text: string): boolean {
  const date = dateIn(text.slice(-80), story.context);
  return (
    CAPTION_START.test(text) ||
    CAPTION_LABEL.test(text) ||
    SIDES.test(text) ||
    (date !== undefined && wordCount(text) >= 6)
  );
}

function inCaption(story: Story, n: number, printed: string): void {
  const text = withoutTags(printed);
  if (story.cuts.has(n) || BYLINE_START.test(text)) return;
  const found = bracketed(text, looksLikeCaption(story, text.replace(AT_END, ''))) ?? marked(text) ?? unmarked(text);
  if (!found) return;
  const { credit, end, offset } = found;
  // "… officials said. (AP)" is the sign-off of a report; with a caption's habits it is a credit.
  if (
    credit.isAgencyAlone &&
    !credit.isLabelled &&
    credit.agency?.kind === 'news' &&
    endsSentence(text.slice(0, end)) &&
    !looksLikeCaption(story, text)
  )
    return;
  if (!story.claim(n, end === 0 ? 'credit' : 'caption', 0.9, 'photo-credit')) return;
  const isClean = text === printed;
  const photo = isClean ? creditFacts(n, credit, 0.9, offset) : cleanedFacts(story, n, credit, text.slice(offset));
  if (end > 0) {
    const caption = captionFact(n, text, end, 0.9);
    const { from, to } = caption.slice;
    photo.caption = isClean ? caption : { ...caption, slice: story.whole(n), value: text.slice(from, to) };
  }
  story.photos.push({ ...photo, ...demanded(n, text, offset + credit.line.from, offset), ...termsUnder(story, n) });
}

interface Inline {
  credit: Credit;
  /** Where the caption ends. */
  end: number;
  offset: number;
}

function bracketed(text: string, isCaption: boolean): Inline | undefined {
  const match = AT_END.exec(text.slice(-200));
  if (!match) return undefined;
  const offset = text.length - match[0].length + match[0].indexOf('(') + 1;
  const name = match[1] ?? '';
  const credit = readCredit(name, isCaption && isFullName(name.split(/[,/]/u)[0] ?? ''));
  if (!credit) return undefined;
  let end = text.length - match[0].length;
  // The same credit twice, as an agency and its distributor print it: keep the last.
  const photographer =
    credit.byline || credit.isLabelled ? undefined : NAME_BEFORE.exec(text.slice(0, end).slice(-60))?.[1];
  if (photographer !== undefined && isFullName(photographer)) {
    const from = end - photographer.length;
    const whole = {
      ...credit,
      line: { from: 0, to: text.trimEnd().length - from },
      byline: { from: 0, to: photographer.length },
      isAgencyAlone: false,
    };
    return { credit: whole, end: trimmedEnd(text, from), offset: from };
  }
  const before = AT_END.exec(text.slice(0, end).slice(-200));
  if (before && readCredit(before[1] ?? '')) end -= before[0].length;
  return { credit, end, offset };
}

function marked(text: string): Inline | undefined {
  const label = CAPTION_LABEL.exec(text)?.[0].length ?? 0;
  const tail = Math.max(label, text.length - MAX_CREDIT - 20);
  let last: RegExpExecArray | undefined;
  const pattern = new RegExp(CREDIT_INSIDE.source, CREDIT_INSIDE.flags);
  for (let match = pattern.exec(text.slice(tail)); match; match = pattern.exec(text.slice(tail))) last = match;
  const glued = GLUED.exec(text.slice(tail));
  const from = last ? tail + last.index : glued ? tail + glued.index + 1 : -1;
  if (from < 0) return undefined;
  const whole = text.slice(from);
  const lead = /^[\s.…»”"')|–—[(-]*/u.exec(whole)?.[0] ?? '';
  const offset = from + lead.length;
  const credit = readCredit(text.slice(offset).replace(/[\])]+$/u, ''));
  if (!credit?.isLabelled) return undefined;
  const kept = /^[.…»”"')]*/u.exec(whole)?.[0].length ?? 0;
  return { credit, end: trimmedEnd(text, from + kept), offset };
}

/** "… in Rome. Jane Doe / AP", "… vollen Erfolg Editpress/Jane Doe": a credit without a mark, by its agency. */
function unmarked(text: string): Inline | undefined {
  const base = Math.max(0, text.length - MAX_CREDIT);
  const tail = text.slice(base);
  if (!/[/|]/.test(tail)) return undefined;
  const starts = [...tail.matchAll(CREDIT_BEGINS)].map((match) => match.index + match[0].length - 1);
  const isAfterStop = (start: number): boolean => /[.!?…»”")|]\s*$/u.test(tail.slice(0, start));
  const ordered = [...starts.filter(isAfterStop), ...starts.filter((start) => !isAfterStop(start))].slice(-MAX_STARTS);
  for (const start of ordered) {
    const credit = readCredit(tail.slice(start));
    const offset = base + start;
    if (credit?.agency && !credit.isAgencyAlone && offset > 0) return { credit, end: trimmedEnd(text, offset), offset };
  }
  return undefined;
}

/** Without the dash, bar or comma between a caption and its credit. */
function trimmedEnd(text: string, to: number): number {
  const tail = /[\s|–—:[(-]*$/u.exec(text.slice(Math.max(0, to - 10), to));
  return to - (tail?.[0].length ?? 0);
}
