import { UID } from '../../contracts/uid';
import type { Entity } from '../../server/documents';
import { make } from './newsroom';
import type { TestStrapi } from './strapi';

/** What tests of the judgement do with documents; `app` is asked each time, since a test may start it anew. */
export const judgedDocuments = (app: () => TestStrapi) => ({
  article: (data: object, status?: 'published') =>
    make(app(), UID.article, { headline: 'Ferry leaves', creditLine: 'Nordpix', ...data }, status),
  save: (uid: string, documentId: string, data: object) =>
    app()
      .strapi.documents(uid as 'plugin::upload.file')
      .update({ documentId, data } as never),
  rowsOf: (documentId: string, uid: string = UID.article): Promise<Entity[]> =>
    app()
      .strapi.db.query(uid)
      .findMany({ where: { documentId }, orderBy: { id: 'asc' } }),
  /** How a read of one document of the public is answered. */
  statusOf: async (documentId: string, type = 'articles'): Promise<number> =>
    (await app().anyone.get(`/api/newswire/${type}/${documentId}`)).status,
});
