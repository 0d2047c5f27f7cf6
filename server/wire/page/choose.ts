import type { Block } from './blocks';

/** Which blocks of a page are its article, out of what Readability and the publisher say of it. */

/** Comparing more than this, in characters times blocks, is not worth its time. */
const MAX_WORK = 50_000_000;
/** Shorter texts of the publisher are teasers. Characters. */
const MIN_STATED = 300;
/** A choice with less of its text in the publisher's own copy has found something else. */
const ENOUGH = 0.5;

/**
 * The blocks that Readability found (`readable`, by signature), unless the publisher's own copy of the text
 * (`articleBody` of JSON-LD) shows that it found another part of the page; all blocks that are no links where nothing
 * was found.
 */
export function chooseBlocks(
  blocks: readonly Block[],
  readable: ReadonlySet<string>,
  stated: string | undefined,
): Block[] {
  const found = blocks.filter((block) => readable.has(signature(block.text)));
  const copy = signature(stated ?? '');
  if (copy.length >= MIN_STATED && copy.length * blocks.length <= MAX_WORK) {
    const same = new Set(blocks.filter((block) => copy.includes(signature(block.text))));
    const isElsewhere = lengthOf(found.filter((block) => same.has(block))) < lengthOf(found) * ENOUGH;
    if (isElsewhere && lengthOf([...same]) > copy.length * ENOUGH) return blocks.filter((block) => same.has(block));
  }
  return found.length > 0 ? found : blocks.filter((block) => block.linked * 2 < block.text.length);
}

/** The text of a block as it is compared between two readings of a page. */
export function signature(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Characters of all blocks together. */
export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
