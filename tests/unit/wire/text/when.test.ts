import { dateIn } from '../../../../server/wire/text/when';

const quiet = { warn: (): void => undefined };

describe('dates in text', () => {
  it.each([
    ['March 4, 2019', '2019-03-04T00:00:00.000Z'],
    ['Feb. 26, 2019', '2019-02-26T00:00:00.000Z'],
    ['31 May 2018', '2018-05-31T00:00:00.000Z'],
    ['1st of nothing, 2nd June 2021', '2021-06-02T00:00:00.000Z'],
    ['28.04.2023 16:11 Uhr', '2023-04-28T16:11:00.000Z'],
    ['06. 01. 2026, 14:59 Uhr', '2026-01-06T14:59:00.000Z'],
    ['8. Juni 2020, 12.00 Uhr', '2020-06-08T12:00:00.000Z'],
    ['le 5 septembre 2019 à 09:12', '2019-09-05T09:12:00.000Z'],
    ['el 20 de marzo de 2019', '2019-03-20T00:00:00.000Z'],
    ['el 20 de marzo del 2019 a las 18 horas', '2019-03-20T18:00:00.000Z'],
    ['8. Juni 2020, 18 Uhr', '2020-06-08T18:00:00.000Z'],
    ['le 5 septembre 2019 à 9h', '2019-09-05T09:00:00.000Z'],
    ['noon on 31 May 2018', '2018-05-31T12:00:00.000Z'],
    ['le 5 septembre 2019, il y a 2 heures', '2019-09-05T00:00:00.000Z'],
    ['05 Gennaio 2025 alle 16:01', '2025-01-05T16:01:00.000Z'],
    ['14 мая 2025', '2025-05-14T00:00:00.000Z'],
    ['2025年1月21日 20:50', '2025-01-21T20:50:00.000Z'],
    ['2024-02-14T16:15:30Z', '2024-02-14T16:15:00.000Z'],
    ['29/05/2025 20:00', '2025-05-29T20:00:00.000Z'],
    ['Published 3:04 p.m. EDT, May 31, 2018', '2018-05-31T19:04:00.000Z'],
    ['14:00 UTC on 24 March 2021', '2021-03-24T14:00:00.000Z'],
    ['at 1100 GMT, Thursday 16 March 2023', '2023-03-16T11:00:00.000Z'],
    ['12:01 A.M. EDT, THURSDAY, JULY 1, 2021', '2021-07-01T04:01:00.000Z'],
    ['June 26, 2023 5 AM PT', '2023-06-26T12:00:00.000Z'],
    ['January 26, 2023 5 AM PT', '2023-01-26T13:00:00.000Z'],
    ['22. Dezember 201922. Dezember 2019', '2019-12-22T00:00:00.000Z'],
  ])('%j', (text, iso) => {
    expect(dateIn(text, quiet)?.iso).toBe(iso);
  });

  it.each(['March 5', 'in 2019', '31 February 2019', '99.99.2020', 'may 2018 be better', ''])(
    '%j is no date',
    (text) => {
      expect(dateIn(text, quiet)).toBeUndefined();
    },
  );

  it('takes the zone of the feed for a time without one, never for a day', () => {
    const context = { zone: 'Europe/Berlin', warn: (): void => undefined };
    expect(dateIn('8. Juni 2020, 12.00 Uhr', context)?.iso).toBe('2020-06-08T10:00:00.000Z');
    expect(dateIn('8. Juni 2020', context)?.iso).toBe('2020-06-08T00:00:00.000Z');
  });

  it('says where the date stands', () => {
    const text = 'Updated: 3 March 2020 at 10:15, Easthaven';
    const date = dateIn(text, quiet);
    expect(text.slice(date?.from, date?.to)).toBe('3 March 2020 at 10:15');
  });
});
