import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';

/** A file of the Media Library, or one of its renditions, as the upload plugin keeps it. */
const storedFile = z.looseObject({ url: z.string(), hash: z.string(), ext: z.string().nullish(), mime: z.string() });
export type StoredFile = z.infer<typeof storedFile>;

const libraryFile = storedFile.extend({
  id: z.number(),
  provider: z.string(),
  formats: z.record(z.string(), storedFile).nullish(),
});
export type LibraryFile = z.infer<typeof libraryFile>;

/** A row of `plugin::upload.file`; undefined for what is no file. */
export const asLibraryFile = (row: unknown): LibraryFile | undefined => libraryFile.safeParse(row).data;

/** Bytes, the most that is read: the Media Library takes larger files, but no picture is that large. */
const LARGEST = 100 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

interface UploadServices {
  provider: { upload(file: object): Promise<void> };
  file: { signFileUrls(file: object): Promise<object> };
}
const uploadService = <Name extends keyof UploadServices>(strapi: Core.Strapi, name: Name): UploadServices[Name] =>
  strapi.plugin('upload').service(name) as UploadServices[Name];

/** The bytes of a stored file, from the disk of the local provider or from where another one serves it. */
export async function readStored(strapi: Core.Strapi, file: StoredFile, provider: string): Promise<Buffer> {
  if (provider === 'local') return readFile(onDisk(strapi, file));
  const signed = storedFile.parse(await uploadService(strapi, 'file').signFileUrls({ ...file, provider }));
  const answer = await fetch(signed.url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`The storage answered ${answer.status}.`);
  if (Number(answer.headers.get('content-length') ?? 0) > LARGEST) throw new Error('The file is too large.');
  return Buffer.from(await answer.arrayBuffer());
}

/**
 * Puts bytes in the place of a stored file, under the same name; answers its address, which some providers change. On
 * the local disk the old file is served until the new one is whole.
 */
export async function writeStored(
  strapi: Core.Strapi,
  file: StoredFile,
  provider: string,
  bytes: Buffer,
): Promise<string> {
  if (provider === 'local') {
    const path = onDisk(strapi, file);
    const beside = `${path}.${randomUUID()}.part`;
    await writeFile(beside, bytes);
    await rename(beside, path);
    return file.url;
  }
  const copy = { ...file, provider, getStream: () => Readable.from([bytes]) };
  await uploadService(strapi, 'provider').upload(copy);
  return copy.url;
}

/** The local provider serves `uploads/` of the public folder by hash and extension. */
const onDisk = (strapi: Core.Strapi, { hash, ext }: StoredFile): string =>
  join(strapi.dirs.static.public, 'uploads', `${hash}${ext ?? ''}`);
