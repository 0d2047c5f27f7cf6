import type { Core } from '@strapi/strapi';
import type { Target } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, isPublished, textOf, timeOf, type Entity } from '../documents';
import { asRead } from '../rights/as-read';
import { sameRestrictions, storyRestrictions } from '../rights/stated';
import { sanitiseBody } from '../wire/html';
import { agencyOf, filesByName, type Creator, type Filed } from './filing';
import { follow, isSame, type Followed } from './follow';
import { uriKeyOf } from './identity';
import { illustrations, mergedIllustrations, type PreviousPhoto } from './illustrations';
import type { LeftAs } from './left-as';
import { deliveredRights, type SavedPhoto } from './photos';
import type { Snapshot } from './touch';

/** The fields of a story that are stored as they are. The rest are relations, or made of several. */
const PLAIN_FIELDS = [
  'headline', 'subheadline', 'slugline', 'byline', 'dateline', 'located', 'abstract', 'body', 'language', 'urgency',
  'genres', 'keywords', 'subjects', 'creditLine', 'copyrightHolder', 'copyrightYear', 'copyrightNotice', 'usageTerms',
  'edNote', 'embargoedUntil', 'expires',
] as const satisfies readonly (keyof Story)[]; // prettier-ignore

/** Fields that always follow the wire: they say which version this is. */
const VERSION_FIELDS = [
  'version',
  'pubStatus',
  'firstCreated',
  'versionCreated',
] as const satisfies readonly (keyof Story)[];

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

/** Writes a story as a new article: a draft, and published beside it if so asked. */
export async function createArticle(strapi: Core.Strapi, story: Story, parts: ArticleParts): Promise<Target> {
  const data = parts.creator({
    ...articleData(story, parts.uri),
    agency: parts.agency?.documentId ?? null,
    categories: parts.categories.map((category) => category.documentId),
    photos: illustrations(story, parts.photos),
    ...(parts.publish && parts.isHeld ? { publishWhenLifted: true } : {}),
  });
  const isGoingOut = parts.publish && !parts.isHeld;
  const status = isGoingOut ? 'published' : 'draft';
  const article = await auditAs({ surface: 'import', delivered: deliveredRights(parts.delivered) }, () =>
    documentsOf(strapi, UID.article).create({ data, status }),
  );
  return { type: 'article', documentId: article.documentId, title: story.headline ?? '', published: isGoingOut };
}

/** The fields of a new article, without its relations. */
export const articleData = (story: Story, uri: string): Entity => ({
  ...pick(story, [...PLAIN_FIELDS, ...VERSION_FIELDS]),
  restrictions: storyRestrictions(story),
  uri,
  uriKey: uriKeyOf(uri),
});

/** What an update did, and what it left to the editors. */
export interface Updated extends Omit<Followed, 'data'> {
  article: Target;
  /** The fields that are another now. */
  changed: string[];
}

/** What an update needs besides: the photos of the version before, and how the wire and the newsroom left the article. */
export interface UpdateParts extends ArticleParts {
  previousPhotos: readonly PreviousPhoto[];
  snapshot: Snapshot | null;
  left: LeftAs | undefined;
}

/**
 * Writes a newer version over an article. What an editor has changed since the last version (`before`) stays; the
 * rest follows the wire. Photos that an editor added or took out stay so, and so does what an editor took off: a version
 * that goes out does not bring it back. Of an article that is being worked on only what readers have goes out anew.
 */
