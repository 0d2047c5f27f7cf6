import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { documentIdOf, jsonOf, type Entity } from '../documents';
import { rejudge } from '../gate/judge';

/** By what an import finds a document again. They are unique, and a copy ("Duplicate" in the Content Manager) is no delivery. */
const TIES: Record<string, Entity> = { [UID.photo]: { uriKey: null }, [UID.category]: { importKey: null } };

/**
 * A copy of what the wire brought is the newsroom's own: later versions go to what was copied. What was forbidden stays so
 * in the copy; what was allowed was allowed for the one.
 */
export function keepCopies(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.action !== 'clone') return next();
    const { uid } = context;
    const params = context.params as { documentId: string; data?: Entity };
    if (TIES[uid]) params.data = { ...params.data, ...TIES[uid] };
    const result = await next();
    const copy = documentIdOf(result);
    if ((uid === UID.article || uid === UID.photo) && copy !== undefined)
      await forbid(strapi, uid, params.documentId, copy);
    return result;
  });
}

async function forbid(
  strapi: Core.Strapi,
  uid: typeof UID.article | typeof UID.photo,
  documentId: string,
  copy: string,
): Promise<void> {
  const row = (await strapi.db
    .query(uid)
    .findOne({ select: ['id', 'decisions'], where: { documentId } })) as Entity | null;
  const decisions = jsonOf(row?.['decisions']);
  const denials = (Array.isArray(decisions) ? (decisions as Entity[]) : []).filter(({ effect }) => effect === 'deny');
  if (denials.length === 0) return;
  // Past the hooks, which drop what a write says of decisions.
  await strapi.db
    .queryBuilder(uid)
    .where({ documentId: copy })
    .update({ decisions: JSON.stringify(denials) })
    .execute();
  await rejudge(strapi, uid, { documentId: copy });
}
