import type { Core } from '@strapi/strapi';
import type { Target } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, isPublished, textOf, type Entity } from '../documents';
import { storyRestrictions } from '../rights/stated';
import { isSame, type Followed } from './follow';
import { uriKeyOf } from './identity';
import { illustrations, type PreviousPhoto } from './illustrations';
import type { LeftAs } from './left-as';
import {
  filing,
  isBeingWorkedOn,
  mergedWith,
  pick,
  PLAIN_FIELDS,
  seenAsStory,
  VERSION_FIELDS,
  versionOf,
  type ArticleParts,
} from './merge';
import { deliveredRights } from './photos';
import { toStory } from './story';
import { previousPhotos } from './story-photos';
import type { Snapshot } from './touch';

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
  const named = await filing(strapi);
  // What was to go out when its embargo ends goes out at once where a newer version has none.
  const isTakenOff = left?.published === true && snapshot?.published === undefined;
  const isToGoOut = (parts.publish && !isTakenOff) || current['publishWhenLifted'] === true;
  const isGoingOut = isToGoOut && !parts.isHeld;
  const { followed, written } = mergedWith(current, { story, before, named, parts, isToGoOut });
  const isApart = isGoingOut && isBeingWorkedOn(snapshot);
  const live = isApart ? await rowWithRelations(strapi, documentId, true) : null;
  await auditAs({ surface: 'import', delivered: deliveredRights(parts.delivered) }, async () => {
    const articles = documentsOf(strapi, UID.article);
    const status = isGoingOut ? { status: 'published' as const } : {};
    if (!live || !snapshot?.published) return articles.update({ documentId, data: written, ...status });
    // Strapi publishes what is in the draft: the version of readers goes through it, and then the work is put back.
    const from =
      versionOf(
        live,
        (left?.versions ?? []).map((item) => toStory(item)),
      ) ?? before;
    const had = { ...parts, previousPhotos: await previousPhotos(strapi, parts.uri, from) };
    const readers = mergedWith(live, { story, before: from, named, parts: had, isToGoOut });
    await articles.update({ documentId, data: { ...snapshot.published, ...asNew(readers.written) }, ...status });
    return articles.update({ documentId, data: { ...snapshot.draft, ...asNew(written) } });
  });
  const { data, kept, settled } = followed;
  const published = isGoingOut || (await isPublished(strapi, documentId));
  const title = 'headline' in data ? story.headline : textOf(current, 'headline');
  const standing = seenAsStory(current);
  const changed = Object.keys(data).filter((field) => !isSame(data[field], standing[field]));
  return { article: { type: 'article', documentId, title: title ?? '', published }, kept, settled, changed };
}

/** Without the ids of illustrations: they are those of another row, or of one that is written anew. */
const asNew = (data: Entity): Entity => ({
  ...data,
  photos: (data['photos'] as Entity[]).map(({ id: _id, ...illustration }) => illustration),
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

export const draftWithRelations = (strapi: Core.Strapi, documentId: string): Promise<Entity | null> =>
  rowWithRelations(strapi, documentId, false);

async function rowWithRelations(strapi: Core.Strapi, documentId: string, published: boolean): Promise<Entity | null> {
  return (await strapi.db.query(UID.article).findOne({
    where: { documentId, publishedAt: published ? { $notNull: true } : { $null: true } },
    populate: { categories: true, agency: true, photos: { populate: { photo: true } } },
  })) as Entity | null;
}