export async function updateArticle(
  strapi: Core.Strapi,
  documentId: string,
  story: Story,
  before: Story | undefined,
  parts: UpdateParts,
): Promise<Updated> {
  const { snapshot, left } = parts;
  const current = (await draftWithRelations(strapi, documentId)) ?? {};
  const filed = before && (await filedBefore(strapi, before));
  // What was to go out when its embargo ends goes out at once where a newer version has none.
  const isTakenOff = left?.published === true && snapshot?.published === undefined;
  const isToGoOut = (parts.publish && !isTakenOff) || current['publishWhenLifted'] === true;
  const isGoingOut = isToGoOut && !parts.isHeld;
  const merged = (row: Entity) => mergedWith(row, { story, before, filed, parts, isToGoOut });
  const { followed, written } = merged(current);
  const isApart = isGoingOut && isBeingWorkedOn(snapshot) && isOfVersion(snapshot?.published, before);
  const live = isApart ? await rowWithRelations(strapi, documentId, true) : null;
  await auditAs({ surface: 'import', delivered: deliveredRights(parts.delivered) }, async () => {
    const articles = documentsOf(strapi, UID.article);
    const status = isGoingOut ? { status: 'published' as const } : {};
    if (!live || !snapshot?.published) return articles.update({ documentId, data: written, ...status });
    // Strapi publishes what is in the draft: the version of readers goes through it, and then the work is put back.
    await articles.update({ documentId, data: { ...snapshot.published, ...asNew(merged(live).written) }, ...status });
    return articles.update({ documentId, data: { ...snapshot.draft, ...asNew(written) } });
  });
  const { data, kept, settled } = followed;
  const published = isGoingOut || (await isPublished(strapi, documentId));
  const title = textOf('headline' in data ? plainOf(story) : current, 'headline');
  const changed = Object.keys(data).filter((field) => !isSame(data[field], current[field]));
  return { article: { type: 'article', documentId, title: title ?? '', published }, kept, settled, changed };
}

interface Merging {
  story: Story;
  before: Story | undefined;
  filed: FiledBefore | undefined;
  parts: UpdateParts;
  isToGoOut: boolean;
}

/** A row of an article, given with its relations, with a newer version merged in. */
function mergedWith(
  row: Entity,
  { story, before, filed, parts, isToGoOut }: Merging,
): { followed: Followed; written: Entity } {
  const followed = follow(PLAIN_FIELDS, {
    current: row,
    before: before ? plainOf(before) : row,
    wire: plainOf(asRead(parts.delivered)),
    written: plainOf(story),
  });
  const isRestricted = before !== undefined && !sameRestrictions(row['restrictions'], storyRestrictions(before));
  const written = parts.creator({
    ...followed.data,
    ...Object.fromEntries(VERSION_FIELDS.map((field) => [field, story[field] ?? null])),
    ...(isClosedByNewsroom(row, parts.left) ? { pubStatus: row['pubStatus'] } : {}),
    ...(isFiledAs(row, filed) ? { categories: parts.categories.map((category) => category.documentId) } : {}),
    ...(isOfAgency(row, filed) ? { agency: parts.agency?.documentId ?? null } : {}),
    photos: mergedIllustrations(listOf(row['photos']), story, parts.photos, parts.previousPhotos),
    ...(isRestricted ? {} : { restrictions: storyRestrictions(story) }),
    publishWhenLifted: isToGoOut && parts.isHeld,
  });
  return { followed, written };
}

/** Killed or withheld by somebody of the newsroom, and not by the wire: that is for them to lift. */
export const isClosedByNewsroom = ({ pubStatus }: Entity, left: LeftAs | undefined): boolean =>
  left !== undefined && pubStatus !== 'usable' && pubStatus !== left.pubStatus;

/** The draft of a published article holds what readers do not have yet. */
function isBeingWorkedOn(snapshot: Snapshot | null): boolean {
  const { draft, published } = snapshot ?? {};
  if (!draft || !published) return false;
  const fields = [...PLAIN_FIELDS, 'restrictions', 'categories', 'agency', 'photos', 'pubStatus'];
  return fields.some((field) => !isSame(draft[field], published[field]));
}

/**
 * What readers have comes from this version of the wire, so that what is otherwise in it is an editor's. After a version
 * that came as a draft only it is older than that, and the draft goes out as it is.
 */
