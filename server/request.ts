import type { Core } from '@strapi/strapi';
import { AsyncLocalStorage } from 'node:async_hooks';

const own = new AsyncLocalStorage<true>();

/**
 * Runs `work` as the plugin's own, not as whoever has asked for it: a push may write what its sender may not read. What
 * begins here and goes on after the answer stays so.
 */
export const asSystem = <T>(work: () => Promise<T>): Promise<T> => own.run(true, work);

/**
 * True while a request of the admin is being answered, or work of the plugin's own goes on in a request. Admin routes
 * authenticate with strategies of their own (session, admin tokens) that the public is never given; `/api` and
 * `/graphql` are routes of another type.
 */
export function isAdminRequest(strapi: Core.Strapi): boolean {
  if (own.getStore()) return true;
  const route: unknown = strapi.requestContext.get()?.state['route'];
  if (typeof route !== 'object' || route === null || !('info' in route)) return false;
  const { info } = route;
  return typeof info === 'object' && info !== null && 'type' in info && info.type === 'admin';
}
