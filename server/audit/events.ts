import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import type { AuditContext, Actor } from './context';
import type { DocumentChange } from './changes';

const writing = new AsyncLocalStorage<true>();

/** True while the plugin itself writes events: nobody else can. */
export const isRecording = (): boolean => writing.getStore() === true;

/** Runs `work`, which may write events. */
export const recording = <T>(work: () => Promise<T>): Promise<T> => writing.run(true, work);

/** The row of an event. */
export function eventRow(
  { uid, documentId, applies, changes }: DocumentChange,
  { surface, reason, delivered, actor }: AuditContext & { actor?: Actor | undefined },
): Entity {
  return {
    targetType: uid,
    targetDocumentId: documentId,
    applies,
    changes,
    surface,
    reason: reason ?? null,
    delivered: delivered ?? null,
    actorId: actor?.id ?? null,
    actorKind: actor?.kind ?? null,
    actorName: actor?.name ?? null,
  };
}

/** Writes events in the transaction that is going on, if there is one. */
export async function writeEvents(strapi: Core.Strapi, rows: readonly Entity[]): Promise<void> {
  const [first, ...more] = rows;
  if (!first) return;
  const events = strapi.db.query(UID.rightsEvent);
  await recording(async () => {
    if (more.length === 0) await events.create({ data: first });
    else await events.createMany({ data: [...rows] });
  });
}
