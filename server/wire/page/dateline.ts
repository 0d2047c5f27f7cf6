import { readDateline } from '../text/dateline';
import type { Block } from './blocks';

export interface PageDateline {
  /** "BERLIN, Germany" */
  place?: string;
  /** "AP" */
  agency?: string;
  /** The blocks, the first paragraph without its dateline. */
  body: Block[];
}

/** Blocks before the first paragraph. */
const MAX_BEFORE = 3;

/** Splits the dateline off the first paragraph. */
export function takeDateline(body: readonly Block[]): PageDateline | undefined {
  const index = body.findIndex(({ kind }) => kind === 'p');
  const block = body[index];
  if (!block || index > MAX_BEFORE) return undefined;
  const found = readDateline(block.text);
  if (!found) return undefined;
  const html = withoutStart(block.html, block.text.slice(0, found.bodyFrom));
  if (html === undefined) return undefined;
  const rest: Block = { ...block, text: block.text.slice(found.bodyFrom), html };
  const split: PageDateline = { body: [...body.slice(0, index), rest, ...body.slice(index + 1)] };
  if (found.place) split.place = block.text.slice(found.place.from, found.place.to);
  if (found.agency) split.agency = found.agency.name;
  return split;
}

const PIECE = /<[^>]*>|&[a-z]+;|[^<&]/gu;

/** HTML without as many characters of text at its start as `start` has; tags that are open there stay. */
function withoutStart(html: string, start: string): string | undefined {
  const wanted = start.replace(/\s+/gu, '').length;
  let taken = 0;
  let tags = '';
  let end = 0;
  for (const match of html.matchAll(PIECE)) {
    if (taken >= wanted) break;
    const [piece] = match;
    if (piece.startsWith('<')) tags += piece;
    else if (piece.trim() !== '') taken += piece.startsWith('&') ? 1 : piece.length;
    end = match.index + piece.length;
  }
  if (taken !== wanted) return undefined;
  return (tags + html.slice(end).trimStart()).replace(/<(\w+)><\/\1>/g, '');
}
