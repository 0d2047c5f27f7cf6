import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { restPrefix } from '../rest-prefix';
import type { RefusalCode } from './refusal';
import { isRecord } from '../is-record';

/** The codes of what Strapi and GraphQL refuse by themselves, beside those of `refusal.ts`. */
export const STRAPI_CODES = ['unauthorized', 'forbidden', 'no-such-address', 'internal-error'] as const;
type Code = RefusalCode | (typeof STRAPI_CODES)[number];

const BY_STATUS: ReadonlyMap<number, Code> = new Map([
  [400, 'invalid-request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'no-such-address'],
  [500, 'internal-error'],
]);

/** Where one document is asked for, by the plural name of its type. */
const DOCUMENTS: ReadonlyMap<string, Code> = new Map([
  ['articles', 'no-such-article'],
  ['photos', 'no-such-photo'],
  ['categories', 'no-such-category'],
  ['comments', 'no-such-comment'],
  ['agencies', 'no-such-agency'],
]);

/** Of GraphQL's and Strapi's codes in `extensions.code`. */
const BY_EXTENSION: ReadonlyMap<unknown, Code> = new Map([
  ['GRAPHQL_PARSE_FAILED', 'invalid-request'],
  ['GRAPHQL_VALIDATION_FAILED', 'invalid-request'],
  ['BAD_USER_INPUT', 'invalid-request'],
  // Of `page` and `start` together.
  ['STRAPI_PAGINATION_ERROR', 'invalid-request'],
  ['FORBIDDEN', 'forbidden'],
  ['INTERNAL_SERVER_ERROR', 'internal-error'],
]);

/**
 * Every error over REST and in feeds has a code, also where Strapi answers by itself, and is kept by no cache: a story
 * that is not there may be there in a moment, when its embargo ends. Must run in `register()`: it stands around Strapi's
 * own middlewares, which make answers of errors.
 */
export function nameErrors(strapi: Core.Strapi): void {
  const rest = restPrefix(strapi);
  const graphql = String(strapi.config.get('plugin::graphql.endpoint') ?? '/graphql');
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    const isRest = ctx.path.startsWith(rest);
    if (ctx.status < 400 || (!isRest && ctx.path !== graphql)) return;
    ctx.set('Cache-Control', 'no-store');
    const { error } = isRecord(ctx.body) ? ctx.body : {};
    if (isRest && isRecord(error)) addCode(error, codeOf(ctx.status, ctx.path.slice(rest.length)));
  });
}

function codeOf(status: number, path: string): Code | undefined {
  const [, name = ''] = status === 404 ? (/^([^/]+)\/[^/]+\/?$/.exec(path) ?? []) : [];
  return DOCUMENTS.get(name) ?? BY_STATUS.get(status);
}

/** The same place in an error of GraphQL: `extensions.error.details.code`. Strapi has put its own errors there already. */
export function nameGraphqlError(extensions: Record<string, unknown>): void {
  const code = BY_EXTENSION.get(extensions['code']);
  if (code === undefined) return;
  const error = isRecord(extensions['error']) ? extensions['error'] : {};
  addCode(error, code);
  extensions['error'] = error;
}

function addCode(error: Record<string, unknown>, code: Code | undefined): void {
  const details = isRecord(error['details']) ? error['details'] : {};
  if (code !== undefined && typeof details['code'] !== 'string') error['details'] = { ...details, code };
}
