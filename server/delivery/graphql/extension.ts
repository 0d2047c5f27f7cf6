import type { Core } from '@strapi/strapi';
import { ILLUSTRATION, UID } from '../../../contracts/uid';
import { FILE } from '../hidden-files';
import { deliverySettings } from '../settings';
import { commentsCounts } from './comments-count';
import { translateFilters } from './filters';
import { loadShared } from './loaders';
import { graphqlService, hasGraphql, modelOf, type Extension } from './plugin';
import { QUERY_AUTH, QUERY_TYPES, queryResolvers } from './queries';
import { unwrapPlainFields } from './plain-fields';
import { batchedResolvers } from './relations';

/** The types whose relations are read for many rows at once. */
const BATCHED = [UID.article, UID.photo, UID.category, UID.comment, UID.agency, ILLUSTRATION];

/** What the plugin adds to the schema that Strapi generates. Must run in `register()`, before the schema is made. */
export function extendGraphql(strapi: Core.Strapi): void {
  if (!hasGraphql(strapi)) return;
  graphqlService(strapi, 'extension').use(() => extensionOf(strapi));
  translateFilters(strapi);
  if (deliverySettings(strapi).batching) {
    unwrapPlainFields(strapi, () => [...BATCHED, FILE].map((uid) => typeNameOf(strapi, uid)));
  }
}

function typeNameOf(strapi: Core.Strapi, uid: string): string {
  const { naming } = graphqlService(strapi, 'utils');
  const type = modelOf(strapi, uid);
  return type.modelType === 'component' ? naming.getComponentName(type) : naming.getTypeName(type);
}

function extensionOf(strapi: Core.Strapi): Extension {
  const types = deliverySettings(strapi).batching ? BATCHED : [];
  const batched = Object.fromEntries(types.map((uid) => [typeNameOf(strapi, uid), batchedResolvers(strapi, uid)]));
  return {
    typeDefs: QUERY_TYPES,
    resolvers: {
      ...batched,
      Query: queryResolvers(strapi),
      NewswireArticle: {
        ...batched['NewswireArticle'],
        commentsCount: {
          resolve: (article, _args, context) =>
            loadShared(context, 'commentsCount', Number(article['id']), (ids) => commentsCounts(strapi, ids)),
        },
      },
    },
    resolversConfig: {
      ...QUERY_AUTH,
      'NewswireArticle.commentsCount': { auth: { scope: [`${UID.comment}.find`] } },
    },
  };
}
