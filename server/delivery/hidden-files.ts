import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Reader } from './reader';
import type { Where } from './visible';

export const FILE = 'plugin::upload.file';

/** What closes a picture wherever it is used: the others close one photo of it. */
const FINAL = ['killed', 'withheld', 'denied'];

/**
 * The files that a reader may see: all but those of photos that may not be shown. Two photos may share a file; it is
 * shown while one of them may be, and not once one of them is killed.
 */
export function visibleFiles(strapi: Core.Strapi, reader: Reader): Where {
  return { hash: { $notIn: hiddenHashes(strapi, reader) } };
}

/** True where one of these hashes belongs to a file that this reader may not see. */
export async function isHiddenFile(strapi: Core.Strapi, reader: Reader, hashes: readonly string[]): Promise<boolean> {
  const rows: unknown[] = await hiddenHashes(strapi, reader).whereIn('hidden.file_hash', hashes).limit(1);
  return rows.length > 0;
}

/** A query of its own, for `$notIn`: Strapi cannot filter files by what they belong to. */
function hiddenHashes(strapi: Core.Strapi, reader: Reader) {
  const { connection: knex } = strapi.db;
  const { tableName: photos } = strapi.db.metadata.get(UID.photo);
  const schema = strapi.db.getSchemaName();
  const table = (alias: string) => (schema ? knex.raw('??.?? as ??', [schema, photos, alias]) : knex.raw('?? as ??', [photos, alias])); // prettier-ignore
  const [shown, values] = openTo(reader, 'hidden');
  const [other, otherValues] = openTo(reader, 'other');
  const stillShown = knex
    .from(table('other'))
    .select('other.id')
    .whereRaw('other.file_hash = hidden.file_hash')
    .whereRaw(`(${other})`, otherValues);
  return knex
    .from(table('hidden'))
    .select('hidden.file_hash')
    .whereNotNull('hidden.file_hash')
    .whereRaw(`not coalesce((${shown}), false)`, values)
    .where((where) => {
      void where.whereIn('hidden.blocked_by', FINAL).orWhereNotExists(stillShown);
    });
}

/** The conditions of `visible.ts` for a photo, as SQL. */
function openTo({ now, territory }: Reader, alias: string): [string, (string | Date)[]] {
  const times = `${alias}.servable_from <= ? and ${alias}.servable_until > ?`;
  if (territory === undefined) return [times, [now, now]];
  const everywhere = `${alias}.servable_in is null`;
  if (territory === null) return [`${times} and ${everywhere}`, [now, now]];
  const named = `% ${territory} %`;
  const [only, but] = [`${alias}.servable_in like '+%'`, `${alias}.servable_in like '-%'`];
  return [
    `${times} and (${everywhere} or (${only} and ${alias}.servable_in like ?) or (${but} and ${alias}.servable_in not like ?))`,
    [now, now, named, named],
  ];
}
