import type { Context } from 'koa';
import { NAME_LENGTH, type PostRequest } from '../../contracts/comments';
import { inertLine } from '../editing/inert-text';
import { charactersIn, isInvisible } from './text';
import { normalEmail, type Keys } from './keys';
import { refusal } from '../delivery/refusal';
import type { CommentSettings } from './settings';

/** Who is at the other end of a public request, as far as the request itself proves it. */
export interface Visitor {
  /** A signed-in user of Users & Permissions. */
  user: { id: number; username: string; email: string | undefined } | undefined;
  ip: string;
  userAgent: string | undefined;
  referrer: string | undefined;
}

/** The session says who it is; nothing in the body does. An API token is not a person. */
export function visitorOf(ctx: Context): Visitor {
  const state = ctx.state as {
    auth?: { strategy?: { name?: string } };
    user?: Record<'id' | 'username' | 'email', unknown>;
  };
  const { id, username, email } = (state.auth?.strategy?.name === 'users-permissions' && state.user) || {};
  return {
    user:
      typeof id === 'number'
        ? {
            id,
            username: typeof username === 'string' ? username : `#${id}`,
            email: typeof email === 'string' && email !== '' ? email : undefined,
          }
        : undefined,
    ip: ctx.request.ip,
    userAgent: ctx.get('user-agent').slice(0, 500) || undefined,
    referrer: ctx.get('referer').slice(0, 500) || undefined,
  };
}

export interface Author {
  name: string;
  email: string | undefined;
  userId: number | undefined;
  key: string | undefined;
}

/** Whom a new comment is by. Throws where that cannot be. */
export function authorOf(
  { user }: Visitor,
  given: Pick<PostRequest, 'name' | 'email'>,
  settings: CommentSettings,
  keys: Keys,
): Author {
  if (user) {
    const { id, username, email } = user;
    // Kept with the comment: an account can be deleted, and its person may ask for what is left.
    return { name: shortened(username), email: email && normalEmail(email), userId: id, key: keys.user(id) };
  }
  if (!settings.anonymous) throw refusal('sign-in');
  const name = shortened(given.name ?? '');
  if (isInvisible(name)) throw refusal('name-missing');
  if (given.email === undefined && settings.requireEmail) throw refusal('email-missing');
  const email = given.email === undefined ? undefined : normalEmail(given.email);
  return { name, email, userId: undefined, key: email === undefined ? undefined : keys.email(email) };
}

function shortened(name: string): string {
  const line = inertLine(name);
  return charactersIn(line) <= NAME_LENGTH ? line : [...line].slice(0, NAME_LENGTH).join('');
}
