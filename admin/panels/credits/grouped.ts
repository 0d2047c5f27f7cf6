import type { Restriction } from '../../../contracts/restrictions';

type Group = [Restriction, ...Restriction[]];

/** So many countries of one sentence are told one by one. */
const ONE_BY_ONE = 5;

/** Restrictions that one sentence makes of many countries ("Europe out") are one for an editor; all others stand alone. */
export function grouped(restrictions: readonly Restriction[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [at, one] of restrictions.entries()) {
    const isOfCountry = one.territory !== undefined && one.sentence !== '';
    const key = isOfCountry ? `${one.kind} ${one.sentence}` : String(at);
    const group = groups.get(key);
    groups.set(key, group ? [...group, one] : [one]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length > ONE_BY_ONE ? [group] : group.map((one): Group => [one]),
  );
}
