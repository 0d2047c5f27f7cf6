import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { deleteRequest, editRequest, PostRequest, reportRequest, ThreadRequest } from '../../contracts/comments';
import { articleState } from './articles';
import { keysOf } from './keys';
import { createPace } from './pace';
import { edit, withdraw } from './changing';
import { post, type Tools } from './posting';
import type { Visitor } from './reader';
import { report } from './reporting';
import { commentSettings } from './settings';
import { akismet } from './spam/akismet';
import { readThread } from './thread';

/** What the form of a front-end needs to know. */
export interface Rules {
  open: boolean;
  anonymous: boolean;
  requireEmail: boolean;
  maxLength: number;
  maxDepth: number;
  renderLinks: boolean;
  editMinutes: number;
}

/** What readers do with comments: read, write, change, take back, report. */
export const discussion = ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = commentSettings(strapi);
  const tools: Tools = {
    strapi,
    settings,
    keys: keysOf(strapi, settings.secret),
    pace: createPace(settings),
    spam: settings.akismet ? akismet(settings.akismet, strapi.log) : undefined,
  };
  const { anonymous, requireEmail, maxLength, maxDepth, renderLinks, editMinutes } = settings;
  return {
    tools,
    isOpen: async (article: string) => (await articleState(strapi, article, settings, new Date())).isOpen,
    thread: (article: string, page: ThreadRequest) => readThread(strapi, article, page, settings, new Date()),
    async rules(article: string): Promise<Rules> {
      const { isOpen: open } = await articleState(strapi, article, settings, new Date());
      return { open, anonymous, requireEmail, maxLength, maxDepth, renderLinks, editMinutes };
    },
    post: (visitor: Visitor, article: string, asked: PostRequest) => post(tools, visitor, article, asked, new Date()),
    edit: (visitor: Visitor, id: string, asked: z.infer<typeof editRequest>) =>
      edit(tools, visitor, id, asked, new Date()),
    withdraw: (visitor: Visitor, id: string, asked: z.infer<typeof deleteRequest>) =>
      withdraw(tools, visitor, id, asked, new Date()),
    report: (visitor: Visitor, id: string, asked: z.infer<typeof reportRequest>) =>
      report(tools, visitor, id, asked, new Date()),
    stop: () => tools.pace.stop(),
  };
};
