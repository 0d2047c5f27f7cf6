import type { Core } from '@strapi/strapi';

/**
 * True while a request of the admin is being answered. Admin routes authenticate with strategies of their own
 * (session, admin tokens) that the public is never given; `/api` and `/graphql` are routes of another type.
 */
export function isAdminRequest(strapi: Core.Strapi): boolean {
  const route: unknown = strapi.requestContext.get()?.state['route'];
  if (typeof route !== 'object' || route === null || !('info' in route)) return false;
  const { info } = route;
  return typeof info === 'object' && info !== null && 'type' in info && info.type === 'admin';
}
