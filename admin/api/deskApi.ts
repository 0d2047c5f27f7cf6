import { adminApi } from '@strapi/strapi/admin';
import { z } from 'zod';
import {
  agenciesResponse,
  inboxCountsResponse,
  inboxResponse,
  takedownResponse,
  usageResponse,
  usesResponse,
} from '../../contracts/desk';
import type {
  AgenciesResponse,
  InboxCountsResponse,
  InboxQuery,
  InboxResponse,
  TakedownRequest,
  TakedownResponse,
  UsageQuery,
  UsageResponse,
  UsesResponse,
} from '../../contracts/desk';
import type { RightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import { listOf, oneOf } from './tags';

/** What of the Content Manager's list of photos a picker needs. */
const photosFound = z.object({
  results: z.array(
    z.object({
      documentId: z.string(),
      headline: z.string().nullish(),
      caption: z.string().nullish(),
      creditLine: z.string().nullish(),
    }),
  ),
});
export type PhotosFound = z.infer<typeof photosFound>['results'];

/** Whatever the desk's pages show is of articles and photos: a write of either makes it old. */
const WRITTEN = [listOf(UID.article), listOf(UID.photo)];

const deskApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'CountDocuments', 'RecentDocumentList'] })
  .injectEndpoints({
    endpoints: (build) => ({
      newswireInboxCounts: build.query<InboxCountsResponse['data'], undefined>({
        query: () => ({ url: '/newswire/desk/inbox/counts' }),
        transformResponse: (answer: unknown) => inboxCountsResponse.parse(answer).data,
        providesTags: WRITTEN,
      }),

      newswireInbox: build.query<InboxResponse, InboxQuery>({
        query: (params) => ({ url: '/newswire/desk/inbox', config: { params } }),
        transformResponse: (answer: unknown) => inboxResponse.parse(answer),
        providesTags: WRITTEN,
      }),

      newswireAgencies: build.query<AgenciesResponse['data'], undefined>({
        query: () => ({ url: '/newswire/desk/agencies' }),
        transformResponse: (answer: unknown) => agenciesResponse.parse(answer).data,
        providesTags: [listOf(UID.agency)],
      }),

      newswireUses: build.query<UsesResponse['data'], { type: RightsType; documentId: string }>({
        query: ({ type, documentId }) => ({ url: `/newswire/desk/uses/${type}/${encodeURIComponent(documentId)}` }),
        transformResponse: (answer: unknown) => usesResponse.parse(answer).data,
        providesTags: (_uses, _error, { type, documentId }) => [...WRITTEN, oneOf(UID[type], documentId)],
      }),

      newswireTakedown: build.mutation<TakedownResponse['data'], TakedownRequest>({
        query: (data) => ({ url: '/newswire/desk/takedown', method: 'POST', data }),
        transformResponse: (answer: unknown) => takedownResponse.parse(answer).data,
        invalidatesTags: (result, _error, { type, documentId }) => [
          ...WRITTEN,
          oneOf(UID[type], documentId),
          ...(result?.done ?? []).map((use) => oneOf(UID.article, use.documentId)),
        ],
      }),

      newswireUsage: build.query<UsageResponse, UsageQuery>({
        query: (params) => ({ url: '/newswire/desk/usage', config: { params } }),
        transformResponse: (answer: unknown) => usageResponse.parse(answer),
        providesTags: WRITTEN,
      }),

      newswirePhotoSearch: build.query<PhotosFound, string>({
        query: (text) => ({
          url: `/content-manager/collection-types/${UID.photo}`,
          config: { params: { _q: text, page: 1, pageSize: 10, 'filters[pubStatus][$eq]': 'usable' } },
        }),
        transformResponse: (answer: unknown) => photosFound.parse(answer).results,
      }),
    }),
  });

export const {
  useNewswireInboxCountsQuery,
  useNewswireInboxQuery,
  useNewswireAgenciesQuery,
  useNewswireUsesQuery,
  useNewswireTakedownMutation,
  useNewswireUsageQuery,
  useNewswirePhotoSearchQuery,
} = deskApi;
