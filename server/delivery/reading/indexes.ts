import type { Core } from '@strapi/strapi';

/**
 * Strapi lists the newest with the lowest id first among equals (`version_created desc, id asc`), which no index of a
 * content type's schema can follow: its columns all go one way. Without these, SQLite reads and sorts every article for a
 * front page. Strapi drops what it does not know when a content type changes, so they are made at every start.
 */
const NEWEST: Record<string, string> = {
  newswire_search_version_created: 'version_created desc, id asc',
  newswire_search_published_at: 'published_at desc, id asc',
};

/** MySQL and MariaDB know how common each value is, and need no help. */
const HELPED = new Set(['sqlite', 'postgres']);

export async function keepIndexes(strapi: Core.Strapi): Promise<void> {
  if (!HELPED.has(strapi.db.dialect.client)) return;
  for (const [name, columns] of Object.entries(NEWEST)) {
    await strapi.db.connection.raw(`create index if not exists ${name} on newswire_articles (${columns})`);
  }
}
