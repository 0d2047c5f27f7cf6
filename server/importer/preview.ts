import type { Core } from '@strapi/strapi';
import type { Notice, PreviewInput, PreviewItem, Target } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { isPublished, textOf, type Entity } from '../documents';
import type { Signal, WireItem } from '../wire/item';
import { draftWithRelations } from './articles';
import { filesByName, type Filed } from './filing';
import { fieldTooLong } from './fits';
import { compareAge } from './age';
import { editedFields } from './merge';
import { identify, photoUri, uriKeyOf, type Identity } from './identity';
import { knownVersions, lastDelivered } from './ledger';
import type { Entry } from './pair';
import { isEmbargoed, planItem, type LedgerEntry, type Plan } from './plan';
import type { Batch } from './read';
import { toStory, toStoryOrigins } from './story';

/** What an import of this batch would do. Reads the database and writes nothing. */
export async function previewBatch(strapi: Core.Strapi, batch: Batch, now: Date): Promise<PreviewInput[]> {
  const findCategory = await filesByName(strapi, UID.category);
  const items = await Promise.all(
    batch.entries.map((entry, index) => previewItem(strapi, entry, index, findCategory, now)),
  );
  return batch.inputs.map(({ name, format, text, error, warnings }, at) => ({
    name,
    ...(format === undefined ? {} : { format }),
    ...(text === undefined ? {} : { text }),
    ...(error === undefined ? {} : { error }),
    warnings,
    items: items.filter((_, index) => batch.entries[index]?.input === at),
  }));
}

async function previewItem(
  strapi: Core.Strapi,
  entry: Entry,
  index: number,
  findCategory: (name: string) => Filed | undefined,
  now: Date,
): Promise<PreviewItem> {
  const story = toStory(entry.item, entry.imageFiles);
  const { plan } = await planEntry(strapi, entry);
  const existing = plan.target && (await describeTarget(strapi, plan.target));
  const wasEdited =
    plan.action === 'update' && plan.target?.type === 'article' ? await editsOf(strapi, plan.target.documentId) : [];
  const isWritten = plan.action === 'create' || plan.action === 'update';
  return {
    index,
    action: plan.action,
    reason: plan.reason,
    ...(existing ? { existing } : {}),
    ...(isWritten && isEmbargoed(story, now) ? { heldUntil: story.embargoedUntil } : {}),
    story,
    provenance: toStoryOrigins(entry.provenance),
    notices: [
      ...noticesOf(story, entry.item.signals ?? [], now),
      ...(isWritten ? tooLong(strapi, story, identify(entry.item).uri) : []),
    ],
    categories: (story.categories ?? []).map((name) => {
      const filed = findCategory(name);
      return {
        name,
        ...(filed ? { existing: { type: 'category', documentId: filed.documentId, title: filed.name } } : {}),
      };
    }),
    wasEdited,
  };
}

/** The plan for an item, from the ledger and from which of its documents are still there. */
export async function planEntry(strapi: Core.Strapi, entry: PlannedEntry): Promise<{ plan: Plan; known: string[] }> {
  const { item } = entry;
  const identity = identify(item);
  const known = await knownVersions(strapi, identity.uriKey);
  const present = await presentAmong(strapi, known);
  const alone = planItem(item, identity, known, (id) => present.has(id));
  const planned = alone.reason === 'killed-and-unknown' ? await killOfPhoto(strapi, identity.uriKey, alone) : alone;
  const bringsPicture =
    planned.reason === 'already-received' &&
    isNewest(item, identity, known) &&
    (await lacksPicture(strapi, entry, planned, identity.uri));
  const plan: Plan = bringsPicture ? { ...planned, action: 'update', reason: 'newer-version' } : planned;
  return { plan, known: known.map((one) => one.key) };
}

/** A photo that came with a story has no version of its own in the ledger, and can be killed by its uri all the same. */
async function killOfPhoto(strapi: Core.Strapi, uriKey: string, plan: Plan): Promise<Plan> {
  const photo = (await strapi.db
    .query(UID.photo)
    .findOne({ select: ['id', 'documentId'], where: { uriKey } })) as Entity | null;
  if (!photo) return plan;
  const target = { type: 'photo' as const, documentId: String(photo['documentId']) };
  return { action: 'kill', reason: 'killed-by-provider', target };
}

