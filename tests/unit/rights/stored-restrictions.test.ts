import { storedRestrictions } from '../../../server/gate/stored-restrictions';

describe('a day in a restriction', () => {
  it.each([
    ['use-until', '2026-11-30', '2026-11-30T23:59:59.999Z'],
    ['use-until', '2026-11-30T12:00:00Z', '2026-11-30T12:00:00Z'],
    ['not-before', '2026-11-30', '2026-11-30'],
  ])('%s %s is %s', (kind, until, moment) => {
    const { restrictions } = storedRestrictions([{ kind, until, sentence: '' }]);
    expect(restrictions).toEqual([{ kind, until: moment, sentence: '' }]);
  });
});

describe('what nobody could obey is refused', () => {
  it.each<[object, string]>([
    [{ kind: 'use-until', until: '2027-02-31' }, 'has an until that is no date; write it as 2027-01-05'],
    [{ kind: 'use-until', until: 'soon' }, 'has an until that is no date; write it as 2027-01-05'],
    [{ kind: 'use-within-days', days: -1 }, 'has days that are no number from 0'],
    [{ kind: 'use-within-days', days: 'two' }, 'has days that are no number from 0'],
    [{ kind: 'use-within-days' }, 'is use-within-days and does not say the days'],
    [{ kind: 'territory-only', territory: 'Atlantis' }, 'has a territory that is no country; write its two letters: "JP"'],
  ])('%j', (restriction, problem) => {
    expect(storedRestrictions([restriction])).toEqual({ restrictions: [], problem: `number 1 ${problem}` });
  }); // prettier-ignore

  it('and hours are a part of a day', () => {
    expect(storedRestrictions([{ kind: 'use-within-days', days: 0.5 }]).restrictions).toMatchObject([{ days: 0.5 }]);
  });

  it('and a leap day is kept', () => {
    expect(storedRestrictions([{ kind: 'not-before', until: '2028-02-29' }]).problem).toBeUndefined();
  });
});
