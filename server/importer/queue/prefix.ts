import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import type { Entity } from '../../documents';

const KEY = 'plugin_newswire_queue';

/** The name of this database in a Redis that others use too. It is made once and kept in the database itself. */
export async function queuePrefix(strapi: Core.Strapi): Promise<string> {
  const known = await keptPrefix(strapi);
  if (known !== undefined) return known;
  const made = JSON.stringify(`newswire:${randomUUID()}`);
  await strapi.db.query('strapi::core-store').create({ data: { key: KEY, type: 'string', value: made } });
  // Two instances that start for the first time together make two; both take the older one.
  return (await keptPrefix(strapi)) ?? 'newswire';
}

async function keptPrefix(strapi: Core.Strapi): Promise<string | undefined> {
  const [row] = (await strapi.db
    .query('strapi::core-store')
    .findMany({ where: { key: KEY }, orderBy: { id: 'asc' }, limit: 1 })) as Entity[];
  return row ? String(JSON.parse(String(row['value']))) : undefined;
}
