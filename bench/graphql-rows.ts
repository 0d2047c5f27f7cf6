/**
 * Rows for `bench/graphql.ts`, written by the database itself: a million stories in minutes. Each has a draft beside it,
 * an agency, two of sixty sections, two photos with renditions; every twentieth has a comment.
 */
import type { Core } from '@strapi/strapi';
import { ALWAYS, NEVER } from '../server/rights/gate';

const SECTIONS = 60;
export const AGENCIES = 5;
const STEP = 50_000;
const WORDS = 5_000;
/** Ids of drafts lie beyond those of published rows. */
const DRAFTS = 20_000_000;
export const NEWEST = Date.UTC(2026, 4, 14);

/** The judgement that the gate writes beside every row: may be shown at any time. */
const servable = (sql: Dialect): string => [NEVER, ALWAYS].map((at) => sql.time(String(Date.parse(at)))).join(', ');

export type Run = (sql: string) => Promise<unknown>;

interface Seed {
  photos?: number;
  /** With the search index, which takes most of the time. */
  isSearched?: boolean;
}

export async function seedRows(
  strapi: Core.Strapi,
  from: number,
  to: number,
  { photos = 1_000, isSearched = true }: Seed = {},
): Promise<void> {
  const { connection } = strapi.db;
  const run: Run = (sql) => connection.raw(sql);
  const isSqlite = strapi.db.dialect.client === 'sqlite';
  const sql = isSqlite ? SQLITE : POSTGRES;
  if (from === 0) await seedAround(run, sql, photos);
  for (let first = from + 1; first <= to; first += STEP) {
    await seedStories(run, sql, { from: first, to: Math.min(first + STEP - 1, to), photos, isSearched });
  }
  // PostgreSQL does so by itself after a while; SQLite never does unless it is told.
  if (!isSqlite) await run('analyze');
}

export interface Dialect {
  numbers(from: number, to: number): string;
  time(milliseconds: string): string;
  json(text: string): string;
  truth: string;
  search(from: number, to: number): string[];
}

const word = (n: string): string => `'w' || ((${n}) % ${WORDS})`;
const HEADLINE = `'Ferry leaves quay ' || i || ' ' || ${word('i * 31')}`;
const BODY = Array.from({ length: 30 }, (_, n) => word(`i * ${37 + 2 * n} + ${n}`)).join(` || ' ' || `);
/** A story a minute, the newest last. */
const TIME = `(${NEWEST} - 60000 * (2000000 - i))`;

export const SQLITE: Dialect = {
  numbers: (from, to) => `with recursive n(i) as (select ${from} union all select i + 1 from n where i < ${to})`,
  time: (milliseconds) => milliseconds,
  json: (text) => `'${text}'`,
  truth: '1',
  search: (from, to) => [
    `insert into newswire_search_places (article_id, place) ${SQLITE.numbers(from, to)} select i, ((${TIME} / 1000) << 30) | i from n`,
    `insert into newswire_search (rowid, headline, abstract, body, topics) ${SQLITE.numbers(from, to)} select ((${TIME} / 1000) << 30) | i, lower(${HEADLINE}), '', ${BODY}, '' from n`,
  ],
};

export const POSTGRES: Dialect = {
  numbers: (from, to) => `with n(i) as (select generate_series(${from}::bigint, ${to}))`,
  time: (milliseconds) => `to_timestamp(${milliseconds} / 1000.0) at time zone 'UTC'`,
  json: (text) => `'${text}'::jsonb`,
  truth: 'true',
  search: (from, to) => [
    `insert into newswire_search (article_id, listed_at, words) ${POSTGRES.numbers(from, to)} select i, ${TIME}, to_tsvector('simple', lower(${HEADLINE}) || ' ' || ${BODY}) from n`,
  ],
};

const COLUMNS = 'id, document_id, headline, slug, body, pub_status, version_created, listed_at, created_at, updated_at, published_at, comments_open, servable_from, servable_until'; // prettier-ignore

