import { adminApi } from '@strapi/strapi/admin';
import { previewResponse, runResponse, runsResponse } from '../../contracts/imports';
import type { ImportRequest, PreviewResponse, RunResponse, RunsResponse } from '../../contracts/imports';
import { bulkResponse, rightsResponse } from '../../contracts/rights';
import type { BulkRequest, BulkResponse, RightsResponse, RightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import { importForm, type Copy } from './importForm';

type Preview = PreviewResponse['data'];
type RunWithItems = RunResponse['data'];
type Rights = RightsResponse['data'];
export type BulkResult = BulkResponse['data'];

/** The Content Manager's own tags: what it must fetch again after an import or a bulk edit, and what we follow. */
const listOf = (uid: string) => ({ type: 'Document' as const, id: `${uid}_LIST` });
const oneOf = (uid: string, documentId: string) => ({ type: 'Document' as const, id: `${uid}_${documentId}` });

const runPath = (documentId: string) => `/newswire/imports/${encodeURIComponent(documentId)}`;
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
  useNewswirePreviewMutation,
  useNewswireImportMutation,
  useNewswireCancelMutation,
  useNewswireRetryMutation,
  useNewswireUndoMutation,
  useNewswireRightsQuery,
  useNewswireBulkRightsMutation,
} = newswireApi;
