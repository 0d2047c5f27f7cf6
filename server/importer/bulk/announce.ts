import type { Core } from '@strapi/strapi';
import { sanitize } from '@strapi/utils';
import { UID, type NewswireUid } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import type { Inserted } from './write';

type SanitizedEntry = Parameters<typeof sanitize.sanitizers.defaultSanitizeOutput>[1];

interface News {
  uid: NewswireUid;
  id: number;
  events: readonly ('entry.create' | 'entry.publish')[];
}

/** What the Document Service puts into the entry of an event (core, `document-service/utils/populate`). */
const POPULATE: Partial<Record<NewswireUid, object>> = {
  [UID.article]: { categories: true, agency: true, comments: true, photos: { populate: { photo: true } } },
  [UID.photo]: { image: true, agency: true },
  [UID.comment]: { article: true, parent: true, replies: true },
};

/** So many entries are read and held at once. */
const STEP = 100;

/**
 * Tells hosts what was written, after the commit: `afterCreate` of every row to the subscribers of the database, and
 * `entry.create` and `entry.publish` to webhooks. What a listener throws stops neither the others nor the import.
 */
export async function announce(strapi: Core.Strapi, { photos, articles, comments }: Inserted): Promise<void> {
  const news: News[] = [
    ...photos.map((id): News => ({ uid: UID.photo, id, events: ['entry.create'] })),
    ...articles.flatMap(({ draft, published }): News[] => [
      { uid: UID.article, id: draft, events: ['entry.create'] },
      ...(published === undefined ? [] : [{ uid: UID.article, id: published, events: ['entry.publish' as const] }]),
    ]),
    ...comments.map((id): News => ({ uid: UID.comment, id, events: ['entry.create'] })),
  ];
  for (let at = 0; at < news.length; at += STEP) await announceSome(strapi, news.slice(at, at + STEP));
}

async function announceSome(strapi: Core.Strapi, news: readonly News[]): Promise<void> {
  const entries = new Map<string, Entity>();
  for (const uid of new Set(news.map((one) => one.uid))) {
    const ids = news.filter((one) => one.uid === uid).map(({ id }) => id);
    const rows = (await strapi.db
      .query(uid)
      .findMany({ where: { id: { $in: ids } }, populate: POPULATE[uid] ?? {} })) as Entity[];
    for (const row of rows) entries.set(`${uid}:${String(row['id'])}`, row);
  }
  for (const { uid, id, events } of news) {
    const entry = entries.get(`${uid}:${id}`);
    if (!entry) continue;
    try {
      await strapi.db.lifecycles.run('afterCreate', uid, { params: { data: entry }, result: entry });
      for (const event of events) await emit(strapi, event, uid, entry);
    } catch (error) {
      strapi.log.error(`newswire: a listener failed after an import: ${String(error)}`);
    }
  }
}

async function emit(strapi: Core.Strapi, event: string, uid: NewswireUid, entry: Entity): Promise<void> {
  const getModel = (name: string) => strapi.getModel(name as Parameters<typeof strapi.getModel>[0]);
  const schema = getModel(uid);
  const shown = await sanitize.sanitizers.defaultSanitizeOutput({ schema, getModel }, entry as SanitizedEntry);
  await strapi.eventHub.emit(event, { model: schema.modelName, uid, entry: shown });
}
