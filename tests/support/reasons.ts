const PAST = '2020-01-01T00:00:00.000Z';
const FUTURE = '2999-01-01T00:00:00.000Z';
const restricted = (...restrictions: object[]) => ({
  restrictions: restrictions.map((one) => ({ sentence: 'as printed', ...one })),
});

/** The configuration under which every reason can stand. */
export const STRICT_READING = { rights: { demand: ['rights'], territory: { header: 'x-country' } } };

/** With nothing against it. */
export const OPEN = { creditLine: 'Mira Voss / Nordpix', copyrightHolder: 'Nordpix' };

/** What each reason looks like in an article or photo, and what the API calls it. Every one of them hides it. */
export const REASONS: Readonly<Record<string, { data: object; told: string[] }>> = {
  killed: { data: { ...OPEN, pubStatus: 'canceled' }, told: ['killed'] },
  withheld: { data: { ...OPEN, pubStatus: 'withheld' }, told: ['withheld'] },
  embargoed: { data: { ...OPEN, embargoedUntil: FUTURE }, told: ['embargoed'] },
  notbefore: { data: { ...OPEN, ...restricted({ kind: 'not-before', until: FUTURE }) }, told: ['embargoed'] },
  expired: { data: { ...OPEN, expires: PAST }, told: ['expired'] },
  useuntil: { data: { ...OPEN, ...restricted({ kind: 'use-until', until: PAST }) }, told: ['expired'] },
  window: { data: { ...OPEN, ...restricted({ kind: 'use-within-days', days: 0 }) }, told: ['window-closed'] },
  excluded: { data: { ...OPEN, ...restricted({ kind: 'territory-excluded', territory: 'JP' }) }, told: ['territory'] },
  elsewhere: { data: { ...OPEN, ...restricted({ kind: 'territory-only', territory: 'NO' }) }, told: ['territory'] },
  nointernet: { data: { ...OPEN, ...restricted({ kind: 'no-internet' }) }, told: ['denied'] },
  norights: { data: { creditLine: 'Mira Voss' }, told: ['no-rights'] },
  nocredit: { data: { copyrightHolder: 'Nordpix', ...restricted({ kind: 'mandatory-credit' }) }, told: ['no-credit'] },
};
