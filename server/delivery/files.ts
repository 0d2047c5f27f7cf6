import type { Core } from '@strapi/strapi';
import { posix } from 'node:path';
import { turnsOver } from '../file-turn';
import { storedIn } from '../gate/vault';
import { isAdminRequest } from '../request';
import { isHiddenFile } from './hidden-files';
import { readerIn } from './reader';

type Middleware = Parameters<Core.Strapi['server']['use']>[0];
type Context = Parameters<Middleware>[0];

/** Where Strapi serves the files of its Media Library from. */
const UPLOADS = '/uploads/';
/** An editor who works in the admin sees every picture for so long after the last answer. */
const EDITOR_MS = 30 * 60_000;
const COOKIE = 'newswire.editor';

/**
 * The address of a file answers 404 while its photo may not be shown, in all its renditions. It must, since it is known
 * to whoever has seen the photo before. Images carry no token, so editors are known by a signed cookie that answers of
 * the admin set.
 */
export function guardFiles(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx, next) => {
    const file = fileName(ctx.path);
    if (file === undefined || !['GET', 'HEAD'].includes(ctx.method)) {
      await next();
      rememberEditor(strapi, ctx);
      return;
    }
    if (isEditor(ctx)) {
      ctx.set('Cache-Control', 'private, no-store');
      const kept = await storedIn(strapi, file);
      if (!kept) return whole(file, next);
      ctx.type = posix.extname(file);
      ctx.body = kept;
      return;
    }
    if (!(await isHiddenFile(strapi, readerIn(strapi, ctx as never), hashesOf(file)))) return whole(file, next);
    ctx.status = 404;
    ctx.body = 'Not Found';
    ctx.set('Cache-Control', 'no-store');
  });
}

/** What is being written into a file is waited for. */
async function whole(file: string, next: () => Promise<unknown>): Promise<void> {
  await turnsOver(hashesOf(file));
  await next();
}

/** The last part of an address of an upload, however it is written; undefined for any other address. */
export function fileName(path: string): string | undefined {
  const plain = decoded(path);
  const normal = plain === undefined ? undefined : posix.normalize(plain);
  return normal?.startsWith(UPLOADS) ? posix.basename(normal) : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const MOST_PARTS = 12;

/** "small_ferry_0123.jpg" is a rendition of "ferry_0123" or a file of its own: what it may be called in the library. */
export function hashesOf(file: string): string[] {
  const parts = file.slice(0, 400).replace(/\.[^.]*$/, '').split('_'); // prettier-ignore
  return parts.slice(0, MOST_PARTS).map((_, n) => parts.slice(n).join('_'));
}

function isEditor(ctx: Context): boolean {
  return Number(ctx.cookies.get(COOKIE, { signed: true }) ?? 0) > Date.now();
}

function rememberEditor(strapi: Core.Strapi, ctx: Context): void {
  const { user } = ctx.state as { user?: unknown };
  if (!user || !isAdminRequest(strapi)) return;
  const until = Number(ctx.cookies.get(COOKIE, { signed: true }) ?? 0);
  if (until - Date.now() > EDITOR_MS / 2) return;
  const options = { signed: true, httpOnly: true, sameSite: 'strict', path: UPLOADS, maxAge: EDITOR_MS } as const;
  ctx.cookies.set(COOKIE, String(Date.now() + EDITOR_MS), options);
}
