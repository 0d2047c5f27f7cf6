import { deliveredDate, instant } from '../../../server/wire/dates';

const read = (text: string, zone?: string) => {
  const warnings: string[] = [];
  const context = { ...(zone === undefined ? {} : { zone }), warn: (code: string) => warnings.push(code) };
  return { value: instant(text, context), warnings };
};

describe('instant', () => {
  test.each([
    // ISO 8601 basic, as NITF and NewsML 1 write it
    ['20180531T150400Z', '2018-05-31T15:04:00.000Z'],
    ['20180531T150400+0200', '2018-05-31T13:04:00.000Z'],
    ['20180531T1504-0500', '2018-05-31T20:04:00.000Z'],
    // ISO 8601 extended
    ['2018-05-31T15:04:00Z', '2018-05-31T15:04:00.000Z'],
    ['2018-05-31T15:04:00.150+02:00', '2018-05-31T13:04:00.150Z'],
    ['2018-05-31T15:04:00.1234567890123Z', '2018-05-31T15:04:00.123Z'],
    ['2018-05-31T15:04:00+0200', '2018-05-31T13:04:00.000Z'],
    ['2018-05-31T15:04:00+02', '2018-05-31T13:04:00.000Z'],
    ['2018-05-31 15:04:00+00:00', '2018-05-31T15:04:00.000Z'],
    ['2018-05-31T24:00:00Z', '2018-06-01T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2018-05-31T15:04:00+02:00[Europe/Berlin]', '2018-05-31T13:04:00.000Z'],
    // week dates and ordinal dates
    ['2018-W22-4T15:04:00Z', '2018-05-31T15:04:00.000Z'],
    // RFC 822 and its habits
    ['Thu, 31 May 2018 15:04:00 GMT', '2018-05-31T15:04:00.000Z'],
    ['Thu, 31 May 2018 15:04:00 +0200 (CEST)', '2018-05-31T13:04:00.000Z'],
    ['31 May 18 1504 EST', '2018-05-31T20:04:00.000Z'],
    ['31-May-2018 15:04 UTC', '2018-05-31T15:04:00.000Z'],
    ['May 31, 2018 3:04 PM EDT', '2018-05-31T19:04:00.000Z'],
    ['Thu May 31 15:04:00 GMT 2018', '2018-05-31T15:04:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual({ value: expected, warnings: [] });
  });

  test.each([
    ['20180531', '2018-05-31T00:00:00.000Z'],
    ['20180531T150400', '2018-05-31T15:04:00.000Z'],
    ['20180531150400', '2018-05-31T15:04:00.000Z'],
    ['2018-05-31 15:04', '2018-05-31T15:04:00.000Z'],
    ['31 May 2018', '2018-05-31T00:00:00.000Z'],
    ['Thu May 31 15:04:00 2018', '2018-05-31T15:04:00.000Z'],
    ['2018-W22-4', '2018-05-31T00:00:00.000Z'],
  ])('reads %s as UTC and warns that no zone is named', (text, expected) => {
    expect(read(text)).toEqual({ value: expected, warnings: ['date-without-zone'] });
  });

  test.each([
    ['20180531T150400', 'Asia/Tokyo', '2018-05-31T06:04:00.000Z'],
    ['2018-01-31 15:04', 'Europe/Berlin', '2018-01-31T14:04:00.000Z'],
    ['2018-07-31 15:04', 'Europe/Berlin', '2018-07-31T13:04:00.000Z'],
    ['31 May 2018', 'America/New_York', '2018-05-31T04:00:00.000Z'],
    ['2018-W22-4', 'America/New_York', '2018-05-31T04:00:00.000Z'],
    ['2018-05-31T15:04:00Z', 'Asia/Tokyo', '2018-05-31T15:04:00.000Z'],
  ])('reads %s in the zone of the feed, %s', (text, zone, expected) => {
    expect(read(text, zone)).toEqual({ value: expected, warnings: [] });
  });

  test.each([
    '',
    ' ',
    'yesterday',
    '2018-13-01',
    '2018-02-30',
    '20180531T250000Z',
    '0000-00-00',
    '31 Nonsense 2018',
    '9'.repeat(200),
  ])('refuses %j', (text) => {
    expect(read(text).value).toBeUndefined();
  });
});

describe('deliveredDate keeps the precision and the zone that were delivered', () => {
  test.each([
    ['20180531', '2018-05-31'],
    ['2018-05', '2018-05'],
    ['2018', '2018'],
    ['20180531T1504', '2018-05-31T15:04'],
    ['20180531T150400+0200', '2018-05-31T15:04:00+02:00'],
    ['2018-05-31T15:04:00.150Z', '2018-05-31T15:04:00.150Z'],
    ['2018-13', undefined],
    ['20180231', undefined],
    ['soon', undefined],
  ])('%s → %s', (text, expected) => {
    expect(deliveredDate(text)).toBe(expected);
  });
});
