import type { Core } from '@strapi/strapi';
import { EVENTS } from '../../contracts/events';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { emitEntry, TOLD_WITH } from '../editing/entry-events';
import { tell } from '../editing/events';
import type { Placed } from './uses';

/**
 * Tells webhooks and CDNs of an article that a photo was taken out of: `entry.update` of what editors work on,
 * `entry.publish` and `newswire.article.rights-changed` of what readers have. To be called after the commit. A listener
 * that fails stops no takedown.
 */
export async function tellReaders(strapi: Core.Strapi, photo: Entity, places: readonly Placed[]): Promise<void> {
  try {
    const ids = [...new Set(places.map(({ articleRow }) => articleRow))];
    const rows = (await strapi.db
      .query(UID.article)
      .findMany({ where: { id: { $in: ids } }, populate: TOLD_WITH[UID.article] ?? {} })) as Entity[];
    for (const row of rows) {
      await emitEntry(strapi, row['publishedAt'] ? 'entry.publish' : 'entry.update', UID.article, row);
    }
    const about = { fields: ['photos'], photo: { documentId: photo['documentId'], pubStatus: photo['pubStatus'] } };
    const live = rows.filter((row) => row['publishedAt']);
    await tell(
      strapi,
      live.map((row) => ({ event: EVENTS.articleRightsChanged, uid: UID.article, row, about })),
    );
  } catch (error) {
    strapi.log.error(`newswire: a listener failed after a takedown: ${String(error)}`);
  }
}
