import type { Core } from '@strapi/strapi';
import { moderationMode, type ModerationMode } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { publicReader } from '../delivery/reader';
import { visibleWhere } from '../delivery/visible';
import type { Entity } from '../documents';
import { asSystem } from '../request';
import type { CommentSettings } from './settings';

const DAY_MS = 86_400_000;

export interface ArticleState {
  documentId: string;
  /** Takes comments now: it is shown to the public, nobody has closed it, and it is not too old. */
  isOpen: boolean;
  mode: ModerationMode;
}

/**
 * What holds for the comments of an article. Closed by hand is closed at once, in the draft as in what is published; to
 * open it again takes a click on Publish. Nobody is told why an article is closed, nor whether there is one.
 */
export async function articleState(
  strapi: Core.Strapi,
  documentId: string,
  settings: CommentSettings,
  now: Date,
): Promise<ArticleState> {
  const rows = await asSystem(() => versionsOf(strapi, documentId));
  const published = rows.find((row) => row['publishedAt'] !== null);
  const draft = rows.find((row) => row['publishedAt'] === null);
  const begun = timeOf(draft?.['firstCreated'] ?? published?.['firstCreated'] ?? published?.['createdAt']);
  const isYoung = settings.closeAfterDays === null || now.getTime() - begun < settings.closeAfterDays * DAY_MS;
  const isClosed = rows.some((row) => row['commentsOpen'] === false);
  const isShown = published !== undefined && !isClosed && isYoung && (await isVisible(strapi, documentId, now));
  // What is stricter counts at once, as in the rights; what is looser in the draft waits for Publish.
  const modes = rows.map((row) => moderationMode.safeParse(row['commentsModeration']).data ?? settings.moderation);
  const mode = STRICTEST.find((one) => modes.includes(one)) ?? settings.moderation;
  return { documentId, isOpen: isShown, mode };
}

const STRICTEST = ['before', 'history', 'after'] as const;

/** True where readers are shown the article. */
export async function isVisible(strapi: Core.Strapi, documentId: string, now: Date): Promise<boolean> {
  const where = { $and: [{ documentId }, visibleWhere(UID.article, publicReader(strapi, now)) ?? {}] };
  return (await strapi.db.query(UID.article).count({ where })) > 0;
}

async function versionsOf(strapi: Core.Strapi, documentId: string): Promise<Entity[]> {
  return (await strapi.db.query(UID.article).findMany({
    select: ['id', 'publishedAt', 'commentsOpen', 'commentsModeration', 'firstCreated', 'createdAt'],
    where: { documentId },
  })) as Entity[];
}

const timeOf = (value: unknown): number =>
  value === null || value === undefined ? 0 : new Date(value instanceof Date ? value : String(value)).getTime();
