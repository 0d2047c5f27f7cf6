import { contradictionIn } from '../../../server/rights/credit/contradiction';

const GETTY = { documentId: 'getty', name: 'Getty Images' };

describe('a contradiction between the fields of a credit', () => {
  it.each([
    ['byline and credit line name the same', { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AP' }],
    ['another letter case', { byline: 'ILSE BRANDT', creditLine: 'Ilse Brandt / AP' }],
    ['a shorter form', { byline: 'I. Brandt', creditLine: 'Ilse Brandt / AP' }],
    ['a shorter form in the caption', { creditLine: 'Ines Brandt / AP', caption: 'The quay. (AP Photo/I. Brandt)' }],
    ['a form without accents', { byline: 'Jörg Møller', creditLine: 'Joerg Moller / AP' }],
    ['the family name first', { byline: 'Brandt, Ines', creditLine: 'Ines Brandt / AP' }],
    ['the caption repeats the credit', { creditLine: 'Ilse Brandt / AP', caption: 'The quay. (AP Photo/Ilse Brandt)' }],
    ['the caption has no credit', { byline: 'Ilse Brandt', creditLine: 'AP', caption: 'Nils Holm on the quay.' }],
    ['one of several names', { byline: 'Ilse Brandt, Nils Holm', creditLine: 'Nils Holm / AFP' }],
    ['the agency is the linked one', { creditLine: 'Ilse Brandt / AFP via Getty Images', agency: GETTY }],
    ['the linked agency is called otherwise', { creditLine: 'Ilse Brandt / GettyImages', agency: GETTY }],
    ['no agency is named', { creditLine: 'Ilse Brandt', agency: GETTY }],
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
    [
      'another of the same family is credited',
      { byline: 'Ines Brandt', creditLine: 'Ilse Brandt / AP' },
      { about: 'person', stated: 'Ines Brandt', other: 'Ilse Brandt' },
    ],
    [
      'the linked agency is another than in the credit',
      { creditLine: 'AFP', agency: GETTY },
      { about: 'linked', stated: 'AFP', other: 'Getty Images' },
    ],
  ])('is told where %s', (_, fields, told) => {
    expect(contradictionIn(fields)).toEqual(told);
  });
});
