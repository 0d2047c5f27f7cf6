import { contradictionIn } from '../../../server/rights/credit/contradiction';

describe('a contradiction between the fields of a credit', () => {
  it.each([
    ['byline and credit line name the same', { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AP' }],
    ['another letter case', { byline: 'ILSE BRANDT', creditLine: 'Ilse Brandt / AP' }],
    ['a shorter form', { byline: 'I. Brandt', creditLine: 'Ilse Brandt / AP' }],
    ['the caption repeats the credit', { creditLine: 'Ilse Brandt / AP', caption: 'The quay. (AP Photo/Ilse Brandt)' }],
    ['the caption has no credit', { byline: 'Ilse Brandt', creditLine: 'AP', caption: 'Nils Holm on the quay.' }],
    ['one of several names', { byline: 'Ilse Brandt, Nils Holm', creditLine: 'Nils Holm / AFP' }],
    ['nothing at all', {}],
  ])('is none where %s', (_, fields) => {
    expect(contradictionIn(fields)).toBeUndefined();
  });

  it.each([
    [
      'the byline is another than in the credit',
      { byline: 'Nils Holm', creditLine: 'Ilse Brandt / AP' },
      { about: 'person', stated: 'Nils Holm', other: 'Ilse Brandt' },
    ],
    [
      'the byline in the caption is another than in the credit',
      { creditLine: 'Ilse Brandt / AP', caption: 'The quay in Varnhaven. (AP Photo/Nils Holm)' },
      { about: 'person', stated: 'Ilse Brandt', other: 'Nils Holm' },
    ],
    [
      'the agency in the caption is another',
      { creditLine: 'Ilse Brandt / AFP', caption: 'The quay in Varnhaven. (AP Photo/Ilse Brandt)' },
      { about: 'agency', stated: 'AFP', other: 'AP' },
    ],
  ])('is told where %s', (_, fields, told) => {
    expect(contradictionIn(fields)).toEqual(told);
  });
});
