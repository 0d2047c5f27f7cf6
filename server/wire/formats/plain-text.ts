/**
 * Plain text: a story as people copy it from a page, or as a wire printer or a mail brought it.
 *
 * There is no specification. What agencies and pages do is known to small recognisers in `wire/text/`, each in its own
 * file: datelines, bylines, captions and credits, copyright and category lines, notes to editors, end marks, comments.
 */
import { WireError } from '../errors';
import type { Format } from '../format';
import type { Source } from '../source';
import { assemble } from '../text/assemble';
import { RECOGNISERS } from '../text/recognisers';
import { Story } from '../text/story';

/** This much of the input is looked at to tell text from other bytes. */
const SAMPLE = 64 * 1024;
/** More control characters than this share are no text. Old wires use a few as field marks. */
const MAX_CONTROLS = 0.02;

export const plainText: Format = {
  name: 'plain-text',
  detect: isReadable,
  parse(source, context) {
    const text = source.text;
    if (text.length > context.limits.text) {
      throw new WireError(
        'too-large',
        `The text has ${text.length} characters, the limit is ${context.limits.text}. Cut out the story.`,
      );
    }
    const story = new Story(text, context);
    if (story.blocks.length === 0) throw new WireError('no-content', 'The text is empty. Paste or drop a story.');
    for (const recogniser of RECOGNISERS) recogniser.read(story);
    const reading = assemble(story);
    const { headline, bodyHtml, photos, edNote, abstract } = reading.item;
    if (headline === undefined && bodyHtml === undefined && !photos && edNote === undefined && abstract === undefined) {
      throw new WireError('no-content', 'There is no story in this text. Check what was copied.');
    }
    return [reading];
  },
};

/** Text that is readable, and no markup or data of a format that other readers would know. */
function isReadable(source: Source): boolean {
  const head = source.head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (isMarkup(head) || /^\s*[[{]\s*["{[\]}\d]/.test(head)) return false;
  const sample = source.bytes.subarray(0, SAMPLE);
  if (sample.length === 0) return false;
  const isUtf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (isUtf16) return controls(source.text.slice(0, SAMPLE)) <= MAX_CONTROLS;
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros += 1;
  return zeros === 0 && controls(source.text.slice(0, SAMPLE)) <= MAX_CONTROLS;
}

/** A declaration or a tag, and more of them: "<COMPANY INC> YEAR LOSS" is a headline. */
function isMarkup(head: string): boolean {
  return /^\s*<(?:[?!]|[a-z][\w:.-]{0,60}[\s/>])/i.test(head) && /^\s*<[?!]|<\/[a-z]|\/>|=["']/i.test(head);
}

/** The share of control characters and undecodable ones. */
function controls(text: string): number {
  let count = 0;
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n);
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 13) || (code >= 0x7f && code <= 0x9f) || code === 0xfffd)
      count += 1;
  }
  return text.length === 0 ? 1 : count / text.length;
}
