import { adminApi } from '@strapi/strapi/admin';
import { triggerResponse, webhookResponse, webhooksResponse, type Trial, type Webhook } from '../../contracts/webhooks';

/** Strapi's tag: its own pages of webhooks are read again after ours has written, and ours after theirs. */
const CHANGED = ['Webhook' as const];

/** Strapi's own endpoints, under names of our own. Every answer is parsed with the contract. */
const webhooksApi = adminApi.enhanceEndpoints({ addTagTypes: ['Webhook'] }).injectEndpoints({
  endpoints: (build) => ({
    newswireWebhooks: build.query<Webhook[], undefined>({
      query: () => ({ url: '/admin/webhooks' }),
      transformResponse: (answer: unknown) => webhooksResponse.parse(answer).data,
      providesTags: [{ type: 'Webhook', id: 'LIST' }],
    }),
    newswireSaveWebhook: build.mutation<Webhook, { id: string | undefined; webhook: Omit<Webhook, 'id'> }>({
      // Strapi makes every new webhook enabled and does not want to be told.
      query: ({ id, webhook: { isEnabled, ...webhook } }) =>
        id === undefined
          ? { url: '/admin/webhooks', method: 'POST', data: webhook }
          : { url: `/admin/webhooks/${encodeURIComponent(id)}`, method: 'PUT', data: { ...webhook, isEnabled } },
      transformResponse: (answer: unknown) => webhookResponse.parse(answer).data,
      invalidatesTags: CHANGED,
    }),
    newswireTryWebhook: build.mutation<Trial, string>({
      query: (id) => ({ url: `/admin/webhooks/${encodeURIComponent(id)}/trigger`, method: 'POST' }),
      transformResponse: (answer: unknown) => triggerResponse.parse(answer).data,
    }),
  }),
});

export const { useNewswireWebhooksQuery, useNewswireSaveWebhookMutation, useNewswireTryWebhookMutation } = webhooksApi;
