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
}

export interface Stamp {
  updatedAt: string;
  published: boolean;
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

/** When the document was last written (its draft, where there is one), and whether it is published. */
export async function stampOf(
  strapi: Core.Strapi,
  { type, documentId }: Pick<Touch, 'type' | 'documentId'>,
): Promise<Stamp | undefined> {
  const rows = (await strapi.db.query(TARGET_UID[type]).findMany({
    select: type === 'article' ? ['id', 'updatedAt', 'publishedAt'] : ['id', 'updatedAt'],
    where: { documentId },
  })) as Entity[];
  const isLive = (row: Entity) => type === 'article' && row['publishedAt'] !== null;
  const draft = rows.find((row) => !isLive(row));
  if (!draft) return undefined;
  return { updatedAt: timeOf(draft['updatedAt']), published: rows.some(isLive) };
}

/** True where nobody has worked on a document since an item has left it so. */
export const isSameStamp = (now: Stamp, { after }: Pick<Touch, 'after'>): boolean =>
  now.updatedAt === after.updatedAt && now.published === after.published;

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
  return { draft: writable(draft), ...(live ? { published: writable(live) } : {}) };
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
