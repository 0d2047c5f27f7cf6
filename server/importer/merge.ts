import type { Core } from '@strapi/strapi';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { timeOf, type Entity } from '../documents';
import { asRead } from '../rights/as-read';
import { storyRestrictions, withAdded } from '../rights/stated';
import { sanitiseBody } from '../wire/html';
import { agencyAmong, filesByName, type Creator, type Filed, type FindFiled } from './filing';
import { follow, isSame, type Followed } from './follow';
import { mergedIllustrations, type PreviousPhoto } from './illustrations';
import type { LeftAs } from './left-as';
import type { SavedPhoto } from './photos';
import type { Snapshot } from './touch';

/** The fields of a story that are stored as they are. The rest are relations, or made of several. */
export const PLAIN_FIELDS = [
  'headline', 'subheadline', 'slugline', 'byline', 'dateline', 'located', 'abstract', 'body', 'language', 'urgency',
  'genres', 'keywords', 'subjects', 'creditLine', 'copyrightHolder', 'copyrightYear', 'copyrightNotice', 'usageTerms',
  'edNote', 'embargoedUntil', 'expires',
] as const satisfies readonly (keyof Story)[]; // prettier-ignore

/** Fields that always follow the wire: they say which version this is. */
export const VERSION_FIELDS = [
  'version',
  'pubStatus',
  'firstCreated',
  'versionCreated',
] as const satisfies readonly (keyof Story)[];

/** Everything of an article in which an editor and the wire may differ: as a story says it, not as it is stored. */
const MERGED_FIELDS = [...PLAIN_FIELDS, 'restrictions', 'categories'] as const;

/** Finds what copy is filed under. */
interface Filing {
  category: FindFiled;
  agency: FindFiled;
}

export async function filing(strapi: Core.Strapi): Promise<Filing> {
  return { category: await filesByName(strapi, UID.category), agency: await filesByName(strapi, UID.agency) };
}

/** What a story is written with, made ready before. */
export interface ArticleParts {
  uri: string;
  photos: readonly SavedPhoto[];
  categories: readonly Filed[];
  agency: Filed | undefined;
  /** The story as the wire brought it, before an editor corrected it in the preview. */
  delivered: Story;
  publish: boolean;
  /** Under an embargo: what is to be published goes out when that ends (`editing/clock.ts`). */
  isHeld: boolean;
  creator: Creator;
}

interface Merging {
  story: Story;
  /** The version of the wire that the row comes from; undefined where none is known. */
  before: Story | undefined;
  named: Filing;
  parts: ArticleParts & { left: LeftAs | undefined; previousPhotos: readonly PreviousPhoto[] };
  isToGoOut: boolean;
}

/** A row of an article, given with its relations, with a newer version merged in. */
export function mergedWith(
  row: Entity,
  { story, before, named, parts, isToGoOut }: Merging,
): { followed: Followed; written: Entity } {
  const standing = seenAsStory(row);
  const wire = asStored(asRead(parts.delivered), named);
  const was = before ? asStored(before, named) : standing;
  const followed = follow(MERGED_FIELDS, { current: standing, before: was, wire, written: asStored(story, named) });
  const { categories, ...data } = followed.data;
  const isChangedByBoth = followed.kept.some(({ field }) => field === 'restrictions');
  const written = parts.creator({
    ...data,
    ...Object.fromEntries(VERSION_FIELDS.map((field) => [field, story[field] ?? null])),
    ...(isClosedByNewsroom(row, parts.left) ? { pubStatus: row['pubStatus'] } : {}),
    ...(categories === undefined ? {} : { categories: parts.categories.map((category) => category.documentId) }),
    ...(isOfAgency(row, before, named) ? { agency: parts.agency?.documentId ?? null } : {}),
    photos: mergedIllustrations(listOf(row['photos']), story, parts.photos, parts.previousPhotos),
    ...(isChangedByBoth
      ? { restrictions: withAdded(row['restrictions'], was['restrictions'], wire['restrictions']) }
      : {}),
    publishWhenLifted: isToGoOut && parts.isHeld,
  });
  return { followed, written };
}

/** A row as it is compared with a story: categories by their names. */
export const seenAsStory = (row: Entity): Entity => ({ ...row, categories: categoryNames(row) });

/** The names of the categories of a row that was read with them, in one order. */
export const categoryNames = (row: Entity): string[] =>
  listOf(row['categories'])
    .map(({ name }) => String(name))
    .sort();

/** A story in the same form. A category that is gone is none of it any more. */
function asStored(story: Story, { category }: Filing): Entity {
  const names = (story.categories ?? []).flatMap((name) => category(name)?.name ?? []);
  return { ...plainOf(story), restrictions: storyRestrictions(story), categories: [...new Set(names)].sort() };
}

/** The plain fields of a story as they are stored. */
const plainOf = (story: Story): Entity => ({
  ...pick(story, PLAIN_FIELDS),
  ...(story.body === undefined ? {} : { body: sanitiseBody(story.body) }),
});

function isOfAgency(row: Entity, before: Story | undefined, named: Filing): boolean {
  const agency = row['agency'] as Entity | null | undefined;
  return !before || (agency?.['documentId'] ?? undefined) === agencyAmong(named.agency, [before.provider])?.documentId;
}

/** Killed or withheld by somebody of the newsroom, and not by the wire: that is for them to lift. */
export const isClosedByNewsroom = ({ pubStatus }: Entity, left: LeftAs | undefined): boolean =>
  left !== undefined && pubStatus !== 'usable' && pubStatus !== left.pubStatus;

/** The draft of a published article holds what readers do not have yet. */
export function isBeingWorkedOn(snapshot: Snapshot | null): boolean {
  const { draft, published } = snapshot ?? {};
  if (!draft || !published) return false;
  const fields = [...MERGED_FIELDS, 'agency', 'photos', 'pubStatus'];
  return fields.some((field) => !isSame(draft[field], published[field]));
}

/**
 * The version of the wire that a row comes from, of these, the newest first: the one that it names, or else the one that
 * it is most like. What readers have may be older than the last version, where that came as a draft only.
 */
export function versionOf(row: Entity, versions: readonly Story[]): Story | undefined {
  const named = versions.filter(({ version, versionCreated }) => {
    const isStated = version !== undefined || versionCreated !== undefined;
    return isStated && isSame(row['version'], version) && isSameTime(row['versionCreated'], versionCreated);
  });
  let best: Story | undefined;
  let most = -1;
  for (const story of named.length > 0 ? named : versions) {
    const plain = plainOf(story);
    const likeness = PLAIN_FIELDS.filter((field) => isSame(row[field], plain[field])).length;
    if (likeness > most) [best, most] = [story, likeness];
  }
  return best;
}

const isSameTime = (a: unknown, b: string | undefined): boolean =>
  a === null || a === undefined || b === undefined ? (a ?? undefined) === b : timeOf(a) === timeOf(b);

/** The fields of an article that are no longer as its last version brought them. */
export async function editedFields(
  strapi: Core.Strapi,
  current: Entity | null,
  before: Story | undefined,
): Promise<string[]> {
  if (!current || !before) return [];
  const [standing, delivered] = [seenAsStory(current), asStored(before, await filing(strapi))];
  return MERGED_FIELDS.filter((field) => !isSame(standing[field], delivered[field]));
}

const listOf = (value: unknown): Entity[] => (Array.isArray(value) ? (value as Entity[]) : []);

export function pick(story: Story, fields: readonly (keyof Story)[]): Entity {
  return Object.fromEntries(fields.flatMap((field) => (story[field] === undefined ? [] : [[field, story[field]]])));
}
