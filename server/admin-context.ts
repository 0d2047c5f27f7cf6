import type { Context } from 'koa';

/** A request as koa-body leaves it: nothing in it is trusted before a schema has read it. */
export type AdminContext = Context & {
  request: { body?: unknown; files?: Record<string, unknown> };
  params: Record<string, string | undefined>;
  /** Answers 403 with a sentence. A thrown `ForbiddenError` loses its message and details on the way (compose-endpoint). */
  forbidden(message: string, details: { code: string }): void;
};
