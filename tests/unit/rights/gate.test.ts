import { ALWAYS, closed, gateOf, NEVER, type Gate } from '../../../server/rights/gate';
import type { Restriction } from '../../../server/wire/terms/restrictions';
import { validity, type Rights, type Use } from '../../../server/rights/validity';

const NOW = '2031-03-10T12:00:00.000Z';
const at = (time: string) => new Date(time);

/** Sent nine days ago, with nothing against it. */
const FREE: Rights = {
  creditLine: 'Mira Voss / Nordpix',
  agency: 'Nordpix',
  transmittedAt: '2031-03-01T12:00:00.000Z',
};
const OPEN: Gate = { servableFrom: NEVER, servableUntil: ALWAYS, servableIn: null, blockedBy: null, rejudgeAt: null };
const SHUT: Gate = { servableFrom: ALWAYS, servableUntil: NEVER, servableIn: null, blockedBy: null, rejudgeAt: null };
const restricted = (...restrictions: Omit<Restriction, 'sentence'>[]): Rights => ({
  ...FREE,
  restrictions: restrictions.map((restriction) => ({ ...restriction, sentence: 'as printed' })),
});
/** Open until a moment, at which it must be judged anew. */
const until = (time: string): Partial<Gate> => ({ servableUntil: time, rejudgeAt: time });
/** Open from a moment on, at which it must be judged anew. */
const from = (time: string): Partial<Gate> => ({ servableFrom: time, rejudgeAt: time });
const allowed = { effect: 'allow' as const, who: 'Ada', why: 'Licensed' };
const denied = { effect: 'deny' as const, who: 'Ada', why: 'Court order' };

describe('the gate as columns', () => {
  it.each<[string, Rights, Partial<Gate>]>([
    ['nothing against it', FREE, OPEN],
    ['an embargo', { ...FREE, embargoedUntil: '2031-03-11T06:00:00.000Z' }, from('2031-03-11T06:00:00.000Z')],
    ['an embargo that is over', { ...FREE, embargoedUntil: NOW }, { servableFrom: NOW }],
    ['an embargo that cannot be read', { ...FREE, embargoedUntil: 'Monday' }, { ...SHUT, blockedBy: 'embargoed' }],
    ['an embargo without an end', restricted({ kind: 'not-before' }), { ...SHUT, blockedBy: 'embargoed' }],
    ['an expiry to come', { ...FREE, expires: '2031-03-12T00:00:00.000Z' }, until('2031-03-12T00:00:00.000Z')],
    ['an expiry that is over', { ...FREE, expires: NOW }, { ...SHUT, blockedBy: 'expired' }],
    [
      'an embargo and an expiry',
      { ...FREE, embargoedUntil: '2031-03-11T00:00:00.000Z', expires: '2031-03-12T00:00:00.000Z' },
      { ...until('2031-03-12T00:00:00.000Z'), ...from('2031-03-11T00:00:00.000Z') },
    ],
    [
      'an embargo that ends after the expiry',
      { ...FREE, embargoedUntil: '2031-03-13T00:00:00.000Z', expires: '2031-03-12T00:00:00.000Z' },
      { ...SHUT, blockedBy: 'embargoed' },
    ],
    ['a window of 14 days', { ...FREE, validityDays: 14 }, until('2031-03-15T12:00:00.000Z')],
    [
      'a window that has closed',
      restricted({ kind: 'use-within-days', days: 9 }),
      { ...SHUT, blockedBy: 'window-closed' },
    ],
    ['two windows: the shorter', { ...restricted({ kind: 'use-within-days', days: 12 }), validityDays: 14 }, until('2031-03-13T12:00:00.000Z')], // prettier-ignore
    ['a kill', { ...FREE, pubStatus: 'canceled', expires: NOW }, { ...SHUT, blockedBy: 'killed' }],
    ['withheld', { ...FREE, pubStatus: 'withheld' }, { ...SHUT, blockedBy: 'withheld' }],
    ['a denial', { ...FREE, decisions: [denied] }, { ...SHUT, blockedBy: 'denied' }],
    [
      'a denial that begins tomorrow',
      { ...FREE, decisions: [{ ...denied, from: '2031-03-11T12:00:00.000Z' }] },
      until('2031-03-11T12:00:00.000Z'),
    ],
    [
      'a denial that ends tomorrow',
      { ...FREE, decisions: [{ ...denied, until: '2031-03-11T12:00:00.000Z' }] },
      from('2031-03-11T12:00:00.000Z'),
    ],
    [
      'a closed window that is allowed for a day',
      { ...FREE, validityDays: 9, decisions: [{ ...allowed, until: '2031-03-11T12:00:00.000Z' }] },
      until('2031-03-11T12:00:00.000Z'),
    ],
    [
      'a kill that somebody allows',
      { ...FREE, pubStatus: 'canceled', decisions: [{ ...allowed, until: '2031-03-11T12:00:00.000Z' }] },
      { ...SHUT, blockedBy: 'killed' },
    ],
    ['no web', restricted({ kind: 'no-internet' }), { ...SHUT, blockedBy: 'denied' }],
    ['Japan out', restricted({ kind: 'territory-excluded', territory: 'JP' }), { servableIn: '- JP ' }],
    [
      'Japan and China out',
      restricted({ kind: 'territory-excluded', territory: 'JP' }, { kind: 'territory-excluded', territory: 'CN' }),
      { servableIn: '- CN JP ' },
    ],
    [
      'the Nordic countries only, without Sweden',
      restricted({ kind: 'territory-only', territory: 'NO' }, { kind: 'territory-only', territory: 'SE' }, { kind: 'territory-excluded', territory: 'SE' }), // prettier-ignore
      { servableIn: '+ NO ' },
    ],
    [
      'only where it is excluded: nowhere',
      restricted({ kind: 'territory-only', territory: 'NO' }, { kind: 'territory-excluded', territory: 'NO' }),
      { ...SHUT, blockedBy: 'territory' },
    ],
    [
      'Japan out, allowed for a day: everywhere until then',
      { ...restricted({ kind: 'territory-excluded', territory: 'JP' }), decisions: [{ ...allowed, until: '2031-03-11T12:00:00.000Z' }] }, // prettier-ignore
      until('2031-03-11T12:00:00.000Z'),
    ],
    ['no credit, nothing demanded', { agency: 'Nordpix' }, OPEN],
    ['no credit, which is mandatory', { ...restricted({ kind: 'mandatory-credit' }), creditLine: ' ' }, { ...SHUT, blockedBy: 'no-credit' }], // prettier-ignore
  ])('%s', (_, rights, expected) => {
    const base = expected.servableFrom === ALWAYS ? SHUT : OPEN;
    expect(gateOf(rights, at(NOW))).toEqual({ ...base, ...expected });
  });

  it.each<[NonNullable<Use['demands']>[number], Rights, Gate['blockedBy']]>([
    ['credit', { agency: 'Nordpix' }, 'no-credit'],
    ['rights', { creditLine: 'Mira Voss' }, 'no-rights'],
  ])('a newsroom that demands %s', (demand, rights, blockedBy) => {
    expect(gateOf(rights, at(NOW)).blockedBy).toBeNull();
    expect(gateOf(rights, at(NOW), [demand])).toEqual({ ...SHUT, blockedBy });
  });

  it('is closed for what stands beside the reasons', () => {
    expect(closed('unreleased')).toEqual({ ...SHUT, blockedBy: 'unreleased' });
  });
});

