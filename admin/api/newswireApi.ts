import { adminApi } from '@strapi/strapi/admin';
import {
  photosResponse,
  previewResponse,
  runItemsResponse,
  runResponse,
  runsResponse,
  type ImportRequest,
  type Outcome,
  type PhotosResponse,
  type PreviewResponse,
  type RunItemsResponse,
  type RunResponse,
  type RunsResponse,
} from '../../contracts/imports';
import { correctionsResponse } from '../../contracts/corrections';
import type { CorrectionsResponse, CorrectionType, DecideRequest } from '../../contracts/corrections';
import { dismissResponse, quarantineResponse, rawResponse, replayResponse } from '../../contracts/quarantine';
import type { DismissResponse, QuarantineResponse, RawResponse, ReplayResponse } from '../../contracts/quarantine';
import { bulkResponse, creditResponse, rightsResponse } from '../../contracts/rights';
import type { BulkRequest, BulkResponse, CreditQuery, RightsResponse, RightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import { importForm, type Copy } from './importForm';
import { listOf, oneOf } from './tags';

type Preview = PreviewResponse['data'];
type RunWithItems = RunResponse['data'];
type Rights = RightsResponse['data'];
export type BulkResult = BulkResponse['data'];

const runPath = (documentId: string) => `/newswire/imports/${encodeURIComponent(documentId)}`;
/** Where the copy of an item is. */
export const rawPath = (key: string) => `/newswire/wire-items/${encodeURIComponent(key)}/raw`;
const QUARANTINE = { type: 'NewswireRun' as const, id: 'QUARANTINE' };
const correctionsPath = (type: CorrectionType, documentId: string) =>
  `/newswire/corrections/${type}/${encodeURIComponent(documentId)}`;
const runTags = (documentId: string) => ['LIST', documentId].map((id) => ({ type: 'NewswireRun' as const, id }));

/** What an import writes, or an undo takes back. */
const WRITTEN = [
  ...[UID.article, UID.photo, UID.category, UID.comment].map(listOf),
  'CountDocuments' as const,
  'RecentDocumentList' as const,
];

/**
 * The plugin's endpoints. Every answer is parsed with the contract that the server is held to; an answer that breaks it
 * is an error of the query, never half-read data.
 */
const newswireApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['NewswireRun', 'Document', 'CountDocuments', 'RecentDocumentList'] })
  .injectEndpoints({
    endpoints: (build) => ({
      newswireRuns: build.query<RunsResponse, { page: number; pageSize: number }>({
        query: (params) => ({ url: '/newswire/imports', config: { params } }),
        transformResponse: (answer: unknown) => runsResponse.parse(answer),
        providesTags: [{ type: 'NewswireRun', id: 'LIST' }],
      }),

      newswireRun: build.query<RunWithItems, string>({
        query: (documentId) => ({ url: runPath(documentId) }),
        transformResponse: (answer: unknown) => runResponse.parse(answer).data,
        providesTags: (_run, _error, documentId) => [{ type: 'NewswireRun', id: documentId }],
      }),

      /** `done` is how far the run was when this was asked: the list is read anew when the run has moved on. */
      newswireRunItems: build.query<
        RunItemsResponse,
        { documentId: string; page: number; pageSize: number; outcome: Outcome | undefined; done: number }
      >({
        query: ({ documentId, done: _done, ...params }) => ({
          url: `${runPath(documentId)}/items`,
          config: { params },
        }),
        transformResponse: (answer: unknown) => runItemsResponse.parse(answer),
        providesTags: (_items, _error, { documentId }) => [{ type: 'NewswireRun', id: documentId }],
      }),

      newswireRunPhotos: build.query<PhotosResponse, string>({
        query: (documentId) => ({ url: `${runPath(documentId)}/photos` }),
        transformResponse: (answer: unknown) => photosResponse.parse(answer),
        providesTags: (_photos, _error, documentId) => [{ type: 'NewswireRun', id: documentId }],
      }),

      newswireFetchPhotos: build.mutation<PhotosResponse, string>({
        query: (documentId) => ({ url: `${runPath(documentId)}/photos/fetch`, method: 'POST' }),
        transformResponse: (answer: unknown) => photosResponse.parse(answer),
        invalidatesTags: (_photos, _error, documentId) => [{ type: 'NewswireRun', id: documentId }],
      }),

      newswirePreview: build.mutation<Preview, Copy>({
        query: (copy) => ({ url: '/newswire/imports/preview', method: 'POST', data: importForm(copy) }),
        transformResponse: (answer: unknown) => previewResponse.parse(answer).data,
      }),

      newswireImport: build.mutation<RunWithItems, { copy: Copy; request: ImportRequest }>({
        query: ({ copy, request }) => ({ url: '/newswire/imports', method: 'POST', data: importForm(copy, request) }),
        transformResponse: (answer: unknown) => runResponse.parse(answer).data,
        invalidatesTags: (run) => [
          { type: 'NewswireRun', id: 'LIST' },
          ...WRITTEN,
          ...(run?.items ?? []).flatMap(({ targets }) => targets.map((it) => oneOf(UID[it.type], it.documentId))),
        ],
      }),

      newswireCancel: build.mutation<RunWithItems, string>({
        query: (documentId) => ({ url: `${runPath(documentId)}/cancel`, method: 'POST' }),
        transformResponse: (answer: unknown) => runResponse.parse(answer).data,
        invalidatesTags: (_run, _error, documentId) => runTags(documentId),
      }),

      newswireRetry: build.mutation<RunWithItems, string>({
        query: (documentId) => ({ url: `${runPath(documentId)}/retry`, method: 'POST' }),
        transformResponse: (answer: unknown) => runResponse.parse(answer).data,
        invalidatesTags: (_run, _error, documentId) => [...runTags(documentId), ...WRITTEN],
      }),

      newswireUndo: build.mutation<RunWithItems, string>({
        query: (documentId) => ({ url: `${runPath(documentId)}/undo`, method: 'POST' }),
        transformResponse: (answer: unknown) => runResponse.parse(answer).data,
        invalidatesTags: (_run, _error, documentId) => [...runTags(documentId), ...WRITTEN],
      }),

      newswireRights: build.query<Rights, { type: RightsType; documentId: string }>({
        query: ({ type, documentId }) => ({ url: `/newswire/rights/${type}/${encodeURIComponent(documentId)}` }),
        transformResponse: (answer: unknown) => rightsResponse.parse(answer).data,
        // A save in the Content Manager changes the history, and a photo's credit changes what is said of its articles.
        providesTags: (_rights, _error, { type, documentId }) => [
          oneOf(UID[type], documentId),
          listOf(UID.photo),
          listOf(UID.article),
        ],
      }),

      newswireShownCredit: build.query<string | null, { type: RightsType; documentId: string } & CreditQuery>({
        query: ({ type, documentId, ...params }) => ({
          url: `/newswire/rights/${type}/${encodeURIComponent(documentId)}/credit`,
          config: { params },
        }),
        transformResponse: (answer: unknown) => creditResponse.parse(answer).data.creditLine,
        // Its agency may be another after a save.
        providesTags: (_credit, _error, { type, documentId }) => [oneOf(UID[type], documentId)],
      }),

      newswireQuarantine: build.query<QuarantineResponse, { page: number; pageSize: number }>({
        query: (params) => ({ url: '/newswire/quarantine', config: { params } }),
        transformResponse: (answer: unknown) => quarantineResponse.parse(answer),
        providesTags: [QUARANTINE],
      }),

      newswireReplay: build.mutation<ReplayResponse['data'], string[]>({
        query: (keys) => ({ url: '/newswire/quarantine/replay', method: 'POST', data: { keys } }),
        transformResponse: (answer: unknown) => replayResponse.parse(answer).data,
        invalidatesTags: [QUARANTINE, { type: 'NewswireRun', id: 'LIST' }, ...WRITTEN],
      }),

      newswireDismiss: build.mutation<DismissResponse['data'], string[]>({
        query: (keys) => ({ url: '/newswire/quarantine/dismiss', method: 'POST', data: { keys } }),
        transformResponse: (answer: unknown) => dismissResponse.parse(answer).data,
        invalidatesTags: [QUARANTINE],
      }),

      newswireRaw: build.query<RawResponse['data'], string>({
        query: (key) => ({ url: rawPath(key) }),
        transformResponse: (answer: unknown) => rawResponse.parse(answer).data,
      }),

      newswireCorrections: build.query<CorrectionsResponse['data'], { type: CorrectionType; documentId: string }>({
        query: ({ type, documentId }) => ({ url: correctionsPath(type, documentId) }),
        transformResponse: (answer: unknown) => correctionsResponse.parse(answer).data,
        providesTags: (_wire, _error, { type, documentId }) => [oneOf(UID[type], documentId), listOf(UID[type])],
      }),

      newswireDecide: build.mutation<
        CorrectionsResponse['data'],
        { type: CorrectionType; documentId: string; request: DecideRequest }
      >({
        query: ({ type, documentId, request }) => ({
          url: correctionsPath(type, documentId),
          method: 'POST',
          data: request,
        }),
        transformResponse: (answer: unknown) => correctionsResponse.parse(answer).data,
        invalidatesTags: (_wire, _error, { type, documentId }) => [oneOf(UID[type], documentId), listOf(UID[type])],
      }),

      newswireBulkRights: build.mutation<BulkResult, BulkRequest>({
        query: (data) => ({ url: '/newswire/rights/bulk', method: 'POST', data }),
        transformResponse: (answer: unknown) => bulkResponse.parse(answer).data,
        invalidatesTags: (result, _error, { type }) =>
          result?.saved
            ? [listOf(UID[type]), ...result.documents.map(({ documentId }) => oneOf(UID[type], documentId))]
            : [],
      }),
    }),
  });

export const {
  useNewswireRunsQuery,
  useNewswireRunQuery,
  useNewswireRunItemsQuery,
  useNewswireRunPhotosQuery,
  useNewswireFetchPhotosMutation,
  useNewswirePreviewMutation,
  useNewswireImportMutation,
  useNewswireCancelMutation,
  useNewswireRetryMutation,
  useNewswireUndoMutation,
  useNewswireRightsQuery,
  useNewswireShownCreditQuery,
  useNewswireBulkRightsMutation,
  useNewswireQuarantineQuery,
  useNewswireReplayMutation,
  useNewswireDismissMutation,
  useNewswireRawQuery,
  useNewswireCorrectionsQuery,
  useNewswireDecideMutation,
} = newswireApi;
