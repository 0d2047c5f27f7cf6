import type { Restriction } from '../../../server/wire/terms/restrictions';
import { validity, type Reason, type Rights, type Use } from '../../../server/rights/validity';

const NOW = new Date('2031-03-10T12:00:00.000Z');
const EARLIER = '2031-03-10T11:59:59.999Z';
const LATER = '2031-03-10T12:00:00.001Z';
const SENT = '2031-03-01T12:00:00.000Z';

/** A photo with nothing against it. */
const FREE: Rights = { creditLine: 'Mira Voss / Nordpix', agency: 'Nordpix', transmittedAt: SENT };
const restricted = (...restrictions: Omit<Restriction, 'sentence'>[]): Rights => ({
  ...FREE,
  restrictions: restrictions.map((restriction) => ({ ...restriction, sentence: 'as printed' })),
});

describe('validity: one reason at a time', () => {
  const EDITORIAL: Use = {};
  it.each<[string, Rights, Use, Reason[]]>([
    ['nothing stands against it', FREE, EDITORIAL, []],
    ['a kill', { ...FREE, pubStatus: 'canceled' }, EDITORIAL, ['killed']],
    ['withheld', { ...FREE, pubStatus: 'withheld' }, EDITORIAL, ['withheld']],
    ['an embargo that ends later', { ...FREE, embargoedUntil: LATER }, EDITORIAL, ['embargoed']],
    ['an embargo that ends now', { ...FREE, embargoedUntil: NOW.toISOString() }, EDITORIAL, []],
    ['an embargo that cannot be read', { ...FREE, embargoedUntil: 'Monday' }, EDITORIAL, ['embargoed']],
    ['not before a later moment', restricted({ kind: 'not-before', until: LATER }), EDITORIAL, ['embargoed']],
    ['an embargo of which no end is given', restricted({ kind: 'not-before' }), EDITORIAL, ['embargoed']],
    ['not before an earlier moment', restricted({ kind: 'not-before', until: EARLIER }), EDITORIAL, []],
    ['expiry now', { ...FREE, expires: NOW.toISOString() }, EDITORIAL, ['expired']],
    ['expiry later', { ...FREE, expires: LATER }, EDITORIAL, []],
    ['an expiry that cannot be read', { ...FREE, expires: 'soon' }, EDITORIAL, ['expired']],
    ['use until an earlier moment', restricted({ kind: 'use-until', until: EARLIER }), EDITORIAL, ['expired']],
    ['a window of 9 days, after 9', restricted({ kind: 'use-within-days', days: 9 }), EDITORIAL, ['window-closed']],
    ['a window of 10 days, after 9', restricted({ kind: 'use-within-days', days: 10 }), EDITORIAL, []],
    ["the agency's window of 9 days, after 9", { ...FREE, validityDays: 9 }, EDITORIAL, ['window-closed']],
    [
      'a window without a beginning',
      { creditLine: 'Nordpix', agency: 'Nordpix', validityDays: 99 },
      EDITORIAL,
      ['window-closed'],
    ],
    [
      'Japan out, in Japan',
      restricted({ kind: 'territory-excluded', territory: 'JP' }),
      { territory: 'JP' },
      ['territory'],
    ],
    ['Japan out, in Norway', restricted({ kind: 'territory-excluded', territory: 'JP' }), { territory: 'NO' }, []],
    [
      'Japan out, nobody knows where',
      restricted({ kind: 'territory-excluded', territory: 'JP' }),
      { territory: null },
      ['territory'],
    ],
    ['Japan out, places are not judged', restricted({ kind: 'territory-excluded', territory: 'JP' }), EDITORIAL, []],
    [
      'Norway only, in Japan',
      restricted({ kind: 'territory-only', territory: 'NO' }),
      { territory: 'JP' },
      ['territory'],
    ],
    ['Norway only, in Norway', restricted({ kind: 'territory-only', territory: 'NO' }), { territory: 'NO' }, []],
    [
      'Norway and Sweden only, in Sweden',
      restricted({ kind: 'territory-only', territory: 'NO' }, { kind: 'territory-only', territory: 'SE' }),
      { territory: 'SE' },
      [],
    ],
    [
      'editorial only, in an advertisement',
      restricted({ kind: 'editorial-only' }),
      { purpose: 'commercial' },
      ['not-editorial'],
    ],
    ['editorial only, in a story', restricted({ kind: 'editorial-only' }), EDITORIAL, []],
    ['no internet, on the web', restricted({ kind: 'no-internet' }), EDITORIAL, ['denied']],
    ['no internet, in print', restricted({ kind: 'no-internet' }), { channel: 'print' }, []],
    ['no archive, from the archive', restricted({ kind: 'no-archive' }), { purpose: 'archive' }, ['denied']],
    ['one time use, once used', restricted({ kind: 'one-time-use' }), { usedBefore: true }, ['denied']],
    ['no resale, to a partner', restricted({ kind: 'no-resale' }), { purpose: 'syndication' }, ['denied']],
    [
      'no sales in Japan, to a partner in Norway',
      restricted({ kind: 'no-sales', territory: 'JP' }),
      { purpose: 'syndication', territory: 'NO' },
      [],
    ],
    ['no credit', { agency: 'Nordpix' }, EDITORIAL, ['no-credit']],
    ['no credit, where none is demanded', { agency: 'Nordpix' }, { demands: ['rights'] }, []],
    [
      'no credit, where none is demanded but the agency does',
      { ...restricted({ kind: 'mandatory-credit' }), creditLine: ' ' },
      { demands: [] },
      ['no-credit'],
    ],
    ['nobody is known to own it', { creditLine: 'Mira Voss' }, EDITORIAL, ['no-rights']],
    ['nobody is known to own it, where that is not demanded', { creditLine: 'Mira Voss' }, { demands: ['credit'] }, []],
    ['a denial', { ...FREE, decisions: [{ effect: 'deny', who: 'Desk', why: 'Court order' }] }, EDITORIAL, ['denied']],
    [
      'a denial that is over',
      { ...FREE, decisions: [{ effect: 'deny', who: 'Desk', why: 'Court order', until: EARLIER }] },
      EDITORIAL,
      [],
    ],
    [
      'a denial that begins later',
      { ...FREE, decisions: [{ effect: 'deny', who: 'Desk', why: 'Court order', from: LATER }] },
      EDITORIAL,
      [],
    ],
  ])('%s', (_, rights, use, reasons) => {
    expect(validity(rights, NOW, use)).toMatchObject({ servable: reasons.length === 0, reasons });
  });
});

