import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { NewswireUid } from '../contracts/uid';

type Apis = Pick<
  ContentManagerPlugin['config']['apis'],
  'addEditViewSidePanel' | 'addBulkAction' | 'addDocumentAction'
>;

/** Strapi types a plugin's APIs as unknown; this names the two that we need, or says which Strapi is missing them. */
export function contentManagerApis(apis: Record<string, unknown>): Apis {
  if (!offersPanels(apis)) throw new Error('Newswire needs Strapi 5: the Content Manager offers no panels here.');
  return apis;
}

const offersPanels = (apis: Record<string, unknown>): apis is Record<string, unknown> & Apis =>
  typeof apis.addEditViewSidePanel === 'function' &&
  typeof apis.addBulkAction === 'function' &&
  typeof apis.addDocumentAction === 'function';

/** Address of a document's edit view. */
export const editPath = (uid: NewswireUid, documentId: string) =>
  `/content-manager/collection-types/${uid}/${encodeURIComponent(documentId)}`;
