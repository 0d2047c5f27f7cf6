import { begin, booked, expectExactlyOnce, finished, until, type Load } from '../support/faults';
import { preparedProcesses, type Processes } from '../support/processes';
import { chance } from '../support/seed';
import { sparesOf } from '../support/spares';
import { startStrapi, type TestStrapi } from '../support/strapi';

/** `NEWSWIRE_TEST_KILLS` makes fewer of them, for a first look. */
const KILLS = Number(process.env['NEWSWIRE_TEST_KILLS'] ?? 50);
/** Most of them while items go one by one; the others within the batches of the bulk writer. */
const IN_BULK = Math.floor(KILLS / 5);
const LEASE_SECONDS = 1;

let app: TestStrapi;
let processes: Processes;

beforeAll(async () => {
  app = await startStrapi({ config: { worker: false, leaseSeconds: LEASE_SECONDS } });
  processes = await preparedProcesses();
}, 120_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
}, 60_000);

/** Kills the worker each time that so many of the items have been booked, at chance, and a chance of a moment later. */
async function killing(load: Load, kills: number, config: Record<string, unknown>): Promise<void> {
  const { next } = chance();
  const spares = sparesOf(processes, kills + 1, config);
  const before = await booked(app);
  const run = await begin(app, load);
  const all = load.good + (load.broken ?? 0);
  const moments = Array.from({ length: kills }, () => ({ booked: next() * all * 0.95, laterMs: next() * 40 }));
  for (const moment of moments.sort((a, b) => a.booked - b.booked)) {
    const worker = await spares.next();
    await until(async () => (await booked(app)) - before >= moment.booked, 240, 10);
    await new Promise((later) => setTimeout(later, moment.laterMs));
    await worker.kill();
  }
  await spares.next();
  await expectExactlyOnce(app, await finished(app, run, 240), load);
}

describe('kill -9 of a worker at random moments of a run', () => {
  it(`${KILLS - IN_BULK} times, item by item: nothing is lost and nothing doubled`, async () => {
    const load = { about: 'killed', good: 1750, broken: 200, again: 50 };
    await killing(load, KILLS - IN_BULK, { bulk: false });
  }, 900_000);

  it(`${IN_BULK} times, in bulk and published: nothing is lost and nothing doubled`, async () => {
    const load = { about: 'killed-bulk', good: 1800, broken: 150, again: 50, publish: true };
    await killing(load, IN_BULK, { bulk: true });
  }, 600_000);
});
