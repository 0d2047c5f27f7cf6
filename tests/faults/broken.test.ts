import { UID } from '../../contracts/uid';
import { begin, expectExactlyOnce, finished } from '../support/faults';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;

beforeAll(async () => {
  app = await startStrapi();
});
afterAll(() => app.stop());

describe('a run of 10,000 items of which every tenth is broken', () => {
  it('imports the others, and keeps the broken ones', async () => {
    const load = { about: 'tenth', good: 9000, broken: 1000 };
    const run = await begin(app, load);
    expect(['pending', 'running']).toContain(run.state);
    await expectExactlyOnce(app, await finished(app, run, 300), load);
  }, 360_000);

  it('of which some are refused by the database, imports the others in bulk', async () => {
    const refuse = (data: { headline?: unknown }): void => {
      if (/ 12\d$/.test(String(data.headline))) throw new Error('No space left on the device');
    };
    const unsubscribe = app.strapi.db.lifecycles.subscribe({
      models: [UID.article],
      beforeCreate: ({ params }) => refuse(params.data),
      beforeCreateMany: ({ params }) => (params.data as { headline?: unknown }[]).forEach(refuse),
    });
    const load = { about: 'refused', good: 600 };
    const run = await finished(app, await begin(app, load), 120);
    unsubscribe();
    expect(run).toMatchObject({ state: 'finished', done: 600, counts: { created: 590, quarantined: 10 } });
    const again = await app.strapi.plugin('newswire').service('importer').retry(run.documentId);
    expect(again.data.counts).toEqual({ created: 10 });
    const rows = await app.strapi.db.query(UID.article).findMany({ where: { uri: { $startsWith: 'urn:refused:' } } });
    expect([rows.length, new Set(rows.map(({ uri }) => uri)).size]).toEqual([600, 600]);
  }, 240_000);
});
