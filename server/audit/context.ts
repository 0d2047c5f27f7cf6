import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { REASON_KEY, type surface } from '../../contracts/rights';
import { isAdminRequest } from '../request';

/** From where a rights field was changed. */
export type Surface = z.infer<typeof surface>;

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
  const told = storage.getStore();
  const surface = told?.surface ?? (request === undefined ? 'system' : isAdminRequest(strapi) ? 'admin' : 'api');
  const reason = told?.reason ?? (surface === 'admin' ? reasonIn(request?.request) : undefined);
  const actor = actorOf(request?.state['user'], isAdminRequest(strapi)) ?? tokenOf(request?.state['auth']);
  return { ...told, surface, ...(reason === undefined ? {} : { reason }), ...(actor ? { actor } : {}) };
}

/** Who made a change: somebody of the newsroom, a user of the site, or the holder of an API token. */
export interface Actor {
  id: number;
  kind: 'admin' | 'user' | 'token';
  name: string;
}

/**
 * The panel sends the reason of a save as one more value of the Content Manager's form. The Content Manager drops what
 * is no field of the type before it writes.
 */
function reasonIn(request: unknown): string | undefined {
  return withReason.safeParse(request).data?.body[REASON_KEY];
}

const withReason = z.object({ body: z.object({ [REASON_KEY]: z.string().trim().min(1).max(1000) }) });

/** Who is logged in, as events name them. */
export function actorOf(user: unknown, isAdmin: boolean): Actor | undefined {
  const { success, data } = person.safeParse(user);
  if (!success) return undefined;
  const names = [data.firstname, data.lastname].filter((part) => part !== null && part !== undefined && part !== '');
  const name = names.join(' ') || data.username || `#${data.id}`;
  return { id: data.id, kind: isAdmin ? 'admin' : 'user', name };
}

const person = z.object({
  id: z.number(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  username: z.string().nullish(),
});

const token = z.object({
  strategy: z.object({ name: z.enum(['api-token', 'content-api-token']) }),
  credentials: z.object({ id: z.number(), name: z.string() }),
});

function tokenOf(auth: unknown): Actor | undefined {
  const { success, data } = token.safeParse(auth);
  return success ? { id: data.credentials.id, kind: 'token', name: data.credentials.name } : undefined;
}
