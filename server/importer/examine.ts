import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { hashOf, identify } from './identity';
import { inputKey } from './ledger';
import { readBatch, withUniqueNames, type Input } from './read';

/** What came, before anything is done with it. */
export interface Examined {
  /** There is something in it that the ledger does not know: an item, a picture of a known one, an unreadable input. */
  isNew: boolean;
  /** The names of the inputs of which nothing can be read. */
  unreadable: string[];
  /** The formats of those that can be. */
  formats: string[];
}

/** Databases take a limited number of values in one statement. */
const KEYS_AT_ONCE = 500;

/** Looks at what a feed brought: most polls bring what is known already, and those are no import. */
export async function examine(strapi: Core.Strapi, inputs: readonly Input[]): Promise<Examined> {
  const { inputs: read, entries } = await readBatch(withUniqueNames(inputs), { guess: false });
  const broken = read.filter(({ error }) => error !== undefined);
  const keys = [
    ...entries.map(({ item }) => identify(item).key),
    ...broken.map(({ bytes }) => inputKey(hashOf(bytes))),
  ];
  const hasPicture = entries.some(({ item, imageFiles }) => item.type === 'text' && imageFiles.some(Boolean));
  return {
    isNew: hasPicture || !(await areAllKnown(strapi, [...new Set(keys)])),
    unreadable: broken.map(({ name }) => name),
    formats: read.flatMap(({ format }) => format ?? []),
  };
}

async function areAllKnown(strapi: Core.Strapi, keys: readonly string[]): Promise<boolean> {
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    const some = keys.slice(at, at + KEYS_AT_ONCE);
    const rows = (await strapi.db.query(UID.wireItem).findMany({
      select: ['id', 'key'],
      where: { key: { $in: some } },
    })) as Entity[];
    if (new Set(rows.map(({ key }) => key)).size < some.length) return false;
  }
  return true;
}
