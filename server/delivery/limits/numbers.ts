import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { restPrefix } from '../../rest-prefix';
import { refusal } from '../refusal';

/** What GraphQL takes for a whole number. A page times the largest page is then far from what any database counts to. */
const MOST = 2 ** 31 - 1;
const PLACES = ['page', 'start'] as const;

/**
 * Refuses over REST what no list is long enough for, and words to look for that are none: both would be an error of the
 * database, or of Strapi on the way to it. What is too small, or no number, Strapi answers for itself.
 */
export function refuseNoPlace(strapi: Core.Strapi): void {
  const prefix = restPrefix(strapi);
  strapi.server.use(async (ctx: Context, next: Next) => {
    if (ctx.path.startsWith(prefix)) {
      const { pagination, _q: words } = ctx.query as { pagination?: unknown; _q?: unknown };
      if (typeof words === 'object') throw refusal('invalid-request', '"_q" is a text.');
      if (typeof pagination === 'object' && pagination !== null) {
        const far = PLACES.find((name) => Number(Reflect.get(pagination, name)) > MOST);
        if (far !== undefined) throw refusal('invalid-request', `"pagination[${far}]" is at most ${MOST}.`);
      }
    }
    await next();
  });
}
