import type { Core } from '@strapi/strapi';
import { createHash } from 'node:crypto';
import type { Context, Next } from 'koa';
import { deliverySettings } from '../settings';
import { nextBoundary } from './boundary';
import { cacheControl } from './control';
import { createAnswers, questionOf, type Answer } from './share';
import { onWrite } from './writes';
import { restPrefix } from '../../rest-prefix';

/**
 * `ETag`, 304 and `Cache-Control` for public answers over REST and GraphQL GET. A cache may keep an answer until the next
 * embargo ends or something expires, and never longer; what is answered to somebody who is known is nobody else's.
 * Readers who ask the same at nearly the same moment share one answer, over GraphQL POST too.
 *
 * There is no `Last-Modified`: what was killed leaves a list without making any row of it newer, so a date cannot say
 * that nothing has changed. To be called in `bootstrap()`: it then stands behind Strapi's middlewares, before the routes.
 */
export function cachePublicAnswers(strapi: Core.Strapi): void {
  const settings = deliverySettings(strapi);
  const rest = restPrefix(strapi);
  const graphql = String(strapi.config.get('plugin::graphql.endpoint', '/graphql'));
  const answers = createAnswers(settings.keepAnswersMs);
  onWrite(strapi, answers.forget);

  const answer = async (ctx: Context, next: Next): Promise<Answer | undefined> => {
    const asked = new Date();
    await next();
    const isOurs = ctx.path.startsWith(rest) || (ctx.path === graphql && ctx.state['newswire'] === true);
    if (!isOurs || ctx.status !== 200) return undefined;
    const body = textOf(ctx.body);
    if (body === undefined) return undefined;
    const isGet = ctx.method !== 'POST';
    if (isGet) ctx.vary('Authorization');
    // A cookie that a host's own code sets is for this reader.
    if (!isPublic(ctx) || hasErrors(body) || ctx.response.headers['set-cookie'] !== undefined) {
      if (isGet) ctx.set('Cache-Control', 'private, no-store');
      return undefined;
    }
    // From the time of the question: what ended while it was being answered has ended.
    const boundary = once(() => nextBoundary(strapi, asked));
    if (isGet) {
      if (ctx.path === graphql || !ctx.response.get('Cache-Control')) {
        const { cacheSeconds } = settings;
        // Where nothing is kept, nothing is asked.
        ctx.set('Cache-Control', cacheControl(cacheSeconds, cacheSeconds > 0 ? await boundary() : undefined));
      }
      ctx.set('ETag', `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`);
    }
    const headers: Answer['headers'] = {};
    for (const [name, value] of Object.entries(ctx.response.headers)) if (value !== undefined) headers[name] = value;
    if (isGet && ctx.fresh) ctx.status = 304;
    return { status: 200, headers, body, boundary };
  };

  strapi.server.use(async (ctx: Context, next: Next) => {
    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD';
    const isAsked = ctx.path === graphql ? isRead || ctx.method === 'POST' : isRead && ctx.path.startsWith(rest);
    if (!isAsked) return next();
    const question = settings.shareAnswers ? await questionOf(ctx) : undefined;
    if (question === undefined) {
      if (isRead) await answer(ctx, next);
      else await next();
      return;
    }
    const shared = await answers.join(question);
    if (!shared) return answers.lead(question, () => answer(ctx, next));
    ctx.status = shared.status;
    for (const [name, value] of Object.entries(shared.headers))
      ctx.set(name, typeof value === 'number' ? String(value) : value);
    ctx.body = shared.body;
    if (isRead && ctx.fresh) ctx.status = 304;
  });
}

/** The statement is asked when somebody wants to know, and then once. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

/** Whoever has said who they are gets an answer of their own. */
function isPublic(ctx: Context): boolean {
  if (ctx.get('Authorization') !== '' || ctx.get('Cookie') !== '') return false;
  const auth: unknown = ctx.state['auth'];
  return typeof auth !== 'object' || auth === null || !('credentials' in auth) || !auth.credentials;
}

function textOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (Buffer.isBuffer(body)) return body.toString('utf8');
  if (typeof body !== 'object' || body === null || 'pipe' in body) return undefined;
  return JSON.stringify(body);
}

/** GraphQL says with status 200 that it has failed. */
const hasErrors = (body: string): boolean => body.startsWith('{"errors"') || body.includes('"errors":[{"message"');
