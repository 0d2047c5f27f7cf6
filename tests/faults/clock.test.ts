import { join } from 'node:path';
import type { RunResponse } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { begin, booked, expectExactlyOnce, finished, until } from '../support/faults';
import { preparedProcesses, type Processes } from '../support/processes';
import { startStrapi, type TestStrapi } from '../support/strapi';
import { ninjs } from '../support/wire';

const HOW = { isStandby: true, preload: join(__dirname, '../support/shifted-clock.js') };

let app: TestStrapi;
let processes: Processes;

beforeAll(async () => {
  app = await startStrapi({ config: { worker: false, leaseSeconds: 2, bulk: false } });
  processes = await preparedProcesses();
}, 120_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
}, 60_000);

describe('a clock that goes back by an hour', () => {
  it('during a run, whose worker is killed then: another takes it over, nothing is lost and nothing doubled', async () => {
    const [first, second] = await processes.start(2, {}, HOW);
    if (!first || !second) throw new Error('Two processes are needed.');
    const load = { about: 'clock', good: 300, broken: 10, again: 10 };
    await first.call('startRunner');
    const run = await begin(app, load);
    await until(async () => (await booked(app)) > 40, 60, 10);
    process.kill(first.pid, 'SIGUSR2');
    await until(async () => (await booked(app)) > 100, 60, 10);
    // The last lease was given by a clock that was right: to the others, it ends in an hour.
    const future = new Date(Date.now() + 3_600_000).toISOString();
    await first.kill();
    await app.strapi.db
      .query(UID.importRun)
      .updateMany({ where: { documentId: run.documentId }, data: { leaseUntil: future } });
    process.kill(second.pid, 'SIGUSR2');
    await second.call('startRunner');
    await expectExactlyOnce(app, await finished(app, run, 120), load);
  }, 300_000);

  it('between two versions: the next one is still compared with the last', async () => {
    const [importer] = await processes.start(1, {}, HOW);
    const bring = async (version: number, headline: string): Promise<unknown> => {
      const inputs = [ninjs({ uri: 'urn:turned:1', version: String(version), headline })];
      const options = { origin: 'cli', publish: false, decisions: [] };
      return ((await importer?.call('import', inputs, options)) as RunResponse).data.counts;
    };
    await bring(1, 'First');
    process.kill(importer?.pid ?? 0, 'SIGUSR2');
    await new Promise((later) => setTimeout(later, 500));
    expect(await bring(2, 'Second')).toEqual({ updated: 1 });
    expect(await bring(3, 'Third')).toEqual({ updated: 1 });
    expect(await bring(2, 'Second')).toEqual({ skipped: 1 });
    const rows = await app.strapi.db.query(UID.article).findMany({ where: { uri: 'urn:turned:1' } });
    expect(rows.map((row) => [row.headline, row.version])).toEqual([['Third', '3']]);
  }, 120_000);
});
