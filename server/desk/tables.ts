import type { Core } from '@strapi/strapi';
import type { RightsType } from '../../contracts/rights';
import { ILLUSTRATION, UID } from '../../contracts/uid';
import { joinOf, tableOf } from '../tables';

/** Names of tables that the desk's own statements read: they are told by Strapi, and written down nowhere. */
export function deskTables(strapi: Core.Strapi) {
  return {
    items: { article: tableOf(strapi, UID.article), photo: tableOf(strapi, UID.photo) } satisfies Record<RightsType, string>, // prettier-ignore
    agency: { article: joinOf(strapi, UID.article, 'agency'), photo: joinOf(strapi, UID.photo, 'agency') },
    agencies: tableOf(strapi, UID.agency),
    issues: tableOf(strapi, UID.rightsIssue),
    usages: tableOf(strapi, UID.usage),
    events: tableOf(strapi, UID.rightsEvent),
    /** Which article row has which illustration. */
    inArticle: joinOf(strapi, UID.article, 'photos'),
    /** Which illustration has which photo. */
    ofPhoto: joinOf(strapi, ILLUSTRATION, 'photo'),
  };
}

/**
 * Strapi makes no index for the way from a component to its entry: "where is this photo used" would read every article.
 * Strapi drops what it does not know when it changes the table; this runs at each start.
 */
export async function indexUses(strapi: Core.Strapi): Promise<void> {
  const { inArticle } = deskTables(strapi);
  const name = `${inArticle.table}_newswire_cmp_idx`;
  const { tables } = await strapi.db.dialect.schemaInspector.getSchema();
  const table = tables.find((one) => one.name === inArticle.table);
  if (!table || table.indexes.some((index) => index.name === name)) return;
  await strapi.db.connection.schema.alterTable(inArticle.table, (change) => {
    change.index([inArticle.to], name);
  });
}
