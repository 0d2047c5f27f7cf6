import type { Restriction } from '../../../contracts/restrictions';
import { grouped } from '../../../admin/panels/credits/grouped';

const out = (territory: string, sentence: string): Restriction => ({ kind: 'territory-excluded', territory, sentence });
const europe = ['AT', 'BE', 'CH', 'DE', 'ES', 'FR'].map((code) => out(code, 'Europe out'));
const noSales: Restriction = { kind: 'no-sales', sentence: 'Europe out' };

describe('restrictions, as an editor reads them', () => {
  it.each<[string, Restriction[], number[]]>([
    ['none', [], []],
    ['six countries of one sentence are one', europe, [6]],
    ['five are five', europe.slice(0, 5), [1, 1, 1, 1, 1]],
    ['of two sentences they stand apart', [...europe, out('JP', 'Japan out'), out('IT', '')], [6, 1, 1]],
    ['what is no country stands alone', [...europe.slice(0, 3), noSales, ...europe.slice(3)], [6, 1]],
  ])('%s', (_, restrictions, sizes) => {
    expect(grouped(restrictions).map((group) => group.length)).toEqual(sizes);
    expect(grouped(restrictions).flat()).toHaveLength(restrictions.length);
  });
});
