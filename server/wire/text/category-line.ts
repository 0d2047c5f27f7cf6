import { CATEGORY_LABELS, KEYWORD_LABELS } from '../vocabulary/section-labels';
import { endsSentence } from './blocks';
import { labelKey } from './label';
import type { Recogniser, Slice, Story } from './story';

/** A list under its label has at most this many lines. */
const MAX_LIST = 30;
const MAX_NAME = 60;
const LABELLED = /^([\p{L}\s-]{3,40}?)\s?[:：]\s*(.+)$/u;

/** "Categories: World, Politics & Government", "Tags: …", and the same as a label with a list below it. */
export const categoryLine: Recogniser = {
  name: 'category-line',
  read(story) {
    for (let n = 0; n < story.blocks.length; n += 1) {
      if (story.isFree(n) && !labelled(story, n)) listed(story, n);
    }
  },
};

function kindOf(label: string): 'categories' | 'keywords' | undefined {
  const key = labelKey(label);
  if (CATEGORY_LABELS.has(key)) return 'categories';
  return KEYWORD_LABELS.has(key) ? 'keywords' : undefined;
}

function labelled(story: Story, n: number): boolean {
  const text = story.label(n);
  const match = LABELLED.exec(text);
  const kind = kindOf(match?.[1] ?? '');
  const rest = match?.[2];
  if (!kind || rest === undefined) return false;
  const names = split(rest).map(([from, to]) => ({
    block: n,
    from: text.length - rest.length + from,
    to: text.length - rest.length + to,
  }));
  // A list of names has no verb and no full stop: "Categories: that is how the minister divided them."
  if (endsSentence(text) || names.some(({ from, to }) => to - from > MAX_NAME || isLower(text.slice(from, to), kind)))
    return false;
  return take(story, kind, [n], names, 0.96);
}

const isLower = (name: string, kind: string): boolean =>
  kind === 'categories' && /^\p{Ll}/u.test(name) && name.includes(' ');

/** Half-open ranges of the names in a list. Commas, semicolons and bars part names; "&" and "and" do not. */
export function split(list: string): [number, number][] {
  const ranges: [number, number][] = [];
  const parts = /[|;•·]/u.test(list) ? /[^|;•·]+/gu : /[^,、，]+/gu;
  for (const match of list.matchAll(parts)) {
    const name = match[0].trim();
    const from = match.index + match[0].indexOf(name);
    if (name !== '') ranges.push([from, from + name.length]);
  }
  return ranges;
}

/** A label on a line of its own; the names are the short lines under it. Only at the end: in between it is a menu. */
function listed(story: Story, n: number): boolean {
  const text = story.label(n);
  const kind = text.length > 40 || !/\p{L}/u.test(text) ? undefined : kindOf(text);
  if (!kind) return false;
  const blocks: number[] = [];
  for (let next = n + 1; next <= n + MAX_LIST && story.isFree(next); next += 1) {
    const name = story.label(next);
    if (
      name === '' ||
      name.length > 40 ||
      endsSentence(name) ||
      kindOf(name) ||
      ((story.block(next)?.gap ?? 0) > 0 && blocks.length > 0)
    )
      break;
    blocks.push(next);
  }
  if (blocks.length === 0) return false;
  const last = blocks.at(-1) ?? n;
  for (let next = last + 1; next < story.blocks.length && next < last + 200; next += 1)
    if (story.isProse(next) && story.isFree(next)) return false;
  const names = blocks.flatMap((block): Slice[] =>
    split(story.label(block)).map(([from, to]) => ({ block, from, to })),
  );
  return take(story, kind, [n, ...blocks], names, 0.7);
}

function take(
  story: Story,
  kind: 'categories' | 'keywords',
  blocks: readonly number[],
  names: readonly Slice[],
  confidence: number,
): boolean {
  for (const block of blocks) story.claim(block, kind, confidence, 'category-line');
  for (const slice of names) story.lists[kind].push({ slice, confidence, by: 'category-line' });
  return true;
}
