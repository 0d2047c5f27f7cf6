import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { articleData } from './articles';
import { photoData } from './photos';

/**
 * Strapi's short texts are `varchar(255)` in PostgreSQL and MariaDB. SQLite would take more, which could then never move to
 * one of them, so it is the same everywhere. Characters.
 */
const MAX_SHORT_TEXT = 255;

/** The path of the first field of a story that its column does not take: "photos.0.creditLine"; undefined where all fits. */
export function fieldTooLong(strapi: Core.Strapi, story: Story, uri: string): string | undefined {
  const article = story.type === 'text' ? longField(strapi, UID.article, articleData(story, uri)) : undefined;
  if (article !== undefined) return article;
  for (const [n, photo] of (story.photos ?? []).entries()) {
    const field = longField(strapi, UID.photo, photoData(photo, story, undefined));
    if (field !== undefined) return `photos.${n}.${field}`;
  }
  const comment = (story.comments ?? []).findIndex(({ authorName }) => lengthOf(authorName) > MAX_SHORT_TEXT);
  return comment < 0 ? undefined : `comments.${comment}.authorName`;
}

/** Refuses a story that does not fit, in words that help. */
export function mustFit(strapi: Core.Strapi, story: Story, uri: string): void {
  const field = fieldTooLong(strapi, story, uri);
  if (field === undefined) return;
  throw new errors.ApplicationError(
    `The field "${field}" may have ${MAX_SHORT_TEXT} characters, and this one has more. Paste the copy into a new import, shorten the field in the preview, and import it from there.`,
    { code: 'field-too-long' },
  );
}

function longField(strapi: Core.Strapi, uid: typeof UID.article | typeof UID.photo, row: Entity): string | undefined {
  const { attributes } = strapi.contentType(uid as 'plugin::upload.file');
  const isShort = (field: string) => Reflect.get(attributes, field)?.type === 'string';
  return Object.keys(row).find((field) => lengthOf(row[field]) > MAX_SHORT_TEXT && isShort(field));
}

/** In characters, as databases count. */
function lengthOf(value: unknown): number {
  if (typeof value !== 'string' || value.length <= MAX_SHORT_TEXT) return 0;
  return Array.from(value).length;
}
