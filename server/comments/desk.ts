import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type {
  banRequest,
  eraseRequest,
  LogResponse,
  ModerateRequest,
  queueRequest,
  replyRequest,
} from '../../contracts/comments';
import { PLUGIN_ID, UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import type { Actor } from './log';
import { ban, moderate, reply, unban } from './moderating';
import { eraseReader, exportReader } from './privacy';
import { readQueue, summarise } from './queue';
import { applyRetention } from './retention';
import type { discussion } from './service';

const RETENTION_JOB = `${PLUGIN_ID}-comment-retention`;

/** What moderators do with comments. */
export const commentDesk = ({ strapi }: { strapi: Core.Strapi }) => {
  // Not by `getService`, which knows this service too.
  const tools = () => (strapi.plugin(PLUGIN_ID).service('discussion') as ReturnType<typeof discussion>).tools;
  const retain = () => applyRetention(strapi, tools().settings, new Date());
  return {
    queue: (asked: z.output<typeof queueRequest>) => readQueue(tools(), asked, new Date()),
    summary: () => summarise(strapi),
    moderate: (asked: ModerateRequest, actor: Actor) => moderate(tools(), asked, actor, new Date()),
    reply: (id: string, asked: z.output<typeof replyRequest>, actor: Actor) =>
      reply(tools(), id, asked, actor, new Date()),
    ban: (id: string, asked: z.output<typeof banRequest>, actor: Actor) => ban(tools(), id, asked, actor),
    unban: (id: string, actor: Actor) => unban(tools(), id, actor),
    export: (email: string) => exportReader(tools(), email),
    erase: (asked: z.output<typeof eraseRequest>, actor: Actor) => eraseReader(tools(), asked, actor),
    retain,

    async log(comment: string): Promise<LogResponse['data']> {
      const rows = (await strapi.db.query(UID.commentEvent).findMany({
        where: { commentDocumentId: comment },
        orderBy: { id: 'desc' },
        limit: 200,
      })) as Entity[];
      return rows.map((row) => ({
        at: new Date(String(row['createdAt'])).toISOString(),
        action: String(row['action']),
        kind: row['actorKind'] as Actor['kind'],
        from: textOf(row, 'fromState'),
        to: textOf(row, 'toState'),
        reason: textOf(row, 'reason'),
        note: textOf(row, 'note'),
        by: textOf(row, 'actorName'),
      }));
    },

    /** Once a day, on every instance: doing it twice does nothing. */
    startRetention(): void {
      const task = async () => {
        try {
          await retain();
        } catch (error) {
          strapi.log.error('Newswire could not remove old comments.', { error });
        }
      };
      strapi.cron.add({ [RETENTION_JOB]: { task, options: { rule: '23 4 * * *' } } });
    },
  };
};
