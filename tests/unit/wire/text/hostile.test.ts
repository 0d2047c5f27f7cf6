import { WireError } from '../../../../server/wire/errors';
import { plainText } from '../../../../server/wire/formats/plain-text';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';
import { Source } from '../../../../server/wire/source';
import { MAX_LINES } from '../../../../server/wire/text/lines';
import { readText } from './read';

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const LEDE = 'The council of Easthaven voted on Monday to reopen the old lighthouse.\n\n';

/** How many characters all patterns together were given to read. Counts, unlike clocks, are the same on every machine. */
function workOn(text: string): number {
  const { exec } = RegExp.prototype;
  let work = 0;
  RegExp.prototype.exec = function count(this: RegExp, input: string): RegExpExecArray | null {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, input);
    // A pattern that is found stops there; one that is not may have read on to the end.
    work += 1 + (match ? match.index + match[0].length : input.length) - Math.min(start, input.length);
    return match;
  };
  try {
    readText(text);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  } finally {
    RegExp.prototype.exec = exec;
  }
  return work;
}

describe('hostile text', () => {
  it.each([
    ['one long line', (size: number) => fill('a word and another, ', size)],
    ['one long word', (size: number) => fill('a', size)],
    ['short lines', (size: number) => fill('abc\n', size)],
    ['blank lines', (size: number) => `${fill('\n', size)}x`],
    ['spaces within a line', (size: number) => `a${fill(' ', size)}b`],
    ['marks on one letter', (size: number) => `e${fill('\u0301', size)}`],
    ['open brackets', (size: number) => fill('(', size)],
    ['slashes', (size: number) => fill('Aa Bb/Cc | Dd ', size)],
    ['credits', (size: number) => fill('A man walks in Rome on May 5, 2019\n\nMara Lind / AP\n\n', size)],
    ['bylines', (size: number) => fill('By Mara Lind and\n', size)],
    ['dates', (size: number) => fill('May 5, 2019 at 3:04 pm\n', size)],
    ['copyright lines', (size: number) => fill('© 2019 AFP. All rights reserved.\n', size)],
    ['headings of comments', (size: number) => LEDE + fill('3 Comments\n\n', size)],
    ['comments', (size: number) => LEDE + fill('3 Comments\n\nAnn says:\nMay 5, 2019\n@Ann hi\n', size)],
    ['headings of other stories', (size: number) => LEDE + fill('Related\nOwls seen\n', size)],
    ['terms of use', (size: number) => LEDE + fill('NO SALES. NO ARCHIVES. Norway out.\n\n', size)],
    ['labels of terms', (size: number) => LEDE + fill('Restrictions:\nNo archives\n\n', size)],
    ['terms behind brackets', (size: number) => LEDE + fill('A man walks (Mara Lind / AP) No ) No ) No\n\n', size)],
    ['labels of keywords', (size: number) => LEDE + fill('Tags\nowls\n', size)],
    [
      'repeated sentences',
      (size: number) => LEDE + fill(`“We expected rust and found a family of owls”\n\nShare\n\n${LEDE}`, size),
    ],
    [
      'wrapped lines',
      (size: number) => fill('this is a line that is wrapped at some sixty columns of text and\n', size),
    ],
  ])('%s: twice the text is at most about twice the work', (_, text) => {
    const size = 32 * 1024;
    const small = workOn(text(size));
    const large = workOn(text(2 * size));
    expect(large).toBeLessThan(small * 2.6 + 200_000);
  });

  it('refuses a text with too many lines', () => {
    expect(() => readText('a\n'.repeat(MAX_LINES + 2))).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('refuses a text that is longer than the limit', () => {
    const source = new Source({ bytes: new TextEncoder().encode('a'.repeat(2000)) });
    const context = { limits: { ...DEFAULT_LIMITS, text: 1000 }, warn: (): void => undefined };
    expect(() => plainText.parse(source, context)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it.each(['', ' \n\t\n', '\u200b\u00a0', '* * *\n\n---'])('finds no story in %j', (text) => {
    expect(() => readText(text)).toThrow(expect.objectContaining({ code: 'no-content' }));
  });

  it('reads a line of five megabytes', () => {
    const line = fill(LEDE.trim() + ' ', 5 * 1024 * 1024);
    expect(readText(`Council reopens lighthouse\n\n${line}`).item.bodyHtml?.length).toBeGreaterThan(
      5 * 1024 * 1024 - 100,
    );
  });
});

describe('what plain text is', () => {
  const detects = (bytes: Uint8Array | string): boolean =>
    plainText.detect(new Source({ bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }));

  it.each([
    'A story.',
    'Ein Bär läuft über die Straße',
    '湖畔の町で',
    '<OWL & SONS INC> YEAR LOSS',
    '[ENDS] of the line',
    '“Quote”',
    'ZCZC AAP\u0002 and a long enough line of text under it, so that one sign is few',
  ])('%j is', (text) => {
    expect(detects(text)).toBe(true);
  });

  it.each([
    ['markup of an unknown kind', '<?xml version="1.0"?><Response/>'],
    ['a fragment of markup', '<groupSet root="G1"><group id="G1"/></groupSet>'],
    ['data of an unknown kind', '{"newsObjects": []}'],
    ['a list of data', '[{"a": 1}]'],
    ['bytes with zeros', new Uint8Array([0x41, 0x00, 0x42, 0x00, 0x01])],
    ['random bytes', Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919 + ((n * n) % 251)) % 256)],
  ])('%s is not', (_, bytes) => {
    expect(detects(bytes)).toBe(false);
  });
});
