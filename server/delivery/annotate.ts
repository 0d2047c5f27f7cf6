import type { Core } from '@strapi/strapi';
import { ILLUSTRATION, UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { decidingRow, rightsOf } from '../gate/rights-of';
import { rightsSettings } from '../gate/settings';
import { unguarded } from '../gate/unguarded';
import { shownCredit } from '../rights/house-line';
import { validity, type Reason } from '../rights/validity';
import { eachEntity, isCount, isEntity } from './entities';
import type { Schema } from './guard';
import type { Reader } from './reader';
import { visibleWhere } from './visible';

/** What the public is told: never what is hidden, only that it is and why. */
export interface PublicRights {
  servable: boolean;
  reasons: (Reason | 'unreleased' | 'same-picture')[];
}

/** Whatever a reader is given may be shown. */
export const SERVABLE: PublicRights = { servable: true, reasons: [] };

/**
 * Writes `rights` beside every article and photo that a reader is given, and beside every illustration: of its photo,
 * which is null where it may not be shown. The caption that the story gives such a photo goes with it. A credit is given in
 * the house form of its agency, which stands in the row (`gate/columns.ts`).
 */
export async function annotateRights(
  strapi: Core.Strapi,
  schema: Schema,
  reader: Reader,
  uid: string,
  result: unknown,
): Promise<void> {
  const illustrations: Entity[] = [];
  eachEntity(schema, uid, result, (type, one) => mark(type, one, illustrations));
  // Asked of all, also where the photo was not read, was counted or is filtered away: the caption tells of it all the same.
  const open = await withOpenPhoto(strapi, reader, illustrations);
  const withoutPhoto = illustrations.filter((one) => !open.has(one['id']));
  if (withoutPhoto.length === 0) return;
  const reasons = await reasonsOf(strapi, reader, withoutPhoto.map(({ id }) => id)); // prettier-ignore
  for (const one of withoutPhoto) {
    const why = reasons.get(one['id']);
    one['rights'] = why ?? null;
    // Also where there is no photo any more: it was written for one that was deleted.
    if ('caption' in one) one['caption'] = null;
  }
}

/** Those of these illustrations whose photo may be shown, marked so. */
async function withOpenPhoto(strapi: Core.Strapi, reader: Reader, illustrations: Entity[]): Promise<Set<unknown>> {
  if (illustrations.length === 0) return new Set();
  const ids = illustrations.map(({ id }) => id);
  const photo = visibleWhere(UID.photo, reader);
  const rows = (await unguarded(() =>
    strapi.db.query(ILLUSTRATION).findMany({ select: ['id'], where: { $and: [{ id: { $in: ids } }, { photo }] } }),
  )) as Entity[];
  const open = new Set(rows.map(({ id }) => id));
  for (const one of illustrations) if (open.has(one['id'])) one['rights'] = SERVABLE;
  return open;
}

/** Marks what may be shown, and finds the illustrations of which that is not known. */
function mark(uid: string, one: Entity, unknown: Entity[]): void {
  if (uid === UID.article || uid === UID.photo) {
    one['rights'] = SERVABLE;
    if ('creditLine' in one) one['creditLine'] = one['houseCredit'] ?? shownCredit(one, null) ?? null;
  }
  if (uid !== ILLUSTRATION) return;
  if (readsPhoto(one) && one['photo']) one['rights'] = SERVABLE;
  else unknown.push(one);
}

/** A photo that is only counted says nothing of whether it may be shown: its count is there where the photo is not. */
const readsPhoto = (one: Entity): boolean => 'photo' in one && !isCount(one['photo']);

/** Why the photos of these illustrations are not shown, by the illustration's id; nothing for one that has no photo. */
export async function reasonsOf<Id>(strapi: Core.Strapi, reader: Reader, ids: Id[]): Promise<Map<Id, PublicRights>> {
  const rows = (await unguarded(() =>
    strapi.db.query(ILLUSTRATION).findMany({
      select: ['id'],
      where: { id: { $in: ids } },
      populate: { photo: { ...decidingRow(UID.photo), select: [...decidingRow(UID.photo).select, 'blockedBy'] } },
    }),
  )) as Entity[];
  return new Map(
    rows.flatMap(({ id, photo }): [Id, PublicRights][] =>
      isEntity(photo) ? [[id as Id, hiddenRights(strapi, reader, photo)]] : [],
    ),
  );
}

function hiddenRights(strapi: Core.Strapi, { now, territory }: Reader, photo: Entity): PublicRights {
  const { demand: demands } = rightsSettings(strapi);
  const use = { demands, ...(territory === undefined ? {} : { territory }) };
  const { reasons } = validity(rightsOf(UID.photo, photo, photo['agency'] as Entity | null, now), now, use);
  if (photo['blockedBy'] === 'same-picture') return { servable: false, reasons: ['same-picture', ...reasons] };
  return { servable: false, reasons: reasons.length > 0 ? reasons : ['unreleased'] };
}
