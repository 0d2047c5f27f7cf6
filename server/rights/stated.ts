import type { Story, StoryPhoto } from '../../contracts/story';
import { distinct, readCaptionRestrictions, readRestrictions, type Restriction } from '../wire/terms/restrictions';

/** The restrictions that a story states, in its usage terms and its notes to editors; null where it states none. */
export function storyRestrictions({ usageTerms, edNote }: Pick<Story, 'usageTerms' | 'edNote'>): Restriction[] | null {
  return some([...readRestrictions(usageTerms ?? ''), ...readRestrictions(edNote ?? '')]);
}

/**
 * The restrictions that a photo states, in its usage terms, its instructions, its credit, its caption and its copyright
 * line; null where it states none.
 */
export function photoRestrictions(
  photo: Pick<StoryPhoto, 'usageTerms' | 'instructions' | 'creditLine' | 'caption' | 'copyrightNotice'>,
): Restriction[] | null {
  const { usageTerms, instructions, creditLine, caption, copyrightNotice } = photo;
  return some([
    ...[usageTerms, instructions].flatMap((terms) => readRestrictions(terms ?? '')),
    ...[creditLine, caption].flatMap((prose) => readCaptionRestrictions(prose ?? '')),
    ...readRestrictions(copyrightNotice ?? ''),
  ]);
}

const some = (restrictions: readonly Restriction[]): Restriction[] | null =>
  restrictions.length === 0 ? null : distinct(restrictions);

/** True where two lists say the same: databases give the keys of JSON back in an order of their own. */
export function sameRestrictions(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (!Array.isArray(value)) return '[]';
  const entries = value.map((one: unknown) =>
    typeof one === 'object' && one !== null ? Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)) : one,
  );
  return JSON.stringify(entries);
}
