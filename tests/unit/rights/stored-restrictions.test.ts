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
