import type { Core } from '@strapi/strapi';
import { documentsOf, documentIdOf, type Entity } from '../documents';
import { isUnguarded, unguarded } from '../gate/unguarded';
import { isAdminRequest } from '../request';
import type { NewswireUid } from '../../contracts/uid';

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'publish', 'clone', 'discardDraft', 'delete']);

/**
 * Where a host lets its API write, the write itself must see everything: a draft that the guard hides would be made a
 * second time, and publishing would leave out what is hidden now. What is answered with is the row that was written,
 * and of what hangs on it only what a reader may see.
 */
export function guardPublicWrites(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const isPublic = strapi.requestContext.get() !== undefined && !isAdminRequest(strapi) && !isUnguarded();
    if (!isPublic || !WRITES.has(context.action)) return next();
    const result = await unguarded(async () => next());
    const documentId = documentIdOf(result);
    if (documentId === undefined || !('populate' in context.params)) return result;
    const { populate, status } = context.params as { populate?: unknown; status?: 'draft' | 'published' };
    const seen = await documentsOf(strapi, context.uid as NewswireUid).findOne({
      documentId,
      ...(status === undefined ? {} : { status }),
      populate: populate as '*',
    });
    return { ...ownFields(strapi, context.uid, result as Entity), ...(seen ?? {}) } as typeof result;
  });
}

/** Without relations, components and files. */
function ownFields(strapi: Core.Strapi, uid: string, row: Entity): Entity {
  const { attributes } = strapi.db.metadata.get(uid);
  return Object.fromEntries(Object.entries(row).filter(([name]) => attributes[name]?.type !== 'relation'));
}
