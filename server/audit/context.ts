import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { isAdminRequest } from '../request';

/** From where a rights field was changed. */
export type Surface = 'admin' | 'bulk' | 'import' | 'api' | 'system';

export interface AuditContext {
  surface: Surface;
  reason?: string;
  /** The values as the wire brought them, kept beside what was written. Only for imports of one document. */
  delivered?: Record<string, unknown>;
}

const storage = new AsyncLocalStorage<AuditContext>();

/** Runs `work` so that the rights changes it makes are recorded as coming from this surface. */
export function auditAs<T>(context: AuditContext, work: () => Promise<T>): Promise<T> {
  return storage.run(context, work);
}

/** The surface of the write that is going on: told by `auditAs`, else by the request that it answers. */
export function currentAudit(strapi: Core.Strapi): AuditContext & { actor?: Actor } {
  const request = strapi.requestContext.get();
  const actor = actorOf(request?.state['user']);
  const told = storage.getStore();
  const surface = told?.surface ?? (request === undefined ? 'system' : isAdminRequest(strapi) ? 'admin' : 'api');
  return { ...told, surface, ...(actor ? { actor } : {}) };
}

export interface Actor {
  id: number;
  name: string;
}

function actorOf(user: unknown): Actor | undefined {
  if (typeof user !== 'object' || user === null || !('id' in user) || typeof user.id !== 'number') return undefined;
  const names = ['firstname', 'lastname'].map((key) => Reflect.get(user, key) as unknown);
  const name = names.filter((part) => typeof part === 'string' && part !== '').join(' ');
  const username = Reflect.get(user, 'username') as unknown;
  return { id: user.id, name: name || (typeof username === 'string' ? username : `#${user.id}`) };
}
