import type { Core } from '@strapi/strapi';
import { EVENTS, type NewswireEvent } from '../../contracts/events';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';

/** Columns that may be told to anybody: none of them says what a story says. */
export const TOLD_COLUMNS = ['documentId', 'slug', 'uri', 'version', 'pubStatus'] as const;

/** Something that a CDN or a static site must know of. Never a headline: that of a killed story is what was killed. */
export interface News {
  event: NewswireEvent;
  uid: typeof UID.article | typeof UID.photo;
  row: Entity;
  /** What is told beside the row: which fields, which photo. */
  about?: Record<string, unknown>;
}

/** Lets hosts choose our events where they choose Strapi's own. */
export function allowEvents(strapi: Core.Strapi): void {
  const store = strapi.get('webhookStore') as { addAllowedEvent(key: string, event: string): void };
  for (const [key, event] of Object.entries(EVENTS)) store.addAllowedEvent(`NEWSWIRE_${key}`, event);
}

/**
 * Tells what has happened, once it is true for everybody: after the outermost transaction has committed, and never where
 * it was rolled back. A listener that fails stops neither the others nor the write.
 */
export async function tell(strapi: Core.Strapi, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  await strapi.db.transaction(({ onCommit }) => {
    onCommit(async () => {
      for (const one of news) await emit(strapi, one);
    });
    return Promise.resolve();
  });
}

async function emit(strapi: Core.Strapi, { event, uid, row, about }: News): Promise<void> {
  const entry = Object.fromEntries(
    TOLD_COLUMNS.flatMap((column) => (row[column] === undefined ? [] : [[column, row[column] ?? null]])),
  );
  try {
    await strapi.eventHub.emit(event, { uid, model: uid === UID.article ? 'article' : 'photo', entry, ...about });
  } catch (error) {
    strapi.log.error(`newswire: a listener to ${event} failed: ${String(error)}`);
  }
}
