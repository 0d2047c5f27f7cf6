import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { linkOf } from '../link';

/** How many comments readers can see under each of these articles, in one statement. */
export async function commentsCounts(strapi: Core.Strapi, articles: readonly number[]): Promise<Map<number, number>> {
  const link = linkOf(strapi, UID.article, 'comments');
  if (!link) throw new Error('This Strapi keeps comments in a way that the plugin does not know.');
  const params: { where?: object } = {};
  const states = await strapi.db.lifecycles.run('beforeCount', UID.comment, { params });
  const builder = strapi.db.queryBuilder(UID.comment);
  const alias = builder.getAlias();
  const article = `${alias}.${link.parentColumn}`;
  const query = builder
    .init({ select: [], ...(params.where ? { where: params.where } : {}) })
    .join({
      alias,
      referencedTable: link.table,
      referencedColumn: link.targetColumn,
      rootColumn: 'id',
      rootTable: builder.alias,
      on: link.on,
    })
    .where({ [article]: [...articles] })
    .select([
      builder.raw('?? as article', [article]),
      builder.raw('count(distinct ??) as total', [`${builder.alias}.id`]),
    ])
    .groupBy([article]);
  const result = await query.execute<{ article: number; total: number | string }[]>({ mapResults: false });
  await strapi.db.lifecycles.run('afterCount', UID.comment, { params, result }, states);
  return new Map(articles.map((id) => [id, Number(result.find((row) => Number(row.article) === id)?.total ?? 0)]));
}
