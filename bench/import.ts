/**
 * How fast stories get from files on disk to committed rows, as ratios in one run: beside a loop of
 * `documents().create({ status: 'published' })` that writes the same rows, and beside a raw batch insert of the same rows
 * into the same tables, which no writer can beat. Each story has two categories and one photo.
 *
 *     npm run bench:import             SQLite
 *     NEWSWIRE_TEST_DATABASE=postgres npm run bench:import -- 5000
 */
import type { Core } from '@strapi/strapi';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf } from '../bin/files';
import { documentOf } from '../server/delivery/search/document';
import { searchStore } from '../server/delivery/search/index-of';
import { ninjs } from '../tests/support/wire';
import { databaseKind, inPlace, timed } from './place';
import { markup, stories } from './stories';

/** The Document Service is measured on fewer stories: it takes a hundred times as long. */
const LOOP = 150;
const WARM_LOOP = 20;
const ROUNDS = 3;
const INPUTS_AT_ONCE = 1000;

interface Result {
  name: string;
  stories: number;
  seconds: number;
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 3000);
  await inPlace(async ({ strapi, folder }) => print(await measure(strapi, join(folder, 'wire'), count)));
}

/** Import and loop by turns: what else the machine does, and what it does to its clock, falls on both. */
async function measure(strapi: Core.Strapi, folder: string, count: number): Promise<Result[]> {
  await writeStories(folder, 'warm', 200);
  await importFolder(strapi, folder, 'warm');
  await loopOf(strapi, 'warm', WARM_LOOP);
  const rounds = Array.from({ length: ROUNDS }, (_, n) => `round-${n}`);
  let [importing, again, loop] = [0, 0, 0];
  for (const round of rounds) {
    await writeStories(folder, round, count / ROUNDS);
    importing += await timed(() => importFolder(strapi, folder, round));
    loop += await timed(() => loopOf(strapi, round, LOOP / ROUNDS));
  }
  for (const round of rounds) again += await timed(() => importFolder(strapi, folder, round));
  const raw = await rawInsert(strapi);
  return [
    { name: 'import, from files to committed rows', stories: count, seconds: importing },
    { name: 'the same again, all known', stories: count, seconds: again },
    { name: "loop of documents().create('published')", stories: LOOP, seconds: loop },
    { name: 'raw batch insert of the same rows', ...raw },
  ];
}

async function writeStories(folder: string, about: string, count: number): Promise<void> {
  await mkdir(join(folder, about), { recursive: true });
  for (const [n, story] of stories(count).entries()) {
    const photo = { uri: `urn:${about}:photo:${n}`, type: 'picture', description_text: story.photo.caption };
    const { bytes } = ninjs({
      uri: `urn:${about}:${n}`,
      headline: `${story.headline} (${about} ${n})`,
      body_html: markup(story),
      associations: { main: { ...photo, byline: story.photo.byline } },
    });
    await writeFile(join(folder, about, `${String(n).padStart(7, '0')}.json`), bytes);
  }
}

async function importFolder(strapi: Core.Strapi, folder: string, about: string): Promise<void> {
  const names = (await readdir(join(folder, about))).sort();
  for (let at = 0; at < names.length; at += INPUTS_AT_ONCE) {
    const some = names.slice(at, at + INPUTS_AT_ONCE);
    const read = await bytesOf(some.map((name) => join(folder, about, name)));
    const inputs = read.map((bytes, n) => ({ name: some[n] ?? '', bytes }));
    const importer = strapi.plugin('newswire').service('importer');
    const { data } = await importer.import(inputs, { origin: 'cli', publish: true, decisions: [] });
    if (data.counts.quarantined) throw new Error(`Quarantined: ${JSON.stringify(data.items[0])}`);
  }
}

