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
  const fileInfo = { name, alternativeText: name, caption: name };
  const [file] = await withFile(name, look, (files) => uploads(strapi).upload({ data: { fileInfo }, files }));
  if (!file) throw new Error('The Media Library took the picture and gave nothing back.');
  return { id: file.id, urls: [file.url, ...Object.values(file.formats ?? {}).map(({ url }) => url)] };
}

/** Puts another picture into the place of a file, as the Media Library's “Replace media” does. */
export async function replacePicture({ strapi }: TestStrapi, id: number, look: number): Promise<void> {
  await withFile(`replaced-${id}`, look, (file) => uploads(strapi).replace(id, { data: { fileInfo: {} }, file }));
}

interface Uploads {
  upload(what: object): Promise<{ id: number; url: string; formats?: Record<string, { url: string }> | null }[]>;
  replace(id: number, what: object): Promise<unknown>;
}

const uploads = (strapi: TestStrapi['strapi']): Uploads => strapi.plugin('upload').service('upload');

interface FormFile {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  size: number;
}

async function withFile<Answer>(
  name: string,
  look: number,
  send: (file: FormFile) => Promise<Answer>,
): Promise<Answer> {
  const filepath = join(tmpdir(), `${name}-${process.pid}.jpg`);
  const { size } = await sharp(IMAGE)
    .modulate({ hue: (10 * look) % 360 })
    .toFile(filepath);
  const answer = await send({ filepath, originalFilename: `${name}.jpg`, mimetype: 'image/jpeg', size });
  await rm(filepath, { force: true });
  return answer;
}
