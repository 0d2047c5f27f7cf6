/** The plugin's id in Strapi: prefix of its uids, routes, translations and tables. */
export const PLUGIN_ID = 'newswire';

/** UIDs of the content types, for the Content Manager, the Document Service and the public API. */
export const UID = {
  article: 'plugin::newswire.article',
  photo: 'plugin::newswire.photo',
  category: 'plugin::newswire.category',
  comment: 'plugin::newswire.comment',
  agency: 'plugin::newswire.agency',
  feed: 'plugin::newswire.feed',
  importRun: 'plugin::newswire.import-run',
  importInput: 'plugin::newswire.import-input',
  wireItem: 'plugin::newswire.wire-item',
  rightsEvent: 'plugin::newswire.rights-event',
} as const;

export type NewswireUid = (typeof UID)[keyof typeof UID];

/** The component that puts a photo into a story. */
export const ILLUSTRATION = 'newswire.illustration';
