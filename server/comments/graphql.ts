import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { deleteRequest, editRequest, id, postRequest, reportRequest, threadRequest } from '../../contracts/comments';
import { getService } from '../get-service';
import { asked } from '../delivery/asked';
import { visitorOf } from './reader';
import { commentSettings } from './settings';
import { commentHtml } from './text';

const SCHEMA = /* GraphQL */ `
  enum NewswireDiscussionOrder {
    OLDEST
    NEWEST
  }
  enum NewswireReportReason {
    SPAM
    ABUSE
    HATE
    PRIVACY
    OFF_TOPIC
    OTHER
  }
  enum NewswirePostedStatus {
    PUBLISHED
    HELD
  }

  "A comment in the thread of its article."
  type NewswireDiscussionComment {
    documentId: ID!
    "The comment that it answers, if that one is shown."
    parent: ID
    "It answers a comment that is not shown any more."
    orphan: Boolean!
    depth: Int!
    replyCount: Int!
    authorName: String!
    "Written by the newsroom."
    staff: Boolean!
    text: String!
    "The text as HTML that is safe to put into a page."
    html: String!
    postedAt: DateTime!
    editedAt: DateTime
  }
  "A page of an article's comments in reading order: each followed by its answers."
  type NewswireDiscussion {
    comments: [NewswireDiscussionComment!]!
    total: Int!
    hasNextPage: Boolean!
    "Goes into \`after\` for the next page."
    endCursor: ID
    "Whether the article takes comments now."
    open: Boolean!
  }
  "What a form for comments needs to know."
  type NewswireCommentRules {
    open: Boolean!
    anonymous: Boolean!
    requireEmail: Boolean!
    maxLength: Int!
    maxDepth: Int!
    renderLinks: Boolean!
    editMinutes: Int!
  }
  type NewswirePostedComment {
    documentId: ID!
    status: NewswirePostedStatus!
    "For editing and deleting it; a signed-in reader needs none."
    token: String
    editableUntil: DateTime!
  }
  input NewswireCommentPost {
    article: ID!
    parent: ID
    text: String!
    name: String
    "Never shown."
    email: String
    "Left empty: people do not see it."
    website: String
  }

  extend type NewswireComment {
    "The text as HTML that is safe to put into a page."
    html: String!
  }
  extend type Query {
    newswireDiscussion(
      article: ID!
      first: Int = 50
      after: ID
      order: NewswireDiscussionOrder = OLDEST
    ): NewswireDiscussion
    newswireCommentRules(article: ID!): NewswireCommentRules
  }
  extend type Mutation {
    newswirePostComment(data: NewswireCommentPost!): NewswirePostedComment!
    newswireEditComment(documentId: ID!, text: String!, token: String): NewswirePostedComment!
    newswireDeleteComment(documentId: ID!, token: String): ID!
    newswireReportComment(documentId: ID!, reason: NewswireReportReason!, note: String): Boolean!
  }
`;

interface GraphqlContext {
  koaContext: Context;
}

const ofArticle = z.looseObject({ article: id });
const ofComment = z.looseObject({ documentId: id });

/** The same as `/api/newswire`, with the same permissions, for front-ends that speak GraphQL. */
export function registerDiscussion(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql') as Core.Plugin | undefined;
  if (!graphql) return;
  const extension = graphql.service('extension') as { use(configuration: object): unknown };
  const service = () => getService(strapi, 'discussion');
  const { renderLinks } = commentSettings(strapi);
  const scope = (action: string) => ({ auth: { scope: [`plugin::newswire.discussion.${action}`] } });

  extension.use({
    typeDefs: SCHEMA,
    resolvers: {
      NewswireComment: { html: ({ text }: { text?: unknown }) => commentHtml(String(text ?? ''), renderLinks) },
      Query: {
        async newswireDiscussion(_: unknown, args: object) {
          const { article } = asked(ofArticle, args);
          const thread = await service().thread(article, asked(threadRequest, lowered(args, 'order')));
          return { ...thread, open: () => service().isOpen(article) };
        },
        newswireCommentRules: (_: unknown, args: object) => service().rules(asked(ofArticle, args).article),
      },
      Mutation: {
        async newswirePostComment(_: unknown, { data }: { data: object }, context: GraphqlContext) {
          const { article } = asked(ofArticle, data);
          return spoken(
            await service().post(visitorOf(context.koaContext), article, asked(postRequest, present(data))),
          );
        },
        async newswireEditComment(_: unknown, args: object, context: GraphqlContext) {
          const { documentId } = asked(ofComment, args);
          return spoken(
            await service().edit(visitorOf(context.koaContext), documentId, asked(editRequest, present(args))),
          );
        },
        async newswireDeleteComment(_: unknown, args: object, context: GraphqlContext) {
          const { documentId } = asked(ofComment, args);
          await service().withdraw(visitorOf(context.koaContext), documentId, asked(deleteRequest, present(args)));
          return documentId;
        },
        async newswireReportComment(_: unknown, args: object, context: GraphqlContext) {
          const { documentId } = asked(ofComment, args);
          const report = asked(reportRequest, lowered(args, 'reason'));
          await service().report(visitorOf(context.koaContext), documentId, report);
          return true;
        },
      },
    },
    resolversConfig: {
      'Query.newswireDiscussion': scope('thread'),
      'Query.newswireCommentRules': scope('rules'),
      'Mutation.newswirePostComment': scope('post'),
      'Mutation.newswireEditComment': scope('edit'),
      'Mutation.newswireDeleteComment': scope('withdraw'),
      'Mutation.newswireReportComment': scope('report'),
    },
  });
}

/** Without what a client has sent as null, which says as much as not to send it. */
const present = (args: object): object =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));

/** GraphQL gives absent arguments as null, and its enums in capitals. */
function lowered(args: object, name: string): object {
  const entries = Object.entries(args).map(([key, value]): [string, unknown] =>
    key === name && typeof value === 'string'
      ? [key, value.toLowerCase().replace('_', '-')]
      : [key, value ?? undefined],
  );
  return Object.fromEntries(entries);
}

const spoken = <T extends { status: string }>(posted: T) => ({ ...posted, status: posted.status.toUpperCase() });
