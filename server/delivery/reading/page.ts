import { z } from 'zod';
import type { Place } from '../search/store';
import { readCursor, rowId, time, writeCursor } from './cursor';

export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Found {
  id: number;
}

/** Rows that may not be shown are left out of a page; after so many tries, each of four times as many, it is given with fewer. */
const MAX_TRIES = 8;
const MAX_WANTED = 500;

/** Where a list begins: at what is listed now. What is listed later is under an embargo until then, and nobody's to know of. */
export const fromNow = (after: Place | undefined, now: Date): Place => {
  const start = { listedAt: now.getTime() + 1000, id: 0 };
  return after && after.listedAt < start.listedAt ? after : start;
};

const place = z.tuple([time, rowId]).transform(([listedAt, id]): Place => ({ listedAt, id }));
export const readPlace = (cursor: string | undefined): Place | undefined => readCursor(place, cursor);

/**
 * A page of what may be shown. `candidates` gives places in the order of the list; `load` gives those of them that the
 * reader may see, and decides it: a candidate is nothing but an id until then.
 */
export async function pageOf<Node extends Found>(
  first: number,
  after: Place | undefined,
  candidates: (after: Place | undefined, limit: number) => Promise<Place[]>,
  load: (ids: readonly number[]) => Promise<Node[]>,
): Promise<Page<Node>> {
  const nodes: { node: Node; at: Place }[] = [];
  let at = after;
  let isLast = false;
  for (let tries = 0; tries < MAX_TRIES && nodes.length <= first && !isLast; tries += 1) {
    const wanted = Math.min(MAX_WANTED, (first + 1 - nodes.length) * 4 ** tries);
    const places = await candidates(at, wanted);
    const shown = new Map(
      (places.length > 0 ? await load(places.map(({ id }) => id)) : []).map((node) => [node.id, node]),
    );
    for (const one of places) {
      const node = shown.get(one.id);
      if (node) nodes.push({ node, at: one });
    }
    at = places.at(-1) ?? at;
    isLast = places.length < wanted;
  }
  const page = nodes.slice(0, first);
  // What a reader gets is the place of something shown, wherever there is one.
  const end = page.at(-1)?.at ?? (isLast ? undefined : at);
  return {
    nodes: page.map(({ node }) => node),
    pageInfo: {
      hasNextPage: nodes.length > first || !isLast,
      endCursor: end ? writeCursor([end.listedAt, end.id]) : null,
    },
  };
}
