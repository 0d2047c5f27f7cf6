import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { timeOf } from '../listed-at';
import { linkOf, type Link } from '../link';
import type { Place } from '../search/store';

/** Articles that are linked to any of some rows: those of a category and its subcategories, those of an agency. */
export interface LinkedTo {
  attribute: 'categories' | 'agency';
  ids: readonly number[];
}

/** With fewer articles than this, a category's own are sorted; with more, the newest of all are looked through for them. */
const FEW = 20_000;

/**
 * The places of published articles, newest first, after a place. Those that nobody may see now are left out, lest many of
 * them empty a page; whether this reader may see the others is for their loading to say.
 */
export async function newest(
  strapi: Core.Strapi,
  linkedTo: readonly LinkedTo[],
  after: Place | undefined,
  limit: number,
): Promise<Place[]> {
  const now = new Date();
  const time = after && new Date(after.listedAt);
  const builder = strapi.db
    .queryBuilder(UID.article)
    .select(['id', 'listedAt'])
    .where({
      $and: [
        { publishedAt: { $notNull: true } },
        { listedAt: { $notNull: true } },
        { servableFrom: { $lte: now } },
        { servableUntil: { $gt: now } },
        ...(after ? [{ $or: [{ listedAt: { $lt: time } }, { listedAt: time, id: { $lt: after.id } }] }] : []),
        // The same once more as a bound on one column, which every planner can turn into the beginning of an index scan.
        ...(after ? [{ listedAt: { $lte: time } }] : []),
      ],
    })
    .orderBy([{ listedAt: 'desc' }, { id: 'desc' }])
    .limit(limit);
  const query = builder.getKnexQuery();
  const id = `${builder.alias}.id`;
  for (const { attribute, ids } of linkedTo) {
    const link = linkTo(strapi, attribute);
    const links = linksOf(strapi, link, ids);
    if (await isFew(strapi, link, ids)) query.whereIn(id, links.select(link.parentColumn));
    else
      query.whereExists(
        links.select(strapi.db.connection.raw('1')).whereRaw('?? = ??', [`${link.table}.${link.parentColumn}`, id]),
      );
  }
  const rows = (await query) as { id: number; listed_at: unknown }[];
  return rows.map((row) => ({ id: Number(row.id), listedAt: timeOf(row.listed_at) ?? 0 }));
}

const linksOf = (strapi: Core.Strapi, link: Link, ids: readonly number[]) =>
  strapi.db.connection(link.table).whereIn(link.targetColumn, [...ids]);

async function isFew(strapi: Core.Strapi, link: Link, ids: readonly number[]): Promise<boolean> {
  const beyond: unknown[] = await linksOf(strapi, link, ids).select(link.targetColumn).offset(FEW).limit(1);
  return beyond.length === 0;
}

function linkTo(strapi: Core.Strapi, attribute: string): Link {
  const link = linkOf(strapi, UID.article, attribute);
  if (!link) throw new Error(`This Strapi keeps ${attribute} in a way that the plugin does not know.`);
  return link;
}
