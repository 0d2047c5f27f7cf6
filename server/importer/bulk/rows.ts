import type { Story, StoryComment, StoryPhoto } from '../../../contracts/story';
import type { UID } from '../../../contracts/uid';
import { changesBetween, stateOf } from '../../audit/changes';
import type { Actor } from '../../audit/context';
import { eventRow } from '../../audit/events';
import type { Entity } from '../../documents';
import type { Creator, Filed } from '../filing';
import { photoUri, uriKeyOf } from '../identity';
import { deliveredRights } from '../photos';
import { newDocumentId } from './ids';

/** One new story, resolved: every id that can be known before the insert. */
export interface BulkStory {
  story: Story;
  /** Its plain attributes, made once: draft, published row and the book of what ran share them. */
  data: Entity;
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
  /** Its plain attributes. */
  data: Entity;
  delivered: StoryPhoto;
  documentId: string;
  uri: string;
  uriKey: string;
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
  actor: Actor | undefined;
}

export function articleRow(one: BulkStory, publishedAt: Date | null, { now, creator }: Stamps): Entity {
  const data = creator(one.data);
  // The insert writes no relation; the agency is told for the judgement (`gate/hooks.ts`).
  return {
    ...data,
    agency: one.agency?.id ?? null,
    documentId: one.documentId,
    publishedAt,
    createdAt: now,
    updatedAt: now,
  };
}

export function photoRow(one: BulkPhoto, publish: boolean, { now, creator }: Stamps): Entity {
  const data = creator({ ...one.data, released: publish, uri: one.uri, uriKey: one.uriKey });
  return { ...data, agency: one.agency?.id ?? null, documentId: one.documentId, createdAt: now, updatedAt: now };
}

export function commentRow({ comment, documentId }: BulkComment, { now, creator }: Stamps): Entity {
  const { authorName, authorEmail, text, postedAt } = comment;
  const data = { authorName, authorEmail: authorEmail ?? null, text, postedAt: postedAt ?? null };
  return { ...creator({ ...data, moderationStatus: 'pending' }), documentId, createdAt: now, updatedAt: now };
}

/** What the audit keeps of a document that an import has created, as `audit/record.ts` would write it. */
export function rightsRow(
  uid: typeof UID.article | typeof UID.photo,
  one: Pick<BulkPhoto, 'documentId' | 'agency'> & { delivered: Story | StoryPhoto },
  row: Entity,
  applies: 'edited' | 'both',
  { now, actor }: Stamps,
): Entity {
  const state = stateOf(uid, { pubStatus: 'usable', ...row, agency: one.agency });
  const changes = changesBetween(uid, undefined, state);
  const event = eventRow(
    { uid, documentId: one.documentId, applies, changes },
    { surface: 'import', delivered: deliveredRights(one.delivered), actor },
  );
  return { ...event, documentId: newDocumentId(), createdAt: now, updatedAt: now };
}

/** A new story as readers have it, given with the rows that were written, for the book of what ran. */
export function publishedAs({ agency, photos }: BulkStory, article: Entity, rows: readonly Entity[]): Entity {
  const usable = (row: Entity | undefined) => ({ ...row, pubStatus: row?.['pubStatus'] ?? 'usable' });
  return {
    ...usable(article),
    agency,
    photos: photos.map((photo, n) => ({ photo: { ...usable(rows[n]), agency: photo.agency } })),
  };
}

/** The uri by which a photo of a new story is known, and its key. */
export function photoKey(uri: string, photo: StoryPhoto, n: number): { uri: string; uriKey: string } {
  const known = photoUri(uri, photo, n);
  return { uri: known, uriKey: uriKeyOf(known) };
}
