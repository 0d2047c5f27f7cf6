import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { photoUri } from './identity';

/**
 * Strapi's short texts are `varchar(255)` in PostgreSQL and MariaDB. SQLite would take more, which could then never move to
 * one of them, so it is the same everywhere. Characters.
 */
const MAX_SHORT_TEXT = 255;

/** As much of a text as a short column takes, and no half of a character at its end. */
export const cutShort = (text: string): string => text.slice(0, MAX_SHORT_TEXT).replace(/[\uD800-\uDBFF]$/, '');

/** The path of the first field of a story that its column does not take: "photos.0.creditLine"; undefined where all fits. */
export function fieldTooLong(strapi: Core.Strapi, story: Story, uri: string): string | undefined {
  const article = story.type === 'text' ? longField({ ...story, uri }, shortFields(strapi, UID.article)) : undefined;
  if (article !== undefined) return article;
  for (const [n, photo] of (story.photos ?? []).entries()) {
    // A photo without a uri has one of its story's.
    const field = longField({ ...photo, uri: photoUri(uri, photo, n) }, shortFields(strapi, UID.photo));
    if (field !== undefined) return `photos.${n}.${field}`;
  }
  const comment = (story.comments ?? []).findIndex(({ authorName }) => isTooLong(authorName));
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

/** The short texts of a type, by its schema. */
function shortFields(strapi: Core.Strapi, uid: typeof UID.article | typeof UID.photo): readonly string[] {
  const { attributes } = strapi.contentType(uid as 'plugin::upload.file');
  const known = fieldsBySchema.get(attributes);
  if (known) return known;
  const short = Object.entries(attributes).flatMap(([name, { type }]) => (type === 'string' ? [name] : []));
  fieldsBySchema.set(attributes, short);
  return short;
}

const fieldsBySchema = new WeakMap<object, readonly string[]>();

const longField = (said: object, fields: readonly string[]): string | undefined =>
  fields.find((field) => isTooLong(Reflect.get(said, field)));

/** In characters, as databases count. */
const isTooLong = (value: unknown): boolean =>
  typeof value === 'string' && value.length > MAX_SHORT_TEXT && Array.from(value).length > MAX_SHORT_TEXT;
