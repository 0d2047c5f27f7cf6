import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Evidence } from './checks/check';
import type { Keys } from './keys';
import { identitiesOf } from './person';
import type { Submission } from './submission';
import type { CommentSettings } from './settings';

/** What the database knows of the past, for the checks. To be asked as the desk: it reads what was turned down. */
export function evidenceOf(strapi: Core.Strapi, keys: Keys, pace: number, now: Date): Evidence {
  const comments = strapi.db.query(UID.comment);
  return {
    async isBanned({ authorKey, authorEmail, userId, sourceHash }) {
      const [known = new Set<string>()] = await identitiesOf(strapi, keys, [{ authorKey, email: authorEmail, userId }]);
      const who = [{ sourceHash }, ...(known.size === 0 ? [] : [{ authorKey: { $in: [...known] } }])];
      const lasting = [{ until: { $null: true } }, { until: { $gt: now.toISOString() } }];
      return (await strapi.db.query(UID.commentBan).count({ where: { $and: [{ $or: who }, { $or: lasting }] } })) > 0;
    },
    async hasText(textKey, since, except) {
      const where = {
        textKey,
        createdAt: { $gte: since.toISOString() },
        ...(except === undefined ? {} : { documentId: { $ne: except } }),
      };
      return (await comments.count({ where })) > 0;
    },
    pace: () => Promise.resolve(pace),
  };
}

/**
 * Whether an author is known for good comments: enough were approved and none was turned down. A name and an e-mail
 * address can be typed by anybody: without an account, approved comments count only if they came from the same address.
 */
export async function isKnownGood(
  strapi: Core.Strapi,
  { authorKey, sourceHash, userId }: Pick<Submission, 'authorKey' | 'sourceHash' | 'userId'>,
  { historyApproved }: CommentSettings,
): Promise<boolean> {
  if (authorKey === undefined) return false;
  const comments = strapi.db.query(UID.comment);
  const proven = userId === undefined ? { sourceHash } : {};
  const approved = await comments.count({ where: { authorKey, moderationStatus: 'approved', ...proven } });
  if (approved < historyApproved) return false;
  const turnedDown = [{ moderationStatus: { $in: ['rejected', 'spam'] } }, { moderationStatus: 'removed', withdrawnAt: { $null: true } }]; // prettier-ignore
  return (await comments.count({ where: { $and: [{ authorKey }, { $or: turnedDown }] } })) === 0;
}
