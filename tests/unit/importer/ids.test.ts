import { newDocumentId } from '../../../server/importer/bulk/ids';

describe('document ids', () => {
  const ids = Array.from({ length: 20_000 }, () => newDocumentId());

  it('have the shape of those of Strapi', () => {
    expect(ids.filter((id) => !/^[a-z][a-z0-9]{23}$/.test(id))).toEqual([]);
  });

  it('differ', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const same = Array.from({ length: 20_000 }, () => newDocumentId(1_800_000_000_000));
    expect(new Set(same).size).toBe(same.length);
  });

  it('stand in the order of time', () => {
    const times = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000, 2_500_000_000_000];
    const made = times.map((time) => newDocumentId(time));
    expect(made.toSorted()).toEqual(made);
  });

  it('use every letter and digit about as often', () => {
    const counts = new Map<string, number>();
    for (const id of ids) for (const digit of id.slice(8)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    const expected = (ids.length * 16) / 36;
    expect(counts.size).toBe(36);
    for (const count of counts.values()) expect(Math.abs(count / expected - 1)).toBeLessThan(0.1);
  });
});
