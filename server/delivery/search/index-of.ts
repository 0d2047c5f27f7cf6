import type { Core } from '@strapi/strapi';
import { mysql } from './mysql';
import { postgres } from './postgres';
import { sqlite } from './sqlite';
import type { SearchStore } from './store';

const STORES: Record<string, SearchStore> = { sqlite, postgres, mysql };

/** The search index of the database that this Strapi runs on. */
export function searchStore(strapi: Core.Strapi): SearchStore {
  const { client } = strapi.db.dialect;
  const store = STORES[client];
  if (!store) throw new Error(`Newswire searches SQLite, PostgreSQL, MySQL and MariaDB, not ${client}.`);
  return store;
}
