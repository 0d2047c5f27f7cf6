import type { Core } from '@strapi/strapi';
import type { AdminContext as Context } from '../admin-context';
import { deleteRequest, editRequest, id, postRequest, reportRequest, threadRequest } from '../../contracts/comments';
import { getService } from '../get-service';
import { isRecord } from '../is-record';
import { asked } from '../delivery/asked';
import { visitorOf } from './reader';

/** `/api/newswire`: what readers do with comments. */
export const discussionController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => getService(strapi, 'discussion');
  return {
    async thread(ctx: Context) {
      const { comments, ...meta } = await service().thread(param(ctx, 'article'), asked(threadRequest, ctx.query));
      ctx.body = { data: comments, meta };
    },
    async rules(ctx: Context) {
      ctx.body = { data: await service().rules(param(ctx, 'article')) };
    },
    async post(ctx: Context) {
      const data = await service().post(visitorOf(ctx), param(ctx, 'article'), asked(postRequest, bodyOf(ctx)));
      ctx.status = 201;
      ctx.body = { data };
    },
    async edit(ctx: Context) {
      ctx.body = {
        data: await service().edit(visitorOf(ctx), param(ctx, 'documentId'), asked(editRequest, bodyOf(ctx))),
      };
    },
    async withdraw(ctx: Context) {
      // A DELETE may come without a body: the token is then in a header.
      const token = ctx.get('x-comment-token') || undefined;
      const given = asked(deleteRequest, bodyOf(ctx));
      await service().withdraw(visitorOf(ctx), param(ctx, 'documentId'), token === undefined ? given : { token });
      ctx.body = { data: { documentId: param(ctx, 'documentId') } };
    },
    async report(ctx: Context) {
      await service().report(visitorOf(ctx), param(ctx, 'documentId'), asked(reportRequest, bodyOf(ctx)));
      ctx.status = 202;
      ctx.body = { data: { reported: true } };
    },
  };
};

const param = (ctx: Context, name: string): string => asked(id, ctx.params[name]);

/** Strapi's own routes take `{ data: … }`; the fields alone are understood too. As in GraphQL, null is no value. */
function bodyOf(ctx: Context): unknown {
  const { body } = ctx.request;
  const given: unknown = isRecord(body) && 'data' in body ? body['data'] : body;
  return isRecord(given) ? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) : given;
}
