import type { Core } from '@strapi/strapi';
import { guardRead, type ReadParams, type Schema } from './guard';

/**
 * Guards every read that is made while the public is being answered: REST, GraphQL, a host's own controllers.
 * Requests of the admin, jobs and boots see everything. Whoever is not known to be an admin is the public.
 */
export function guardPublicReads(strapi: Core.Strapi): void {
  const schema = schemaOf(strapi);
  const guard = (event: { model: { uid: string }; params: ReadParams }) => {
    if (!isPublicRequest(strapi)) return;
    Object.assign(event.params, guardRead(schema, event.model.uid, event.params, new Date()));
  };
  strapi.db.lifecycles.subscribe({ beforeFindOne: guard, beforeFindMany: guard, beforeCount: guard });
}

function isPublicRequest(strapi: Core.Strapi): boolean {
  const context = strapi.requestContext.get();
  return context !== undefined && context.state['isAuthenticatedAdmin'] !== true && !isAdminRoute(context.state);
}

/** Admin routes authenticate with their own strategies (session, admin API tokens), which are never given to the public. */
function isAdminRoute(state: Record<string, unknown>): boolean {
  const route = state['route'];
  if (typeof route !== 'object' || route === null || !('info' in route)) return false;
  const { info } = route;
  return typeof info === 'object' && info !== null && 'type' in info && info.type === 'admin';
}

function schemaOf(strapi: Core.Strapi): Schema {
  const uids = [...strapi.db.metadata.keys()];
  return {
    uids: () => uids,
    get: (uid) => strapi.db.metadata.get(uid) as ReturnType<Schema['get']>,
  };
}
