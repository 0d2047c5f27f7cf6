import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { getService } from '../../get-service';
import { mustBeRead } from '../reading/permitted';
import type { Extension, Resolver } from './plugin';

/**
 * The questions of `reading/reader.ts` over GraphQL. Each may be null: a section that is gone, or a story that was killed a
 * moment ago, takes no other part of a page with it.
 */
export const QUERY_TYPES = /* GraphQL */ `
  "Where a page of a list ends."
  type NewswirePageInfo {
    hasNextPage: Boolean!
    "Give it as \`after\` to get the next page."
    endCursor: String
  }

  "A page of articles, the newest first. Stories that arrive meanwhile move nothing to another page."
  type NewswireArticlePage {
    nodes: [NewswireArticle!]!
    pageInfo: NewswirePageInfo!
  }

  "What has changed since a time, for builders of static sites."
  type NewswireChanges {
    "New, edited, shown since an embargo ended, or with a photo that has changed."
    nodes: [NewswireArticle!]!
    "Document ids of what readers can see no more: deleted, unpublished, killed, withheld, expired."
    gone: [ID!]!
    "What to give as \`since\` next time."
    until: DateTime!
    pageInfo: NewswirePageInfo!
  }

  extend type NewswireArticle {
    "How many comments readers can see."
    commentsCount: Int!
  }

  extend type Query {
    "The article that a page of the site is about."
    newswireArticleBySlug(slug: String!): NewswireArticle
    "The newest articles, of a category (slug or documentId) and its subcategories or of an agency (name or documentId)."
    newswireLatest(category: String, agency: String, first: Int, after: String): NewswireArticlePage
    "Articles that share subjects, keywords and categories with one, those that share most first."
    newswireRelated(documentId: ID!, first: Int): [NewswireArticle!]
    "Words, \\"phrases\\", beginnings* and -exclusions in headline, abstract and body; the newest first."
    newswireSearch(text: String!, first: Int, after: String): NewswireArticlePage
    "What has changed and what was taken away since a time such as 2026-05-14T08:00:00Z."
    newswireChanges(since: String!, first: Int, after: String): NewswireChanges
  }
`;

export function queryResolvers(strapi: Core.Strapi): Record<string, { resolve: Resolver }> {
  const reader = () => getService(strapi, 'reader');
  return {
    newswireArticleBySlug: { resolve: (_parent, args) => reader().bySlug(String(args['slug'])) },
    newswireLatest: {
      resolve: async (_parent, args, context) => {
        const asked = { category: textOf(args['category']), agency: textOf(args['agency']) };
        await mustBeRead(strapi, context.state.auth, asked);
        return reader().latest({ ...pageOf(args), ...asked });
      },
    },
    newswireRelated: {
      resolve: (_parent, args) => reader().related({ ...pageOf(args), documentId: String(args['documentId']) }),
    },
    newswireSearch: { resolve: (_parent, args) => reader().search({ ...pageOf(args), text: String(args['text']) }) },
    newswireChanges: { resolve: (_parent, args) => reader().changes({ ...pageOf(args), since: args['since'] }) },
  };
}

/** Who may list articles may ask these questions. */
export const QUERY_AUTH: Extension['resolversConfig'] = Object.fromEntries(
  ['newswireArticleBySlug', 'newswireLatest', 'newswireRelated', 'newswireSearch', 'newswireChanges'].map((name) => [
    `Query.${name}`,
    { auth: { scope: [`${UID.article}.find`] } },
  ]),
);

function pageOf(args: Record<string, unknown>) {
  const { first, after } = args;
  return { first: typeof first === 'number' ? first : null, after: textOf(after) };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
