import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { preparedProcesses, type ImporterProcess, type Processes } from '../../support/processes';
import { startRedis, type TestRedis } from '../../support/redis';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { ninjs } from '../../support/wire';

let app: TestStrapi;
let redis: TestRedis;
let processes: Processes;
let workers: ImporterProcess[];

beforeAll(async () => {
  redis = await startRedis();
  // This instance answers editors and leaves the work to others.
  app = await startStrapi({ config: { redisUrl: redis.url, worker: false, leaseSeconds: 2, bulk: false } });
  processes = await preparedProcesses();
}, 120_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
  await redis.remove();
});

const importer = () => app.strapi.plugin('newswire').service('importer');

async function begin(about: string, count: number): Promise<RunResponse['data']> {
  const items = Array.from({ length: count }, (_, n) => ninjs({ uri: `urn:${about}:${n}`, headline: `${about} ${n}` }));
  const input = { name: 'feed.json', bytes: Buffer.from(`[${items.map(({ bytes }) => bytes.toString()).join(',')}]`) };
  const answer: RunResponse = await importer().start([input], { origin: 'push', publish: false, decisions: [] });
  return answer.data;
}

const find = async ({ documentId }: { documentId: string }): Promise<RunResponse['data']> =>
  (await importer().findRun(documentId)).data;

async function finished(run: { documentId: string }): Promise<RunResponse['data']> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const now = await find(run);
    if (now.state === 'finished') return now;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`The run is ${(await find(run)).state} at ${(await find(run)).done}.`);
}

const articles = (about: string): Promise<number> =>
  app.strapi.db.query(UID.article).count({ where: { uri: { $startsWith: `urn:${about}:` } } });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error('It did not come true in time.');
}

describe('imports with redisUrl', () => {
  it('wait while no instance works on them, and are worked on by one that comes', async () => {
    const run = await begin('waits', 30);
    expect(run).toMatchObject({ total: 30, done: 0 });
    await until(async () => (await redis.keys()).some((key) => key.endsWith(run.documentId)));
    await new Promise((later) => setTimeout(later, 1500));
    expect((await find(run)).done).toBe(0);
    workers = await processes.start(2, { worker: true });
    expect(await finished(run)).toMatchObject({ done: 30, counts: { created: 30 } });
    expect(await articles('waits')).toBe(30);
  }, 120_000);

  it('leave nothing in Redis when they have ended', async () => {
    const run = await begin('tidy', 25);
    await finished(run);
    await until(async () => !(await redis.keys()).some((key) => key.endsWith(run.documentId)));
  });

  it('go on in another instance when the one that works on them is killed', async () => {
    const run = await begin('killed', 200);
    await until(async () => (await articles('killed')) > 10);
    const { owner } = await app.strapi.db.query(UID.importRun).findOne({ where: { documentId: run.documentId } });
    await workers.find(({ pid }) => owner.split('/').includes(String(pid)))?.kill();
    expect(await finished(run)).toMatchObject({ done: 200, counts: { created: 200 } });
    expect(await articles('killed')).toBe(200);
  }, 90_000);

  it('lose nothing when Redis forgets them', async () => {
    const runs = [await begin('flushed', 60), await begin('flushed-too', 60), await begin('flushed-three', 60)];
    await redis.flush();
    for (const run of runs) expect((await finished(run)).counts).toEqual({ created: 60 });
    expect(await articles('flushed')).toBe(60);
  }, 90_000);

  it('are begun while Redis is away, and told to it when it is back', async () => {
    await redis.stop();
    const run = await begin('away', 30);
    // Begun as soon as a worker has asked the database, which may be before the answer.
    expect(run).toMatchObject({ state: expect.stringMatching(/^(pending|running)$/) as string, total: 30 });
    await redis.start();
    expect((await finished(run)).counts).toEqual({ created: 30 });
  }, 90_000);

  it('never show the password of Redis', async () => {
    const said: string[] = [];
    const { log } = app.strapi;
    const before = { warn: log.warn, debug: log.debug, error: log.error };
    const listen = (message: unknown) => void said.push(String(message));
    Object.assign(log, { warn: listen, debug: listen, error: listen });
    try {
      await redis.stop();
      await begin('silent', 30);
      await until(() => Promise.resolve(said.length > 0));
    } finally {
      Object.assign(log, before);
      await redis.start();
    }
    expect(said.join('\n')).toContain('wait in the database');
    expect(said.join('\n')).not.toContain(redis.password);
    expect(said.join('\n')).not.toContain(encodeURIComponent(redis.password));
  });
});
