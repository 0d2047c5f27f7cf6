import { readRestrictions } from '../../../../server/wire/terms/restrictions';
import { SENTENCES, SENT } from './sentences';

/** "no-sales:JP use-within-days:14 not-before:2031-03-04". */
const read = (text: string): string =>
  readRestrictions(text, SENT)
    .map(({ kind, territory, days, until }) =>
      [kind, territory, days, until?.replace(/:00\.000Z$/u, '').replace(/T(?:00:00|23:59:59\.999Z)$/u, '')]
        .filter((part) => part !== undefined)
        .join(':'),
    )
    .join(' ');

describe.each(SENTENCES)('readRestrictions: %s', (_, rows) => {
  it.each(rows)('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
