import type { Core } from '@strapi/strapi';
import { isAdminRequest } from '../request';
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
  return strapi.requestContext.get() !== undefined && !isAdminRequest(strapi);
}

function schemaOf(strapi: Core.Strapi): Schema {
  const uids = [...strapi.db.metadata.keys()];
  return {
    uids: () => uids,
    get: (uid) => strapi.db.metadata.get(uid) as ReturnType<Schema['get']>,
  };
}
