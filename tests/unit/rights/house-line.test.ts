import { demandedCredit, fill, houseLines, namedCredit, shownCredit } from '../../../server/rights/house-line';

describe('fill', () => {
  it.each([
    ['{byline} / AFP', { byline: 'Ilse Brandt' }, 'Ilse Brandt / AFP'],
    ['{byline} / AFP', {}, 'AFP'],
    ['{byline}/{agency}', { agency: 'dpa' }, 'dpa'],
    ['Photo: {byline}, {agency}', { byline: 'Ilse Brandt', agency: 'PA' }, 'Photo: Ilse Brandt, PA'],
    ['© {year} AFP. All rights reserved.', { year: '2026' }, '© 2026 AFP. All rights reserved.'],
    ['© {year} AFP', {}, '© AFP'],
    ['REUTERS', { byline: 'x' }, 'REUTERS'],
    ['REUTERS/{byline}', {}, 'REUTERS'],
    ['REUTERS/{byline}', { byline: 'Ilse Brandt' }, 'REUTERS/Ilse Brandt'],
    ['A / {byline} / B', {}, 'A / B'],
  ])('%s with %j', (template, words, line) => {
    expect(fill(template, words)).toBe(line);
  });
});

describe('houseLines', () => {
  it('offers only what the agency has', () => {
    expect(houseLines({ name: 'AFP' }, { byline: 'Ilse Brandt' })).toBeNull();
    expect(
      houseLines({ name: 'AFP', creditTemplate: '{byline} / AFP', copyrightHolder: 'AFP' }, { byline: 'Ilse Brandt' }),
    ).toEqual({
      creditLine: 'Ilse Brandt / AFP',
      copyrightHolder: 'AFP',
    });
  });
});

describe('shownCredit', () => {
  const AFP = { name: 'AFP', creditTemplate: '{byline} / AFP' };
  const REUTERS = { name: 'Reuters', creditTemplate: 'REUTERS/{byline}' };
  const GETTY = { name: 'Getty Images', creditTemplate: '{byline}/Getty Images' };
  const NORDPIX = { name: 'Nordpix', creditTemplate: 'Nordpix: {byline}' };

  it.each([
    // The house form, where the line is missing or says half of it.
    [AFP, {}, 'AFP'],
    [AFP, { byline: 'Ilse Brandt' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'AFP' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Agence France-Presse' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'n/a' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'ILSE BRANDT' }, 'Ilse Brandt / AFP'],
    [AFP, { creditLine: 'Photo: Ilse Brandt' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Handout / AFP' }, 'Ilse Brandt / AFP'],
    [REUTERS, { byline: 'Tom Hale, Ilse Brandt', creditLine: 'Reuters' }, 'REUTERS/Tom Hale, Ilse Brandt'],
    // An agency that only the newsroom knows.
    [NORDPIX, { byline: 'Ilse Brandt', creditLine: 'NORDPIX' }, 'Nordpix: Ilse Brandt'],
    // The photographer stands before a line of several agencies, and whom the agency worked for stays in it.
    [AFP, { byline: 'Ilse Brandt', creditLine: 'AFP via Getty Images' }, 'Ilse Brandt / AFP via Getty Images'],
    [GETTY, { byline: 'Ilse Brandt', creditLine: 'NurPhoto via Getty Images' }, 'Ilse Brandt/NurPhoto via Getty Images'],
    [GETTY, { byline: 'Ilse Brandt', creditLine: 'Getty Images for Velna Ferries' }, 'Ilse Brandt/Getty Images for Velna Ferries'],
    [GETTY, { creditLine: 'Getty Images for Velna Ferries' }, 'Getty Images for Velna Ferries'],
    // "Handout" is no photographer, and what demands a credit no part of it.
    [AFP, { byline: 'Handout', creditLine: 'AFP' }, 'AFP'],
    [AFP, { byline: 'Stringer' }, 'AFP'],
    [AFP, { creditLine: 'Mandatory credit: AFP' }, 'AFP'],
    [null, { creditLine: 'Mandatory Credit: Ilse Brandt / AP' }, 'Ilse Brandt / AP'],
    // A whole line is printed as it is.
    [AFP, { creditLine: 'AFP PHOTO/Ilse Brandt' }, 'AFP PHOTO/Ilse Brandt'],
    [REUTERS, { byline: 'Tom Hale', creditLine: 'Tom Hale / Reuters' }, 'Tom Hale / Reuters'],
    [NORDPIX, { creditLine: 'Ilse Brandt/Nordpix' }, 'Ilse Brandt/Nordpix'],
    [AFP, { creditLine: 'AFP PHOTO' }, 'AFP PHOTO'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Pool' }, 'Pool'],
    // So is one that names anybody else.
    [REUTERS, { byline: 'Ilse Brandt', creditLine: 'Reuters via Getty Images' }, 'Reuters via Getty Images'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Tom Hale' }, 'Tom Hale'],
    [AFP, { creditLine: 'Velna Port Authority' }, 'Velna Port Authority'],
    [REUTERS, { byline: 'Tom Hale', creditLine: 'Tom Hale for The Velna Post' }, 'Tom Hale for The Velna Post'],
    [{ name: 'AFP' }, { byline: 'Ilse Brandt', creditLine: 'AFP' }, 'AFP'],
    [null, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AP' }, 'Ilse Brandt / AP'],
    [null, { byline: 'Ilse Brandt', creditLine: '-' }, undefined],
  ])('of %j: %j is %j', (agency, item, shown) => {
    expect(shownCredit(item, agency)).toBe(shown);
  }); // prettier-ignore

  it('has no photo in it for a text', () => {
    const ap = { name: 'AP', creditTemplate: 'AP Photo/{byline}' };
    expect(shownCredit({ byline: 'Ilse Brandt' }, ap, 'article')).toBe('AP/Ilse Brandt');
    expect(shownCredit({}, ap, 'article')).toBe('AP');
    expect(shownCredit({ byline: 'Ilse Brandt' }, ap, 'photo')).toBe('AP Photo/Ilse Brandt');
  });

  // What readers see is what counts, where it credits anybody; somebody has said it only where a field does.
  it.each([
    [AFP, { byline: 'Ilse Brandt' }, 'Ilse Brandt / AFP', 'Ilse Brandt / AFP'],
    [AFP, { creditLine: 'AFP' }, 'AFP', 'AFP'],
    [AFP, {}, 'AFP', undefined],
    [AFP, { creditLine: '.' }, 'AFP', undefined],
    [AFP, { creditLine: 'Handout' }, undefined, undefined],
    [null, { creditLine: 'Pool' }, undefined, undefined],
    [null, { creditLine: 'zVg' }, undefined, undefined],
    [null, { creditLine: 'D.R.' }, undefined, undefined],
    [null, { creditLine: 'DR' }, 'DR', 'DR'],
    [null, { creditLine: 'Photo by' }, undefined, undefined],
    [null, { creditLine: 'Mandatory credit:' }, undefined, undefined],
    [null, { creditLine: 'Mandatory credit' }, undefined, undefined],
    [null, { creditLine: 'Foto:' }, undefined, undefined],
    // The newspaper.
    [null, { creditLine: 'Bild' }, 'Bild', 'Bild'],
    [null, { byline: 'Ilse Brandt' }, undefined, undefined],
  ])('counts as the credit that %j demands, of %j: %j; said by somebody: %j', (agency, item, credit, said) => {
    expect([demandedCredit(item, agency), namedCredit(item, agency)]).toEqual([credit, said]);
  });
});
