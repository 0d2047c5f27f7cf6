import type { Core } from '@strapi/strapi';
import type { Story, StoryPhoto } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, type Entity } from '../documents';
import { photoAsRead } from '../rights/as-read';
import { withAdded } from '../rights/stated';
import { MAX_ROWS, rowsShowing } from '../shown-in';
import type { Offer } from './corrections/differences';
import { agencyOf } from './filing';
import { follow } from './follow';
import { photoUri, uriKeyOf } from './identity';
import type { PreviousPhoto } from './illustrations';
import { deliveredRights, photoData, suppliersOf, type SavedPhoto } from './photos';
import { snapshotOf, stampOf, type Touch, type Wrote } from './touch';

/** A photo that an earlier version brought, as it said it. */
interface DeliveredBefore extends PreviousPhoto {
  photo: StoryPhoto;
  /** `uriKey` of the photo. */
  key: string;
}

/** The photos that the version before had, in its order; those that are gone are left out. */
export async function previousPhotos(
  strapi: Core.Strapi,
  uri: string,
  before: Story | undefined,
): Promise<DeliveredBefore[]> {
  const photos = (before?.photos ?? []).map((photo, n) => ({ photo, key: uriKeyOf(photoUri(uri, photo, n)) }));
  if (photos.length === 0) return [];
  const rows = (await strapi.db.query(UID.photo).findMany({
    select: ['id', 'documentId', 'uriKey'],
    where: { uriKey: { $in: photos.map(({ key }) => key) } },
  })) as Entity[];
  const byKey = new Map(rows.map((row) => [String(row['uriKey']), String(row['documentId'])]));
  return photos.flatMap(({ photo, key }) => {
    const documentId = byKey.get(key);
    return documentId === undefined ? [] : [{ documentId, caption: photo.caption, photo, key }];
  });
}

/** The photos of the version before that this one has no more. */
export function leftOut(previous: readonly DeliveredBefore[], story: Story, uri: string): ReadonlySet<string> {
  const keys = new Set((story.photos ?? []).map((photo, n) => uriKeyOf(photoUri(uri, photo, n))));
  return new Set(previous.flatMap(({ key, documentId }) => (keys.has(key) ? [] : [documentId])));
}

/** What a photo says, and the story that it came with. */
export interface Version {
  photo: StoryPhoto;
  story: Story;
}

/** Fields of a photo that are not the wire's to say twice. */
const OWN: ReadonlySet<string> = new Set(['released', 'image', 'contentHash']);

/**
 * Writes what a newer version says of a photo that is there, where no editor has changed it; what one has changed is
 * offered. `extra` is written with it.
 */
export async function updatePhoto(
  strapi: Core.Strapi,
  documentId: string,
  versions: { before: Version | undefined; delivered: Version; written: Version },
  extra: Entity = {},
): Promise<{ offer: Offer; row: Entity }> {
  const current =
    ((await strapi.db.query(UID.photo).findOne({ where: { documentId }, populate: { agency: true } })) as Entity) ?? {};
  const standing: Entity = { ...current, agency: (current['agency'] as Entity | null)?.['documentId'] ?? null };
  const wire = await fieldsOf(strapi, { ...versions.delivered, photo: photoAsRead(versions.delivered.photo) });
  const before = versions.before ? await fieldsOf(strapi, versions.before) : standing;
  const fields = [...new Set([...Object.keys(wire), ...(versions.before ? Object.keys(before) : [])])];
  const { data, kept, settled } = follow(
    fields.filter((field) => !OWN.has(field)),
    { current: standing, before, wire, written: await fieldsOf(strapi, versions.written) },
  );
  if (kept.some(({ field }) => field === 'restrictions')) {
    data['restrictions'] = withAdded(standing['restrictions'], before['restrictions'], wire['restrictions']);
  }
  const delivered = deliveredRights(versions.delivered.photo);
  await auditAs({ surface: 'import', delivered }, () =>
    documentsOf(strapi, UID.photo).update({ documentId, data: { ...data, ...extra } }),
  );
  // An agency is known by its row here, which says nothing to an editor.
  const offered = kept.filter(({ field }) => field !== 'agency');
  return { offer: { type: 'photo', documentId, kept: offered, settled }, row: { ...standing, ...data } };
}

/** A wire that says nothing of a photo's status says that it is usable. */
async function fieldsOf(strapi: Core.Strapi, { photo, story }: Version): Promise<Entity> {
  const data = photoData(photo, story, await agencyOf(strapi, suppliersOf(photo)));
  return { ...data, pubStatus: data['pubStatus'] ?? 'usable' };
}

/**
 * A newer version of a story says something newer of its photos too. Answers what was offered, and what was written
 * beside what `savePhoto` had written.
 */
export async function followPhotos(
  strapi: Core.Strapi,
  photos: SavedPhoto[],
  previous: readonly DeliveredBefore[],
  stories: { before: Story | undefined; delivered: Story; written: Story },
): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const [n, saved] of photos.entries()) {
    const was = previous.find(({ documentId }) => documentId === saved.documentId);
    const { before, delivered, written } = stories;
    if (saved.before === null || !was || !before) continue;
    const snapshot = saved.before ?? (await snapshotOf(strapi, 'photo', saved.documentId));
    const { offer, row } = await updatePhoto(strapi, saved.documentId, {
      before: { photo: was.photo, story: before },
      delivered: { photo: delivered.photos?.[n] ?? {}, story: delivered },
      written: { photo: written.photos?.[n] ?? {}, story: written },
    });
    offers.push(offer);
    const caption = row['caption'];
    photos[n] = { ...saved, before: snapshot, caption: typeof caption === 'string' ? caption : undefined };
  }
  return offers;
}

