import type { Story, StoryPhoto } from '../../contracts/story';
import { readCaptionRestrictions, readCreditRestrictions } from '../wire/terms/caption';
import { distinct, readRestrictions, type Restriction } from '../wire/terms/restrictions';

/** When a story was sent; days without a year are told by it. */
type Sent = Pick<Story, 'versionCreated' | 'firstCreated'>;
const sentAt = ({ versionCreated, firstCreated }: Sent): string | undefined => versionCreated ?? firstCreated;

/** The restrictions that a story states, in its usage terms and its notes to editors; null where it states none. */
export function storyRestrictions(story: Pick<Story, 'usageTerms' | 'edNote'> & Sent): Restriction[] | null {
  const sent = sentAt(story);
  return some([story.usageTerms, story.edNote].flatMap((text) => readRestrictions(text ?? '', sent)));
}

/**
 * The restrictions that a photo states, in its usage terms, its instructions, its credit, its caption and its copyright
 * line; null where it states none. `story`: with which it was sent; without one, its own date counts.
 */
export function photoRestrictions(
  photo: Pick<StoryPhoto, 'usageTerms' | 'instructions' | 'creditLine' | 'caption' | 'copyrightNotice' | 'dateCreated'>,
  story: Sent = {},
): Restriction[] | null {
  const { usageTerms, instructions, creditLine, caption, copyrightNotice } = photo;
  const sent = sentAt(story) ?? photo.dateCreated;
  return some([
    ...[usageTerms, instructions].flatMap((terms) => readRestrictions(terms ?? '', sent)),
    ...readCreditRestrictions(creditLine ?? '', sent),
    ...readCaptionRestrictions(caption ?? '', sent),
    ...readRestrictions(copyrightNotice ?? '', sent),
  ]);
}

const some = (restrictions: readonly Restriction[]): Restriction[] | null =>
  restrictions.length === 0 ? null : distinct(restrictions);

/** True where two lists say the same: databases give the keys of JSON back in an order of their own. */
export function sameRestrictions(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** True where all that one list says is said by the other, in whatever words. */
export function isSaidBy(before: unknown, after: unknown): boolean {
  const said = new Set(listOf(after).map(wordless));
  return listOf(before).every((one) => said.has(wordless(one)));
}

/**
 * The restrictions that stand, which an editor has changed, with what the wire has added since: what is newly forbidden
 * counts at once, whoever decides on the rest later.
 */
export function withAdded(standing: unknown, before: unknown, wire: unknown): unknown[] {
  const known = [...listOf(standing), ...listOf(before)].map(wordless);
  return [...listOf(standing), ...listOf(wire).filter((one) => !known.includes(wordless(one)))];
}

/** What a restriction says, in whatever words. */
const wordless = (one: unknown): string => canonical([{ ...(one as object), sentence: '' }]);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function canonical(value: unknown): string {
  if (!Array.isArray(value)) return '[]';
  const entries = value.map((one: unknown) =>
    typeof one === 'object' && one !== null ? Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)) : one,
  );
  return JSON.stringify(entries);
}
