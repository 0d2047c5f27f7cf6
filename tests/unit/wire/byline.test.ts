import { withoutBy } from '../../../server/wire/byline';

describe('withoutBy', () => {
  test.each([
    ['By Ragna Holm', undefined, 'Ragna Holm'],
    ['BY: Ragna Holm', 'en', 'Ragna Holm'],
    ['Byron Holm', 'en', 'Byron Holm'],
    ['Von Ragna Holm, nn', 'de', 'Ragna Holm, nn'],
    ['Von Ragna Holm', 'en-GB', 'Von Ragna Holm'],
    ['Par Ragna HOLM', 'fr-BE', 'Ragna HOLM'],
    ['Av Ragna Holm', 'nb-NO', 'Ragna Holm'],
    ['By', undefined, ''],
  ])('%j in %s → %j', (byline, language, name) => {
    expect(withoutBy(byline, language)).toBe(name);
  });
});
