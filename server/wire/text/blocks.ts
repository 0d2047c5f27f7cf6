import { clean, sourceSpan } from './clean';
import { linesOf } from './lines';
import { continues, wrappingOf } from './wrapping';

/** A paragraph as it stands in the input. Offsets `start` and `end` are into the input, all others into `text`. */
export interface Block {
  start: number;
  end: number;
  text: string;
  /** Blank lines before it: 0 means that it stands right under the block before. */
  gap: number;
  indent: number;
}

/** Longer blocks are prose, whatever else they look like: only their ends are looked at. */
export const MAX_LABEL = 400;

/** The paragraphs of a text. Throws `too-large` for what has too many lines. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const wrapping = wrappingOf(text, lines);
  const blocks: Block[] = [];
  let first = 0;
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n];
    const next = lines[n + 1];
    const head = lines[first];
    if (!line || !head || (next && continues(text, line, next, wrapping))) continue;
    const { text: cleaned } = clean(text, head.start, line.end);
    blocks.push({ start: head.start, end: line.end, text: cleaned, gap: head.gap, indent: head.indent });
    first = n + 1;
  }
  return blocks;
}

/** Where the characters `[from, to)` of a block stand in the input. */
export function spanOf(text: string, block: Block, from: number, to: number): { start: number; end: number } {
  if (from === 0 && to >= block.text.length) return { start: block.start, end: block.end };
  if (block.end - block.start === block.text.length) return { start: block.start + from, end: block.start + to };
  return sourceSpan(text, block.start, block.end, from, to);
}

const SENTENCE_END = /[.!?…。！？][\s"'”’»›“)\]♦]*$/u;
/** Scripts without spaces between words: a character is about half a word. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Whether the text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8));
}

/** How many words a text has, up to the length of a label. */
export function wordCount(text: string): number {
  const head = text.slice(0, MAX_LABEL);
  return head.split(' ').length + Math.floor((head.match(SPACELESS)?.length ?? 0) / 2);
}

/** A question or an exclamation of fewer words is a title: teasers ask. */
const TITLE_WORDS = 20;
/** A text without an end that is as long as this is a paragraph, if it holds a sentence. */
const LONG_WORDS = 28;

/** A paragraph of a story: a sentence that is no label, or a text that is too long to be one. */
export function isProse(text: string): boolean {
  const words = wordCount(text);
  if (!endsSentence(text)) return words >= LONG_WORDS && /[.!?。][\s"”’»]|[,;:]$/u.test(text.slice(0, MAX_LABEL * 4));
  return words >= (/[?!]["'”’»]?$/u.test(text.slice(-2)) ? TITLE_WORDS : 7);
}