describe('validity: all reasons are told', () => {
  it('lists them, the gravest first', () => {
    const rights: Rights = { pubStatus: 'canceled', expires: EARLIER };
    expect(validity(rights, NOW).reasons).toEqual(['killed', 'expired', 'no-rights', 'no-credit']);
  });

  it('says when it may be shown, where only time stands against it', () => {
    expect(validity({ ...FREE, embargoedUntil: LATER }, NOW)).toEqual({
      servable: false,
      reasons: ['embargoed'],
      mandatoryCredit: false,
      from: LATER,
    });
    expect(validity({ ...FREE, embargoedUntil: LATER, pubStatus: 'withheld' }, NOW)).not.toHaveProperty('from');
  });

  it('says until when it may be shown, and that the credit must be', () => {
    const rights = restricted({ kind: 'mandatory-credit' }, { kind: 'use-within-days', days: 14 });
    expect(validity({ ...rights, expires: '2031-04-01T00:00:00.000Z' }, NOW)).toEqual({
      servable: true,
      reasons: [],
      mandatoryCredit: true,
      until: '2031-03-15T12:00:00.000Z',
    });
  });

  it('has no end that no date can hold', () => {
    expect(validity({ ...FREE, validityDays: 1e15 }, NOW)).not.toHaveProperty('until');
  });
});

describe('validity: what an editor allows', () => {
  const allowance = {
    effect: 'allow',
    who: 'Jon Dahl',
    why: 'Licence 4711',
    until: '2031-03-20T00:00:00.000Z',
  } as const;
  const expired: Rights = { ...FREE, expires: EARLIER };

  it('lifts what can be lifted, and names who, why and until when', () => {
    expect(validity({ ...expired, decisions: [allowance] }, NOW)).toEqual({
      servable: true,
      reasons: [],
      mandatoryCredit: false,
      until: allowance.until,
      override: { who: 'Jon Dahl', why: 'Licence 4711', until: allowance.until, lifts: ['expired'] },
    });
  });

  it.each<[string, Rights]>([
    ['a denial wins', { ...expired, decisions: [allowance, { effect: 'deny', who: 'Desk', why: 'Court order' }] }],
    [
      'without an end it does not count',
      { ...expired, decisions: [{ effect: 'allow', who: 'Jon Dahl', why: 'Licence' }] },
    ],
    ['without a reason it does not count', { ...expired, decisions: [{ ...allowance, why: ' ' }] }],
    ['without a name it does not count', { ...expired, decisions: [{ ...allowance, who: '' }] }],
    ['it is over', { ...expired, decisions: [{ ...allowance, until: NOW.toISOString() }] }],
    ['it has not begun', { ...expired, decisions: [{ ...allowance, from: LATER }] }],
    ['it begins at no date', { ...expired, decisions: [{ ...allowance, from: 'Monday' }] }],
  ])('%s', (_, rights) => {
    expect(validity(rights, NOW)).toMatchObject({ servable: false });
    expect(validity(rights, NOW).reasons).toContain('expired');
  });

  it.each<[Reason, Rights]>([
    ['killed', { ...FREE, pubStatus: 'canceled' }],
    ['withheld', { ...FREE, pubStatus: 'withheld' }],
    ['embargoed', { ...FREE, embargoedUntil: LATER }],
    ['no-credit', { agency: 'Nordpix' }],
  ])('%s cannot be lifted', (reason, rights) => {
    expect(validity({ ...rights, decisions: [allowance] }, NOW).reasons).toEqual([reason]);
  });

  it.each<[Reason, Rights, Use]>([
    ['no-rights', { creditLine: 'Mira Voss' }, {}],
    ['window-closed', { ...FREE, validityDays: 1 }, {}],
    ['territory', restricted({ kind: 'territory-only', territory: 'NO' }), { territory: 'JP' }],
    ['not-editorial', restricted({ kind: 'editorial-only' }), { purpose: 'commercial' }],
    ['denied', restricted({ kind: 'no-internet' }), {}],
  ])('%s can be lifted', (reason, rights, use) => {
    expect(validity({ ...rights, decisions: [allowance] }, NOW, use).override?.lifts).toEqual([reason]);
  });

  it('does not show where nothing had to be lifted', () => {
    expect(validity({ ...FREE, decisions: [allowance] }, NOW)).toEqual({
      servable: true,
      reasons: [],
      mandatoryCredit: false,
    });
  });
});
