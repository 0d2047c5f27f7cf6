import type { Story, StoryComment, StoryPhoto } from '../../../contracts/story';
import type { UID } from '../../../contracts/uid';
import { changesBetween } from '../../audit/record';
import type { Entity } from '../../documents';
import { articleData } from '../articles';
import type { Creator, Filed } from '../filing';
import { photoUri, uriKeyOf } from '../identity';
import { deliveredRights, photoData } from '../photos';

/** One new story, resolved: every id that can be known before the insert. */
export interface BulkStory {
  story: Story;
  /** As the wire brought it. */
  delivered: Story;
  uri: string;
  documentId: string;
  categories: readonly Filed[];
  agency: Filed | undefined;
  photos: readonly BulkPhoto[];
  comments: readonly BulkComment[];
}

export interface BulkPhoto {
  photo: StoryPhoto;
  delivered: StoryPhoto;
  documentId: string;
  uri: string;
  agency: Filed | undefined;
}

export interface BulkComment {
  comment: StoryComment;
  documentId: string;
}

/** When, and by whom, the rows of a batch are written. */
export interface Stamps {
  now: Date;
  creator: Creator;
  actor: { id: number; name: string } | undefined;
}

export function articleRow(one: BulkStory, publishedAt: Date | null, { now, creator }: Stamps): Entity {
  const data = creator(articleData(one.story, one.uri));
  return { ...data, documentId: one.documentId, publishedAt, createdAt: now, updatedAt: now };
}

export function photoRow(one: BulkPhoto, story: Story, publish: boolean, { now, creator }: Stamps): Entity {
  const { agency: _agency, ...fields } = photoData(one.photo, story, undefined);
  const data = creator({ ...fields, released: publish, uri: one.uri, uriKey: uriKeyOf(one.uri) });
  return { ...data, documentId: one.documentId, createdAt: now, updatedAt: now };
}

export function commentRow({ comment, documentId }: BulkComment, { now, creator }: Stamps): Entity {
  const { authorName, authorEmail, text, postedAt } = comment;
  const data = { authorName, authorEmail: authorEmail ?? null, text, postedAt: postedAt ?? null };
  return { ...creator({ ...data, moderationStatus: 'pending' }), documentId, createdAt: now, updatedAt: now };
}

/** What the audit keeps of a document that an import has created, as `audit/record.ts` would write it. */
export function rightsRow(
  uid: typeof UID.article | typeof UID.photo,
  documentId: string,
  row: Entity,
  delivered: Story | StoryPhoto,
  { now, actor }: Stamps,
): Entity {
  return {
    targetType: uid,
    targetDocumentId: documentId,
    changes: changesBetween(null, { pubStatus: 'usable', ...row }),
    surface: 'import',
    reason: null,
    delivered: deliveredRights(delivered),
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The uri by which a photo of a new story is known, and its key. */
export function photoKey(uri: string, photo: StoryPhoto, n: number): { uri: string; uriKey: string } {
  const known = photoUri(uri, photo, n);
  return { uri: known, uriKey: uriKeyOf(known) };
}
