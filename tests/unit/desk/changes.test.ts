import { UID } from '../../../contracts/uid';
import { documentChanges, stateOf, type RowChange } from '../../../server/audit/changes';

const row = (side: RowChange['side'], before: object | undefined, after: object | undefined): RowChange => ({
  uid: UID.article,
  documentId: 'a',
  side,
  before: before && { ...before },
  after: after && { ...after },
});

describe('what is told of rows that were written together', () => {
  it('is once what is the same in draft and published version', () => {
    expect(documentChanges([row('edited', {}, { byline: 'A' }), row('published', {}, { byline: 'A' })])).toEqual([
      { uid: UID.article, documentId: 'a', applies: 'both', changes: [{ field: 'byline', from: null, to: 'A' }] },
    ]);
  });

  it('is each version’s own where they differ', () => {
    const told = documentChanges([
      row('published', { byline: 'Old' }, { byline: 'A' }),
      row('edited', {}, { byline: 'A' }),
    ]);
    expect(told.map(({ applies, changes }) => [applies, changes[0]?.from])).toEqual([
      ['edited', null],
      ['published', 'Old'],
    ]);
  });

  it('is nothing where nothing has changed, in whatever order a database keeps the keys of JSON', () => {
    const restrictions = [{ kind: 'no-archive', sentence: 'x' }];
    const other = [{ sentence: 'x', kind: 'no-archive' }];
    expect(documentChanges([row('edited', { restrictions }, { restrictions: other })])).toEqual([]);
  });

  it('is that everything is gone where the row is', () => {
    const [told] = documentChanges([row('published', { byline: 'A', creditLine: 'B' }, undefined)]);
    expect(told?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['byline', null],
      ['creditLine', null],
    ]);
  });
});

it('a state has the agency by document and name, and instants in one form', () => {
  const agency = { id: 3, documentId: 'ap', name: 'AP', aliases: [] };
  expect(stateOf(UID.article, { agency, expires: '2031-01-02T04:04:05+01:00', byline: '', headline: 'x' })).toEqual({
    agency: { documentId: 'ap', name: 'AP' },
    expires: '2031-01-02T03:04:05.000Z',
  });
});
