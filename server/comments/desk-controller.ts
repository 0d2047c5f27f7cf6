import type { Core } from '@strapi/strapi';
import type { AdminContext as Context } from '../admin-context';
import {
  banRequest,
  eraseRequest,
  moderateRequest,
  queueRequest,
  readerRequest,
  replyRequest,
} from '../../contracts/comments';
import { actorOf } from '../audit/context';
import { getService } from '../get-service';
import { asked } from '../delivery/asked';
import type { Actor } from './log';

/** `/newswire/comments`, in the admin API: what moderators do. */
export const commentDeskController = ({ strapi }: { strapi: Core.Strapi }) => {
  const desk = () => getService(strapi, 'comment-desk');
  const moderator = (ctx: Context): Actor => ({ ...actorOf(ctx.state['user'], true), kind: 'moderator' });
  const id = (ctx: Context): string => ctx.params['documentId'] ?? '';
  return {
    async queue(ctx: Context) {
      ctx.body = await desk().queue(asked(queueRequest, ctx.query));
    },
    async summary(ctx: Context) {
      ctx.body = { data: await desk().summary() };
    },
    async moderate(ctx: Context) {
      ctx.body = { data: await desk().moderate(asked(moderateRequest, ctx.request.body), moderator(ctx)) };
    },
    async reply(ctx: Context) {
      ctx.body = { data: await desk().reply(id(ctx), asked(replyRequest, ctx.request.body), moderator(ctx)) };
    },
    async ban(ctx: Context) {
      ctx.body = { data: await desk().ban(id(ctx), asked(banRequest, ctx.request.body), moderator(ctx)) };
    },
    async unban(ctx: Context) {
      ctx.body = { data: await desk().unban(id(ctx), moderator(ctx)) };
    },
    async log(ctx: Context) {
      ctx.body = { data: await desk().log(id(ctx)) };
    },
    async exportReader(ctx: Context) {
      ctx.body = { data: await desk().export(asked(readerRequest, ctx.request.body).email) };
    },
    async eraseReader(ctx: Context) {
      ctx.body = { data: await desk().erase(asked(eraseRequest, ctx.request.body), moderator(ctx)) };
    },
  };
};