function isOfVersion(row: Entity | undefined, before: Story | undefined): boolean {
  if (!row || !before || (before.version === undefined && before.versionCreated === undefined)) return false;
  return isSame(row['version'], before.version) && isSameTime(row['versionCreated'], before.versionCreated);
}

const isSameTime = (a: unknown, b: string | undefined): boolean =>
  a === null || a === undefined || b === undefined ? (a ?? undefined) === b : timeOf(a) === timeOf(b);

/** Without the ids of illustrations: they are those of another row, or of one that is written anew. */
const asNew = (data: Entity): Entity => ({
  ...data,
  photos: listOf(data['photos']).map(({ id: _id, ...illustration }) => illustration),
});

/** Takes a killed or withheld story down at once and says why on its draft. */
export async function killArticle(strapi: Core.Strapi, documentId: string, story: Story): Promise<Target> {
  const articles = documentsOf(strapi, UID.article);
  const current = await draftWithRelations(strapi, documentId);
  if (await isPublished(strapi, documentId)) await articles.unpublish({ documentId });
  const note = story.edNote === undefined ? {} : { edNote: story.edNote };
  await articles.update({
    documentId,
    data: { pubStatus: story.pubStatus, publishWhenLifted: false, ...note },
  });
  return { type: 'article', documentId, title: textOf(current, 'headline') ?? '', published: false };
}

/** The fields of an article that are no longer as its last version brought them. */
export async function editedFields(
  strapi: Core.Strapi,
  current: Entity | null,
  before: Story | undefined,
): Promise<string[]> {
  if (!current || !before) return [];
  const delivered = plainOf(before);
  const fields: string[] = PLAIN_FIELDS.filter((field) => !isSame(current[field], delivered[field]));
  if (!sameRestrictions(current['restrictions'], storyRestrictions(before))) fields.push('restrictions');
  return isFiledAs(current, await filedBefore(strapi, before)) ? fields : [...fields, 'categories'];
}

/** The plain fields of a story as they are stored. */
const plainOf = (story: Story): Entity => ({
  ...pick(story, PLAIN_FIELDS),
  ...(story.body === undefined ? {} : { body: sanitiseBody(story.body) }),
});

/** Under what a version was filed when it came, as far as that is still there. */
interface FiledBefore {
  categories: ReadonlySet<string>;
  agency: string | undefined;
}

async function filedBefore(strapi: Core.Strapi, before: Story): Promise<FiledBefore> {
  const find = await filesByName(strapi, UID.category);
  return {
    categories: new Set((before.categories ?? []).flatMap((name) => find(name)?.documentId ?? [])),
    agency: (await agencyOf(strapi, [before.provider]))?.documentId,
  };
}

function isFiledAs(current: Entity, before: FiledBefore | undefined): boolean {
  const now = listOf(current['categories']).map((category) => String(category['documentId']));
  return !before || (now.length === before.categories.size && now.every((one) => before.categories.has(one)));
}

function isOfAgency(current: Entity, before: FiledBefore | undefined): boolean {
  const agency = current['agency'] as Entity | null | undefined;
  return !before || (agency?.['documentId'] ?? undefined) === before.agency;
}

export const draftWithRelations = (strapi: Core.Strapi, documentId: string): Promise<Entity | null> =>
  rowWithRelations(strapi, documentId, false);

async function rowWithRelations(strapi: Core.Strapi, documentId: string, published: boolean): Promise<Entity | null> {
  return (await strapi.db.query(UID.article).findOne({
    where: { documentId, publishedAt: published ? { $notNull: true } : { $null: true } },
    populate: { categories: true, agency: true, photos: { populate: { photo: true } } },
  })) as Entity | null;
}

const listOf = (value: unknown): Entity[] => (Array.isArray(value) ? (value as Entity[]) : []);

function pick(story: Story, fields: readonly (keyof Story)[]): Entity {
  return Object.fromEntries(fields.flatMap((field) => (story[field] === undefined ? [] : [[field, story[field]]])));
}
