import { fill, houseLines } from '../../../server/rights/house-line';

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
