import { UID } from '../../../contracts/uid';
import { preparedProcesses, type ImporterProcess, type Processes } from '../../support/processes';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { rss, wireServer, type WireServer } from '../../support/wire-server';

const ROUNDS = 4;
const FEEDS = 2;
const PER_ROUND = 4;

let app: TestStrapi;
let wire: WireServer;
let processes: Processes;
let instances: ImporterProcess[];

beforeAll(async () => {
  wire = await wireServer();
  app = await startStrapi({
    config: {
      fetch: { allowHosts: [wire.host] },
      feeds: { poll: false, leaseSeconds: 5 },
      photos: { fetch: false },
    },
  });
  processes = await preparedProcesses();
  instances = await processes.start(2);
}, 600_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
  await wire.stop();
}, 60_000);

const story = (feed: number, round: number, n: number) => ({
  id: `urn:poll:${feed}:${round}:${n}`,
  title: `Ferry ${feed}.${round}.${n} leaves`,
});

const feedsNow = () => app.strapi.db.query(UID.feed).findMany({ orderBy: { id: 'asc' } });
const makeAllDue = () =>
  app.strapi.db.query(UID.feed).updateMany({ where: {}, data: { dueAt: new Date(Date.now() - 1000).toISOString() } });

describe('two instances that poll the same feeds', () => {
  it('ask each feed once in each round, make one run of it, and import every item once', async () => {
    for (let feed = 0; feed < FEEDS; feed += 1) {
      await app.strapi
        .documents(UID.feed as 'plugin::upload.file')
        .create({ data: { name: `Wire ${feed}`, kind: 'http', location: `${wire.url}/${feed}.xml` } as object });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let feed = 0; feed < FEEDS; feed += 1) {
        // Each answer repeats the stories of the round before.
        const stories = [round - 1, round].flatMap((which) =>
          which < 0 ? [] : Array.from({ length: PER_ROUND }, (_, n) => story(feed, which, n)),
        );
        wire.serve(`/${feed}.xml`, rss(stories), { etag: `"${round}"` });
      }
      await makeAllDue();
      await Promise.all(instances.flatMap((one) => [one.call('feeds.tick'), one.call('feeds.tick')]));
    }
    expect(wire.asked.map(({ status }) => status)).toEqual(Array.from({ length: ROUNDS * FEEDS }, () => 200));
    const runs = await app.strapi.db.query(UID.importRun).findMany({ populate: { feed: true } });
    expect(runs).toHaveLength(ROUNDS * FEEDS);
    expect(new Set(runs.map((run) => run.feed?.name)).size).toBe(FEEDS);
    const articles = await app.strapi.db.query(UID.article).findMany({ select: ['uri'] });
    expect(articles).toHaveLength(ROUNDS * FEEDS * PER_ROUND);
    expect(new Set(articles.map(({ uri }) => uri)).size).toBe(ROUNDS * FEEDS * PER_ROUND);
    expect(runs.map((run) => run.state)).toEqual(runs.map(() => 'finished'));
    expect(await feedsNow()).toMatchObject(
      Array.from({ length: FEEDS }, () => ({ failures: 0, leaseUntil: null, owner: null })),
    );
  }, 300_000);

  it('take a feed over whose instance died in the middle of a poll', async () => {
    const [first] = await feedsNow();
    await makeAllDue();
    const lease = (ms: number) =>
      app.strapi.db.query(UID.feed).updateMany({
        where: { id: first.id },
        data: { owner: 'an instance that is gone', leaseUntil: new Date(Date.now() + ms).toISOString() },
      });
    await lease(60_000);
    const before = wire.asked.length;
    await instances[0]?.call('feeds.tick');
    expect(wire.asked.length - before).toBe(FEEDS - 1);
    await lease(-1);
    await instances[1]?.call('feeds.tick');
    expect(wire.asked.length - before).toBe(FEEDS);
  }, 60_000);
});
