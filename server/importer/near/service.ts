import type { Core } from '@strapi/strapi';
import type { NearDuplicate } from '../../../contracts/near';
import { UID } from '../../../contracts/uid';
import { textOf, type Entity } from '../../documents';

/** More doubles of one article than this are not listed. */
const MAX_LISTED = 20;

/** The articles that look like one, for its editors. */
export const nearDuplicates = ({ strapi }: { strapi: Core.Strapi }) => ({
  async of(article: string): Promise<NearDuplicate[]> {
    const pairs = (await strapi.db.query(UID.nearDuplicate).findMany({
      where: { article, dismissed: false },
      orderBy: [{ percent: 'desc' }, { id: 'asc' }],
      limit: MAX_LISTED,
    })) as Entity[];
    if (pairs.length === 0) return [];
    const rows = (await strapi.db.query(UID.article).findMany({
      select: ['id', 'documentId', 'headline', 'publishedAt', 'createdAt'],
      where: { documentId: { $in: pairs.map(({ other }) => other) } },
      populate: { agency: { select: ['id', 'name'] } },
    })) as Entity[];
    return pairs.flatMap(({ other, percent }) => {
      const [draft] = rows.filter((row) => row['documentId'] === other && row['publishedAt'] === null);
      if (!draft) return [];
      const agency = textOf(draft['agency'] as Entity | null, 'name');
      return {
        documentId: String(other),
        title: textOf(draft, 'headline') ?? '',
        published: rows.some((row) => row['documentId'] === other && row['publishedAt'] !== null),
        percent: Number(percent ?? 0),
        firstSeen: new Date(String(draft['createdAt'])).toISOString(),
        ...(agency === undefined ? {} : { agency }),
      };
    });
  },

  /** They are two stories: said once, by either's editor, it holds for both. */
  async dismiss(article: string, other: string, by: string): Promise<void> {
    await strapi.db.query(UID.nearDuplicate).updateMany({
      where: { pair: { $in: [`${article}:${other}`, `${other}:${article}`] } },
      data: { dismissed: true, dismissedBy: by.slice(0, 200) },
    });
  },
});
