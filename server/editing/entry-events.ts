import type { Core } from '@strapi/strapi';
import { sanitize } from '@strapi/utils';
import { UID, type NewswireUid } from '../../contracts/uid';
import type { Entity } from '../documents';

type SanitizedEntry = Parameters<typeof sanitize.sanitizers.defaultSanitizeOutput>[1];

/** What the Document Service puts into the entry of an event (core, `document-service/utils/populate`). */
export const TOLD_WITH: Partial<Record<NewswireUid, object>> = {
  [UID.article]: { categories: true, agency: true, comments: true, photos: { populate: { photo: true } } },
  [UID.photo]: { image: true, agency: true },
  [UID.comment]: { article: true, parent: true, replies: true },
};

/** Tells webhooks of an entry as the Document Service does: for writers that write rows by themselves. */
export async function emitEntry(strapi: Core.Strapi, event: string, uid: NewswireUid, entry: Entity): Promise<void> {
  const getModel = (name: string) => strapi.getModel(name as Parameters<typeof strapi.getModel>[0]);
  const schema = getModel(uid);
  const shown = await sanitize.sanitizers.defaultSanitizeOutput({ schema, getModel }, entry as SanitizedEntry);
  await strapi.eventHub.emit(event, { model: schema.modelName, uid, entry: shown });
}
