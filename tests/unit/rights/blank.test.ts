import { saysNothing } from '../../../server/rights/blank';

describe('saysNothing', () => {
  it.each([undefined, null, '', '   ', '\u200b', '.', '-', '– –', 'n/a', 'N.A.', 'None', 'no credit', 'k. A.', 'Keine', 'Aucun', 'Sin crédito', 'N.N.', 'keine Angabe', 'sans crédit'])(
    'counts %j as nothing',
    (line) => expect(saysNothing(line)).toBe(true),
  ); // prettier-ignore

  it.each([
    'AFP',
    'Handout',
    'zVg',
    'DR',
    'D.R.',
    'Nona Keiner',
    'Dr. Mira Voss',
    'DRF',
    'NNA',
    'X',
    '7',
    'Ka News',
    'タス',
  ])('counts %j as something', (line) => expect(saysNothing(line)).toBe(false));
});
