import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import type { TestStrapi } from './strapi';

const IMAGE = resolve(__dirname, '../../playground/story/steam-ferry.jpg');

/** A file of the Media Library with its renditions. */
export interface Uploaded {
  id: number;
  /** Of the file and all renditions. */
  urls: string[];
}

/**
 * Uploads a picture as the Media Library does. Each `look` is a picture of its own: two photos of one are the same picture,
 * and one that is killed closes the other.
 */
export async function uploadPicture({ strapi }: TestStrapi, name: string, look: number): Promise<Uploaded> {
  const filepath = join(tmpdir(), `${name}-${process.pid}.jpg`);
  const { size } = await sharp(IMAGE)
    .modulate({ hue: (10 * look) % 360 })
    .toFile(filepath);
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name, alternativeText: name, caption: name } },
      files: { filepath, originalFilename: `${name}.jpg`, mimetype: 'image/jpeg', size },
    });
  await rm(filepath, { force: true });
  const formats = Object.values((file.formats ?? {}) as Record<string, { url: string }>);
  return { id: Number(file.id), urls: [file.url, ...formats.map(({ url }) => url)] };
}
