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

/**
 * The bytes of a stored file, from the disk of the local provider or from where another one serves it; undefined where
 * there is no such file.
 */
export async function readStored(strapi: Core.Strapi, file: StoredFile, provider: string): Promise<Buffer | undefined> {
  if (provider === 'local') return readFile(onDisk(strapi, file)).catch(unlessMissing);
  const signed = storedFile.parse(await uploadService(strapi, 'file').signFileUrls({ ...file, provider }));
  const answer = await fetch(signed.url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`The storage answered ${answer.status}.`);
  if (Number(answer.headers.get('content-length') ?? 0) > LARGEST) throw new Error('The file is too large.');
  return Buffer.from(await answer.arrayBuffer());
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
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

/**
 * Writes a file and its renditions anew, each with `write`, which answers the address of the one that it was given. The
 * addresses that have changed are kept in the Media Library; true where there are any.
 */
export async function rewrite(
  strapi: Core.Strapi,
  file: LibraryFile,
  write: (one: StoredFile) => Promise<string>,
): Promise<boolean> {
  const url = await write(file);
  const formats: Record<string, StoredFile> = {};
  for (const [name, format] of Object.entries(file.formats ?? {})) {
    formats[name] = { ...format, url: await write(format) };
  }
  const hasMoved =
    url !== file.url || Object.entries(formats).some(([name, { url: now }]) => now !== file.formats?.[name]?.url);
  if (hasMoved) await strapi.db.query(FILE_UID).updateMany({ where: { id: file.id }, data: { url, formats } });
  return hasMoved;
}

const FILE_UID = 'plugin::upload.file';
