import { cutShort } from '../../../server/importer/fits';

describe('what a short column takes of a text', () => {
  it.each([
    ['all of a short one', 'Harbour', 'Harbour'],
    ['255 characters', 'a'.repeat(300), 'a'.repeat(255)],
    ['a character of two halves that just fits', `${'a'.repeat(253)}🛳 and on`, `${'a'.repeat(253)}🛳`],
    ['no half of one that does not', `${'a'.repeat(254)}🛳 and on`, 'a'.repeat(254)],
  ])('%s', (_, text, expected) => {
    expect(cutShort(text)).toBe(expected);
  });
});
