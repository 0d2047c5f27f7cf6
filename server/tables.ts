import type { Core } from '@strapi/strapi';
import { z } from 'zod';

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

/** An instant as it is compared in statements of the plugin's own: SQLite keeps them as numbers. */
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
