import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { restPrefix } from '../../rest-prefix';
import { refusal } from '../refusal';

const DETAIL = 'The character U+0000 is in no text.';

/** Refuses what no database can be asked for: PostgreSQL ends a statement with U+0000 in it, which would be our error. */
export function refuseNul(strapi: Core.Strapi): void {
  const prefix = restPrefix(strapi);
  strapi.server.use(async (ctx: Context, next: Next) => {
    if (ctx.path.startsWith(prefix) && ctx.url.includes('%00')) throw refusal('invalid-request', DETAIL);
    await next();
  });
}

/** U+0000 in a string of GraphQL; two backslashes before the "u" are one, and no escape. */
const ESCAPED = /(?<!\\)(?:\\\\)*\\u(?:0000|\{0+\})/;

/** The same for a query over GraphQL and its variables. */
export const asksForNul = (source: string, variables: unknown): boolean => ESCAPED.test(source) || hasNul(variables);

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul);
}
