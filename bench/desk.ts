/**
 * What the pages of the rights desk take on a large newsroom: 1,000,000 articles, 300,000 photos, what is wrong with them,
 * and two million rows of what ran. Wanted: at most 200 ms each, on PostgreSQL.
 *
 *     NEWSWIRE_TEST_DATABASE=postgres npm run bench:desk
 *     npm run bench:desk -- 100000            SQLite, fewer articles
 */
import type { Core } from '@strapi/strapi';
import { INBOX_KINDS, type UsageQuery } from '../contracts/desk';
import { AGENCIES, POSTGRES, seedRows, SQLITE, type Dialect, type Run } from './graphql-rows';
import { usageReport } from '../server/desk/reports/usage';
import { databaseKind, inPlace, timed } from './place';

const RUNS = 15;
const DAY = 86_400_000;

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 1_000_000);
  const photos = Math.floor(count * 0.3);
  await inPlace(async ({ strapi }) => {
    const seconds = await timed(async () => {
      await seedRows(strapi, 0, count, { photos, isSearched: false });
      await seedDesk(strapi, count, photos);
    });
    console.log(`\n${databaseKind}: ${count} articles, ${photos} photos (written in ${seconds.toFixed(0)} s)`);
    for (const [name, ask] of Object.entries(questions(strapi))) {
      console.log(`${(await median(ask)).toFixed(1).padStart(8)} ms  ${name}`);
    }
  });
}

type Ask = () => Promise<unknown>;

function questions(strapi: Core.Strapi): Record<string, Ask> {
  const inbox = strapi.plugin('newswire').service('rights-inbox');
  const page = { page: 1, pageSize: 50 };
  const lists = INBOX_KINDS.flatMap((kind) => [
    [`inbox: ${kind}, photos`, () => inbox.list({ kind, type: 'photo', ...page })],
    [`inbox: ${kind}, articles`, () => inbox.list({ kind, type: 'article', ...page })],
    [`inbox: ${kind}, photos of an agency`, () => inbox.list({ kind, type: 'photo', agency: 'agency2', ...page })],
  ]) as [string, Ask][];
  const report = (asked: Omit<UsageQuery, 'page' | 'pageSize'>) => () => usageReport(strapi, { ...asked, ...page }); // prettier-ignore
  const month = { from: '2026-03-01', to: '2026-03-31' };
  return {
    'inbox: all counts, as in the widget': () => inbox.counts(),
    ...Object.fromEntries(lists),
    'usage: everything': report({}),
    'usage: an agency': report({ agency: 'agency2' }),
    'usage: an agency in a month': report({ agency: 'agency2', ...month }),
    'usage: photos of an agency in a month that ran and run no more': report({ agency: 'agency2', type: 'photo', live: 'ended', ...month }), // prettier-ignore
    'usage: all that is live': report({ live: 'live' }),
    'usage: what has ended of an agency of which nothing has': report({ agency: 'agency5', live: 'ended' }),
    'usage: the same in a month': report({ agency: 'agency5', live: 'ended', ...month }),
  };
}

async function median(ask: Ask): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push((await timed(ask)) * 1000);
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

/** What the desk's books hold of all this: every thirtieth photo and every fiftieth article has something wrong. */
async function seedDesk(strapi: Core.Strapi, count: number, photos: number): Promise<void> {
  const { connection } = strapi.db;
  const run: Run = (sql) => connection.raw(sql);
  const sql = strapi.db.dialect.client === 'sqlite' ? SQLITE : POSTGRES;
  await judge(run, sql);
  for (const kind of ['missing-credit', 'unknown-agency', 'conflict']) {
    for (const [type, wrong, step] of [
      ['photo', Math.floor(photos / 30), 30],
      ['article', Math.floor(count / 50), 50],
    ] as const) {
      const target = type === 'photo' ? `'photo' || i * ${step}` : `'story' || i * ${step}`;
      await run(`insert into newswire_rights_issues (document_id, key, kind, target_type, target_document_id, agency_document_id) ${sql.numbers(1, wrong)} select '${kind}${type}' || i, '${kind}${type}' || i, '${kind}', '${type}', ${target}, 'agency' || (1 + i % ${AGENCIES}) from n`); // prettier-ignore
    }
  }
  await runs(run, sql, count, photos);
  if (strapi.db.dialect.client === 'postgres') await run('analyze');
}

/** Some photos are killed, some have expired, some will in days. */
async function judge(run: Run, sql: Dialect): Promise<void> {
  const at = (milliseconds: number) => sql.time(String(milliseconds));
  const now = Date.now();
  await run(`update newswire_photos set blocked_by = 'killed', pub_status = 'canceled', servable_until = ${at(DAY)} where id % 300 = 7`); // prettier-ignore
  await run(`update newswire_photos set blocked_by = 'expired', expires = ${at(now - DAY)}, servable_until = ${at(DAY)} where id % 100 = 3`); // prettier-ignore
  await run(`update newswire_photos set servable_until = ${at(now + 3 * DAY)} where id % 50 = 1`);
  await run(`update newswire_articles set servable_until = ${at(now + 3 * DAY)} where id % 500 = 1`);
}

/** Each article ran, and one photo with it; every fourth runs no more, but of the fifth agency all do. */
async function runs(run: Run, sql: Dialect, count: number, photos: number): Promise<void> {
  const columns = 'document_id, open_key, article_document_id, article_title, item_type, item_document_id, item_title, agency_document_id, agency_name, credit_line, copyright_holder, started_at, ended_at'; // prettier-ignore
  const started = `(${Date.UTC(2026, 4, 14)} - 300000 * (${count} - i))`;
  const agency = `1 + i % ${AGENCIES}`;
  for (const [type, item] of [
    ['article', `'story' || i`],
    ['photo', `'photo' || (1 + i % ${photos})`],
  ] as const) {
    // prettier-ignore
    const isOver = 'i % 4 = 0 and i % 5 <> 4';
    const open = `case when ${isOver} then null else '${type}' || i end`;
    const ended = `case when ${isOver} then ${sql.time(`${started} + ${7 * DAY}`)} else null end`;
    await run(`insert into newswire_usages (${columns}) ${sql.numbers(1, count)} select '${type}' || i, ${open}, 'story' || i, 'Ferry ' || i, '${type}', ${item}, 'Quay', 'agency' || (${agency}), 'Agency ' || (${agency}), 'Marta Eikeland / Agency', 'Agency', ${sql.time(started)}, ${ended} from n`); // prettier-ignore
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
