import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { stateOf, type Applies, type State } from './changes';
import { AUDITED } from './fields';

/** A row of an audited type, as it stands in the database. */
export interface AuditedRow {
  id: number;
  documentId: string;
  side: Applies;
  state: State;
}

/** No statement names more ids than this. */
const IDS_AT_ONCE = 500;

/**
 * Rows of an audited type. Read with the query builder, which runs no hooks: the public's guard would hide from a
 * mutation over REST or GraphQL what it is about to change.
 */
export async function auditedRows(strapi: Core.Strapi, uid: string, params: object): Promise<AuditedRow[]> {
  const fields = AUDITED[uid] ?? [];
  const isSupplied = fields.includes('agency');
  const rows = (await strapi.db
    .queryBuilder(uid)
    .init({
      ...params,
      select: ['id', 'documentId', ...(uid === UID.article ? ['publishedAt'] : []), ...fields.filter((field) => field !== 'agency')], // prettier-ignore
      ...(isSupplied ? { populate: { agency: { select: ['id', 'documentId', 'name'] } } } : {}),
    })
    .execute()) as Entity[];
  return rows.map((row) => rowOf(uid, row));
}

export async function auditedRowsById(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly number[],
): Promise<Map<number, AuditedRow>> {
  const found = new Map<number, AuditedRow>();
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const where = { id: { $in: ids.slice(at, at + IDS_AT_ONCE) } };
    for (const row of await auditedRows(strapi, uid, { where })) found.set(row.id, row);
  }
  return found;
}

export function rowOf(uid: string, row: Entity): AuditedRow {
  return { id: Number(row['id']), documentId: String(row['documentId']), side: sideOf(uid, row), state: stateOf(uid, row) }; // prettier-ignore
}

/** Only articles have drafts. */
export function sideOf(uid: string, row: Entity): Applies {
  if (uid !== UID.article) return 'both';
  return row['publishedAt'] === null || row['publishedAt'] === undefined ? 'edited' : 'published';
}
