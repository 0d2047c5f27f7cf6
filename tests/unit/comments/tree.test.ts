import * as fc from 'fast-check';
import { inReadingOrder, type Leaf } from '../../../server/comments/tree';

const leaf = (id: number, parent?: number, at = id): Leaf => ({ id, parent, at });
const outline = (leaves: Leaf[], order: 'oldest' | 'newest' = 'oldest', maxDepth = 9) =>
  inReadingOrder(leaves, order, maxDepth).map(
    ({ id, depth, orphan }) => `${'-'.repeat(depth - 1)}${id}${orphan ? '?' : ''}`,
  );

describe('reading order', () => {
  it.each<[string, Leaf[], string[]]>([
    ['no comments', [], []],
    ['by time, then by number', [leaf(3, undefined, 5), leaf(2, undefined, 5), leaf(1, undefined, 9)], ['2', '3', '1']],
    [
      'answers follow what they answer',
      [leaf(1), leaf(2), leaf(3, 1), leaf(4, 3), leaf(5, 1)],
      ['1', '-3', '--4', '-5', '2'],
    ],
    ['an answer to what is not shown', [leaf(1), leaf(2, 99), leaf(3, 2)], ['1', '2?', '-3']],
    ['an answer that is older than what it answers', [leaf(1, 2), leaf(2)], ['2', '-1']],
    ['an answer to itself', [leaf(1, 1)], ['1?']],
    ['a ring', [leaf(1, 3), leaf(2, 1), leaf(3, 2), leaf(4)], ['4', '1?', '-2', '--3']],
  ])('%s', (_, leaves, expected) => {
    expect(outline(leaves)).toEqual(expected);
  });

  it('shows the newest thread first, but its answers in their order', () => {
    expect(outline([leaf(1), leaf(2), leaf(3, 2), leaf(4, 2)], 'newest')).toEqual(['2', '-3', '-4', '1']);
  });

  it('puts what is too deep beside each other', () => {
    expect(outline([leaf(1), leaf(2, 1), leaf(3, 2), leaf(4, 3)], 'oldest', 2)).toEqual(['1', '-2', '-3', '-4']);
  });

  it('loses and doubles nothing, whoever answers whom', () => {
    const leaves = fc
      .array(fc.option(fc.nat(60), { nil: undefined }), { maxLength: 60 })
      .map((parents) => parents.map((parent, id) => leaf(id, parent)));
    fc.assert(
      fc.property(leaves, (given) => {
        const ids = inReadingOrder(given, 'newest', 3).map(({ id }) => id);
        expect(ids.toSorted((a, b) => a - b)).toEqual(given.map(({ id }) => id));
      }),
    );
  });

  it('takes a thread of 100,000 in one line', () => {
    const placed = inReadingOrder(Array.from({ length: 100_000 }, (_, n) => leaf(n, n === 0 ? undefined : n - 1)), 'oldest', 5); // prettier-ignore
    expect(placed.at(-1)).toMatchObject({ id: 99_999, depth: 5 });
  });
});
