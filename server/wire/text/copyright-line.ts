import { termsBehindCredit } from '../terms/behind-credit';
import { agencyIn, agencyNamed } from '../vocabulary/agencies';
import type { Recogniser, Story } from './story';

/** Longer texts that begin with "©" are terms of a site, still no part of a story. */
const MAX_NOTICE = 1500;
const START =
  /^[([]?(?:(?:all |this |the |entire )?(?:contents?|text|article|story|material|site)\s)?(?:(?:riproduzione riservata|reproduction interdite|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)[\s.,:–—-]*)?(?:©|\(c\)|copyright\b|copyrighted\b|℗)/iu;
/** The signs and words before the holder. */
const MARKS = /^[\s([]*(?:(?:©|\(c\)|copyright|℗|by|the content of)[\s:,–—-]*)+/iu;
/** A notice without a holder: it protects, but names nobody. */
const BARE =
  /^[-–—\s©]*(?:riproduzione riservata|alle rechte vorbehalten|all rights reserved|tous droits réservés|todos los derechos reservados|reproduction interdite|nachdruck verboten)[\s.!©]*$/iu;
const YEARS = /(?:19|20)\d{2}(?:\s?[-–/]\s?(?:(?:19|20)?\d{2}))?/u;
/** Where the holder's name ends. */
const HOLDER_END =
  /(?:[.,;:]\s(?!(?:inc|ltd|llc|gmbh|plc|co|s\.a|s\.p\.a|a\.s)\b)|[.,;]?\s?(?:\(|\[|https?:|www\.)|\s[-–—|]\s|[.,;:]?\s?\b(?:all rights|alle rechte|tous droits|todos los derechos|tutti i diritti|alle rettigheter|alle rechten|wszelkie prawa|está expresamente|click for|this material|may not|must not|no part|reproduction|riproduzione|reserved|die vervielf|nachdruck|unauthori[sz]ed|distributed|via\s|use of|content may|not for)|[.,;]\s*$)/iu;
/** Where the terms of use begin: after the notice that all rights are reserved, or with the sentence itself. */
const TERMS =
  /(?:all rights reserved|alle rechte vorbehalten|tous droits(?: de reproduction et de représentation)? réservés|todos los derechos reservados|tutti i diritti riservati)[.,]?\s+|[.]\s+(?=(?:this|no part|click|está|unauthori|not to be|redistribution|reproduction|any\s|the information|die\s|jede|nachdruck|toute\s|vietata|prohibida|proibida|la reproduc))|(?=\bclick for restrictions)/iu;

/** The number of the item that dpa prints behind its notice: no part of it. */
const ITEM_NUMBER = /[\s,;]{0,3}(?:[-–—]\s)?\(?dpa:\d{6}-\d{2,4}-\d{4,8}\/\d{1,3}\)?[\s.]{0,3}$/u;

/** "© 2018 AFP. All Rights Reserved. This material may not be published …": the notice, its holder and the terms of use. */
export const copyrightLine: Recogniser = {
  name: 'copyright-line',
  read(story) {
    for (let n = 0; n < story.blocks.length; n += 1) {
      const text = story.textOf(n);
      if (text.length > MAX_NOTICE || !story.isFree(n)) continue;
      if (BARE.test(text)) bare(story, n);
      else if (START.test(text)) notice(story, n, text);
    }
  },
};

function notice(story: Story, n: number, text: string): void {
  const holder = holderOf(text);
  if (!holder) {
    if (YEARS.test(text) && text.length < 80) bare(story, n);
    return;
  }
  const name = text.slice(holder.from, holder.to);
  const year = YEARS.test(text.slice(0, 200));
  const agency = agencyNamed(name) ?? agencyNamed(name.replace(/\s*,?\s*(?:inc|ltd|llc|gmbh|s\.?a)\.?$/iu, ''));
  const isReserved =
    /rights reserved|rechte vorbehalten|droits|derechos|riservat|prohibid|may not be|restrictions/i.test(text);
  if (!year && !agency && !isReserved) return;
  // "© Name / Agency" under a picture names who took it, not who owns the story.
  if (!year && !isReserved && /[/|]/.test(name)) return;
  if (!year && agency && !isReserved && isPhotoCredit(story, n)) return;
  const confidence = (agency ? 0.97 : 0.9) - (year ? 0 : 0.05);
  if (!story.claim(n, 'copyright', confidence, 'copyright-line')) return;
  const by = 'copyright-line';
  const end = ITEM_NUMBER.exec(text)?.index ?? text.length;
  story.set('copyrightNotice', { slice: { block: n, from: 0, to: end }, confidence, by });
  story.set('copyrightHolder', { slice: { block: n, ...holder }, confidence, by });
  const found = agency ?? agencyIn(name);
  if (found?.kind === 'news')
    story.set('provider', { slice: { block: n, ...holder }, value: found.name, confidence: 0.95, by });
  const terms = TERMS.exec(text);
  const from = terms ? terms.index + terms[0].length : termsBehindCredit(text, true)?.from;
  if (from !== undefined && end - from >= 12)
    story.set('usageTerms', { slice: { block: n, from, to: end }, confidence, by });
}

/** "All rights reserved" alone: a notice that names nobody. */
function bare(story: Story, n: number): void {
  if (!story.claim(n, 'copyright', 0.8, 'copyright-line')) return;
  story.set('copyrightNotice', { slice: story.whole(n), confidence: 0.5, by: 'copyright-line' });
}

/** Where the name of the holder stands: after the signs and the year, up to the rights that it reserves. */
export function holderOf(text: string): { from: number; to: number } | undefined {
  const lead = /^[^©]{0,60}(?=©)/u.exec(text)?.[0].length ?? 0;
  let from = lead > 0 && !/copyright|\(c\)/i.test(text.slice(0, lead)) ? lead : 0;
  for (let n = 0; n < 3; n += 1) {
    const rest = text.slice(from);
    const skipped =
      (MARKS.exec(rest)?.[0].length ?? 0) ||
      (/^[\s,:–—-]*(?:19|20)\d{2}(?:\s?[-–/]\s?(?:19|20)?\d{2})?[\s,.:–—-]*/u.exec(rest)?.[0].length ?? 0);
    if (skipped === 0) break;
    from += skipped;
  }
  const rest = text.slice(from, from + 200);
  const end = HOLDER_END.exec(rest);
  let name = (end ? rest.slice(0, end.index) : rest).trimEnd();
  const year = new RegExp(`[\\s,]+${YEARS.source}\\.?$`, 'u').exec(name);
  if (year) name = name.slice(0, year.index);
  name = name.replace(/[\s.,;:–—-]+$/u, (tail) =>
    /^\.$/.test(tail) && /\b(?:inc|ltd|co|corp|s\.a|s\.p\.a|plc)$/iu.test(name.slice(0, -1)) ? '.' : '',
  );
  if (name.length < 2 || name.length > 100 || !/\p{L}/u.test(name)) return undefined;
  return { from, to: from + name.length };
}

/** Under a short line without an end, with prose still to come: the credit of a picture. */
function isPhotoCredit(story: Story, n: number): boolean {
  const isUnderCaption = (story.block(n)?.gap ?? 1) === 0 || n < 3;
  for (let next = n + 1; next < Math.min(n + 4, story.blocks.length); next += 1)
    if (story.isProse(next)) return isUnderCaption;
  return false;
}
