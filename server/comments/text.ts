import { escapeHtml } from '../wire/html';

/** Vowel signs and the stretch of Arabic, and the points of Hebrew: written or not, it is the same word. */
const POINTS = /\u0640|[\u064b-\u065f]|\u0670|[\u0591-\u05c7]/gu;

/**
 * For comparing: one case, one form of each letter, no invisible characters, single spaces. By way of capitals, since
 * "ß" is "SS" and a dotless "ı" is "I" only there; "İ" leaves its dot behind.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/i\u0307/gu, 'i')
    .replace(POINTS, '')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Letters that have no shape: fillers of Hangul, and the empty pattern of Braille. */
const SHAPELESS = /[\p{Cf}\p{Cc}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** True where nothing in it can be seen. */
export const isInvisible = (text: string): boolean => text.replace(SHAPELESS, '') === '';

/** Languages set a handful of marks on a letter; piles of them cover the lines around. */
export const withoutPiles = (text: string): string => text.replace(/(\p{M}{8})\p{M}+/gu, '$1');

/** Addresses in plain text. What comes after the scheme is checked by `URL`. */
const ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;
/** What ends a sentence rather than an address; a bracket only where the address has not opened it. */
const TRAILING = /[.,;:!?»”’]$/u;
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function withoutTrailing(address: string): string {
  let end = address.length;
  for (; end > 0; end -= 1) {
    const kept = address.slice(0, end);
    const last = kept.charAt(end - 1);
    const opening = BRACKETS[last];
    if (opening === undefined ? !TRAILING.test(last) : countOf(kept, opening) >= countOf(kept, last)) return kept;
    if (address.length - end > MOST_TRAILING) break;
  }
  return address.slice(0, end);
}

/** Longer rows of signs are left as they are. */
const MOST_TRAILING = 50;

const countOf = (text: string, sign: string): number => text.split(sign).length - 1;

/** The web addresses in a text, `www.` ones included: what a spammer comes for. */
export function linksIn(text: string): string[] {
  return text.match(/(?:https?:\/\/|\bwww\.)[^\s<>"'`]+/giu) ?? [];
}

/** A comment as HTML that can be put into a page: escaped, with paragraphs and line breaks, links if so configured. */
export function commentHtml(text: string, renderLinks: boolean): string {
  return text
    .split(/\n{2,}/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${(renderLinks ? withLinks(paragraph) : escapeHtml(paragraph)).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

function withLinks(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = withoutTrailing(match[0]);
    const href = safeHref(shown);
    if (href === undefined) continue;
    parts.push(escapeHtml(text.slice(at, match.index)));
    // Google: `ugc` for what users write, `nofollow` for what the site does not vouch for.
    parts.push(`<a href="${escapeHtml(href)}" rel="nofollow ugc noopener noreferrer">${escapeHtml(shown)}</a>`);
    at = match.index + shown.length;
  }
  return parts.join('') + escapeHtml(text.slice(at));
}

function safeHref(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/** Characters as people count them: an emoji with its skin tone is one. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
