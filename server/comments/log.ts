import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { UID } from '../../contracts/uid';

export interface Actor {
  kind: 'moderator' | 'reader' | 'system';
  id?: number | undefined;
  name?: string | undefined;
  /** Keyed hash of a reader. */
  key?: string | undefined;
}

export interface LogEntry {
  comment: string;
  action: string;
  from?: string | undefined;
  to?: string | undefined;
  reason?: string | undefined;
  note?: string | undefined;
}

/** Writes down who did what. Called in the transaction of what was done: either both are there or neither. */
export async function log(strapi: Core.Strapi, actor: Actor, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await strapi.db.query(UID.commentEvent).createMany({
    data: entries.map((entry) => ({
      commentDocumentId: entry.comment,
      action: entry.action,
      fromState: entry.from ?? null,
      toState: entry.to ?? null,
      reason: entry.reason ?? null,
      note: entry.note ?? null,
      actorKind: actor.kind,
      actorId: actor.id ?? null,
      actorName: actor.name ?? null,
      actorKey: actor.key ?? null,
    })),
  });
}

const erasing = new AsyncLocalStorage<true>();

/** The one thing that may change what was written down: a person's right to be forgotten. */
export const whileErasing = <T>(work: () => Promise<T>): Promise<T> => erasing.run(true, work);

/** Nothing else changes or deletes an event, whatever API it tries. */
export function keepLogAppendOnly(strapi: Core.Strapi): void {
  const refuse = () => {
    if (erasing.getStore() === true) return;
    throw new errors.ApplicationError('The log of comments is only ever added to.', { code: 'append-only' });
  };
  strapi.db.lifecycles.subscribe({
    models: [UID.commentEvent],
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  });
}
