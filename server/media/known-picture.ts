import type { Core } from '@strapi/strapi';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import { rejudgeSharing } from '../gate/judge';
import { readStored, type LibraryFile } from './stored-file';

/** What is compared is the picture in this size: none is the same by chance. */
const SIDE = 128;

/**
 * Enters by what a photo's picture is known, whatever its file says in its metadata: a killed picture that somebody
 * uploads anew is the same picture. Saved smaller, or encoded anew, it is another one.
 */
export async function knowPicture(strapi: Core.Strapi, photo: Entity, file: LibraryFile): Promise<void> {
  if (textOf(photo, 'pictureHash') !== undefined) return;
  const pictureHash = await hashOf(strapi, file);
  if (pictureHash === undefined) return;
  // Past the hooks: nobody has worked on the photo.
  await strapi.db
    .queryBuilder(UID.photo)
    .where({ id: photo['id'], fileHash: file.hash })
    .update({ pictureHash })
    .execute();
  await rejudgeSharing(strapi, [{ pictureHash }], new Date());
}

/** Undefined where there is no file, or none that can be opened as a picture. */
async function hashOf(strapi: Core.Strapi, file: LibraryFile): Promise<string | undefined> {
  try {
    const bytes = await readStored(strapi, file, file.provider);
    if (!bytes) return undefined;
    const pixels = await sharp(bytes)
      .resize(SIDE, SIDE, { fit: 'fill' })
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer();
    return createHash('sha256').update(pixels).digest('hex');
  } catch {
    return undefined;
  }
}
