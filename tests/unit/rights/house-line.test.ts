import { fill, houseLines, namedCredit, shownCredit } from '../../../server/rights/house-line';

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
    // A whole line is printed as it is.
    [AFP, { creditLine: 'AFP PHOTO/Ilse Brandt' }, 'AFP PHOTO/Ilse Brandt'],
    [REUTERS, { byline: 'Tom Hale', creditLine: 'Tom Hale / Reuters' }, 'Tom Hale / Reuters'],
    [NORDPIX, { creditLine: 'Ilse Brandt/Nordpix' }, 'Ilse Brandt/Nordpix'],
    [AFP, { creditLine: 'AFP PHOTO' }, 'AFP PHOTO'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Pool' }, 'Pool'],
    // So is one that names anybody else.
    [AFP, { byline: 'Ilse Brandt', creditLine: 'AFP via Getty Images' }, 'AFP via Getty Images'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Tom Hale' }, 'Tom Hale'],
    [AFP, { creditLine: 'Velna Port Authority' }, 'Velna Port Authority'],
    [REUTERS, { byline: 'Tom Hale', creditLine: 'Tom Hale for The Velna Post' }, 'Tom Hale for The Velna Post'],
    [{ name: 'AFP' }, { byline: 'Ilse Brandt', creditLine: 'AFP' }, 'AFP'],
    [null, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AP' }, 'Ilse Brandt / AP'],
    [null, { byline: 'Ilse Brandt', creditLine: '-' }, undefined],
  ])('of %j: %j is %j', (agency, item, shown) => {
    expect(shownCredit(item, agency)).toBe(shown);
  }); // prettier-ignore

  it.each([
    [AFP, { byline: 'Ilse Brandt' }, 'Ilse Brandt / AFP'],
    [AFP, { creditLine: 'AFP' }, 'AFP'],
    [AFP, {}, undefined],
    [AFP, { creditLine: '.' }, undefined],
    [null, { byline: 'Ilse Brandt' }, undefined],
  ])('counts as the credit that %j demands, of %j: %j', (agency, item, credit) => {
    expect(namedCredit(item, agency)).toBe(credit);
  });
});
