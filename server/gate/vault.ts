import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { inFileTurn } from '../file-turn';
import { rightsSettings } from './settings';

/** Why a file is taken out of the place that it is served from: the others are over by themselves, or soon. */
const SEALING = ['killed', 'withheld', 'denied', 'expired', 'window-closed', 'same-picture'];
/** So many photos are sealed or opened at once. */
const PAGE = 50;
/** A rendition that is larger is no picture. */
const MAX_BYTES = 200_000_000;

const rendition = z.looseObject({ hash: z.string(), ext: z.string(), url: z.string() });
const stored = rendition.extend({ formats: z.record(z.string(), rendition).nullish() });
type Rendition = z.infer<typeof rendition>;

/** Strapi's providers, as far as the vault needs them. */
interface Provider {
  upload(file: Rendition & { buffer: Buffer }): Promise<unknown>;
  delete(file: Rendition): Promise<unknown>;
}

const folderOf = (strapi: Core.Strapi): string =>
  resolve(strapi.dirs.static.public, '..', rightsSettings(strapi).vault ?? join('private', 'newswire'));

const placeOf = (strapi: Core.Strapi, name: string): string => join(folderOf(strapi), basename(name));

/** A file that is in the vault, for editors; undefined where it is not. */
export async function storedIn(strapi: Core.Strapi, name: string): Promise<Readable | undefined> {
  const place = placeOf(strapi, name);
  return (await exists(place)) ? createReadStream(place) : undefined;
}

/**
 * Takes the files of photos that are closed for good out of the place that they are served from, all renditions, and puts
 * them back when they may be shown again: a proxy or a bucket that serves files by itself asks nobody. What is not
 * possible is tried again.
 */
export async function tidyVault(strapi: Core.Strapi): Promise<void> {
  await move(strapi, true, { blockedBy: { $in: SEALING }, sealed: { $ne: true } }, seal);
  await move(strapi, false, { $or: [{ blockedBy: { $null: true } }, { blockedBy: { $notIn: SEALING } }], sealed: true }, open); // prettier-ignore
}

async function move(
  strapi: Core.Strapi,
  sealed: boolean,
  where: object,
  carry: (strapi: Core.Strapi, file: Rendition) => Promise<void>,
): Promise<void> {
  let last = 0;
  for (;;) {
    const photos = (await strapi.db.query(UID.photo).findMany({
      select: ['id', 'fileHash'],
      where: { $and: [where, { fileHash: { $notNull: true } }, { id: { $gt: last } }] },
      populate: { image: true },
      orderBy: { id: 'asc' },
      limit: PAGE,
    })) as Entity[];
    for (const photo of photos)
      await inFileTurn(String(photo['fileHash']), () => moveOne(strapi, photo, sealed, carry));
    if (photos.length < PAGE) return;
    last = Number(photos.at(-1)?.['id']);
  }
}

async function moveOne(
  strapi: Core.Strapi,
  photo: Entity,
  sealed: boolean,
  carry: (strapi: Core.Strapi, file: Rendition) => Promise<void>,
): Promise<void> {
  const file = stored.safeParse(photo['image']);
  try {
    if (file.success && (!sealed || !(await isShared(strapi, photo)))) {
      for (const one of [file.data, ...Object.values(file.data.formats ?? {})]) await carry(strapi, one);
    }
    const where = { id: photo['id'] };
    if (sealed) await strapi.db.queryBuilder(UID.photo).where(where).update({ sealed }).execute();
    // Rights that were edited while it was in the vault are not in the file yet (`media/follow.ts` hears of it).
    else await strapi.db.query(UID.photo).updateMany({ where, data: { sealed, embedDue: randomUUID() } });
  } catch (error) {
    strapi.log.error(`newswire: the file of a photo could not be ${sealed ? 'sealed' : 'opened'}: ${String(error)}`);
  }
}

/** Another photo of the same file that is not closed for good: the request is judged then, the file stays. */
async function isShared(strapi: Core.Strapi, { id, fileHash }: Entity): Promise<boolean> {
  const others = {
    fileHash,
    id: { $ne: id },
    $or: [{ blockedBy: { $null: true } }, { blockedBy: { $notIn: SEALING } }],
  };
  return (await strapi.db.query(UID.photo).count({ where: others })) > 0;
}

async function seal(strapi: Core.Strapi, file: Rendition): Promise<void> {
  const place = placeOf(strapi, `${file.hash}${file.ext}`);
  if (!(await exists(place))) {
    const bytes = await bytesOf(strapi, file.url);
    if (!bytes) return;
    await mkdir(folderOf(strapi), { recursive: true });
    // Whole or not at all: what is half there would be taken for the picture.
    await writeFile(`${place}.part`, bytes);
    await rename(`${place}.part`, place);
  }
  await providerOf(strapi).delete({ ...file });
}

async function open(strapi: Core.Strapi, file: Rendition): Promise<void> {
  const place = placeOf(strapi, `${file.hash}${file.ext}`);
  if (!(await exists(place))) return;
  await providerOf(strapi).upload({ ...file, buffer: await readFile(place) });
  await rm(place, { force: true });
}

/** Takes a file that the Media Library has no more off the place that it is served from, and out of the vault. */
export async function discard(strapi: Core.Strapi, image: unknown): Promise<void> {
  const file = stored.safeParse(image);
  if (file.success) await inFileTurn(file.data.hash, () => discardNow(strapi, file.data));
}

async function discardNow(strapi: Core.Strapi, file: z.infer<typeof stored>): Promise<void> {
  for (const one of [file, ...Object.values(file.formats ?? {})]) {
    try {
      await providerOf(strapi).delete({ ...one });
      await rm(placeOf(strapi, `${one.hash}${one.ext}`), { force: true });
    } catch (error) {
      strapi.log.error(`newswire: the file of a photo that is gone could not be removed: ${String(error)}`);
    }
  }
}

/** What is served from here is on the disk, everything else is asked for where it is. */
async function bytesOf(strapi: Core.Strapi, url: string): Promise<Buffer | undefined> {
  if (url.startsWith('/')) {
    const place = join(strapi.dirs.static.public, 'uploads', basename(url));
    return (await exists(place)) ? readFile(place) : undefined;
  }
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (answer.status === 404) return undefined;
  const size = Number(answer.headers.get('content-length') ?? 0);
  if (!answer.ok || size > MAX_BYTES) throw new Error(`the provider answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

const providerOf = (strapi: Core.Strapi): Provider => {
  const upload: unknown = strapi.plugin('upload');
  return (upload as { provider: Provider }).provider;
};

const exists = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );
