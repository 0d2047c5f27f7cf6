import { escapeHtml } from '../wire/html';

/** For comparing: one case, one form of each letter, no invisible characters, single spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Addresses in plain text. What comes after the scheme is checked by `URL`. */
const ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}»”’]+$/u;

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
    const shown = match[0].replace(TRAILING, '');
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
