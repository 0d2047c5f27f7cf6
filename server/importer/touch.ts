import type { Core } from '@strapi/strapi';
import type { Target } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';

/** A document that an item has written, as the ledger keeps it so that the run can be undone. */
export interface Touch {
  type: Target['type'];
  documentId: string;
  title: string;
  /** What the document held before; null where it was not there. */
  before: Snapshot | null;
  /** The document as the item left it. If it is no longer so, somebody has worked on it. */
  after: Stamp;
}

export interface Snapshot {
  draft: Entity;
  /** Only for an article that was published. */
  published?: Entity;
  /** When it was so; not in what version 0.1 has written. */
  at?: Stamp;
}

/** How a document stands: when its draft was last written, and of an article whether and since when it is published. */
export interface Stamp {
  updatedAt: string;
  published: boolean;
  live?: string;
}

/** What an item has written, before it is known when. */
export type Wrote = Omit<Touch, 'after'>;

export const TARGET_UID = {
  article: UID.article,
  photo: UID.photo,
  category: UID.category,
  comment: UID.comment,
} as const satisfies Record<Target['type'], string>;

/** Stamps what was written, in the transaction that wrote it. */
export async function stamped(strapi: Core.Strapi, written: readonly Wrote[]): Promise<Touch[]> {
  const touches: Touch[] = [];
  for (const one of written) {
    const after = await stampOf(strapi, one);
    if (after) touches.push({ ...one, after });
  }
  return touches;
}

/** How a document stands now; undefined where it is gone. */
export async function stampOf(
  strapi: Core.Strapi,
  { type, documentId }: Pick<Touch, 'type' | 'documentId'>,
): Promise<Stamp | undefined> {
  const rows = (await strapi.db.query(TARGET_UID[type]).findMany({
    select: type === 'article' ? ['id', 'updatedAt', 'publishedAt'] : ['id', 'updatedAt'],
    where: { documentId },
  })) as Entity[];
  return standing(type, rows);
}

function standing(type: Touch['type'], rows: readonly Entity[]): Stamp | undefined {
  const isLive = (row: Entity) => type === 'article' && row['publishedAt'] !== null;
  const [draft, live] = [rows.find((row) => !isLive(row)), rows.find(isLive)];
  if (!draft) return undefined;
  return {
    updatedAt: timeOf(draft['updatedAt']),
    published: live !== undefined,
    ...(live ? { live: timeOf(live['updatedAt']) } : {}),
  };
}

/** True where nobody has worked on a document since an item has left it so. */
export const isSameStamp = (now: Stamp, { after }: Pick<Touch, 'after'>): boolean =>
  now.updatedAt === after.updatedAt && isSameLive(now, after);

/** True where readers have the same; what was written by version 0.1 tells only whether they have it. */
export const isSameLive = (one: Stamp, other: Stamp): boolean =>
  one.published === other.published && (one.live ?? other.live) === (other.live ?? one.live);

/** The fields of an article or photo that an import may write, with its relations by document id, ready to be put back. */
export async function snapshotOf(
  strapi: Core.Strapi,
  type: 'article' | 'photo',
  documentId: string,
): Promise<Snapshot | null> {
  const isArticle = type === 'article';
  const rows = (await strapi.db.query(TARGET_UID[type]).findMany({
    where: { documentId },
    populate: isArticle
      ? { agency: true, categories: true, photos: { populate: { photo: true } } }
      : { agency: true, image: true },
  })) as Entity[];
  const [draft, live] = isArticle
    ? [rows.find((row) => row['publishedAt'] === null), rows.find((row) => row['publishedAt'] !== null)]
    : [rows[0], undefined];
  if (!draft) return null;
  const at = standing(type, rows);
  return { draft: writable(draft), ...(live ? { published: writable(live) } : {}), ...(at ? { at } : {}) };
}

/** What a document held, without what is gone since: it is put back without it. */
export async function withoutGone(strapi: Core.Strapi, data: Entity): Promise<Entity> {
  const { categories, photos, agency, image } = data;
  // One after the other: a transaction has one connection.
  const found = [
    await present(strapi, UID.category, Array.isArray(categories) ? categories : []),
    await present(strapi, UID.photo, photosIn(photos)),
    await present(strapi, UID.agency, [agency]),
  ];
  const isThere = (id: unknown) => found.some((ids) => ids.has(id));
  const isGone = async (id: unknown) =>
    (await strapi.db.query('plugin::upload.file').count({ where: { id: Number(id) } })) === 0;
  return {
    ...data,
    ...(Array.isArray(categories) ? { categories: categories.filter(isThere) } : {}),
    ...(Array.isArray(photos) ? { photos: (photos as Entity[]).filter(({ photo }) => isThere(photo)) } : {}),
    ...(agency && !isThere(agency) ? { agency: null } : {}),
    ...(image && (await isGone(image)) ? { image: null } : {}),
  };
}

const photosIn = (photos: unknown): unknown[] => (Array.isArray(photos) ? (photos as Entity[]).map(({ photo }) => photo) : []); // prettier-ignore

async function present(strapi: Core.Strapi, uid: string, documentIds: readonly unknown[]): Promise<Set<unknown>> {
  const asked = documentIds.filter((id) => typeof id === 'string');
  if (asked.length === 0) return new Set();
  const where = { documentId: { $in: asked } };
  const rows = (await strapi.db.query(uid).findMany({ select: ['id', 'documentId'], where })) as Entity[];
  return new Set(rows.map(({ documentId }) => documentId));
}

/** Columns that Strapi and the gate keep themselves. */
const OWN: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'refreshedAt',
  'released',
  'locale',
]);

function writable(row: Entity): Entity {
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]): [string, unknown][] =>
      OWN.has(field) ? [] : [[field, link(field, value)]],
    ),
  );
}

function link(field: string, value: unknown): unknown {
  if (field === 'image') return (value as Entity | null)?.['id'] ?? null;
  if (field === 'agency') return (value as Entity | null)?.['documentId'] ?? null;
  if (field === 'categories') return (value as Entity[]).map((category) => category['documentId']);
  if (field !== 'photos') return value;
  return (value as Entity[]).map((one) => ({
    photo: (one['photo'] as Entity | null)?.['documentId'] ?? null,
    caption: one['caption'],
  }));
}

/** To the millisecond: `String` of a Date would cut it to the second, and an edit in the same second would be missed. */
const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();
