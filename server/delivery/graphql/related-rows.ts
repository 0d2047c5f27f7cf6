import type { Core } from '@strapi/strapi';
import { ILLUSTRATION, UID } from '../../../contracts/uid';
import { FILE } from '../hidden-files';
import { marked } from '../marks';
import type { Link } from '../link';

export type Row = Record<string, unknown>;

/** What is asked of the rows at the far end of a relation, in the terms of Strapi's query engine. */
export interface RelatedParams {
  where?: object;
  orderBy?: Order[];
  limit?: number;
  offset?: number;
}

/** An attribute of the target, and how to sort by it. */
export type Order = Record<string, 'asc' | 'desc'>;

const PARENT = 'newswire_parent';
const PLACE = 'newswire_place';

/**
 * The related rows of many parents in one statement: Strapi's own query builder makes the conditions and the joins, a
 * window function keeps `limit` and `offset` true for each parent.
 *
 * The lifecycle hooks of the target run as for any other read, so the guard of public reads and a host's own hooks
 * hold here.
 */
export async function relatedRows(
  strapi: Core.Strapi,
  link: Link,
  asked: RelatedParams,
  parents: readonly number[],
): Promise<Map<number, Row[]>> {
  const params: RelatedParams = { ...asked };
  if (isImageOfPhoto(link)) marked('ofShownPhotos', params);
  if (link.target === ILLUSTRATION) marked('askedLater', params);
  const states = await strapi.db.lifecycles.run('beforeFindMany', link.target, { params });

  const builder = strapi.db.queryBuilder(link.target);
  const alias = builder.getAlias();
  builder
    .init({ ...(params.where ? { where: params.where } : {}) })
    .join({
      alias,
      referencedTable: link.table,
      referencedColumn: link.targetColumn,
      rootColumn: 'id',
      rootTable: builder.alias,
      on: link.on,
    })
    .where({ [`${alias}.${link.parentColumn}`]: [...parents] })
    .addSelect(`${alias}.${link.parentColumn} as ${PARENT}`);
  const orders = ordersOf(strapi, link, params, builder.alias, alias);
  builder.addSelect(orders.map(({ column }, n) => `${column} as ${orderName(n)}`));

  const query = placed(strapi, builder.getKnexQuery(), orders, params);
  // Strapi maps rows to attributes in `execute` only, and leaves out what it does not know: the parent is read beside it.
  let raw: Row[] = [];
  query.on('query-response', (rows: Row[]) => (raw = rows));
  Object.assign(builder, { getKnexQuery: () => query });
  const result = await builder.execute<Row[]>();
  await strapi.db.lifecycles.run('afterFindMany', link.target, { params, result }, states);

  const byParent = new Map<number, Row[]>();
  raw.forEach((row, n) => {
    const parent = Number(row[PARENT]);
    const mapped = result[n];
    if (mapped) byParent.set(parent, [...(byParent.get(parent) ?? []), mapped]);
  });
  return byParent;
}

/** The photos that ask for their images have passed the guard. */
const isImageOfPhoto = ({ target, on }: Link): boolean =>
  target === FILE && on['field'] === 'image' && Object.values(on).includes(UID.photo);

interface SqlOrder {
  column: string;
  direction: 'asc' | 'desc';
}

/** The asked-for order, or the one in which editors put the targets; the id decides where these are equal. */
function ordersOf(strapi: Core.Strapi, link: Link, params: RelatedParams, target: string, table: string): SqlOrder[] {
  const { attributes } = strapi.db.metadata.get(link.target);
  const columnOf = (name: string) => {
    const attribute = attributes[name];
    return attribute && 'columnName' in attribute && attribute.columnName ? attribute.columnName : name;
  };
  const asked = (params.orderBy ?? []).flatMap((order) => Object.entries(order));
  const orders = asked.map(([name, direction]) => ({ column: `${target}.${columnOf(name)}`, direction }));
  const natural = link.order.map((name) => ({ column: `${table}.${name}`, direction: 'asc' as const }));
  return [...(orders.length > 0 ? orders : natural), { column: `${target}.id`, direction: 'asc' }];
}

const orderName = (n: number): string => `newswire_order_${n}`;

type Query = ReturnType<ReturnType<Core.Strapi['db']['queryBuilder']>['getKnexQuery']>;

/** The rows with their place among the rows of the same parent, from 1, cut to the asked-for page. */
function placed(strapi: Core.Strapi, rows: Query, orders: readonly SqlOrder[], { limit, offset = 0 }: RelatedParams) {
  const knex = strapi.db.connection;
  const by = orders.map(({ direction }, n) => `${orderName(n)} ${direction}`).join(', ');
  const ranked = knex
    .select('found.*', knex.raw(`row_number() over (partition by ${PARENT} order by ${by}) as ${PLACE}`))
    .from(rows.as('found'));
  const page = knex.select('*').from(ranked.as('ranked')).orderBy([PARENT, PLACE]);
  if (offset > 0) page.where(PLACE, '>', offset);
  return limit === undefined || limit < 0 ? page : page.where(PLACE, '<=', offset + limit);
}
