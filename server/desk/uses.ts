import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { USES_LIMIT, type Use, type UsesResponse } from '../../contracts/desk';
import type { RightsType } from '../../contracts/rights';
import { ILLUSTRATION, UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import type { Query } from './inbox/kinds';
import { deskTables } from './tables';
import { componentIs, stored } from '../tables';

/** Where an article row has a photo. */
export interface Placed {
  articleRow: number;
  documentId: string;
  title: string;
  published: boolean;
  /** Published, and readers have it. */
  live: boolean;
  /** The illustration that holds the photo; undefined for an article itself. */
  illustration?: number;
}

/** Every article, draft or live, that uses a photo; for a story, the versions that there are of it. */
export async function usesOf(
  strapi: Core.Strapi,
  type: RightsType,
  documentId: string,
): Promise<UsesResponse['data'] | undefined> {
  const item = await itemOf(strapi, type, documentId);
  if (!item) return undefined;
  const placed = await placesOf(strapi, type, item);
  const uses = [...grouped(placed).values()].slice(0, USES_LIMIT);
  const creditLine = textOf(item, 'creditLine');
  return {
    documentId,
    title: titleOf(item),
    ...(creditLine === undefined ? {} : { creditLine }),
    pubStatus: item['pubStatus'] as UsesResponse['data']['pubStatus'],
    uses,
    total: uses.length < USES_LIMIT ? uses.length : await countUses(strapi, type, item),
  };
}

export async function itemOf(strapi: Core.Strapi, type: RightsType, documentId: string): Promise<Entity | null> {
  const edited = type === 'article' ? { publishedAt: { $null: true } } : {};
  return (await strapi.db.query(UID[type]).findOne({ where: { documentId, ...edited } })) as Entity | null;
}

/** So many places are read at once: two rows for each article that is listed, and more than one row seldom. */
const ROWS = 2 * USES_LIMIT;

/** Where it is used, the youngest row first: `ROWS` of them, or those that come after a row. */
export async function placesOf(strapi: Core.Strapi, type: RightsType, item: Entity, after?: number): Promise<Placed[]> {
  const { inArticle } = deskTables(strapi);
  const columns = { articleRow: 'a.id', documentId: 'a.document_id', title: 'a.headline', publishedAt: 'a.published_at', shown: shownNow(strapi) }; // prettier-ignore
  const articles = articlesUsing(strapi, type, item);
  if (after !== undefined) articles.where('a.id', '<', after);
  if (type === 'photo') articles.select({ illustration: `c.${inArticle.to}` });
  const rows = (await articles.select(columns).orderBy('a.id', 'desc').limit(ROWS)) as unknown as Entity[];
  return rows.map(({ articleRow, documentId, title, publishedAt, shown, illustration }) => ({
    articleRow: Number(articleRow),
    documentId: String(documentId),
    title: typeof title === 'string' ? title : '',
    published: publishedAt !== null,
    live: publishedAt !== null && Number(shown) === 1,
    ...(illustration === undefined ? {} : { illustration: Number(illustration) }),
  }));
}

/** 1 for an article that may be shown now, by its judgement. */
function shownNow(strapi: Core.Strapi) {
  const now = stored(strapi, new Date());
  const isShown = 'case when a.servable_from <= ? and a.servable_until > ? then 1 else 0 end';
  return strapi.db.connection.raw(isShown, [now, now]);
}

/** All of them, page by page. An article row has a photo in two places at most now and then: none is cut in two. */
export async function allPlacesOf(strapi: Core.Strapi, type: RightsType, item: Entity): Promise<Placed[]> {
  const all: Placed[] = [];
  for (let page = await placesOf(strapi, type, item); ;) {
    const last = page.at(-1)?.articleRow;
    // The row that a page ends with may go on in the next one: it is read there as a whole.
    const isLast = page.length < ROWS || page[0]?.articleRow === last;
    all.push(...(isLast ? page : page.filter(({ articleRow }) => articleRow !== last)));
    if (isLast || last === undefined) return all;
    page = await placesOf(strapi, type, item, last + 1);
  }
}

async function countUses(strapi: Core.Strapi, type: RightsType, item: Entity): Promise<number> {
  const rows: unknown = await articlesUsing(strapi, type, item).countDistinct({ total: 'a.document_id' });
  return Number(z.array(z.object({ total: z.coerce.number() })).parse(rows)[0]?.total ?? 0);
}

function articlesUsing(strapi: Core.Strapi, type: RightsType, item: Entity): Query {
  const { items, inArticle, ofPhoto } = deskTables(strapi);
  const articles = strapi.db.connection({ a: items.article });
  if (type === 'article') return articles.where('a.document_id', String(item['documentId']));
  return articles
    .join({ c: inArticle.table }, `c.${inArticle.from}`, 'a.id')
    .join({ p: ofPhoto.table }, `p.${ofPhoto.from}`, `c.${inArticle.to}`)
    .where(componentIs(strapi, 'c', ILLUSTRATION))
    .where({ [`p.${ofPhoto.to}`]: Number(item['id']) });
}

/** One entry for each article, in the order in which they come. */
export function grouped(placed: readonly Placed[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { documentId, title, published, live } of placed) {
    const use = uses.get(documentId) ?? { documentId, title, draft: false, published: false, live: false };
    uses.set(documentId, {
      ...use,
      draft: use.draft || !published,
      published: use.published || published,
      live: use.live || live,
    });
  }
  return uses;
}

export const titleOf = (item: Entity): string =>
  (textOf(item, 'headline') ?? textOf(item, 'caption') ?? '').slice(0, 200);
