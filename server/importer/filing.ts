import type { Core } from '@strapi/strapi';
import { setCreatorFields } from '@strapi/utils';
import { UID } from '../../contracts/uid';
import { documentsOf, textOf, textsOf, type Entity } from '../documents';
import { foldName } from '../wire/fold';
import { agencyNamed } from '../wire/vocabulary/agencies';
import { cutShort } from './fits';

/** Something that copy is filed under by name: a category or an agency. */
export interface Filed {
  /** Of its row. */
  id: number;
  documentId: string;
  name: string;
  /** Of an agency. */
  creditTemplate?: string | undefined;
  /** Made just now, because there was none of that name. */
  isNew?: true;
}

export type FindFiled = (name: string) => Filed | undefined;

/** A newsroom has a few hundred; more would mean that an import makes them, and this keeps it from reading them all. */
const MAX_NAMES = 5000;

/**
 * Finds the category or agency of a name: by its own name first, by what others call it second, and by the name under which
 * the wire has brought it, whatever the newsroom calls it since.
 */
export async function filesByName(
  strapi: Core.Strapi,
  uid: typeof UID.category | typeof UID.agency,
): Promise<FindFiled> {
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'name', 'aliases', uid === UID.agency ? 'creditTemplate' : 'importKey'],
    orderBy: { id: 'asc' },
    limit: MAX_NAMES,
  })) as Entity[];
  const byName = new Map<string, Filed>();
  const add = (name: string, filed: Filed) => {
    const key = keyOf(name);
    if (key !== '' && !byName.has(key)) byName.set(key, filed);
  };
  const filed = rows.map((row) => ({
    row,
    file: {
      id: Number(row['id']),
      documentId: String(row['documentId']),
      name: textOf(row, 'name') ?? '',
      creditTemplate: textOf(row, 'creditTemplate'),
    },
  }));
  for (const { file } of filed) add(file.name, file);
  for (const { row, file } of filed) for (const alias of textsOf(row['aliases'])) add(alias, file);
  for (const { row, file } of filed) add(textOf(row, 'importKey') ?? '', file);
  return (name) => byName.get(keyOf(name));
}

/** As long as its column takes. */
const keyOf = (name: string): string => cutShort(foldName(name));

/** The categories of these names, made where there is none. */
export async function fileUnder(strapi: Core.Strapi, names: readonly string[], creator: Creator): Promise<Filed[]> {
  if (names.length === 0) return [];
  const find = await filesByName(strapi, UID.category);
  const found: Filed[] = [];
  for (const name of names) {
    const key = keyOf(name);
    if (key === '') continue;
    const filed =
      find(name) ??
      found.find((one) => keyOf(one.name) === key) ??
      (await categoryBy(strapi, key)) ??
      (await makeCategory(strapi, name, key, creator));
    if (!found.some((one) => one.documentId === filed.documentId)) found.push(filed);
  }
  return found;
}

/** One of more categories than are read at once. */
async function categoryBy(strapi: Core.Strapi, key: string): Promise<Filed | undefined> {
  const row = (await strapi.db.query(UID.category).findOne({
    select: ['id', 'documentId', 'name'],
    where: { $or: [{ nameKey: key }, { importKey: key }] },
    orderBy: { id: 'asc' },
  })) as Entity | null;
  return row
    ? { id: Number(row['id']), documentId: String(row['documentId']), name: textOf(row, 'name') ?? '' }
    : undefined;
}

/** Sets who made a document, for `createdBy` and `updatedBy`. */
export type Creator = <T extends object>(data: T) => T;

export const creatorFor = (user: { id: number } | undefined): Creator => {
  if (!user) return (data) => data;
  const set = setCreatorFields({ user });
  return <T extends object>(data: T): T => set(data as Record<string, unknown>) as T;
};

/** `importKey` is unique: if another process makes the same category now, this fails and the item is planned again. */
async function makeCategory(strapi: Core.Strapi, name: string, key: string, creator: Creator): Promise<Filed> {
  const data = creator({ name: cutShort(name), importKey: key });
  const { id, documentId } = await documentsOf(strapi, UID.category).create({ data });
  return { id: Number(id), documentId, name, isNew: true };
}

/** The agency of the first of these names, in any of its spellings, that the newsroom has; undefined where it has none. */
export async function agencyOf(
  strapi: Core.Strapi,
  names: readonly (string | undefined)[],
): Promise<Filed | undefined> {
  const isNamed = names.some((name) => name !== undefined);
  return isNamed ? agencyAmong(await filesByName(strapi, UID.agency), names) : undefined;
}

/** The same, among those that `find` knows. */
export function agencyAmong(find: FindFiled, names: readonly (string | undefined)[]): Filed | undefined {
  for (const name of names) {
    if (name === undefined) continue;
    const found = find(name) ?? find(agencyNamed(name)?.name ?? '');
    if (found) return found;
  }
  return undefined;
}
