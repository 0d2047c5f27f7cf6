import type { Core } from '@strapi/strapi';
import { setTimeout as sleep } from 'node:timers/promises';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { isTaken, retrying } from './retry';

/** Whoever stores an image and dies is waited for so long. */
const LEASE_MS = 120_000;
const PAUSE_MS = 250;

export interface Stored {
  fileId: number;
  /** False where the same bytes were there before. */
  isNew: boolean;
}

/**
 * The file that has these bytes, stored by `store` where there is none. The hash is unique in the database: of any number
 * of processes with the same image one stores it, and the others wait for that one.
 */
export async function storedOnce(
  strapi: Core.Strapi,
  contentHash: string,
  store: () => Promise<number>,
): Promise<Stored> {
  const images = strapi.db.query(UID.storedImage);
  // Ends by itself: a lease that nobody renews runs out, and then this process takes it.
  for (;;) {
    const row = (await images.findOne({ where: { contentHash } })) as Entity | null;
    const fileId = row?.['fileId'];
    if (typeof fileId === 'number' && (await isThere(strapi, fileId))) {
      // Said before it is used, so that whoever stored it does not take it away.
      const { count } = await retrying(() =>
        images.updateMany({ where: { contentHash, fileId }, data: { isShared: true } }),
      );
      if (count > 0) return { fileId, isNew: false };
      continue;
    }
    if (await claims(strapi, contentHash, row)) return { fileId: await keep(strapi, contentHash, store), isNew: true };
    await sleep(PAUSE_MS);
  }
}

/** Forgets a file that this process has stored; false where somebody else uses it by now. */
export async function forgotten(strapi: Core.Strapi, contentHash: string, fileId: number): Promise<boolean> {
  const where = { contentHash, fileId, isShared: false };
  const { count } = await retrying(() => strapi.db.query(UID.storedImage).deleteMany({ where }));
  return count > 0;
}

async function claims(strapi: Core.Strapi, contentHash: string, row: Entity | null): Promise<boolean> {
  const images = strapi.db.query(UID.storedImage);
  const leaseUntil = new Date(Date.now() + LEASE_MS).toISOString();
  if (!row) {
    try {
      await images.create({ data: { contentHash, leaseUntil, isShared: false } });
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }
  // The file was removed from the Media Library, or whoever was to store it has died.
  const { fileId } = row;
  const free = fileId ? { fileId } : { fileId: { $null: true }, leaseUntil: { $lt: new Date().toISOString() } };
  const { count } = await retrying(() =>
    images.updateMany({ where: { contentHash, ...free }, data: { fileId: null, leaseUntil, isShared: false } }),
  );
  return count > 0;
}

async function keep(strapi: Core.Strapi, contentHash: string, store: () => Promise<number>): Promise<number> {
  const images = strapi.db.query(UID.storedImage);
  try {
    const fileId = await store();
    await retrying(() => images.updateMany({ where: { contentHash }, data: { fileId } }));
    return fileId;
  } catch (error) {
    await retrying(() => images.deleteMany({ where: { contentHash, fileId: { $null: true } } }));
    throw error;
  }
}

const isThere = async (strapi: Core.Strapi, id: number): Promise<boolean> =>
  (await strapi.db.query('plugin::upload.file').count({ where: { id } })) > 0;
