import type { Core } from '@strapi/strapi';
import { createHash } from 'node:crypto';
import type { Context, Next } from 'koa';
import { PLUGIN_ID, UID } from '../../../contracts/uid';
import { deliverySettings } from '../settings';
import { nextBoundary } from './boundary';
import { createFlights, questionOf, type Answer } from './share';

/**
 * `ETag`, 304 and `Cache-Control` for public answers over REST and GraphQL GET. A cache may keep an answer until the next
 * embargo ends or something expires, and never longer; what is answered to somebody who is known is nobody else's.
 * Readers who ask the same at the same moment share one answer.
 *
 * There is no `Last-Modified`: what was killed leaves a list without making any row of it newer, so a date cannot say
 * that nothing has changed. To be called in `bootstrap()`: it then stands behind Strapi's middlewares, before the routes.
 */
export function cachePublicAnswers(strapi: Core.Strapi): void {
  const settings = deliverySettings(strapi);
  const rest = `${String(strapi.config.get('api.rest.prefix', '/api'))}/${PLUGIN_ID}/`;
  const graphql = String(strapi.config.get('plugin::graphql.endpoint', '/graphql'));
  const flights = createFlights();
  const { forget } = flights;
  strapi.db.lifecycles.subscribe({
    models: [UID.article, UID.photo, UID.category, UID.comment, UID.agency],
    beforeCreate: forget,
    beforeUpdate: forget,
    afterUpdate: forget,
    afterUpdateMany: forget,
    afterCreateMany: forget,
    afterDelete: forget,
    afterDeleteMany: forget,
  });

  const answer = async (ctx: Context, next: Next): Promise<Answer | undefined> => {
    await next();
    const isOurs = ctx.path.startsWith(rest) || (ctx.path === graphql && ctx.state['newswire'] === true);
    if (!isOurs || ctx.status !== 200) return undefined;
    const body = textOf(ctx.body);
    if (body === undefined) return undefined;
    ctx.vary('Authorization');
    if (!isPublic(ctx) || hasErrors(body)) {
      ctx.set('Cache-Control', 'private, no-store');
      return undefined;
    }
    if (ctx.path === graphql || !ctx.response.get('Cache-Control')) {
      ctx.set('Cache-Control', control(await secondsLeft(strapi, settings.cacheSeconds)));
    }
    ctx.set('ETag', `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`);
    const headers: Answer['headers'] = {};
    for (const [name, value] of Object.entries(ctx.response.headers)) if (value !== undefined) headers[name] = value;
    if (ctx.fresh) ctx.status = 304;
    return { status: 200, headers, body };
  };

  strapi.server.use(async (ctx: Context, next: Next) => {
    const isAsked = ctx.path.startsWith(rest) || ctx.path === graphql;
    if (!isAsked || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
    const question = settings.shareAnswers ? questionOf(ctx) : undefined;
    if (question === undefined) {
      await answer(ctx, next);
      return;
    }
    const shared = await flights.join(question);
    if (!shared) return flights.lead(question, () => answer(ctx, next));
    ctx.status = shared.status;
    for (const [name, value] of Object.entries(shared.headers))
      ctx.set(name, typeof value === 'number' ? String(value) : value);
    ctx.body = shared.body;
    if (ctx.fresh) ctx.status = 304;
  });
}

async function secondsLeft(strapi: Core.Strapi, cacheSeconds: number): Promise<number> {
  if (cacheSeconds === 0) return 0;
  const now = new Date();
  const boundary = await nextBoundary(strapi, now);
  return boundary === undefined ? cacheSeconds : Math.min(cacheSeconds, Math.floor((boundary - now.getTime()) / 1000));
}

const control = (seconds: number): string =>
  seconds > 0 ? `public, max-age=${seconds}, must-revalidate` : 'public, no-cache';

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
