import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { timeOf, type Entity } from '../documents';
import { closesPicture, sharing } from './same-picture';
import { unguarded } from './unguarded';
import { discard } from './vault';

const FILE = 'plugin::upload.file';

/** Photos as they are before they are deleted or given another picture, with their files. */
export async function withFiles(strapi: Core.Strapi, where: unknown): Promise<Entity[]> {
  return (await unguarded(() => strapi.db.query(UID.photo).findMany({ where, populate: { image: true } }))) as Entity[];
}

/**
 * What becomes of the files of photos that are gone. One that readers were not to see goes with its photo, since nobody would
 * know any more that it must be hidden; unless another photo has it. A kill outlives its photo: the other photos of the
 * picture take it over. In the transaction of the deletion.
 */
export async function clearAfter(strapi: Core.Strapi, gone: readonly Entity[], now: Date): Promise<void> {
  for (const photo of gone) {
    const { pubStatus } = photo;
    if (pubStatus !== 'usable') {
      const heirs = (await othersOf(strapi, photo)).filter((one) => one['pubStatus'] === 'usable');
      // One by one: each is judged and recorded as any other write.
      for (const { id } of heirs) await strapi.db.query(UID.photo).update({ where: { id }, data: { pubStatus } });
    }
    if (!isOpenToAll(photo, now)) await removeFile(strapi, photo);
  }
}

/** The file of a picture that nobody may see, where its photo has been given another one. */
export async function clearReplaced(strapi: Core.Strapi, before: Entity): Promise<void> {
  if (closesPicture(before)) await removeFile(strapi, before);
}

/** The other photos of its picture. */
async function othersOf(strapi: Core.Strapi, photo: Entity): Promise<Entity[]> {
  const where = sharing([photo]);
  if (!where) return [];
  return (await strapi.db
    .queryBuilder(UID.photo)
    .init({ select: ['id', 'pubStatus'], where: { $and: [where, { id: { $ne: photo['id'] } }] } })
    .execute()) as Entity[];
}

function isOpenToAll({ blockedBy, servableIn, servableFrom, servableUntil }: Entity, now: Date): boolean {
  if (blockedBy || servableIn || !servableFrom || !servableUntil) return false;
  const time = now.toISOString();
  return timeOf(servableFrom) <= time && timeOf(servableUntil) > time;
}

/** The record goes with the transaction, and the bytes when it has held: what is rolled back must have its picture. */
async function removeFile(strapi: Core.Strapi, { fileHash, contentHash, image }: Entity): Promise<void> {
  if (!fileHash || typeof image !== 'object' || image === null || !('id' in image)) return;
  const { id } = image;
  const photos = strapi.db.queryBuilder(UID.photo).init({ select: ['id'], where: { fileHash }, limit: 1 });
  if (((await photos.execute()) as Entity[]).length > 0) return;
  // The next import of these bytes stores them anew.
  if (contentHash) await strapi.db.queryBuilder(UID.storedImage).delete().where({ contentHash, fileId: id }).execute();
  await strapi.db.query(FILE).delete({ where: { id } });
  const discarded = () =>
    void discard(strapi, image).then(() => strapi.eventHub.emit('media.delete', { media: image }));
  if (!strapi.db.inTransaction()) discarded();
  else await strapi.db.transaction(({ onCommit }) => onCommit(discarded));
}
