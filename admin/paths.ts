import { PLUGIN_ID } from '../contracts/uid';

/** Addresses of our own pages. */
export const PATHS = {
  runs: `/plugins/${PLUGIN_ID}`,
  quarantine: `/plugins/${PLUGIN_ID}/quarantine`,
  import: `/plugins/${PLUGIN_ID}/import`,
  feeds: `/plugins/${PLUGIN_ID}/feeds`,
  newFeed: `/plugins/${PLUGIN_ID}/feeds/new`,
  feed: (documentId: string) => `/plugins/${PLUGIN_ID}/feeds/${encodeURIComponent(documentId)}`,
  run: (documentId: string) => `/plugins/${PLUGIN_ID}/runs/${encodeURIComponent(documentId)}`,
  rights: `/plugins/${PLUGIN_ID}-rights`,
  inbox: `/plugins/${PLUGIN_ID}-rights/inbox`,
  takedown: `/plugins/${PLUGIN_ID}-rights/takedown`,
  takedownOf: (type: string, documentId: string) =>
    `/plugins/${PLUGIN_ID}-rights/takedown?type=${type}&id=${encodeURIComponent(documentId)}`,
  usage: `/plugins/${PLUGIN_ID}-rights/usage`,
  comments: `/plugins/${PLUGIN_ID}-comments`,
  webhooks: `/settings/${PLUGIN_ID}/webhooks`,
  newWebhook: `/settings/${PLUGIN_ID}/webhooks/new`,
  webhook: (id: string) => `/settings/${PLUGIN_ID}/webhooks/${encodeURIComponent(id)}`,
} as const;
