import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { isSame, type Followed } from '../follow';

/** What a version changed that an editor had changed too, to be offered on the document. */
export interface Offer extends Pick<Followed, 'kept' | 'settled'> {
  type: 'article' | 'photo';
  documentId: string;
}

/** The version that brought it. */
export interface Bringer {
  key: string;
  version: string | undefined;
  note: string | undefined;
}

/** A document and field has at most one open difference: its key is unique in the database. */
const keyOf = (type: string, documentId: string, field: string): string => `${type}:${documentId}:${field}`;

/**
 * Opens the differences that a version makes, in its transaction. What is open already keeps the value that the editor
 * started from and takes the wire's newest; what the wire has taken back is settled.
 */
export async function offerDifferences(strapi: Core.Strapi, offers: readonly Offer[], by: Bringer): Promise<void> {
  const differences = strapi.db.query(UID.difference);
  for (const { type, documentId, kept, settled } of offers) {
    if (settled.length > 0) {
      const keys = settled.map((field) => keyOf(type, documentId, field));
      await differences.updateMany({ where: { key: { $in: keys } }, data: { state: 'settled', key: null } });
    }
    for (const { field, before, wire } of kept) {
      const key = keyOf(type, documentId, field);
      const brought = {
        wire: { value: wire },
        wireKey: by.key,
        version: by.version ?? null,
        note: by.note?.slice(0, MAX_NOTE) ?? null,
      };
      const open = (await differences.findOne({ where: { key } })) as Entity | null;
      if (open) {
        // The wire says again what the editor started from: nothing is offered any more.
        if (isSame((open['was'] as Entity | null)?.['value'], wire)) {
          await differences.update({ where: { id: open['id'] }, data: { state: 'settled', key: null } });
          continue;
        }
        const { wire: was, wireKey, version, note, earlier } = open;
        const before = open['wireKey'] === by.key ? earlier : { wire: was, wireKey, version, note };
        await differences.update({ where: { id: open['id'] }, data: { ...brought, earlier: before } });
        continue;
      }
      const about = { key, targetType: type, targetDocumentId: documentId, field, state: 'open' };
      await differences.create({ data: { ...about, was: { value: before }, ...brought } });
    }
  }
}

/** Takes back what a version has offered, when its run is undone. */
export async function withdrawDifferences(strapi: Core.Strapi, wireKey: string): Promise<void> {
  const differences = strapi.db.query(UID.difference);
  const rows = (await differences.findMany({ where: { wireKey, state: 'open' } })) as Entity[];
  for (const { id, earlier } of rows) {
    const data = earlier ? { ...(earlier as Entity), earlier: null } : { state: 'undone', key: null };
    await differences.update({ where: { id }, data });
  }
}

const MAX_NOTE = 2000;
