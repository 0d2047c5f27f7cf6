import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readFile } from 'node:fs/promises';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { forbid, type AdminContext } from '../admin-context';
import { getService } from '../get-service';
import { MAX_INPUT_BYTES, type Input } from '../importer/read';
import { asSystem } from '../request';
import { importOptions } from './poll';
import { isToken } from './secrets';
import { restPrefix } from '../rest-prefix';

/** The most files of one push. */
const MAX_FILES = 100;

/** A file as koa-body leaves it on disk. */
const file = z.object({ filepath: z.string(), originalFilename: z.string().nullish(), size: z.number() });
const files = z.record(z.string(), z.union([file.transform((one) => [one]), z.array(file)]));

/** POST /api/newswire/push/:feed: an agency's machine sends copy, as the body or as the files of a form. */
export const pushController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async receive(ctx: AdminContext) {
    const run = await asSystem(async () => {
      const feed = await getService(strapi, 'feeds').row(ctx.params['feed'] ?? '');
      // The same answer for a feed that is not there and a token that is wrong.
      if (!isToken(tokenOf(ctx), feed?.tokenHash ?? undefined) || feed?.kind !== 'push') {
        ctx.unauthorized('The feed or its token is wrong. Send it as "Authorization: Bearer …".', {
          code: 'wrong-token',
        });
        return undefined;
      }
      if (!feed.enabled) {
        forbid('This feed is paused and takes nothing.', 'feed-paused');
      }
      const inputs = await inputsOf(ctx);
      if (inputs.length === 0) {
        throw new errors.ValidationError('There is nothing in this push.', { code: 'empty-input' });
      }
      const { data } = await getService(strapi, 'importer').start(inputs, { ...importOptions(feed), origin: 'push' });
      await getService(strapi, 'feeds').arrived(feed.id, data.documentId);
      return data;
    });
    if (!run) return;
    const { documentId, state, total, done, counts } = run;
    ctx.status = 202;
    ctx.body = { data: { documentId, state, total, done, counts } };
  },
});

function tokenOf(ctx: Context): string {
  const [scheme, token = ''] = ctx.get('authorization').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : ctx.get('x-newswire-token');
}

async function inputsOf(ctx: AdminContext): Promise<Input[]> {
  const sent = Object.values(files.safeParse(ctx.request.files ?? {}).data ?? {}).flat();
  if (sent.length === 0) {
    const bytes = await bodyOf(ctx);
    return bytes.length === 0 ? [] : [{ name: fileNameOf(ctx), bytes }];
  }
  if (sent.length > MAX_FILES || sent.some(({ size }) => size > MAX_INPUT_BYTES)) throw tooLarge();
  return Promise.all(
    sent.map(async ({ filepath, originalFilename }) => ({
      name: originalFilename?.normalize('NFC').slice(-200) ?? 'push',
      bytes: await readFile(filepath),
    })),
  );
}

/** The body as it came, if `keepPushedBytes` has left it. */
async function bodyOf(ctx: Context): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_INPUT_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const tooLarge = () =>
  new errors.PayloadTooLargeError(`A push takes ${MAX_FILES} files of ${MAX_INPUT_BYTES / 1024 / 1024} MB at most.`, {
    code: 'too-large',
  });

/** `Content-Disposition: attachment; filename="story.xml"`, or no name that says anything. */
function fileNameOf(ctx: Context): string {
  const name = /filename="([^"\\/]{1,200})"/.exec(ctx.get('content-disposition').slice(0, 1000))?.[1];
  return name ?? 'push';
}

/**
 * Keeps Strapi from reading the body of a push: it would make objects of JSON and characters of XML, and what an agency
 * has sent is kept byte by byte. It also lets the token be checked before anything is read. Must run in `register()`.
 */
export function keepPushedBytes(strapi: Core.Strapi): void {
  const path = `${restPrefix(strapi)}push/`;
  strapi.server.use(async (ctx: Context, next: Next) => {
    const isForm = ctx.get('content-type').toLowerCase().startsWith('multipart/');
    if (ctx.method === 'POST' && ctx.path.startsWith(path) && !isForm) {
      ctx.req.headers['content-type'] = 'application/octet-stream';
    }
    await next();
  });
}
