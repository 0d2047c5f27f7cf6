import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import { UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import { inFileTurn } from '../file-turn';
import { discard } from '../gate/vault';
import { shownCredit } from '../rights/house-line';
import { embedRights } from './embed';
import { knowPicture } from './known-picture';
import { asLibraryFile, readStored, rewrite, writeStored, type LibraryFile, type StoredFile } from './stored-file';
import { xmpPacketOf, type EmbeddedRights } from './xmp-packet';

const FILE_UID = 'plugin::upload.file';
/** Photos that are read at once. */
const STEP = 20;
/** Photos whose files could not be written are tried again after this long, and when the process starts. */
const AGAIN_MS = 60_000;
/** The most photos that one round takes; what is left comes in the next. */
const MAX_ROUND = 100_000;

export interface Embedder {
  /** There are photos whose files do not say what they should. */
  wake(): void;
  start(): void;
  /** Ends after the file that is being written. */
  stop(): Promise<void>;
}

/**
 * Writes the rights of photos into their files: the one in the Media Library and every rendition of it. What is to be
 * done stands in the photos themselves (`embedDue`), so a process that dies leaves nothing undone.
 */
export function createEmbedder({ strapi }: { strapi: Core.Strapi }): Embedder {
  let going: Promise<void> | undefined;
  let isStopping = false;
  let isWanted = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = (): void => {
    isWanted = true;
    if (isStopping) return;
    going ??= round().finally(() => {
      going = undefined;
      if (isWanted) wake();
    });
  };

  async function round(): Promise<void> {
    isWanted = false;
    let after = 0;
    for (let count = 0; count < MAX_ROUND && !isStopping; count += STEP) {
      const photos = await duePhotos(strapi, after).catch((error: unknown) => {
        strapi.log.warn(`newswire: photos whose files wait for their credit could not be read: ${String(error)}`);
        return [];
      });
      for (const photo of photos) {
        if (isStopping) return;
        await embedOne(strapi, photo).catch((error: unknown) => {
          strapi.log.warn(`newswire: the credit was not written into a file, it is tried again: ${String(error)}`);
        });
        after = Number(photo['id']);
      }
      if (photos.length < STEP) return;
    }
  }

  return {
    wake,
    start() {
      timer = setInterval(wake, AGAIN_MS);
      timer.unref();
      wake();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await going;
    },
  };
}

async function duePhotos(strapi: Core.Strapi, after: number): Promise<Entity[]> {
  return (await strapi.db.query(UID.photo).findMany({
    where: { $and: [{ embedDue: { $notNull: true } }, { id: { $gt: after } }] },
    orderBy: { id: 'asc' },
    limit: STEP,
    populate: { image: true, agency: true },
  })) as Entity[];
}

async function embedOne(strapi: Core.Strapi, photo: Entity): Promise<void> {
  // What is put away is written when it is put back (`gate/vault.ts`).
  const file = photo['sealed'] === true ? undefined : asLibraryFile(photo['image']);
  const hasMoved =
    file !== undefined &&
    (await inFileTurn(file.hash, async () => {
      await knowPicture(strapi, photo, file);
      return embedInto(strapi, file, rightsOf(photo));
    }));
  // Another process has taken it away while it was written: it must not stay.
  if (file && (await strapi.db.query(FILE_UID).count({ where: { id: file.id } })) === 0) await discard(strapi, file);
  const data = { embedDue: null, ...(hasMoved ? { refreshedAt: new Date() } : {}) };
  // Unless it has changed meanwhile: then it is due again.
  await strapi.db.query(UID.photo).updateMany({ where: { id: photo['id'], embedDue: photo['embedDue'] }, data });
}

/** The rights of a photo as its file says them. */
export function rightsOf(photo: Entity): EmbeddedRights {
  const agency = photo['agency'] as Entity | null | undefined;
  const byline = textOf(photo, 'byline');
  const fields = {
    creditLine: shownCredit(photo, agency),
    copyrightNotice: textOf(photo, 'copyrightNotice'),
    copyrightHolder: textOf(photo, 'copyrightHolder'),
    usageTerms: textOf(photo, 'usageTerms'),
    webStatementOfRights: textOf(photo, 'webStatementOfRights'),
    licensorUrl: textOf(photo, 'licensorUrl'),
    dataMining: textOf(photo, 'dataMining'),
    digitalSourceType: textOf(photo, 'digitalSourceType'),
  };
  return {
    ...(byline === undefined ? {} : { creator: byline.split(', ') }),
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
}

/** True where a file has another address now. */
const embedInto = (strapi: Core.Strapi, file: LibraryFile, rights: EmbeddedRights): Promise<boolean> =>
  rewrite(strapi, file, (one) => embedInStored(strapi, one, file.provider, rights));

/** The address of the file afterwards. A file that is gone, or of a kind that holds no XMP, stays as it is. */
async function embedInStored(
  strapi: Core.Strapi,
  file: StoredFile,
  provider: string,
  rights: EmbeddedRights,
): Promise<string> {
  const bytes = await readStored(strapi, file, provider);
  const made = bytes && (await withRights(bytes, file.mime, rights));
  if (!made || made.equals(bytes)) return file.url;
  return writeStored(strapi, file, provider, made);
}

async function withRights(bytes: Buffer, mime: string, rights: EmbeddedRights): Promise<Buffer | undefined> {
  try {
    // TIFF loses nothing when it is encoded anew, and its own way to hold a packet moves every offset in the file.
    if (mime === 'image/tiff') {
      return await sharp(bytes).withXmp(xmpPacketOf(rights).toString()).tiff({ compression: 'lzw' }).toBuffer();
    }
    return embedRights(bytes, rights);
  } catch {
    // A broken picture is served as it is; it was refused as an image, or nobody can open it anyway.
    return undefined;
  }
}