async function seedAround(run: Run, sql: Dialect, photos: number): Promise<void> {
  const now = sql.time(String(NEWEST));
  await run(`insert into newswire_agencies (id, document_id, name, name_key, created_at) ${sql.numbers(1, AGENCIES)} select 1000 + i, 'agency' || i, 'Agency ' || i, 'agency ' || i, ${now} from n`); // prettier-ignore
  await run(`insert into newswire_categories (id, document_id, name, slug, name_key, created_at) ${sql.numbers(1, SECTIONS)} select 1000 + i, 'section' || i, 'Section ' || i, 'section-' || i, 'section ' || i, ${now} from n`); // prettier-ignore
  await run(`insert into files (id, document_id, name, hash, ext, mime, size, url, provider, formats, width, height, created_at) ${sql.numbers(1, photos)} select i, 'file' || i, 'quay-' || i || '.jpg', 'quay' || i, '.jpg', 'image/jpeg', 120, '/uploads/quay-' || i || '.jpg', 'local', ${sql.json('{"thumbnail":{"url":"/uploads/t.jpg","width":245},"large":{"url":"/uploads/l.jpg","width":1000}}')}, 3000, 2000, ${now} from n`); // prettier-ignore
  await run(`insert into newswire_photos (id, document_id, headline, caption, byline, credit_line, copyright_notice, pub_status, released, created_at, updated_at, servable_from, servable_until) ${sql.numbers(1, photos)} select i, 'photo' || i, 'Quay', 'The quay, seen from ' || i, 'Marta Eikeland', 'Marta Eikeland / Agency', 'Copyright 2026 Agency', 'usable', ${sql.truth}, ${now}, ${now}, ${servable(sql)} from n`); // prettier-ignore
  await run(`insert into files_related_mph (file_id, related_id, related_type, field, "order") ${sql.numbers(1, photos)} select i, i, 'plugin::newswire.photo', 'image', 1 from n`); // prettier-ignore
}

interface Some {
  from: number;
  to: number;
  photos: number;
  isSearched: boolean;
}

async function seedStories(run: Run, sql: Dialect, { from, to, photos, isSearched }: Some): Promise<void> {
  const numbers = sql.numbers(from, to);
  const time = sql.time(TIME);
  const story = (id: string, published: string) =>
    `insert into newswire_articles (${COLUMNS}) ${numbers} select ${id}, 'story' || i, ${HEADLINE}, 'ferry-' || i, '<p>' || ${BODY} || '</p>', 'usable', ${time}, ${time}, ${time}, ${time}, ${published}, ${sql.truth}, ${servable(sql)} from n`;
  await run(story('i', time));
  await run(story(`${DRAFTS} + i`, 'null'));
  await run(`insert into newswire_articles_agency_lnk (article_id, agency_id) ${numbers} select i, 1001 + i % ${AGENCIES} from n`); // prettier-ignore
  for (const [place, step] of [
    [1, 1],
    [2, 7],
  ] as const) {
    await run(`insert into newswire_articles_categories_lnk (article_id, category_id, category_ord, article_ord) ${numbers} select i, 1001 + (i * ${step} + ${place}) % ${SECTIONS}, ${place}, i from n`); // prettier-ignore
    await run(`insert into components_newswire_illustrations (id, caption) ${numbers} select i * 2 + ${place - 1}, 'Seen in story ' || i from n`); // prettier-ignore
    await run(`insert into newswire_articles_cmps (entity_id, cmp_id, component_type, field, "order") ${numbers} select i, i * 2 + ${place - 1}, 'newswire.illustration', 'photos', ${place} from n`); // prettier-ignore
    await run(`insert into components_newswire_illustrations_photo_lnk (illustration_id, photo_id) ${numbers} select i * 2 + ${place - 1}, 1 + (i * ${step}) % ${photos} from n`); // prettier-ignore
  }
  await run(`insert into newswire_comments (id, document_id, author_name, text, moderation_status, posted_at, created_at) ${numbers} select i, 'comment' || i, 'Ada', 'Well said', 'approved', ${time}, ${time} from n where i % 20 = 0`); // prettier-ignore
  await run(`insert into newswire_comments_article_lnk (comment_id, article_id) ${numbers} select i, i from n where i % 20 = 0`); // prettier-ignore
  if (isSearched) for (const one of sql.search(from, to)) await run(one);
}