/** No version that is newer was received. */
function isNewest(item: WireItem, { contentHash }: Identity, known: readonly LedgerEntry[]): boolean {
  const age = { version: item.version, versionCreated: item.versionCreated, contentHash };
  return known.every((entry) => entry.isUndone === true || compareAge(age, entry) >= 0);
}

type PlannedEntry = Pick<Entry, 'item' | 'imageFiles'>;

/** A story that was received without a picture, and now comes with one. */
async function lacksPicture(
  strapi: Core.Strapi,
  { item, imageFiles }: PlannedEntry,
  plan: Plan,
  uri: string,
): Promise<boolean> {
  if (plan.target?.type !== 'article' || item.pubStatus !== 'usable') return false;
  const keys = imageFiles.flatMap((file, n) =>
    file === undefined ? [] : [uriKeyOf(photoUri(uri, item.photos?.[n] ?? {}, n))],
  );
  if (keys.length === 0) return false;
  const illustrated = await strapi.db
    .query(UID.photo)
    .count({ where: { uriKey: { $in: keys }, image: { id: { $notNull: true } } } });
  return illustrated < keys.length;
}

/** The documents of these versions that are still there. */
export async function presentAmong(strapi: Core.Strapi, known: readonly LedgerEntry[]): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  for (const [type, uid] of [
    ['article', UID.article],
    ['photo', UID.photo],
  ] as const) {
    // All versions of a story wrote the same one: as many ids as documents, whatever was received of them.
    const ids = [...new Set(known.flatMap((entry) => (entry.target?.type === type ? [entry.target.documentId] : [])))];
    if (ids.length === 0) continue;
    const rows = (await strapi.db
      .query(uid)
      .findMany({ select: ['documentId'], where: { documentId: { $in: ids } } })) as Entity[];
    for (const row of rows) present.add(String(row['documentId']));
  }
  return present;
}

function tooLong(strapi: Core.Strapi, story: Story, uri: string): Notice[] {
  const field = fieldTooLong(strapi, story, uri);
  return field === undefined ? [] : [{ code: 'too-long', field }];
}

/** What an editor should look at before importing. */
export function noticesOf(story: Story, signals: readonly Signal[], now: Date): Notice[] {
  const isPicture = story.type === 'picture';
  const notices: (Notice | false)[] = [
    !isPicture && story.headline === undefined && { code: 'no-headline', field: 'headline' },
    !isPicture && story.body === undefined && { code: 'no-body', field: 'body' },
    !isPicture &&
      story.copyrightHolder === undefined &&
      story.copyrightNotice === undefined && { code: 'no-copyright', field: 'copyrightNotice' },
    story.embargoedUntil !== undefined &&
      story.embargoedUntil > now.toISOString() && { code: 'embargoed', field: 'embargoedUntil' },
    story.expires !== undefined && story.expires <= now.toISOString() && { code: 'expired', field: 'expires' },
    story.pubStatus !== 'usable' && !signals.includes('kill') && { code: 'kill', field: 'pubStatus' },
    ...signals.map((code): Notice => ({ code })),
    ...(story.photos ?? []).flatMap((photo, n): (Notice | false)[] => [
      photo.creditLine === undefined && { code: 'no-photo-credit', field: `photos.${n}.creditLine` },
      photo.caption === undefined && { code: 'no-caption', field: `photos.${n}.caption` },
      photo.imageFile === undefined && { code: 'no-photo-image', field: `photos.${n}.imageFile` },
    ]),
  ];
  return notices.filter((notice) => notice !== false);
}

async function describeTarget(
  strapi: Core.Strapi,
  target: { type: 'article' | 'photo'; documentId: string },
): Promise<Target> {
  const { type, documentId } = target;
  if (type === 'photo') {
    const photo = (await strapi.db.query(UID.photo).findOne({ where: { documentId } })) as Entity | null;
    return { type, documentId, title: textOf(photo, 'headline') ?? textOf(photo, 'caption') ?? '' };
  }
  const article = await draftWithRelations(strapi, documentId);
  return {
    type,
    documentId,
    title: textOf(article, 'headline') ?? '',
    published: await isPublished(strapi, documentId),
  };
}

async function editsOf(strapi: Core.Strapi, documentId: string): Promise<string[]> {
  const item = await lastDelivered(strapi, documentId);
  return editedFields(strapi, await draftWithRelations(strapi, documentId), item && toStory(item));
}
