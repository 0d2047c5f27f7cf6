import { PLUGIN_ID } from '../contracts/uid';

/** Addresses of our own pages. */
export const PATHS = {
  runs: `/plugins/${PLUGIN_ID}`,
  import: `/plugins/${PLUGIN_ID}/import`,
  run: (documentId: string) => `/plugins/${PLUGIN_ID}/runs/${encodeURIComponent(documentId)}`,
} as const;
