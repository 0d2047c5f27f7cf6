import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';

/** By what an import finds a document again. They are unique, and a copy ("Duplicate" in the Content Manager) is no delivery. */
const TIES: Record<string, Entity> = { [UID.photo]: { uriKey: null }, [UID.category]: { importKey: null } };

/** A copy of what the wire brought is the newsroom's own: later versions go to what was copied. */
export function untieCopies(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const ties = context.action === 'clone' ? TIES[context.uid] : undefined;
    const params = context.params as { data?: Entity };
    if (ties) params.data = { ...params.data, ...ties };
    return next();
  });
}
