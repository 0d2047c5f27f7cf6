import type { Core } from '@strapi/strapi';
import { UID, type NewswireUid } from '../../../contracts/uid';
import { announce as noWrite } from '../../audit/scope';
import type { Entity } from '../../documents';
import { emitEntry, TOLD_WITH } from '../../editing/entry-events';
import { listenersOf, type Listeners } from './listeners';
import type { Inserted } from './write';

interface News {
  uid: NewswireUid;
  id: number;
  events: readonly ('entry.create' | 'entry.publish')[];
}

/** So many entries are read and held at once. */
const STEP = 100;

/**
 * Tells hosts what was written, after the commit: `afterCreate` of every row to the subscribers of the database, and
 * `entry.create` and `entry.publish` to webhooks. What nobody listens to is not read for it. What a listener throws stops
 * neither the others nor the import.
 */
export async function announce(strapi: Core.Strapi, { photos, articles, comments }: Inserted): Promise<void> {
  const listeners = listenersOf(strapi);
  const news = [
    ...photos.map((id): News => ({ uid: UID.photo, id, events: ['entry.create'] })),
    ...articles.flatMap(({ draft, published }): News[] => [
      { uid: UID.article, id: draft, events: ['entry.create'] },
      ...(published === undefined ? [] : [{ uid: UID.article, id: published, events: ['entry.publish' as const] }]),
    ]),
    ...comments.map((id): News => ({ uid: UID.comment, id, events: ['entry.create'] })),
  ].filter(({ uid, events }) => listeners.toCreation(uid) || events.some((event) => listeners.toEvent(event)));
  for (let at = 0; at < news.length; at += STEP) await announceSome(strapi, listeners, news.slice(at, at + STEP));
}

async function announceSome(strapi: Core.Strapi, listeners: Listeners, news: readonly News[]): Promise<void> {
  const entries = new Map<string, Entity>();
  for (const uid of new Set(news.map((one) => one.uid))) {
    const ids = news.filter((one) => one.uid === uid).map(({ id }) => id);
    const rows = (await strapi.db
      .query(uid)
      .findMany({ where: { id: { $in: ids } }, populate: TOLD_WITH[uid] ?? {} })) as Entity[];
    for (const row of rows) entries.set(`${uid}:${String(row['id'])}`, row);
  }
  for (const { uid, id, events } of news) {
    const entry = entries.get(`${uid}:${id}`);
    if (!entry) continue;
    try {
      await strapi.db.lifecycles.run('afterCreate', uid, {
        params: { data: entry },
        result: noWrite(entry),
      });
      for (const event of events) if (listeners.toEvent(event)) await emitEntry(strapi, event, uid, entry);
    } catch (error) {
      strapi.log.error(`newswire: a listener failed after an import: ${String(error)}`);
    }
  }
}