describe('the gate and the judgement', () => {
  const DAYS = Array.from({ length: 25 }, (_, day) => new Date(Date.UTC(2031, 2, 1 + day, 12)));
  const PLACES = ['NO', 'SE', 'JP', 'US', null];
  const isOpen = (gate: Gate, when: Date, place: string | null) => {
    const time = when.getTime();
    if (time < Date.parse(gate.servableFrom) || time >= Date.parse(gate.servableUntil)) return false;
    if (gate.servableIn === null) return true;
    const isNamed = place !== null && gate.servableIn.includes(` ${place} `);
    return gate.servableIn.startsWith('+') ? isNamed : place !== null && !isNamed;
  };
  const CASES: Readonly<Record<string, Rights>> = {
    free: FREE,
    dated: { ...FREE, embargoedUntil: '2031-03-05T00:00:00.000Z', expires: '2031-03-20T00:00:00.000Z' },
    windowed: { ...FREE, validityDays: 14 },
    placed: restricted({ kind: 'territory-only', territory: 'NO' }, { kind: 'territory-only', territory: 'JP' }),
    excluded: { ...restricted({ kind: 'territory-excluded', territory: 'US' }), validityDays: 10 },
    decided: {
      ...restricted({ kind: 'territory-excluded', territory: 'US' }),
      validityDays: 5,
      decisions: [
        { ...allowed, from: '2031-03-08T00:00:00.000Z', until: '2031-03-18T00:00:00.000Z' },
        { ...denied, from: '2031-03-12T00:00:00.000Z', until: '2031-03-14T00:00:00.000Z' },
      ],
    },
  };

  it.each(Object.entries(CASES))('agree for every day and place, judged anew when it is time: %s', (_, rights) => {
    let gate = gateOf(rights, DAYS[0] ?? new Date(0));
    for (const day of DAYS) {
      if (gate.rejudgeAt !== null && Date.parse(gate.rejudgeAt) <= day.getTime()) gate = gateOf(rights, day);
      for (const territory of PLACES) {
        const shown = isOpen(gate, day, territory);
        expect([day, territory, shown]).toEqual([day, territory, validity(rights, day, { territory, demands: [] }).servable]); // prettier-ignore
      }
    }
  });
});
