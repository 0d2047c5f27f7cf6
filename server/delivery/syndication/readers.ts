import type { Core, UID as Uid } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';

/** Who asks: what Strapi's authentication has found out (`ctx.state.auth`). */
export type Auth = unknown;

/** What a story that goes out consists of. */
const POPULATE = {
  [UID.article]: {
    agency: true,
    categories: true,
    photos: { populate: { photo: { populate: { agency: true, image: true } } } },
  },
  [UID.photo]: { agency: true, image: true },
};
export type OutgoingUid = keyof typeof POPULATE;

/**
 * Rows with everything that goes out with them, as this reader may see them: the guard at the query engine leaves out
 * what may not be shown, and Strapi's sanitising what the reader's role may not read.
 */
export async function readFor(
  strapi: Core.Strapi,
  auth: Auth,
  uid: OutgoingUid,
  params: { where: Entity; orderBy?: Entity[]; limit?: number },
): Promise<Entity[]> {
  const rows = (await strapi.db.query(uid).findMany({ ...params, populate: POPULATE[uid] })) as Entity[];
  const model = strapi.contentType(uid as Uid.ContentType);
  return (await strapi.contentAPI.sanitize.output(rows, model, { auth })) as Entity[];
}
