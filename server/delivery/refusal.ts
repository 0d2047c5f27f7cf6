import { errors } from '@strapi/utils';

/** What Strapi makes of each, over REST and GraphQL, by the status over REST. */
const ERRORS = { 400: errors.ValidationError, 404: errors.NotFoundError, 429: errors.RateLimitError } as const;

/**
 * Every code that readers and moderators are refused with, over REST, in feeds and over GraphQL alike, and the sentence
 * that says what to do. A code does not change. `docs/graphql.md` and `docs/comments.md` list them; a test holds them to it.
 */
export const REFUSALS = {
  'invalid-request': [400, 'Something in the request is unknown, missing or has the wrong form.'],
  'invalid-page-size': [400, 'A page cannot have that size.'],
  'invalid-cursor': [400, 'Use "endCursor" of the page before as "after", unchanged, or start with the first page.'],
  'invalid-since': [400, '"since" is a time such as 2026-05-14T08:00:00Z, at most ten years ago.'],
  'nothing-to-search': [400, 'Say at least one word to look for.'],
  'search-too-long': [400, 'That is too much to look for at once.'],
  'populate-too-deep': [400, 'Read what is further below on its own.'],
  'filter-too-deep': [400, 'Ask for it in two steps.'],
  'too-costly': [400, 'Ask for smaller pages, for fewer lists in lists, or for less at once.'],
  'no-such-article': [404, 'There is no such article, or it is not shown.'],
  'no-such-photo': [404, 'There is no such photo, or it is not shown.'],
  'no-such-category': [404, 'There is no such category. A category is asked for by its slug or its documentId.'],
  'no-such-agency': [404, 'There is no such agency. An agency is asked for by its name or its documentId.'],
  'no-such-comment': [404, 'There is no such comment, or it is not yours to change.'],
  // Whatever an article is closed for, the answer is one and the same.
  'comments-closed': [400, 'This article takes no comments.'],
  'comment-changed': [400, 'This comment has changed since you looked at it. Look at it again.'],
  'comment-withdrawn': [400, 'Its author has taken this comment back.'],
  'no-such-parent': [400, 'The comment that you answer is not there any more. Reload the page.'],
  'sign-in': [400, 'Sign in to write a comment.'],
  'name-missing': [400, 'Give a name. It is shown with your comment.'],
  'email-missing': [400, 'Give an e-mail address. It is never shown.'],
  'text-missing': [400, 'Write something first.'],
  'text-too-long': [400, 'Your comment is too long. Shorten it and send it again.'],
  'too-late': [400, 'This comment is too old to be changed.'],
  'too-many-comments': [429, 'You are writing very fast. Wait some minutes and send it again.'],
  'ban-is-over': [400, 'The ban would have ended already. Give a time that is still to come, or none.'],
  'nobody-to-ban': [400, 'This comment has neither an e-mail address nor another trace of its author.'],
} as const satisfies Record<string, readonly [keyof typeof ERRORS, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** An error with a stable code and a sentence that says what to do; `detail` says what of it is wrong. */
export function refusal(code: RefusalCode, detail = ''): Error {
  const [status, sentence] = REFUSALS[code];
  return new ERRORS[status](detail === '' ? sentence : `${sentence} ${detail}`, { code });
}
