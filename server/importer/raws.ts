import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import type { ReadInput } from './read';

/** Inputs of an import, as they were read for it, whose bytes stand in the ledger: they are kept with the first item that is written. */
const kept = new WeakSet<ReadInput>();
export const isRawKept = (input: ReadInput): boolean => kept.has(input);
export const rawIsKept = (input: ReadInput): unknown => kept.add(input);

/**
 * Before a row is written anew: true where it holds the bytes of the same input. Those of another input go to another item of
 * that one, which may still be in quarantine.
 */
export async function leavesRaw(strapi: Core.Strapi, key: string, inputHash: string): Promise<boolean> {
  const wireItems = strapi.db.query(UID.wireItem);
  const holder = (await wireItems.findOne({ select: ['id', 'inputHash'], where: { key, raw: { $notNull: true } } })) as Entity | null; // prettier-ignore
  if (!holder || holder['inputHash'] === inputHash) return holder !== null;
  const where = { inputHash: holder['inputHash'], raw: { $null: true } };
  const heir = (await wireItems.findOne({ select: ['id'], where, orderBy: { id: 'asc' } })) as Entity | null;
  if (!heir) return false;
  const held = (await wireItems.findOne({ select: ['id', 'raw'], where: { id: holder['id'] } })) as Entity | null;
  const data = { raw: held?.['raw'] };
  await strapi.db.queryBuilder(UID.wireItem).where({ id: heir['id'] }).update(data).execute();
  return false;
}
