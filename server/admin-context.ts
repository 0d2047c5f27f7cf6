import { errors } from '@strapi/utils';
import type { Context } from 'koa';

/** A request as koa-body leaves it: nothing in it is trusted before a schema has read it. */
export type AdminContext = Context & {
  request: { body?: unknown; files?: Record<string, unknown> };
  params: Record<string, string | undefined>;
  /** Answers 403 with a sentence. */
  forbidden(message: string, details: { code: string }): void;
  /** Answers 401 with a sentence. */
  unauthorized(message: string, details: { code: string }): void;
};

/**
 * Ends a request with 403, a sentence and a code. Strapi's `ForbiddenError` loses both on the way: whatever is thrown below
 * its authorisation is answered as if that had refused it, and only a `PolicyError` is let through (core, `compose-endpoint`).
 */
export function forbid(message: string, code: string): never {
  throw new errors.PolicyError(message, { code });
}
