import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { PERMISSIONS } from '../../../contracts/permissions';
import { quarantineRequest } from '../../../contracts/quarantine';
import { forbid, type AdminContext as Context } from '../../admin-context';
import { getService } from '../../get-service';

const page = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});

export const quarantineController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const asked = page.safeParse(ctx.query);
    if (!asked.success) {
      throw new errors.ValidationError('page and pageSize must be numbers from 1; pageSize at most 100.', {
        code: 'invalid-page',
      });
    }
    ctx.body = await getService(strapi, 'quarantine').list(asked.data.page, asked.data.pageSize);
  },

  async replay(ctx: Context) {
    const importer = getService(strapi, 'importer');
    const byRun = await getService(strapi, 'quarantine').byRun(keysOf(ctx));
    const ability = ctx.state['userAbility'] as { can(action: string): boolean } | undefined;
    for (const run of byRun.keys()) {
      if ((await importer.stateOf(run))?.published && !ability?.can(PERMISSIONS.publishOnImport)) {
        forbid('This import has published stories. You may import, but not publish.', 'may-not-publish');
      }
    }
    const runs: string[] = [];
    for (const [run, keys] of byRun) {
      const again = await importer.retry(run, ctx.state['user'] as { id: number }, keys);
      if (again) runs.push(again.data.documentId);
    }
    if (runs.length === 0) {
      throw new errors.ApplicationError('None of these is in quarantine any more.', { code: 'nothing-chosen' });
    }
    ctx.body = { data: { runs } };
    ctx.status = 202;
  },

  async dismiss(ctx: Context) {
    ctx.body = { data: { count: await getService(strapi, 'quarantine').dismiss(keysOf(ctx)) } };
  },

  async raw(ctx: Context) {
    const found = await getService(strapi, 'quarantine').rawText(keyOf(ctx));
    if (!found) throw gone();
    ctx.body = found;
  },

  /** The bytes, never as something that a browser would run: a download of no known type. */
  async file(ctx: Context) {
    const found = await getService(strapi, 'quarantine').raw(keyOf(ctx));
    if (!found) throw gone();
    ctx.attachment(found.name.split(/[\\/]/).pop() || 'copy.txt');
    ctx.set('Content-Type', 'application/octet-stream');
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
    ctx.body = Buffer.from(found.bytes);
  },
});

const gone = () =>
  new errors.NotFoundError('The copy is no longer kept. Pictures are in the Media Library.', { code: 'no-raw' });

const keyOf = (ctx: Context): string => String((ctx.params as { key: string }).key).slice(0, 200);

function keysOf(ctx: Context): string[] {
  const asked = quarantineRequest.safeParse(ctx.request.body);
  if (asked.success) return asked.data.keys;
  throw new errors.ValidationError('Choose what to try again or to dismiss: 1 to 100 items.', {
    code: 'invalid-request',
  });
}
