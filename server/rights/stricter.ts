import type { Restriction } from '../wire/terms/restrictions';

/**
 * The restrictions of something, with those that another version of it has beside them. Never looser than what stood:
 * countries to which both confine it are those that both name. Answers what stood, itself, where nothing is stricter.
 */
export function stricter(standing: readonly Restriction[], other: readonly Restriction[]): readonly Restriction[] {
  const confinedTo = placesOf(standing);
  const isConfined = confinedTo.length > 0;
  const added = other.filter((one) => !standing.some((held) => isSame(held, one)) && !(isConfined && isOnly(one)));
  const left = placesOf(other);
  // A list of the only countries grows looser with every entry, so one that is gone is excluded instead.
  const excluded = left.length === 0 ? [] : confinedTo.filter((place) => !left.includes(place));
  const sentence = other.find(isOnly)?.sentence ?? '';
  const closed = excluded
    .map((territory): Restriction => ({ kind: 'territory-excluded', territory, sentence }))
    .filter((one) => ![...standing, ...added].some((held) => isSame(held, one)));
  return added.length + closed.length === 0 ? standing : [...standing, ...added, ...closed];
}

const isOnly = ({ kind }: Restriction): boolean => kind === 'territory-only';

const placesOf = (restrictions: readonly Restriction[]): string[] =>
  restrictions.flatMap((one) => (isOnly(one) && one.territory !== undefined ? [one.territory] : []));

/** The sentence says where it was read, not what it forbids. */
const isSame = (a: Restriction, b: Restriction): boolean =>
  a.kind === b.kind && a.territory === b.territory && a.days === b.days && a.until === b.until;
