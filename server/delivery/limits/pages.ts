import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { restPrefix } from '../../rest-prefix';
import { deliverySettings } from '../settings';

const SIZES = ['pageSize', 'limit'] as const;

/**
 * Lists of news over REST have pages of the plugin's own largest size where the host has set none (`api.rest.maxLimit`):
 * Strapi would give all that there is. As Strapi does with what is over a limit, it is cut, not refused.
 */
export function limitPages(strapi: Core.Strapi): void {
  if (Number(strapi.config.get('api.rest.maxLimit')) > 0) return;
  const prefix = restPrefix(strapi);
  const { maxPageSize } = deliverySettings(strapi);
  strapi.server.use(async (ctx: Context, next: Next) => {
    const { pagination } = ctx.query as { pagination?: unknown };
    if (ctx.path.startsWith(prefix) && typeof pagination === 'object' && pagination !== null) {
      for (const name of SIZES) {
        if (Number(Reflect.get(pagination, name)) > maxPageSize) Reflect.set(pagination, name, String(maxPageSize));
      }
    }
    await next();
  });
}
