import type { Core } from '@strapi/strapi';
import type { StoryComment } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { documentsOf, timeOf, type Entity } from '../documents';
import type { Creator } from './filing';

/** A comment that was written. */
export interface SavedComment {
  documentId: string;
  comment: StoryComment;
}

/** So many comments of one article are looked through for those that are answered. */
const MOST_KNOWN = 10_000;

/**
 * Writes the comments that came with copy: held for moderation, with their dates and threads. Those that the version
 * before had too (`before`) are left alone: they may have been moderated since, or erased with their reader.
 */
export async function saveComments(
  strapi: Core.Strapi,
  article: string,
  comments: readonly StoryComment[],
  { creator, before = [] }: { creator: Creator; before?: readonly StoryComment[] | undefined },
): Promise<SavedComment[]> {
  const delivered = new Set(before.map(keyOf));
  const isNew = comments.map((comment) => !delivered.has(keyOf(comment)));
  if (!isNew.includes(true)) return [];
  const known = before.length > 0 ? await knownComments(strapi, article) : new Map<string, string>();
  const ids: (string | undefined)[] = [];
  const saved: SavedComment[] = [];
  for (const [n, comment] of comments.entries()) {
    if (!isNew[n]) {
      ids.push(known.get(keyOf(comment)));
      continue;
    }
    const parent = comment.replyTo === undefined ? undefined : ids[comment.replyTo];
    const data = creator({
      article,
      ...(parent === undefined ? {} : { parent }),
      authorName: comment.authorName,
      authorEmail: comment.authorEmail ?? null,
      text: comment.text,
      postedAt: comment.postedAt ?? null,
      moderationStatus: 'pending',
    });
    const { documentId } = await documentsOf(strapi, UID.comment).create({ data });
    ids.push(documentId);
    saved.push({ documentId, comment });
  }
  // An export may name an answer before what it answers.
  for (const [n, { replyTo }] of comments.entries()) {
    const [documentId, parent] = [ids[n], replyTo === undefined ? undefined : ids[replyTo]];
    if (!isNew[n] || replyTo === undefined || replyTo < n || documentId === undefined || parent === undefined) continue;
    const data = { parent } as Entity;
    await documentsOf(strapi, UID.comment).update({ documentId, data });
  }
  return saved;
}

/** Formats give comments no identifier of their own: they are known by who has said what, and when. */
const keyOf = ({ authorName, postedAt, text }: StoryComment): string => [authorName, postedAt ?? '', text].join('\n');

async function knownComments(strapi: Core.Strapi, article: string): Promise<Map<string, string>> {
  const rows = (await strapi.db.query(UID.comment).findMany({
    select: ['id', 'documentId', 'authorName', 'postedAt', 'text'],
    where: { article: { documentId: article } },
    limit: MOST_KNOWN,
  })) as Entity[];
  return new Map(
    rows.map(({ documentId, authorName, postedAt, text }) => [
      keyOf({
        authorName: String(authorName),
        text: String(text),
        ...(postedAt === null || postedAt === undefined ? {} : { postedAt: timeOf(postedAt) }),
      }),
      String(documentId),
    ]),
  );
}
