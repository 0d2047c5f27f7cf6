import { parse } from 'graphql';
import type { Selection } from '../../../server/delivery/limits/cost';
import { spreadSize } from '../../../server/delivery/limits/fragments';

const sizeOf = (query: string): number => spreadSize(parse(query).definitions as unknown as Selection[]);

/** So many fragments, each of which spreads the next one so many times. */
const nested = (fragments: number, times: number): string =>
  [
    '{ story { ...f0 } }',
    ...Array.from({ length: fragments }, (_, n) => `fragment f${n} on Article { ${`...f${n + 1} `.repeat(times)} }`),
    `fragment f${fragments} on Article { agency { name } }`,
  ].join('\n');

describe('the size of a query with its fragments spread', () => {
  it.each<[string, string, number]>([
    ['fields alone', '{ story { headline agency { name } } }', 5],
    [
      'a fragment that is spread twice',
      '{ a: story { ...f } b: story { ...f } } fragment f on Article { headline }',
      7,
    ],
    ['an inline fragment', '{ story { ... on Article { headline } } }', 4],
    ['a fragment that is not there', '{ story { ...f } }', 2],
  ])('of %s', (_, query, size) => {
    expect(sizeOf(query)).toBe(size);
  });

  it('is counted in steps of the query, however large it is', () => {
    expect(sizeOf(nested(40, 2))).toBeGreaterThan(1e12);
    expect(sizeOf(nested(30, 10))).toBeGreaterThan(1e30);
  });

  it.each([
    ['a fragment that holds itself', '{ story { ...f } } fragment f on Article { headline ...f }'],
    ['two that hold each other', '{ story { ...f } } fragment f on Article { ...g } fragment g on Article { ...f }'],
    ['a thousand of them', nested(1000, 1)],
  ])('of %s is without an end', (_, query) => {
    expect(sizeOf(query)).toBe(Infinity);
  });
});
