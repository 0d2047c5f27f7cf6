/** What is known of each comment before any is read: enough to put them in order. */
export interface Leaf {
  id: number;
  /** The comment that it answers, whether that one is shown or not. */
  parent: number | undefined;
  at: number;
}

export interface Placed extends Leaf {
  depth: number;
  /** How many answers it has, of those that are shown. */
  replies: number;
  /** It answers a comment that is not shown: it stands at the top. */
  orphan: boolean;
}

export type Order = 'oldest' | 'newest';

/**
 * The comments of an article in the order in which they are read: each followed by its answers, the oldest answer first.
 * `order` is that of the threads. Below `maxDepth` they stand beside each other. A ring, which no reader can make, is
 * cut at its oldest comment: none is lost.
 */
export function inReadingOrder(leaves: readonly Leaf[], order: Order, maxDepth: number): Placed[] {
  const sorted = leaves.toSorted((a, b) => a.at - b.at || a.id - b.id);
  const shown = new Set(sorted.map(({ id }) => id));
  const answers = new Map<number, Leaf[]>();
  const roots: Leaf[] = [];
  for (const leaf of sorted) {
    if (leaf.parent === undefined || !shown.has(leaf.parent)) roots.push(leaf);
    else push(answers, leaf.parent, leaf);
  }
  const placed: Placed[] = [];
  const seen = new Set<number>();
  const walk = (root: Leaf): void => {
    const open: { leaf: Leaf; depth: number }[] = [{ leaf: root, depth: 1 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { leaf, depth } = next;
      if (seen.has(leaf.id)) continue;
      seen.add(leaf.id);
      const replies = answers.get(leaf.id) ?? [];
      const orphan = leaf === root && leaf.parent !== undefined;
      placed.push({ ...leaf, depth: Math.min(depth, maxDepth), replies: replies.length, orphan });
      for (const reply of replies.toReversed()) open.push({ leaf: reply, depth: depth + 1 });
    }
  };
  for (const root of order === 'newest' ? roots.toReversed() : roots) walk(root);
  for (const leaf of sorted) if (!seen.has(leaf.id)) walk(leaf);
  return placed;
}

function push(lists: Map<number, Leaf[]>, key: number, leaf: Leaf): void {
  const list = lists.get(key);
  if (list) list.push(leaf);
  else lists.set(key, [leaf]);
}
