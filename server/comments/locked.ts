import type { Core } from '@strapi/strapi';
import type { CommentState } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { timeOf, type Entity } from '../documents';
import { lockRows } from '../one-writer';

/**
 * Comments that nobody else changes until the transaction ends: a reader who edits, and moderators who decide, do not
 * write over each other. To be called first in a transaction: MySQL reads what was there when it read first.
 */
export async function lockedComments(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Entity[]> {
  const where = { documentId: { $in: [...documentIds] } };
  await lockRows(strapi, UID.comment, where);
  return (await strapi.db.query(UID.comment).findMany({ where })) as Entity[];
}

export const stateOf = (row: Entity): CommentState => row['moderationStatus'] as CommentState;

/** What a moderator has seen of a comment: it is another one when its author has changed it, or somebody its state. */
export const seenOf = (row: Entity): string =>
  `${stateOf(row)} ${row['editedAt'] ? timeOf(row['editedAt']) : ''}`.trim();

/** Its author has taken it back: nobody shows it any more, whatever state it was in. */
export const isWithdrawn = (row: Entity): boolean => row['withdrawnAt'] !== null && row['withdrawnAt'] !== undefined;
