import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { closed } from '../rights/gate';
import type { GateColumns } from './columns';

/** What closes a picture wherever it is used: the other reasons close one photo of it. */
const CLOSES_PICTURE: ReadonlySet<unknown> = new Set(['killed', 'withheld', 'denied']);

export const closesPicture = (row: { blockedBy?: unknown }): boolean => CLOSES_PICTURE.has(row.blockedBy);

/**
 * By what a picture is known: its file, the bytes that were sent, which may have been stored twice, and what is to be seen
 * in it, whoever has uploaded it.
 */
export const KNOWN_BY = ['fileHash', 'contentHash', 'pictureHash'] as const;

/** Databases take a limited number of values in one statement. */
const AT_ONCE = 400;

/** Of these photos, those whose picture another photo closes, by their place in the list, with that other one. */
export async function closedByAnother(
  strapi: Core.Strapi,
  photos: readonly Entity[],
): Promise<ReadonlyMap<number, Entity>> {
  const found = new Map<number, Entity>();
  for (let at = 0; at < photos.length; at += AT_ONCE) {
    const some = photos.slice(at, at + AT_ONCE);
    const where = sharing(some);
    if (!where) continue;
    // The photos of a picture are few; which of them close it is asked here, lest the database reads all that are closed.
    const others = (await strapi.db
      .queryBuilder(UID.photo)
      .init({ select: ['id', 'documentId', 'blockedBy', ...KNOWN_BY], where })
      .execute()) as Entity[];
    const closing = others.filter(closesPicture);
    some.forEach((photo, n) => {
      const other = closing.find((one) => one['id'] !== photo['id'] && isSamePicture(one, photo));
      if (other) found.set(at + n, other);
    });
  }
  return found;
}

/** The photos of the pictures of these, themselves among them; undefined where they have none. */
export function sharing(photos: readonly Entity[]): { $or: Entity[] } | undefined {
  const conditions = KNOWN_BY.flatMap((column) => {
    const hashes = [...new Set(photos.flatMap((photo) => (isHash(photo[column]) ? [photo[column]] : [])))];
    return hashes.length === 0 ? [] : [{ [column]: { $in: hashes } }];
  });
  return conditions.length === 0 ? undefined : { $or: conditions };
}

const isHash = (value: unknown): boolean => typeof value === 'string' && value !== '';

export const isSamePicture = (one: Entity, other: Entity): boolean =>
  KNOWN_BY.some((column) => isHash(one[column]) && one[column] === other[column]);

/** The judgement of a photo whose picture another one closes: killed bytes are served to nobody, whoever has sent them. */
export function withPictureClosed(gate: GateColumns): GateColumns {
  return closesPicture(gate) ? gate : { ...closed('same-picture'), houseCredit: gate.houseCredit };
}

/**
 * Which other photos must be judged anew, after a write: those of pictures that these photos close now and did not before,
 * or do no longer. `before` undefined: it is new; `after` undefined: it is gone.
 */
export function touched(before: Entity | undefined, after: Entity | undefined): Entity[] {
  const [was, is] = [before && closesPicture(before), after && closesPicture(after)];
  if (!was && !is) return [];
  const isSame = before && after && KNOWN_BY.every((column) => before[column] === after[column]);
  return was === is && isSame ? [] : [...(was && before ? [before] : []), ...(is && after ? [after] : [])];
}
