import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { dismissRequest } from '../../../contracts/near';
import type { AdminContext as Context } from '../../admin-context';
import { currentAudit } from '../../audit/context';
import { getService } from '../../get-service';

export const nearController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await getService(strapi, 'near-duplicates').of(ctx.params['documentId'] ?? '') };
  },

  async dismiss(ctx: Context) {
    const article = ctx.params['documentId'] ?? '';
    const asked = dismissRequest.safeParse(ctx.request.body);
    if (!asked.success) {
      throw new errors.ValidationError('Say which article is another story: { "other": "…" }.', {
        code: 'invalid-request',
      });
    }
    const near = getService(strapi, 'near-duplicates');
    await near.dismiss(article, asked.data.other, currentAudit(strapi).actor?.name ?? '');
    ctx.body = { data: await near.of(article) };
  },
});
