import { adminApi } from '@strapi/strapi/admin';
import type { z } from 'zod';
import {
  banResponse,
  eraseResponse,
  exportResponse,
  logResponse,
  moderateResponse,
  queueResponse,
  replyResponse,
  summaryResponse,
  unbanResponse,
  type banRequest,
  type eraseRequest,
  type LogResponse,
  type ModerateRequest,
  type QueueRequest,
  type QueueResponse,
  type ReaderExport,
  type replyRequest,
  type Summary,
} from '../../contracts/comments';
import { UID } from '../../contracts/uid';

type About<Schema extends z.ZodType> = { documentId: string } & z.input<Schema>;

const path = (documentId: string, action: string) => `/newswire/comments/${encodeURIComponent(documentId)}/${action}`;

/** Whatever a moderator does changes the queue, the widget, and what the Content Manager shows. */
const CHANGED = [
  { type: 'NewswireComments' as const, id: 'LIST' },
  { type: 'Document' as const, id: `${UID.comment}_LIST` },
];

/** The moderators' endpoints. Every answer is parsed with the contract that the server is held to. */
const commentsApi = adminApi.enhanceEndpoints({ addTagTypes: ['NewswireComments', 'Document'] }).injectEndpoints({
  endpoints: (build) => ({
    newswireComments: build.query<QueueResponse, QueueRequest>({
      query: (params) => ({ url: '/newswire/comments', config: { params } }),
      transformResponse: (answer: unknown) => queueResponse.parse(answer),
      providesTags: [{ type: 'NewswireComments', id: 'LIST' }],
    }),
    newswireCommentSummary: build.query<Summary, undefined>({
      query: () => ({ url: '/newswire/comments/summary' }),
      transformResponse: (answer: unknown) => summaryResponse.parse(answer).data,
      providesTags: [{ type: 'NewswireComments', id: 'LIST' }],
    }),
    newswireCommentLog: build.query<LogResponse['data'], string>({
      query: (documentId) => ({ url: path(documentId, 'log') }),
      transformResponse: (answer: unknown) => logResponse.parse(answer).data,
      providesTags: [{ type: 'NewswireComments', id: 'LIST' }],
    }),
    newswireModerate: build.mutation<z.infer<typeof moderateResponse>['data'], ModerateRequest>({
      query: (data) => ({ url: '/newswire/comments/moderate', method: 'POST', data }),
      transformResponse: (answer: unknown) => moderateResponse.parse(answer).data,
      invalidatesTags: CHANGED,
    }),
    newswireReply: build.mutation<z.infer<typeof replyResponse>['data'], About<typeof replyRequest>>({
      query: ({ documentId, ...data }) => ({ url: path(documentId, 'reply'), method: 'POST', data }),
      transformResponse: (answer: unknown) => replyResponse.parse(answer).data,
      invalidatesTags: CHANGED,
    }),
    newswireBan: build.mutation<z.infer<typeof banResponse>['data'], About<typeof banRequest>>({
      query: ({ documentId, ...data }) => ({ url: path(documentId, 'ban'), method: 'POST', data }),
      transformResponse: (answer: unknown) => banResponse.parse(answer).data,
      invalidatesTags: CHANGED,
    }),
    newswireUnban: build.mutation<z.infer<typeof unbanResponse>['data'], string>({
      query: (documentId) => ({ url: path(documentId, 'ban'), method: 'DELETE' }),
      transformResponse: (answer: unknown) => unbanResponse.parse(answer).data,
      invalidatesTags: CHANGED,
    }),
    newswireExportReader: build.mutation<ReaderExport, string>({
      query: (email) => ({ url: '/newswire/comments/readers/export', method: 'POST', data: { email } }),
      transformResponse: (answer: unknown) => exportResponse.parse(answer).data,
    }),
    newswireEraseReader: build.mutation<z.infer<typeof eraseResponse>['data'], z.input<typeof eraseRequest>>({
      query: (data) => ({ url: '/newswire/comments/readers/erase', method: 'POST', data }),
      transformResponse: (answer: unknown) => eraseResponse.parse(answer).data,
      invalidatesTags: CHANGED,
    }),
  }),
});

export const {
  useNewswireCommentsQuery,
  useNewswireCommentSummaryQuery,
  useNewswireCommentLogQuery,
  useNewswireModerateMutation,
  useNewswireReplyMutation,
  useNewswireBanMutation,
  useNewswireUnbanMutation,
  useNewswireExportReaderMutation,
  useNewswireEraseReaderMutation,
} = commentsApi;
