import type { Core } from '@strapi/strapi';
import { COUNT_LIMIT, type Count } from '../../../contracts/desk';
import type { Query } from './kinds';

/** Counts up to a limit: a count of a million rows reads a million rows, and nobody works through so many. */
export async function counted(knex: Core.Strapi['db']['connection'], query: Query): Promise<Count> {
  const rows = query
    .clone()
    .clearOrder()
    .limit(COUNT_LIMIT + 1);
  const [row] = (await knex.count({ count: '*' }).from(rows.as('counted'))) as { count: unknown }[];
  const total = Number(row?.count ?? 0);
  return { total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT };
}
