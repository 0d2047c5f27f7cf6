import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { preparedProcesses, type ImporterProcess, type Processes } from '../../support/processes';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

const PROCESSES = 8;
/** Enough for the bulk writer. */
const IN_BULK = 60;
const OPTIONS = { origin: 'cli', publish: true, decisions: [] };

let app: TestStrapi;
let processes: Processes;
let importers: ImporterProcess[];

beforeAll(async () => {
  app = await startStrapi();
  processes = await preparedProcesses();
  importers = await processes.start(PROCESSES);
}, 600_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
}, 60_000);

async function importIn(importer: ImporterProcess, items: readonly Ninjs[]): Promise<RunResponse['data']> {
  const { data } = (await importer.call('import', items.map(ninjs), OPTIONS)) as RunResponse;
  return data;
}

/** The outcomes of all runs, summed. */
function sum(runs: readonly RunResponse['data'][]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const run of runs) {
    for (const [outcome, count] of Object.entries(run.counts)) counts[outcome] = (counts[outcome] ?? 0) + count;
  }
  return counts;
}

/** The same order for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((one, n) => ({ one, at: Math.sin(seed * 7919 + n * 104_729) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

const rowsOf = (uid: string, where: object = {}) =>
  app.strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } });

describe(`${PROCESSES} processes that are given the same items at the same time`, () => {
  it('make each article, photo and category once', async () => {
    const items = Array.from({ length: 20 }, (_, n): Ninjs => ({
      uri: `urn:varnhaven:${n}`,
      headline: `Ferry ${n} leaves on time`,
      // Two stories share a photo.
      associations: { main: { uri: `urn:varnhaven:photo:${n >> 1}`, type: 'picture', headline: 'Ferry' } },
    }));
    const runs = await Promise.all(importers.map((importer, n) => importIn(importer, shuffled(items, n))));
    expect(sum(runs)).toEqual({ created: 20, skipped: 20 * (PROCESSES - 1) });
    const articles = await rowsOf(UID.article);
    expect(articles.filter((one) => one.publishedAt === null)).toHaveLength(20);
    expect(articles.filter((one) => one.publishedAt !== null)).toHaveLength(20);
    expect(new Set(articles.map((one) => one.uri)).size).toBe(20);
    expect(await rowsOf(UID.photo)).toHaveLength(10);
    expect((await rowsOf(UID.category)).map((one) => one.name).sort()).toEqual(['Harbour', 'Shipping']);
    expect(await rowsOf(UID.wireItem)).toHaveLength(20);
  }, 300_000);

  it('make each article and photo once when they write in bulk', async () => {
    const items = Array.from({ length: IN_BULK }, (_, n): Ninjs => ({
      uri: `urn:varnhaven:bulk:${n}`,
      headline: `Tug ${n} comes in`,
      service: [{ name: `Section ${n % 4}` }],
      associations: { main: { uri: `urn:varnhaven:bulk:photo:${n}`, type: 'picture', headline: 'Tug' } },
    }));
    const runs = await Promise.all(importers.map((importer, n) => importIn(importer, shuffled(items, n))));
    expect(sum(runs)).toEqual({ created: IN_BULK, skipped: IN_BULK * (PROCESSES - 1) });
    const where = { uri: { $startsWith: 'urn:varnhaven:bulk:' } };
    const rows = await rowsOf(UID.article, where);
    expect(rows.filter((one) => one.publishedAt === null)).toHaveLength(IN_BULK);
    expect(rows.filter((one) => one.publishedAt !== null)).toHaveLength(IN_BULK);
    expect(await rowsOf(UID.photo, where)).toHaveLength(IN_BULK);
    expect(await rowsOf(UID.wireItem, where)).toHaveLength(IN_BULK);
    expect(await rowsOf(UID.category, { name: { $startsWith: 'Section' } })).toHaveLength(4);
  }, 300_000);

  it('end with the newest version, in whatever order the versions come', async () => {
    const versions = Array.from({ length: 24 }, (_, n): Ninjs => ({
      uri: `urn:varnhaven:version:${n % 6}`,
      version: String(1 + Math.floor(n / 6)),
      headline: `Story ${n % 6}, version ${1 + Math.floor(n / 6)}`,
    }));
    const runs = await Promise.all(importers.map((importer, n) => importIn(importer, shuffled(versions, n))));
    expect(sum(runs)['quarantined']).toBeUndefined();
    for (let n = 0; n < 6; n += 1) {
      const rows = await rowsOf(UID.article, { uri: `urn:varnhaven:version:${n}` });
      expect(rows.map((row) => [row.headline, row.version, row.publishedAt === null])).toEqual(
        expect.arrayContaining([
          [`Story ${n}, version 4`, '4', true],
          [`Story ${n}, version 4`, '4', false],
        ]),
      );
      expect(rows).toHaveLength(2);
    }
  }, 300_000);

  it('leave nothing published that was killed, whether the kill comes first or last', async () => {
    const items = Array.from({ length: 6 }, (_, n): Ninjs[] => [
      { uri: `urn:varnhaven:killed:${n}`, version: '1', headline: `Rumour ${n}` },
      { uri: `urn:varnhaven:killed:${n}`, version: '2', headline: `Kill of rumour ${n}`, pubstatus: 'canceled' },
    ]).flat();
    const runs = await Promise.all(importers.map((importer, n) => importIn(importer, shuffled(items, n))));
    expect(sum(runs)['quarantined']).toBeUndefined();
    const rows = await rowsOf(UID.article, { uri: { $contains: ':killed:' } });
    expect(rows.filter((row) => row.publishedAt !== null)).toEqual([]);
    expect(rows.map((row) => row.pubStatus).filter((status) => status !== 'canceled')).toEqual([]);
    expect(new Set(rows.map((row) => row.uri)).size).toBe(rows.length);
  }, 300_000);
});

describe('an item that was quarantined', () => {
  const item: Ninjs = { uri: 'urn:varnhaven:refused', headline: 'Crane refuses to turn' };
  const fail = () => {
    throw new Error('No space left on the device');
  };

  it('is written when it comes again', async () => {
    const importer = app.strapi.plugin('newswire').service('importer');
    const unsubscribe = app.strapi.db.lifecycles.subscribe({ models: [UID.article], beforeCreate: fail });
    const refused = (await importer.import([ninjs(item)], OPTIONS)) as RunResponse;
    unsubscribe();
    expect(refused.data).toMatchObject({ counts: { quarantined: 1 }, items: [{ error: { code: 'not-written' } }] });
    expect(await rowsOf(UID.article, { uri: item.uri })).toEqual([]);
    const again = (await importer.import([ninjs(item)], OPTIONS)) as RunResponse;
    expect(again.data.counts).toEqual({ created: 1 });
    expect(await rowsOf(UID.wireItem, { uri: item.uri })).toMatchObject([{ outcome: 'created', error: null }]);
  });
});