/** What an importer without a bulk writer does, story by story. */
async function loopOf(strapi: Core.Strapi, about: string, count: number): Promise<void> {
  const categories = (await strapi.db.query('plugin::newswire.category').findMany({ limit: 2 })) as Row[];
  const documents = (name: string) => strapi.documents(`plugin::newswire.${name}` as 'plugin::upload.file');
  for (const [n, story] of stories(count).entries()) {
    const { caption, byline } = story.photo;
    const photo = await documents('photo').create({
      data: { caption, byline, uri: `urn:loop:${about}:photo:${n}` } as never,
    });
    const data = {
      headline: `${story.headline} (loop ${about} ${n})`,
      body: markup(story),
      uri: `urn:loop:${about}:${n}`,
      version: '1',
      copyrightNotice: '© 2026 AFP',
      categories: categories.map((category) => category['document_id'] ?? category['documentId']),
      photos: [{ photo: photo.documentId, caption: null }],
    };
    await documents('article').create({ data: data as never, status: 'published' });
  }
}

type Row = Record<string, unknown>;

/** Tables that the import has written, each before those that refer to it. */
const TABLES = [
  'newswire_wire_items', 'newswire_wire_items_run_lnk', 'newswire_photos', 'newswire_rights_events', 'newswire_articles',
  'newswire_articles_categories_lnk', 'newswire_articles_agency_lnk', 'components_newswire_illustrations',
  'newswire_articles_cmps', 'components_newswire_illustrations_photo_lnk', 'newswire_usages', 'newswire_rights_issues',
]; // prettier-ignore

/** Tables that others refer to are some rows ahead: what was written one by one stands elsewhere in the order of the links. */
const LEADING = new Set([
  'newswire_wire_items',
  'newswire_photos',
  'newswire_articles',
  'components_newswire_illustrations',
]);
const LEAD = 300;

/** Columns that must differ from the rows that are copied. */
const UNIQUE = new Set(['document_id', 'key', 'claim', 'uri_key', 'slug', 'open_key']);
const SHIFT = 10_000_000;
const SHIFTED = new Set([
  'id', 'article_id', 'photo_id', 'wire_item_id', 'illustration_id', 'entity_id', 'cmp_id',
]); // prettier-ignore

/**
 * Copies every row with knex alone, 200 stories a transaction, as somebody would who knows the tables by heart. The words
 * of the full text are prepared before; who writes them to the index can only hand them to the database.
 */
async function rawInsert(strapi: Core.Strapi): Promise<{ stories: number; seconds: number }> {
  const knex = strapi.db.connection;
  const copies = new Map<string, Row[]>();
  for (const table of TABLES) {
    const rows = (await knex(table).select('*').orderBy('id')) as Row[];
    copies.set(table, rows.map(shifted));
  }
  const published = (await strapi.db.query('plugin::newswire.article').findMany({ where: { publishedAt: { $notNull: true } } })) as Row[]; // prettier-ignore
  const words = published.map((row) => ({ ...documentOf(row, new Date()), id: Number(row['id']) + SHIFT }));
  const stories = copies.get('newswire_wire_items')?.length ?? 0;
  const steps = Math.ceil(stories / 200);
  const seconds = await timed(async () => {
    for (let step = 0; step < steps; step += 1) {
      await knex.transaction(async (trx) => {
        for (const table of TABLES) {
          const rows = copies.get(table) ?? [];
          const size = Math.ceil(rows.length / steps);
          const lead = LEADING.has(table) ? LEAD : 0;
          const some = rows.slice(step === 0 ? 0 : step * size + lead, (step + 1) * size + lead);
          for (let at = 0; at < some.length; at += 500) await trx(table).insert(some.slice(at, at + 500));
        }
        const size = Math.ceil(words.length / steps);
        await searchStore(strapi).put(trx, words.slice(step * size, (step + 1) * size));
      });
    }
  });
  return { stories, seconds };
}

function shifted(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value === null) return [column, value];
      if (SHIFTED.has(column)) return [column, Number(value) + SHIFT];
      if (UNIQUE.has(column)) return [column, `x${String(value)}`];
      return [column, typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value];
    }),
  );
}

function print(results: readonly Result[]): void {
  const [first] = results;
  const speed = ({ stories: count, seconds }: Result) => count / seconds;
  process.stdout.write(`${databaseKind}\n`);
  for (const result of results) {
    const ratio = first ? speed(first) / speed(result) : 1;
    const cells = [
      `${result.stories}`,
      `${result.seconds.toFixed(2)} s`,
      `${Math.round(speed(result))}/s`,
      `${ratio.toFixed(2)}×`,
    ];
    process.stdout.write(`${result.name.padEnd(44)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);
  }
}

void main();
