import type { Core } from '@strapi/strapi';
import { ILLUSTRATION } from '../../../contracts/uid';
import { reasonsOf, SERVABLE } from '../annotate';
import { readerOf } from '../reader';
import { loadShared } from './loaders';
import { graphqlService, hasGraphql, type Extension, type GraphqlContext, type Info } from './plugin';
import { batchedResolvers } from './relations';
import type { Row } from './related-rows';

/** As GraphQL says it: the same as REST, on the article, the photo and the illustration that puts one into the other. */
const TYPES = /* GraphQL */ `
  "Whether it may be shown, and why not: killed, withheld, denied, embargoed, expired, window-closed, territory, same-picture …"
  type NewswireRights {
    servable: Boolean!
    reasons: [String!]!
  }
  extend type NewswireArticle {
    rights: NewswireRights!
  }
  extend type NewswirePhoto {
    rights: NewswireRights!
  }
  extend type ComponentNewswireIllustration {
    "Of its photo, which is null where it may not be shown."
    rights: NewswireRights
  }
`;

/** Adds `rights` to the schema. Must run in `register()`, before it is made. */
export function tellRights(strapi: Core.Strapi): void {
  if (hasGraphql(strapi)) graphqlService(strapi, 'extension').use(() => extensionOf(strapi));
}

function extensionOf(strapi: Core.Strapi): Extension {
  const photoOf = batchedResolvers(strapi, ILLUSTRATION)['photo']?.resolve;

  /** Asked of the photos that the same request reads anyway, in the same statement. */
  const rightsOf = async (one: Row, context: GraphqlContext, info: Info): Promise<unknown> => {
    if ('rights' in one) return one['rights'];
    if (photoOf && (await photoOf(one, {}, context, info))) return SERVABLE;
    const reader = readerOf(strapi);
    if (!reader) return SERVABLE;
    return (
      (await loadShared(context, 'rights', Number(one['id']), (ids) => reasonsOf(strapi, reader, [...ids]))) ?? null
    );
  };
  const shown = { resolve: () => SERVABLE };

  return {
    typeDefs: TYPES,
    resolvers: {
      NewswireArticle: { rights: shown },
      NewswirePhoto: { rights: shown },
      ComponentNewswireIllustration: {
        rights: { resolve: (one, _args, context, info) => rightsOf(one, context, info) },
        // The caption that the story gives a photo tells of it: it goes where the photo goes, also where it is deleted.
        caption: {
          resolve: async (one, _args, context, info) => {
            const caption = one['caption'] ?? null;
            if (caption === null) return null;
            const rights = await rightsOf(one, context, info);
            return rights === SERVABLE ? caption : null;
          },
        },
      },
    },
    resolversConfig: {
      'NewswireArticle.rights': { auth: false },
      'NewswirePhoto.rights': { auth: false },
      'ComponentNewswireIllustration.rights': { auth: false },
    },
  };
}
