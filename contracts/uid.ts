/** The plugin's id in Strapi: prefix of its uids, routes, translations and tables. */
export const PLUGIN_ID = 'newswire';

/** UIDs of the content types, for the Content Manager, the Document Service and the public API. */
export const UID = {
  article: 'plugin::newswire.article',
  photo: 'plugin::newswire.photo',
  category: 'plugin::newswire.category',
  comment: 'plugin::newswire.comment',
  commentEvent: 'plugin::newswire.comment-event',
  commentBan: 'plugin::newswire.comment-ban',
  agency: 'plugin::newswire.agency',
  feed: 'plugin::newswire.feed',
  importRun: 'plugin::newswire.import-run',
  importInput: 'plugin::newswire.import-input',
  importStep: 'plugin::newswire.import-step',
  wireItem: 'plugin::newswire.wire-item',
  storedImage: 'plugin::newswire.stored-image',
  storyPrint: 'plugin::newswire.story-print',
  nearDuplicate: 'plugin::newswire.near-duplicate',
  difference: 'plugin::newswire.difference',
  rightsEvent: 'plugin::newswire.rights-event',
  rightsIssue: 'plugin::newswire.rights-issue',
  usage: 'plugin::newswire.usage',
} as const;

export type NewswireUid = (typeof UID)[keyof typeof UID];

/** The component that puts a photo into a story. */
export const ILLUSTRATION = 'newswire.illustration';

const NEWS: ReadonlySet<string> = new Set([...Object.values(UID), ILLUSTRATION]);

/** True of the plugin's own types; a host's are its own matter. */
export const isNewsType = (uid: string): boolean => NEWS.has(uid);
