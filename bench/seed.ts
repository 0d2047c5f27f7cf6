/**
 * Fills a database with stories, with the bulk writer itself, and keeps it for other benchmarks. Begun again with the
 * same count, it goes on where it stopped.
 *
 *     npm run bench:seed -- 1000000 /tmp/newswire-million                                       SQLite: a folder
 *     NEWSWIRE_TEST_DATABASE=postgres npm run bench:seed -- 1000000 newswire_million            a database of the server
 */
import type { Core } from '@strapi/strapi';
import { UID } from '../contracts/uid';
import { documentsOf } from '../server/documents';
import { importBatch, type BulkRun } from '../server/importer/bulk/batch';
import { uriKeyOf } from '../server/importer/identity';
import type { ItemJob } from '../server/importer/item';
import { endRun, openRun, type OpenRun } from '../server/importer/runs';
import { applyDecisions } from '../server/importer/decisions';
import type { WireItem } from '../server/wire/item';
import { databaseKind, inPlace } from './place';
import { isKilled, SEED_CATEGORIES, seedItem, seedKill, seedTime, seedUri } from './seed-items';

const BATCH = 500;
/** A run for so many stories. */
const RUN = 10_000;

async function seed(strapi: Core.Strapi, count: number): Promise<void> {
  // A kept database is filled by whoever is there, not by a person.
  await strapi.db
    .query(UID.category)
    .findOne({ where: { name: SEED_CATEGORIES[0] } })
    .then(async (found) => {
      if (found) return;
      for (const name of SEED_CATEGORIES) await documentsOf(strapi, UID.category).create({ data: { name } });
    });
  const start = await firstMissing(strapi, count);
  const began = performance.now();
  let run: OpenRun | undefined;
  let places: BulkRun['places'] = new Map();
  for (let from = start; from < count; from += BATCH) {
    if (!run || from % RUN === 0) {
      if (run) await endRun(strapi, run, 'finished');
      // A server without autovacuum goes on planning for the empty tables of the start, and reads them whole.
      if (databaseKind === 'postgres') await strapi.db.connection.raw('analyze');
      run = await open(strapi, Math.min(RUN, count - from));
      const kept = places.get('plugin::newswire.article#categories');
      places = new Map(kept ? [['plugin::newswire.article#categories', kept]] : []);
    }
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => from + n);
    await write(
      strapi,
      run,
      numbers.map((n) => seedItem(n, count)),
      { places, now: () => seedTime(from, count) },
    );
    const kills = numbers.filter(isKilled).map((n) => seedKill(n, count));
    if (kills.length > 0) await write(strapi, run, kills, { places });
    report(from + BATCH, count, (from + BATCH - start) / ((performance.now() - began) / 1000));
  }
  if (run) await endRun(strapi, run, 'finished');
}

/** Batches are written in order, each entirely: the first number that is missing is where to go on. */
async function firstMissing(strapi: Core.Strapi, count: number): Promise<number> {
  let [known, missing] = [0, Math.ceil(count / BATCH)];
  while (known < missing) {
    const middle = Math.floor((known + missing) / 2);
    const uriKey = uriKeyOf(seedUri(middle * BATCH));
    if (await strapi.db.query(UID.wireItem).findOne({ select: ['id'], where: { uriKey } })) known = middle + 1;
    else missing = middle;
  }
  return known * BATCH;
}

async function open(strapi: Core.Strapi, total: number): Promise<OpenRun> {
  const options = { publish: true, decisions: [] };
  const run = await openRun(strapi, { origin: 'cli', total, options, creator: (data) => data }, OWNER);
  await strapi.db
    .query(UID.importRun)
    .update({ where: { id: run.id }, data: { done: total, counts: { created: total } } });
  return run;
}

const OWNER = { owner: 'seed', leaseSeconds: 3600 };

async function write(strapi: Core.Strapi, run: OpenRun, items: readonly WireItem[], bulk: BulkRun): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(items.map(({ uri, headline }) => ({ uri, headline }))));
  const entries = items.map((item) => ({ item, provenance: {}, format: 'ninjs', input: 0, imageFiles: [] }));
  const batch = { inputs: [{ name: 'seed.json', bytes, format: 'ninjs', warnings: [] }], entries, pictures: [] };
  const jobs = applyDecisions(batch, []).map((wanted): ItemJob => ({
    ...wanted,
    batch,
    run,
    publish: true,
    user: undefined,
    creator: (data) => data,
  }));
  const results = await importBatch(strapi, jobs, bulk);
  const bad = results.find(({ outcome }) => outcome === 'quarantined');
  if (bad) throw new Error(`A story was refused: ${JSON.stringify(bad.error)}`);
}

function report(done: number, count: number, speed: number): void {
  if (done % RUN !== 0 && done < count) return;
  const left = Math.round((count - done) / speed / 60);
  process.stdout.write(`${Math.min(done, count)} of ${count}, ${Math.round(speed)} stories/s, ${left} minutes left\n`);
}

function tell(database: string): void {
  const playground =
    databaseKind === 'sqlite'
      ? `PLAYGROUND_DATA=${database}`
      : `DATABASE_CLIENT=${databaseKind === 'mariadb' ? 'mysql' : 'postgres'} DATABASE_NAME=${database} DATABASE_USERNAME=…`;
  process.stdout.write(`
Benchmarks run on it with:  NEWSWIRE_TEST_DATABASE=${databaseKind} NEWSWIRE_BENCH_DATABASE=${database}
The playground with:        ${playground}
`);
}

const [count = '', database] = process.argv.slice(2);
if (!/^\d{1,9}$/.test(count)) throw new Error('npm run bench:seed -- COUNT [DATABASE]');
const kept = database ?? (databaseKind === 'sqlite' ? '.tmp/seed' : 'newswire_seed');
void inPlace(({ strapi }) => seed(strapi, Number(count)), kept).then(() => tell(kept));
