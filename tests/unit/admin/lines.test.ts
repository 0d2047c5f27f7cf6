import { differing, isRefused, lineFrom, linesOf, offered, wholeFrom } from '../../../admin/lines';

const now = linesOf({
  headline: 'Harbour strike',
  byline: '',
  creditLine: 'Lena Hofer / Calder Courier',
  copyrightYear: 2026,
});

describe('the six lines', () => {
  it('are read from a form, which calls a missing line undefined, null or ""', () => {
    expect(now).toEqual({
      byline: null,
      creditLine: 'Lena Hofer / Calder Courier',
      copyrightHolder: null,
      copyrightYear: 2026,
      copyrightNotice: null,
      usageTerms: null,
    });
  });

  it.each([
    ['nothing was delivered', null, []],
    ['nothing was said of a line', {}, []],
    ['the line is the delivered one', { copyrightYear: 2026 }, []],
    ['the delivered line was empty too', { byline: '', copyrightHolder: null }, []],
    ['the line was edited', { creditLine: 'Lena Hofer / AP' }, ['creditLine']],
    ['the delivered line was cleared', { usageTerms: 'No archives.' }, ['usageTerms']],
    ['a line was added that was delivered empty', { copyrightYear: null }, ['copyrightYear']],
  ])('that differ when %s', (_, delivered, fields) => {
    expect(differing(now, delivered)).toEqual(fields);
  });

  it.each([
    ['stands already', { copyrightYear: 2026 }, {}, []],
    ['is none', { creditLine: null }, {}, []],
    ['is what was delivered, which is offered already', { creditLine: 'AP' }, { creditLine: 'AP' }, []],
    ['says something else', { creditLine: 'Lena Hofer / AP' }, { creditLine: 'AP' }, ['creditLine']],
    ['fills a gap', { copyrightHolder: 'The Associated Press' }, null, ['copyrightHolder']],
  ])('of which the agency’s is offered, unless it %s', (_, suggested, delivered, fields) => {
    expect(offered(now, suggested, delivered)).toEqual(fields);
  });

  it.each([
    ['2026', 2026],
    ['', null],
    ['2,026', 2026],
    ['c. 1999', 1999],
    ['20265', 20265],
    ['99999999999', 99999999999],
    ['MMXX', null],
  ])('of which the year %j is %j', (typed, year) => {
    expect(wholeFrom(typed)).toBe(year);
  });

  it.each([
    ['copyrightYear', 2026, false],
    ['copyrightYear', 1800, false],
    ['copyrightYear', 9999, false],
    ['copyrightYear', null, false],
    ['copyrightYear', undefined, false],
    ['copyrightYear', 19, true],
    ['copyrightYear', 208, true],
    ['copyrightYear', 99999999999, true],
    ['creditLine', '208', false],
  ] as const)('of which %s %j is refused: %s', (field, value, refused) => {
    expect(isRefused(field, value)).toBe(refused);
  });

  it.each([
    ['', false, null],
    ['Lena Hofer\n/ AP', false, 'Lena Hofer / AP'],
    ['No archives.\nNo sales.', true, 'No archives.\nNo sales.'],
  ])('of which %j (may break: %s) is %j', (typed, mayBreak, line) => {
    expect(lineFrom(typed, mayBreak)).toBe(line);
  });
});
