import { begin, booked, expectExactlyOnce, finished, until } from '../support/faults';
import { preparedProcesses, type Processes } from '../support/processes';
import { startRedis, type TestRedis } from '../support/redis';
import { chance } from '../support/seed';
import { startStrapi, type TestStrapi } from '../support/strapi';

let redis: TestRedis;
let app: TestStrapi;
let processes: Processes;

beforeAll(async () => {
  redis = await startRedis();
  app = await startStrapi({ config: { redisUrl: redis.url, worker: false, leaseSeconds: 2, bulk: false } });
  processes = await preparedProcesses();
}, 180_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
  await redis.remove();
}, 60_000);

describe('Redis that is stopped and forgets everything during runs', () => {
  it('loses and doubles nothing, though a worker is killed too', async () => {
    const { next } = chance();
    const [first] = await processes.start(2, { worker: true });
    // Two are worked on, the third waits in Redis and is forgotten there.
    const loads = ['one', 'two', 'three'].map((about) => ({ about: `redis-${about}`, good: 300, broken: 20 }));
    const runs = [];
    for (const load of loads) runs.push(await begin(app, load));
    const items = 3 * 300;
    await until(async () => (await booked(app)) >= next() * 0.3 * items, 120, 10);
    await redis.stop();
    await new Promise((later) => setTimeout(later, next() * 3000));
    // Nothing was kept on disk: it comes back empty.
    await redis.start();
    await until(async () => (await booked(app)) >= (0.3 + next() * 0.3) * items, 120, 10);
    await redis.flush();
    await first?.kill();
    for (const [n, run] of runs.entries()) {
      const ended = await finished(app, run, 120);
      const load = loads[n];
      if (n === runs.length - 1 && load) await expectExactlyOnce(app, ended, load);
      else expect(ended.counts).toEqual({ created: 300, quarantined: 20 });
    }
  }, 420_000);
});
