import type { Core } from '@strapi/strapi';
import type { StoryComment } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { documentsOf } from '../documents';
import type { Creator } from './filing';

/** Writes the comments that came with copy: held for moderation, with their dates and threads. */
export async function saveComments(
  strapi: Core.Strapi,
  article: string,
  comments: readonly StoryComment[],
  creator: Creator,
): Promise<string[]> {
  const saved: string[] = [];
  for (const comment of comments) {
    const parent = comment.replyTo === undefined ? undefined : saved[comment.replyTo];
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
    saved.push(documentId);
  }
  return saved;
}
