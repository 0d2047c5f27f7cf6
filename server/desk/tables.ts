import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RightsType } from '../../contracts/rights';
import { ILLUSTRATION, UID } from '../../contracts/uid';

const column = z.object({ name: z.string() });
const joined = z.object({
  joinTable: z.object({ name: z.string(), joinColumn: column, inverseJoinColumn: column }),
});

/** A table in which Strapi keeps a relation, and its two columns. */
export interface Join {
  table: string;
  from: string;
  to: string;
}

export function joinOf(strapi: Core.Strapi, uid: string, attribute: string): Join {
  const { joinTable } = joined.parse(strapi.db.metadata.get(uid).attributes[attribute]);
  return { table: joinTable.name, from: joinTable.joinColumn.name, to: joinTable.inverseJoinColumn.name };
}

export const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/** An instant as it is compared in the desk's own statements: SQLite keeps them as numbers. */
export const stored = (strapi: Core.Strapi, date: Date): Date | number =>
  strapi.db.dialect.client === 'sqlite' ? date.getTime() : date;

/**
 * Of the components of entries, in the table `alias`, those of this kind. Nearly all are: SQLite, which has no statistics, takes
 * Strapi's index on the kind all the same, and reads every illustration there is to find those of one photo. The `+` is
 * SQLite's own way to keep a condition from an index (sqlite.org/optoverview.html, "Disqualifying WHERE Clause Terms").
 */
export const componentIs = (strapi: Core.Strapi, alias: string, uid: string) =>
  strapi.db.connection.raw(`${strapi.db.dialect.client === 'sqlite' ? '+' : ''}?? = ?`, [
    `${alias}.component_type`,
    uid,
  ]);

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
