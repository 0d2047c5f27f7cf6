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
    // The house form, from what the line and the byline say.
    [AFP, {}, 'AFP'],
    [AFP, { byline: 'Ilse Brandt' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'AFP' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'n/a' }, 'Ilse Brandt / AFP'],
    [AFP, { creditLine: 'AFP PHOTO/Ilse Brandt' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'AFP/ILSE BRANDT' }, 'Ilse Brandt / AFP'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt' }, 'Ilse Brandt / AFP'],
    [REUTERS, { byline: 'Tom Hale', creditLine: 'Tom Hale/Pool via Reuters' }, 'REUTERS/Tom Hale'],
    [REUTERS, { byline: 'Tom Hale, Ilse Brandt', creditLine: 'Reuters' }, 'REUTERS/Tom Hale, Ilse Brandt'],
    // An agency that only the newsroom knows.
    [NORDPIX, { creditLine: 'Ilse Brandt/Nordpix' }, 'Nordpix: Ilse Brandt'],
    // What the form would drop, or contradict, stays.
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/AFP via Getty Images' }, 'Ilse Brandt/AFP via Getty Images'],
    [AFP, { byline: 'Ilse Brandt', creditLine: 'Tom Hale/AFP' }, 'Tom Hale/AFP'],
    [AFP, { creditLine: 'Velna Port Authority / AFP' }, 'Velna Port Authority / AFP'],
    [REUTERS, { byline: 'Tom Hale', creditLine: 'Tom Hale for The Velna Post/Reuters' }, 'Tom Hale for The Velna Post/Reuters'],
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
