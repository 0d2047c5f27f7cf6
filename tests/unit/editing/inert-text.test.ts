import * as fc from 'fast-check';
import { inertAddress, inertLine, inertParagraphs, inertText, inertValue } from '../../../server/editing/inert-text';

describe('text that stays text', () => {
  it.each([
    ['a < b and b > c', 'a < b and b > c'],
    ['I <3 ferries', 'I <3 ferries'],
    ['x<y', 'x< y'],
    ['Tom &amp; Jerry', 'Tom &amp; Jerry'],
    ['&lt;script&gt;', '&lt;script&gt;'],
    ['<b>Bold</b> words', 'Bold words'],
    ['<script>alert(1)</script>', 'alert(1)'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<<b>script>alert(1)</script>', '< script>alert(1)'],
    ['<img src=x onerror=alert(1)', '< img src=x onerror=alert(1)'],
    ['<!-- note -->text', 'text'],
    ['Anna <anna@readers.example>', 'Anna < anna@readers.example>'],
    ['line\u0000 \u202eright', 'line right'],
  ])('%p', (given, kept) => {
    expect(inertText(given)).toBe(kept);
  });

  it('keeps the paragraphs of a comment, and nothing else of its spaces', () => {
    expect(inertParagraphs(' One \t two\r\nthree\n\n\n\nfour ')).toBe('One two\nthree\n\nfour');
    expect(inertLine(' One \n two ')).toBe('One two');
  });

  it('never holds what could begin markup, and is itself when cleaned again', () => {
    const soup = fc.array(fc.constantFrom('<', '>', '/', '!', '?', 'a', 'script', ' ', '=', '"', '-->', '<!--', '\n'), { maxLength: 40 }); // prettier-ignore
    fc.assert(
      fc.property(soup, (parts) => {
        const text = inertText(parts.join(''));
        expect(text).not.toMatch(/<[a-z/!?]/i);
        expect(inertText(text)).toBe(text);
      }),
    );
  });

  it('takes a megabyte of open tags in linear time', () => {
    expect(inertText('<a '.repeat(350_000))).toHaveLength(1_400_000);
  });

  it('is that in lists and objects too', () => {
    const given = {
      keywords: ['<b>x</b>', 'a < b', 3, null],
      subjects: [{ name: '<img src=x onerror=alert(1)>', code: 'x' }],
    };
    expect(inertValue(given)).toEqual({ keywords: ['x', 'a < b', 3, null], subjects: [{ name: '', code: 'x' }] });
    const at = new Date(0);
    expect(inertValue({ at })).toEqual({ at });
  });

  it.each([
    ['https://nordlys.example/license?photo=7&size=l', 'https://nordlys.example/license?photo=7&size=l'],
    ['See the contract', 'See the contract'],
    ['mailto:rights@nordlys.example', 'mailto:rights@nordlys.example'],
    ['javascript:alert(1)', null],
    [' JaVa\tScRiPt:alert(1)', null],
    ['\u0001data:text/html,<script>alert(1)</script>', null],
    ['vbscript:x', null],
  ])('as an address is never a script: %p', (given, kept) => {
    expect(inertAddress(given)).toBe(kept);
  });
});
