import { postgresAt } from '../support/database';
import { begin, booked, expectExactlyOnce, finished, until } from '../support/faults';
import { startPostgres, type TestPostgres } from '../support/postgres';
import { preparedProcesses, type Processes } from '../support/processes';
import { chance } from '../support/seed';
import { startStrapi, type TestStrapi } from '../support/strapi';

const CRASHES = 3;

let postgres: TestPostgres;
let app: TestStrapi;
let processes: Processes;

beforeAll(async () => {
  postgres = await startPostgres();
  const config = { worker: false, leaseSeconds: 2 };
  app = await startStrapi({ config, database: () => postgresAt(postgres.address) });
  processes = await preparedProcesses();
}, 180_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
  await postgres.remove();
}, 60_000);

describe('PostgreSQL that crashes and starts again during a run', () => {
  it.each([
    { how: 'item by item', load: { about: 'restarted', good: 500, broken: 50 }, config: { bulk: false } },
    {
      how: 'in bulk',
      load: { about: 'restarted-bulk', good: 1800, broken: 50, publish: true },
      config: { bulk: true },
    },
  ])(
    'loses and doubles nothing, $how',
    async ({ load, config }) => {
      const { next } = chance();
      const before = await booked(app);
      const [worker] = await processes.start(1, { ...config, worker: true });
      const run = await begin(app, load);
      const moments = Array.from({ length: CRASHES }, () => next() * load.good * 0.9).sort((a, b) => a - b);
      for (const moment of moments) {
        await until(async () => (await booked(app)) - before >= moment, 180, 5);
        await postgres.crash();
        await new Promise((later) => setTimeout(later, next() * 2000));
        await postgres.start();
      }
      await expectExactlyOnce(app, await finished(app, run, 120), load);
      await worker?.kill();
    },
    300_000,
  );
});
