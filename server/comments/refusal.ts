import { errors } from '@strapi/utils';

/** What a reader can be told, by its stable code. Whatever an article is closed for, the answer is one and the same. */
const SENTENCES = {
  'comments-closed': 'This article takes no comments.',
  'no-such-comment': 'There is no such comment, or it is not yours to change.',
  'nobody-to-ban': 'This comment has neither an e-mail address nor another trace of its author.',
  'no-such-parent': 'The comment that you answer is not there any more. Reload the page.',
  'sign-in': 'Sign in to write a comment.',
  'name-missing': 'Give a name. It is shown with your comment.',
  'email-missing': 'Give an e-mail address. It is never shown.',
  'text-missing': 'Write something first.',
  'text-too-long': 'Your comment is too long. Shorten it and send it again.',
  'too-late': 'This comment is too old to be changed.',
  'invalid-request': 'Something in the request is missing or has the wrong form.',
  'unknown-cursor': 'The comment after which to go on is not there any more. Start with the first page.',
} as const;

export type RefusalCode = keyof typeof SENTENCES;

/** An error with a stable code and a sentence that says what to do, over REST and GraphQL. */
export function refusal(code: RefusalCode, detail = ''): Error {
  const sentence = detail === '' ? SENTENCES[code] : `${SENTENCES[code]} ${detail}`;
  if (code === 'no-such-comment') return new errors.NotFoundError(sentence, { code });
  return new errors.ApplicationError(sentence, { code });
}

export const tooManyComments = (): Error =>
  new errors.RateLimitError('You are writing very fast. Wait some minutes and send it again.', {
    code: 'too-many-comments',
  });
