import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { parseQuery } from '../search/query';
import { searchStore } from '../search/index-of';
import { refusal } from '../refusal';
import { deliverySettings } from '../settings';
import { newest, type LinkedTo } from './candidates';
import { changesSince, type Changes } from './changes';
import { pageSize } from './cursor';
import type { Place } from '../search/store';
import { fromNow, pageOf, readPlace, type Page } from './page';
import { relatedIds } from './related';
import { agencyId, sectionOf } from './sections';

/** An article's row, with what `rows` has asked for. */
export interface Article extends Record<string, unknown> {
  id: number;
  documentId: string;
}

/** What else a read of articles takes: the fields and relations that a caller over REST has asked for. */
export interface Wanted {
  select?: string[];
  populate?: unknown;
}

/** A page that is asked for: how many, and after which. */
export interface Asked {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const FIRST = 25;
const RELATED = 5;

/** The questions that front-ends ask, for GraphQL and REST alike. What may be shown is decided by the guard. */
export const reader = ({ strapi }: { strapi: Core.Strapi }) => {
  const load =
    (wanted: Wanted) =>
    async (ids: readonly number[]): Promise<Article[]> =>
      (await strapi.db.query(UID.article).findMany({
        ...wanted,
        ...(wanted.select ? { select: [...new Set(['id', 'documentId', ...wanted.select])] } : {}),
        where: { id: { $in: [...ids] }, publishedAt: { $notNull: true } },
      })) as Article[];
  const sizeOf = ({ first }: Asked, usual = FIRST) => pageSize(first ?? usual, deliverySettings(strapi).maxPageSize);
  const startOf = ({ after }: Asked) => fromNow(readPlace(after ?? undefined), new Date());

  return {
    async bySlug(slug: string, wanted: Wanted = {}): Promise<Article | null> {
      const where = { slug, publishedAt: { $notNull: true } };
      return (await strapi.db.query(UID.article).findOne({ ...wanted, where })) as Article | null;
    },

    /** The newest, of a category and its subcategories or of an agency where they are given. */
    async latest(
      asked: Asked & { category?: string | null | undefined; agency?: string | null | undefined },
      wanted: Wanted = {},
    ): Promise<Page<Article>> {
      const [first, after] = [sizeOf(asked), startOf(asked)];
      const linkedTo: LinkedTo[] = [];
      if (asked.category)
        linkedTo.push({ attribute: 'categories', ids: (await sectionOf(strapi, asked.category)).ids });
      if (asked.agency) linkedTo.push({ attribute: 'agency', ids: [await agencyId(strapi, asked.agency)] });
      return pageOf(first, after, (at, limit) => newest(strapi, linkedTo, at, limit), load(wanted));
    },

    async search(asked: Asked & { text: string }, wanted: Wanted = {}): Promise<Page<Article>> {
      const [first, after] = [sizeOf(asked), startOf(asked)];
      const clauses = parseQuery(asked.text);
      const store = searchStore(strapi);
      const find = (at: Place | undefined, limit: number) => store.find(strapi.db.connection, clauses, at, limit);
      return pageOf(first, after, find, load(wanted));
    },

    async related(asked: Asked & { documentId: string }, wanted: Wanted = {}): Promise<Article[]> {
      const first = sizeOf(asked, RELATED);
      const ids = await relatedIds(strapi, asked.documentId);
      if (!ids) throw refusal('no-such-article');
      const rows = new Map((ids.length > 0 ? await load(wanted)(ids.slice(0, first)) : []).map((row) => [row.id, row]));
      return ids.slice(0, first).flatMap((id) => rows.get(id) ?? []);
    },

    async changes(asked: Asked & { since: unknown }, wanted: Wanted = {}): Promise<Changes<Article>> {
      const since = new Date(asked.since instanceof Date ? asked.since : String(asked.since));
      const question = { since, first: sizeOf(asked), after: asked.after ?? undefined };
      return changesSince(strapi, question, load(wanted), new Date());
    },
  };
};