/** Photos that no usable story shows beside this one go with it: a photo of a killed story is nobody's to show. */
export async function closePhotos(
  strapi: Core.Strapi,
  article: string,
  photos: readonly string[],
  pubStatus: string,
): Promise<Wrote[]> {
  const wrote: Wrote[] = [];
  for (const documentId of new Set(photos)) {
    if (await isShownElsewhere(strapi, article, documentId)) continue;
    const before = await snapshotOf(strapi, 'photo', documentId);
    if (!before || before.draft['pubStatus'] !== 'usable') continue;
    await documentsOf(strapi, UID.photo).update({ documentId, data: { pubStatus } });
    wrote.push({ type: 'photo', documentId, title: titleOf(before.draft), before });
  }
  return wrote;
}

/** A photo that was killed on its own before it came with a story stays closed. */
export async function closeKilled(strapi: Core.Strapi, photos: readonly SavedPhoto[]): Promise<void> {
  for (const { documentId, before } of photos) {
    if (before !== null) continue;
    const row = (await strapi.db
      .query(UID.photo)
      .findOne({ select: ['id', 'uriKey'], where: { documentId } })) as Entity | null;
    const pubStatus = row && (await ownKill(strapi, String(row['uriKey'])));
    if (pubStatus) await documentsOf(strapi, UID.photo).update({ documentId, data: { pubStatus } });
  }
}

/**
 * Opens the photos that went with a story when it was killed, and that nobody has touched since; not what it comes back
 * without: an agency that leaves a picture out has not released it.
 */
export async function openPhotos(strapi: Core.Strapi, article: string, without: ReadonlySet<string>): Promise<Wrote[]> {
  const wrote: Wrote[] = [];
  for (const { documentId, title } of await wentWithKill(strapi, article)) {
    if (without.has(documentId)) continue;
    const before = await snapshotOf(strapi, 'photo', documentId);
    await documentsOf(strapi, UID.photo).update({ documentId, data: { pubStatus: 'usable' } });
    wrote.push({ type: 'photo', documentId, title, before });
  }
  return wrote;
}

/**
 * The photos that this story shows and that were closed with it, or, where another story with them was killed after it, with
 * that one: the last kill of a photo's stories closes it, and the first of them that comes back opens it.
 */
async function wentWithKill(strapi: Core.Strapi, article: string): Promise<Touch[]> {
  const found: Touch[] = [];
  for (const photo of await photosShownBy(strapi, article)) {
    const others = await storiesWith(strapi, photo);
    const kills = (await strapi.db.query(UID.wireItem).findMany({
      select: ['id', 'touched'],
      where: { targetDocumentId: { $in: [...new Set([article, ...others])] }, outcome: 'killed', undoneAt: null },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      limit: MAX_KILLS,
    })) as { touched: Touch[] | null }[];
    const touch = kills.flatMap(({ touched }) => touched ?? []).find((one) => one.type === 'photo' && one.documentId === photo); // prettier-ignore
    if (touch && (await stampOf(strapi, touch))?.updatedAt === touch.after.updatedAt) found.push(touch);
  }
  return found;
}

/** Of the stories of one photo. */
const MAX_KILLS = 50;

async function photosShownBy(strapi: Core.Strapi, article: string): Promise<string[]> {
  const rows = (await strapi.db.query(UID.article).findMany({
    select: ['id'],
    where: { documentId: article },
    populate: { photos: { populate: { photo: { select: ['documentId'] } } } },
  })) as { photos: { photo: { documentId: string } | null }[] }[];
  return [...new Set(rows.flatMap(({ photos }) => photos.flatMap(({ photo }) => (photo ? [photo.documentId] : []))))];
}

async function storiesWith(strapi: Core.Strapi, photo: string): Promise<string[]> {
  const ids = (await rowsShowing(strapi, [photo])).slice(0, MAX_ROWS);
  const rows = (await strapi.db.query(UID.article).findMany({ select: ['documentId'], where: { id: { $in: ids } } })) as Entity[]; // prettier-ignore
  return rows.map(({ documentId }) => String(documentId));
}

/** The status that a photo's own kill gave it, where nothing newer has taken that back. */
async function ownKill(strapi: Core.Strapi, uriKey: string): Promise<string | undefined> {
  const row = (await strapi.db.query(UID.wireItem).findOne({
    select: ['id', 'outcome', 'item'],
    where: { uriKey, outcome: { $notIn: ['quarantined', 'skipped'] }, undoneAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
  })) as { outcome: string; item: { pubStatus: string } | null } | null;
  return row?.outcome === 'killed' ? row.item?.pubStatus : undefined;
}

/** In the published version of another story that may be shown. */
async function isShownElsewhere(strapi: Core.Strapi, article: string, photo: string): Promise<boolean> {
  const shown = await rowsShowing(strapi, [photo]);
  if (shown.length === 0) return false;
  const where = { id: { $in: shown.slice(0, MAX_ROWS) }, documentId: { $ne: article }, pubStatus: 'usable' };
  return (await strapi.db.query(UID.article).count({ where })) > 0;
}

const titleOf = (row: Entity): string => String(row['headline'] ?? row['caption'] ?? '').slice(0, 120);
