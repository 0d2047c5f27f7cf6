import type { Core } from '@strapi/strapi';
import type { Target } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, isPublished, textOf, type Entity } from '../documents';
import { sanitiseBody } from '../wire/html';
import type { Creator, Filed } from './filing';
import { uriKeyOf } from './identity';
import { deliveredRights, type SavedPhoto } from './photos';

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
  creator: Creator;
}

/** Writes a story as a new article: a draft, and published beside it if so asked. */
export async function createArticle(strapi: Core.Strapi, story: Story, parts: ArticleParts): Promise<Target> {
  const data = parts.creator({
    ...articleData(story, parts.uri),
    agency: parts.agency?.documentId ?? null,
    categories: parts.categories.map((category) => category.documentId),
    photos: illustrations(story, parts.photos),
  });
  const status = parts.publish ? 'published' : 'draft';
  const article = await auditAs({ surface: 'import', delivered: deliveredRights(parts.delivered) }, () =>
    documentsOf(strapi, UID.article).create({ data, status }),
  );
  return { type: 'article', documentId: article.documentId, title: story.headline ?? '', published: parts.publish };
}

/** The fields of a new article, without its relations. */
export const articleData = (story: Story, uri: string): Entity => ({
  ...pick(story, [...PLAIN_FIELDS, ...VERSION_FIELDS]),
  uri,
  uriKey: uriKeyOf(uri),
});

/**
 * Writes a newer version over an article. What an editor has changed since the last version (`before`) stays; the
 * rest follows the wire. Photos that an editor added or took out stay so.
 */
export async function updateArticle(
  strapi: Core.Strapi,
  documentId: string,
  story: Story,
  before: Story | undefined,
  parts: ArticleParts & { previousPhotos: readonly string[] },
): Promise<Target> {
  const current = await draftWithRelations(strapi, documentId);
  const edited = new Set(editedFields(current, before));
  const follow = PLAIN_FIELDS.filter((field) => !edited.has(field));
  const data = parts.creator({
    ...Object.fromEntries(follow.map((field) => [field, story[field] ?? null])),
    ...pick(story, VERSION_FIELDS),
    ...(edited.has('categories') ? {} : { categories: parts.categories.map((category) => category.documentId) }),
    photos: mergedIllustrations(current, story, parts),
  });
  await auditAs({ surface: 'import', delivered: deliveredRights(parts.delivered) }, () =>
    documentsOf(strapi, UID.article).update({ documentId, data, ...(parts.publish ? { status: 'published' } : {}) }),
  );
  const published = parts.publish || (await isPublished(strapi, documentId));
  const title = edited.has('headline') ? textOf(current, 'headline') : story.headline;
  return { type: 'article', documentId, title: title ?? '', published };
}

/** Takes a killed or withheld story down at once and says why on its draft. */
export async function killArticle(strapi: Core.Strapi, documentId: string, story: Story): Promise<Target> {
  const articles = documentsOf(strapi, UID.article);
  const current = await draftWithRelations(strapi, documentId);
  return auditAs({ surface: 'import', reason: story.edNote?.slice(0, 1000) ?? story.pubStatus }, async () => {
    if (await isPublished(strapi, documentId)) await articles.unpublish({ documentId });
    const data = { pubStatus: story.pubStatus, ...(story.edNote === undefined ? {} : { edNote: story.edNote }) };
    await articles.update({ documentId, data });
    return { type: 'article', documentId, title: textOf(current, 'headline') ?? '', published: false };
  });
}

/** The fields of an article that are no longer as its last version brought them. */
export function editedFields(current: Entity | null, before: Story | undefined): string[] {
  if (!current || !before) return [];
  const fields = PLAIN_FIELDS.filter(
    (field) => !isSame(current[field], field === 'body' ? sanitiseBody(before.body ?? '') : before[field]),
  );
  const names = listOf(current['categories']).map((category) => String(category['name']).toLowerCase());
  const delivered = (before.categories ?? []).map((name) => name.toLowerCase());
  const moved = names.length > 0 && names.toSorted().join('\n') !== delivered.toSorted().join('\n');
  return moved ? [...fields, 'categories'] : fields;
}

export async function draftWithRelations(strapi: Core.Strapi, documentId: string): Promise<Entity | null> {
  return (await strapi.db.query(UID.article).findOne({
    where: { documentId, publishedAt: { $null: true } },
    populate: { categories: true, photos: { populate: { photo: true } } },
  })) as Entity | null;
}

/** A photo that is in other stories too keeps its own caption; this story's is the illustration's. */
function illustrations(story: Story, photos: readonly SavedPhoto[]): Entity[] {
  return photos.map((photo, n) => {
    const caption = story.photos?.[n]?.caption;
    return { photo: photo.documentId, caption: caption === photo.caption ? null : (caption ?? null) };
  });
}

function mergedIllustrations(
  current: Entity | null,
  story: Story,
  parts: { photos: readonly SavedPhoto[]; previousPhotos: readonly string[] },
): Entity[] {
  const incoming = illustrations(story, parts.photos);
  const kept = listOf(current?.['photos']).flatMap((one) => {
    const photo = one['photo'] as Entity | null | undefined;
    return photo ? [{ id: one['id'], photo: String(photo['documentId']), caption: one['caption'] ?? null }] : [];
  });
  const shown = new Set(kept.map((one) => one.photo));
  const isNew = (photo: unknown) =>
    typeof photo === 'string' && !shown.has(photo) && !parts.previousPhotos.includes(photo);
  const isGone = (photo: string) =>
    parts.previousPhotos.includes(photo) && !incoming.some((one) => one['photo'] === photo);
  return [...kept.filter((one) => !isGone(one.photo)), ...incoming.filter((one) => isNew(one['photo']))];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value) && value.length === 0) return null;
  return value instanceof Date ? value.toISOString() : value;
}

const listOf = (value: unknown): Entity[] => (Array.isArray(value) ? (value as Entity[]) : []);

function pick(story: Story, fields: readonly (keyof Story)[]): Entity {
  return Object.fromEntries(fields.flatMap((field) => (story[field] === undefined ? [] : [[field, story[field]]])));
}
