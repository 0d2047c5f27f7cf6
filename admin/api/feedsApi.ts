import { adminApi } from '@strapi/strapi/admin';
import { feedResponse, feedsResponse } from '../../contracts/feeds';
import type { FeedRequest, FeedResponse, FeedsResponse } from '../../contracts/feeds';
import { nearResponse, type NearDuplicate } from '../../contracts/near';

const feedPath = (documentId: string) => `/newswire/feeds/${encodeURIComponent(documentId)}`;
const nearPath = (documentId: string) => `/newswire/near/${encodeURIComponent(documentId)}`;

export type FeedAction = 'fetch' | 'pause' | 'resume' | 'token';

/** The endpoints of the feeds' pages and of the panel "Looks like". Every answer is parsed with its contract. */
const feedsApi = adminApi.enhanceEndpoints({ addTagTypes: ['NewswireFeed', 'NewswireRun', 'NewswireNear'] }).injectEndpoints({
  endpoints: (build) => ({
    newswireFeeds: build.query<FeedsResponse, undefined>({
      query: () => ({ url: '/newswire/feeds' }),
      transformResponse: (answer: unknown) => feedsResponse.parse(answer),
      providesTags: ['NewswireFeed'],
    }),

    newswireSaveFeed: build.mutation<FeedResponse, { documentId: string | undefined; request: FeedRequest }>({
      query: ({ documentId, request }) =>
        documentId === undefined
          ? { url: '/newswire/feeds', method: 'POST', data: request }
          : { url: feedPath(documentId), method: 'PUT', data: request },
      transformResponse: (answer: unknown) => feedResponse.parse(answer),
      invalidatesTags: ['NewswireFeed'],
    }),

    newswireFeedAction: build.mutation<FeedResponse, { documentId: string; action: FeedAction }>({
      query: ({ documentId, action }) => ({ url: `${feedPath(documentId)}/${action}`, method: 'POST' }),
      transformResponse: (answer: unknown) => feedResponse.parse(answer),
      invalidatesTags: ['NewswireFeed', { type: 'NewswireRun', id: 'LIST' }],
    }),

    newswireRemoveFeed: build.mutation<null, string>({
      query: (documentId) => ({ url: feedPath(documentId), method: 'DELETE' }),
      transformResponse: () => null,
      invalidatesTags: ['NewswireFeed'],
    }),

    newswireNear: build.query<NearDuplicate[], string>({
      query: (documentId) => ({ url: nearPath(documentId) }),
      transformResponse: (answer: unknown) => nearResponse.parse(answer).data,
      providesTags: ['NewswireNear'],
    }),

    newswireDismissNear: build.mutation<NearDuplicate[], { documentId: string; other: string }>({
      query: ({ documentId, other }) => ({ url: `${nearPath(documentId)}/dismiss`, method: 'POST', data: { other } }),
      transformResponse: (answer: unknown) => nearResponse.parse(answer).data,
      invalidatesTags: ['NewswireNear'],
    }),
  }),
}); // prettier-ignore

export const {
  useNewswireFeedsQuery,
  useNewswireSaveFeedMutation,
  useNewswireFeedActionMutation,
  useNewswireRemoveFeedMutation,
  useNewswireNearQuery,
  useNewswireDismissNearMutation,
} = feedsApi;
