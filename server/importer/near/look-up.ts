import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';

/** A print that has a band in common with the one that is looked up. */
export interface Found {
  article: string;
  simhash: string;
}

/**
 * A shingle that so many stories have is a form, not a story ("tickets are available at …"): it says nothing, and it is
 * what would make a look-up grow with the number of stories.
 */
const FORM = 12;

/** So many values are looked up in one statement; SQLite joins 500 selects at the most. */
const AT_ONCE = 100;

const row = z.object({ article: z.string(), simhash: z.string(), value: z.coerce.number() });

/**
 * The prints that have a band in common with each of these. One statement for a hundred values, each a look-up in the
 * band's index that ends after a few rows: its cost does not depend on how many prints there are.
 */
export async function lookUp(
  strapi: Core.Strapi,
  names: readonly string[],
  prints: readonly (readonly (number | null)[])[],
): Promise<Found[][]> {
  const found = prints.map(() => new Map<string, Found>());
  for (const [band, name] of names.entries()) {
    const values = [...new Set(prints.flatMap((bands) => bands[band] ?? []))];
    const byValue = new Map<number, Found[]>();
    for (let at = 0; at < values.length; at += AT_ONCE) {
      for (const { value, ...one } of await rowsWith(strapi, name, values.slice(at, at + AT_ONCE))) {
        byValue.set(value, [...(byValue.get(value) ?? []), one]);
      }
    }
    for (const [n, bands] of prints.entries()) {
      const same = byValue.get(bands[band] ?? NaN) ?? [];
      if (same.length < FORM) for (const one of same) found[n]?.set(one.article, one);
    }
  }
  return found.map((one) => [...one.values()]);
}

async function rowsWith(strapi: Core.Strapi, name: string, values: readonly number[]): Promise<z.infer<typeof row>[]> {
  const { tableName, attributes } = strapi.db.metadata.get(UID.storyPrint);
  const column = z.object({ columnName: z.string() }).parse(attributes[name]).columnName;
  const knex = strapi.db.connection;
  const some = values.map((value) =>
    knex
      .select('*')
      .from(
        knex(tableName)
          .select('article', 'simhash', { value: column })
          .where(column, value)
          .orderBy('id', 'desc')
          .limit(FORM)
          .as('one'),
      ),
  );
  const rows: unknown = await knex.unionAll(some);
  return z.array(row).parse(rows);
}
