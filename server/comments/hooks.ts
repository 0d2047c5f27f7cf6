import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { refusal } from '../delivery/refusal';
import type { Entity } from '../documents';
import { keysOf, normalEmail, textKey } from './keys';
import { keepLogAppendOnly } from './log';
import { commentSettings } from './settings';

/**
 * What holds for every comment, whoever writes it (a reader, an import, the Content Manager): its text and its author
 * can be recognised again. Database hooks, because document middlewares do not see bulk imports.
 */
export function watchComments(strapi: Core.Strapi): void {
  const keys = keysOf(strapi, commentSettings(strapi).secret);
  const complete = (data: Entity): void => {
    if (typeof data['text'] === 'string') data['textKey'] = textKey(data['text']);
    if (typeof data['authorEmail'] === 'string' && data['authorEmail'] !== '') {
      data['authorEmail'] = normalEmail(data['authorEmail']);
      data['authorKey'] ??= keys.email(String(data['authorEmail']));
    }
  };
  strapi.db.lifecycles.subscribe({
    models: [UID.comment],
    beforeCreate: (event) => complete(event.params.data as Entity),
    async beforeUpdate({ params }) {
      complete(params.data as Entity);
      await refuseToBringBack(strapi, params.data as Entity, params.where);
    },
    async beforeUpdateMany({ params }) {
      complete(params.data as Entity);
      await refuseToBringBack(strapi, params.data as Entity, params.where);
    },
    beforeCreateMany(event) {
      for (const data of event.params.data as Entity[]) complete(data);
    },
  });
  strapi.db.lifecycles.subscribe({
    models: [UID.comment],
    beforeDelete: (event) => markAnswers(strapi, event.params.where),
    beforeDeleteMany: (event) => markAnswers(strapi, event.params.where),
  });
  keepLogAppendOnly(strapi);
}

/** What its author has taken back is shown by nobody again, from the Content Manager either. */
async function refuseToBringBack(strapi: Core.Strapi, { moderationStatus }: Entity, where: unknown): Promise<void> {
  if (moderationStatus !== 'approved' && moderationStatus !== 'pending') return;
  const withdrawn = { $and: [where, { withdrawnAt: { $notNull: true } }] };
  if ((await strapi.db.query(UID.comment).count({ where: withdrawn })) > 0) throw refusal('comment-withdrawn');
}

/** Databases take a limited number of values in one statement. */
const STEP = 500;

/** With a comment goes what its answers know of it: they keep that they answered something. */
async function markAnswers(strapi: Core.Strapi, where: unknown): Promise<void> {
  const comments = strapi.db.query(UID.comment);
  const leaving = (await comments.findMany({ select: ['id'], where, populate: { replies: { select: ['id'] } } })) as (Entity & { replies?: Entity[] })[]; // prettier-ignore
  const answers = leaving.flatMap(({ replies = [] }) => replies.map(({ id }) => id));
  for (let at = 0; at < answers.length; at += STEP) {
    const some = { id: { $in: answers.slice(at, at + STEP) } };
    // Past the hooks, and `updatedAt`: nobody has worked on them.
    await strapi.db.queryBuilder(UID.comment).where(some).update({ parentGone: true }).execute();
  }
}
