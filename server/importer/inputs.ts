import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { packed, unpacked } from './packing';
import type { Input } from './read';

/** What a run has still to read is kept in the database, so that another process can go on with it. */
export async function keepInputs(strapi: Core.Strapi, runDocumentId: string, inputs: readonly Input[]): Promise<void> {
  for (const [position, { name, bytes }] of inputs.entries()) {
    await strapi.db.query(UID.importInput).create({ data: { runDocumentId, position, name, raw: packed(bytes) } });
  }
}

export async function keptInputs(strapi: Core.Strapi, runDocumentId: string): Promise<Input[]> {
  const rows = (await strapi.db
    .query(UID.importInput)
    .findMany({ where: { runDocumentId }, orderBy: { position: 'asc' } })) as Entity[];
  return rows.map((row) => ({ name: String(row['name'] ?? ''), bytes: unpacked(String(row['raw'])) }));
}

export async function dropInputs(strapi: Core.Strapi, runDocumentId: string): Promise<void> {
  await strapi.db.query(UID.importInput).deleteMany({ where: { runDocumentId } });
}
