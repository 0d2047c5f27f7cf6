import { bothOf, endOf, NO_TIME, turn } from '../../../server/desk/books/usage-spans';

const NOW = 1000;
const ever = (from: number) => ({ from, until: NO_TIME });
const NOT_YET = ever(NO_TIME);

describe('what stands in a published article and is new in the book', () => {
  it.each([
    ['that is shown', ever(0), 400, { next: ever(400) }],
    ['that opens later', ever(2000), 400, { next: ever(2000) }],
    ['that is never shown', undefined, 400, { next: NOT_YET }],
    ['that ends', { from: 0, until: 2000 }, 400, { next: { from: 400, until: 2000 } }],
  ])('%s', (_, shown, since, expected) => {
    expect(turn(undefined, shown, NOW, since)).toEqual(expected);
  });
});

describe('what the book has already', () => {
  it.each([
    ['runs on', ever(10), ever(0), { known: ever(10) }],
    ['runs, and will end', ever(10), { from: 0, until: 2000 }, { known: { from: 10, until: 2000 } }],
    ['is closed now, whatever it was closed for', ever(10), undefined, { known: { from: 10, until: NOW } }],
    ['is put off', ever(10), ever(2000), { known: { from: 10, until: NOW }, next: ever(2000) }],
    ['is over, and stays so', { from: 10, until: 500 }, undefined, { known: { from: 10, until: 500 } }],
    ['is over, and opened again', { from: 10, until: 500 }, ever(0), { known: { from: 10, until: 500 }, next: ever(NOW) }],
    ['was never shown, and opens', NOT_YET, ever(0), { known: ever(NOW) }],
    ['was never shown, and opens later', NOT_YET, ever(2000), { known: ever(2000) }],
    ['was to open, and is closed before', ever(2000), undefined, { known: NOT_YET }],
  ])('%s', (_, known, shown, expected) => {
    expect(turn(known, shown, NOW)).toEqual(expected);
  }); // prettier-ignore
});

describe('what stands there no more', () => {
  it.each([
    ['ends now', ever(10), { from: 10, until: NOW }],
    ['had ended', { from: 10, until: 500 }, { from: 10, until: 500 }],
    ['is forgotten where nobody saw it', NOT_YET, undefined],
  ])('%s', (_, known, expected) => {
    expect(endOf(known, NOW)).toEqual(expected);
  });
});

describe('a photo in its article', () => {
  it.each([
    ['is shown while both are', { from: 1, until: 3000 }, { from: 5, until: 2000 }, { from: 5, until: 2000 }],
    ['is never shown where they do not meet', { from: 1, until: 1500 }, ever(1600), undefined],
    ['is over where one is', { from: 1, until: 900 }, ever(5), undefined],
    ['is never shown where one is not', undefined, ever(5), undefined],
  ])('%s', (_, article, photo, expected) => {
    expect(bothOf(article, photo, NOW)).toEqual(expected);
  });
});
