import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { inFileTurn } from '../file-turn';
import {
  asLibraryFile,
  readStored,
  rewrite,
  writeStored,
  type LibraryFile,
  type StoredFile,
} from '../media/stored-file';
import { rightsSettings } from './settings';

/** Why a file is taken out of the place that it is served from: the others are over by themselves, or soon. */
const SEALING = ['killed', 'withheld', 'denied', 'expired', 'window-closed', 'same-picture'];
/** So many photos are sealed or opened at once. */
const PAGE = 50;

/** Strapi's providers, as far as the vault needs them. */
interface Provider {
  delete(file: StoredFile): Promise<unknown>;
}

const folderOf = (strapi: Core.Strapi): string =>
  resolve(strapi.dirs.static.public, '..', rightsSettings(strapi).vault ?? join('private', 'newswire'));

const placeOf = (strapi: Core.Strapi, name: string): string => join(folderOf(strapi), basename(name));
const nameOf = ({ hash, ext }: StoredFile): string => `${hash}${ext ?? ''}`;

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

/** Takes a file and its renditions to the other place; true where their addresses have changed. */
type Carry = (strapi: Core.Strapi, file: LibraryFile) => Promise<boolean>;

async function move(strapi: Core.Strapi, sealed: boolean, where: object, carry: Carry): Promise<void> {
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

async function moveOne(strapi: Core.Strapi, photo: Entity, sealed: boolean, carry: Carry): Promise<void> {
  const file = asLibraryFile(photo['image']);
  try {
    const isCarried = file !== undefined && (!sealed || !(await isShared(strapi, photo)));
    const moved = isCarried && (await carry(strapi, file)) ? { refreshedAt: new Date() } : {};
    const where = { id: photo['id'] };
    if (sealed) await strapi.db.queryBuilder(UID.photo).where(where).update({ sealed }).execute();
    // Rights that were edited while it was in the vault are not in the file yet (`media/follow.ts` hears of it).
    else await strapi.db.query(UID.photo).updateMany({ where, data: { sealed, embedDue: randomUUID(), ...moved } });
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

async function seal(strapi: Core.Strapi, file: LibraryFile): Promise<boolean> {
  for (const one of withFormats(file)) await sealOne(strapi, one, file.provider);
  return false;
}

async function sealOne(strapi: Core.Strapi, file: StoredFile, provider: string): Promise<void> {
  const place = placeOf(strapi, nameOf(file));
  if (!(await exists(place))) {
    const bytes = await readStored(strapi, file, provider);
    if (!bytes) return;
    await mkdir(folderOf(strapi), { recursive: true });
    // Whole or not at all: what is half there would be taken for the picture.
    await writeFile(`${place}.part`, bytes);
    await rename(`${place}.part`, place);
  }
  await providerOf(strapi).delete({ ...file });
}

/** A store may give what comes back another address. What is in the vault stays there until all is written. */
async function open(strapi: Core.Strapi, file: LibraryFile): Promise<boolean> {
  const written: string[] = [];
  const hasMoved = await rewrite(strapi, file, async (one) => {
    const place = placeOf(strapi, nameOf(one));
    if (!(await exists(place))) return one.url;
    written.push(place);
    return writeStored(strapi, one, file.provider, await readFile(place));
  });
  for (const place of written) await rm(place, { force: true });
  return hasMoved;
}

const withFormats = (file: LibraryFile): StoredFile[] => [file, ...Object.values(file.formats ?? {})];

/** Takes a file that the Media Library has no more off the place that it is served from, and out of the vault. */
export async function discard(strapi: Core.Strapi, image: unknown): Promise<void> {
  const file = asLibraryFile(image);
  if (file) await inFileTurn(file.hash, () => discardNow(strapi, file));
}

async function discardNow(strapi: Core.Strapi, file: LibraryFile): Promise<void> {
  for (const one of withFormats(file)) {
    try {
      await providerOf(strapi).delete({ ...one });
      await rm(placeOf(strapi, nameOf(one)), { force: true });
    } catch (error) {
      strapi.log.error(`newswire: the file of a photo that is gone could not be removed: ${String(error)}`);
    }
  }
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
