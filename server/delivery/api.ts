import { factories, type Core, type UID as Uid } from '@strapi/strapi';
import { UID } from '../../contracts/uid';

/** What the public can be allowed to read, in Users & Permissions: `/api/newswire/articles`, `newswireArticles` … */
const PUBLIC = {
  article: UID.article,
  photo: UID.photo,
  category: UID.category,
  comment: UID.comment,
  agency: UID.agency,
} as const;

/** The desk's own books: no REST route, no GraphQL type. */
const INTERNAL = [
  UID.feed,
  UID.importRun,
  UID.importInput,
  UID.importStep,
  UID.wireItem,
  UID.storedImage,
  UID.storyPrint,
  UID.nearDuplicate,
  UID.difference,
  UID.rightsEvent,
  UID.rightsIssue,
  UID.usage,
  UID.commentEvent,
  UID.commentBan,
];

type Name = keyof typeof PUBLIC;

// Strapi's factories know the content types of an app through its generated types; a plugin has none.
const each = <T>(make: (uid: Uid.ContentType) => T): Record<Name, T> => ({
  article: make(PUBLIC.article as Uid.ContentType),
  photo: make(PUBLIC.photo as Uid.ContentType),
  category: make(PUBLIC.category as Uid.ContentType),
  comment: make(PUBLIC.comment as Uid.ContentType),
  agency: make(PUBLIC.agency as Uid.ContentType),
});

export const controllers = each((uid) => factories.createCoreController(uid));
export const services = each((uid) => factories.createCoreService(uid));
export const routes = each((uid) =>
  factories.createCoreRouter(uid, { only: ['find', 'findOne'], ...middlewaresOf(uid) }),
);

/** What is done with the answers of a type beside Strapi's own. */
function middlewaresOf(uid: string): { config?: Record<'find' | 'findOne', object> } {
  if (uid !== UID.article && uid !== UID.photo) return {};
  const config = { middlewares: [{ name: 'plugin::newswire.json-ld', config: { uid } }] };
  return { config: { find: config, findOne: config } };
}

interface ShadowCrud {
  disable(): ShadowCrud;
  disableMutations(): ShadowCrud;
}

/** GraphQL reads what REST reads, and writes nothing. Must run in `register()`, before the schema is made. */
export function limitGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql') as Core.Plugin | undefined;
  if (!graphql) return;
  const extension = graphql.service('extension') as { shadowCRUD(uid: string): ShadowCrud };
  for (const uid of Object.values(PUBLIC)) extension.shadowCRUD(uid).disableMutations();
  for (const uid of INTERNAL) extension.shadowCRUD(uid).disable();
}
