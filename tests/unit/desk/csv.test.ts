import { csvLine } from '../../../server/desk/reports/csv';

describe('a line of CSV', () => {
  it.each([
    [['plain', 12, null, undefined], '"plain","12","",""\r\n'],
    [['say "hi", then', 'two\nlines'], '"say ""hi"", then","two\nlines"\r\n'],
    [[{ kind: 'no-archive' }], '"{""kind"":""no-archive""}"\r\n'],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =cmd|x', '|calc', '%0A=1', '\r=1'])(
    'is no formula to a spreadsheet: %j',
    (text) => {
      expect(csvLine([text])).toBe(`"'${text}"\r\n`);
    },
  );
});
