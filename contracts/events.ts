/** What Newswire tells hosts and webhooks, beside Strapi’s own `entry.*` events (docs/events.md). */
export const EVENTS = {
  articleKilled: 'newswire.article.killed',
  articleCorrected: 'newswire.article.corrected',
  articleEmbargoLifted: 'newswire.article.embargo-lifted',
  articleRightsChanged: 'newswire.article.rights-changed',
  photoKilled: 'newswire.photo.killed',
} as const;

export type NewswireEvent = (typeof EVENTS)[keyof typeof EVENTS];
