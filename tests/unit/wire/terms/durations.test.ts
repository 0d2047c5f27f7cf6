import { daysOf } from '../../../../server/wire/terms/durations';

describe('daysOf', () => {
  it.each<[string, string, number | undefined]>([
    ['14', 'day', 14],
    ['two', 'week', 14],
    ['36', 'hour', 1.5],
    ['zwölf', 'stunde', undefined],
    ['zwolf', 'stunde', 0.5],
    ['1', 'year', 365],
    ['0', 'day', undefined],
    ['few', 'day', undefined],
  ])('%s %s', (count, unit, expected) => {
    expect(daysOf(count, unit)).toBe(expected);
  });

  it('is a whole number of hours in milliseconds, so that a window ends to the hour', () => {
    for (let hours = 1; hours < 1000; hours += 1) {
      expect((daysOf(String(hours), 'hour') ?? 0) * 86_400_000).toBe(hours * 3_600_000);
    }
  });
});
