import type { Run, RunItemsResponse, RunResponse } from '../../../contracts/imports';
import { PERMISSIONS } from '../../../contracts/permissions';
import { UID } from '../../../contracts/uid';
import { undosToResume } from '../../../server/importer/undo';
import { preparedProcesses } from '../../support/processes';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

const CONFIG = { leaseSeconds: 2, bulk: false };

/** So many are written one by one while something happens to the process. */
const LONG = 80;

let app: TestStrapi;
let desk: Agent;

beforeAll(async () => {
  app = await startStrapi({ config: CONFIG });
  desk = await app.superAdmin();
});
afterAll(() => app.stop());

type Data = RunResponse['data'];

const stories = (about: string, count: number): Ninjs[] =>
  Array.from({ length: count }, (_, n) => ({ uri: `urn:${about}:${n}`, headline: `${about} ${n}` }));

async function send(items: readonly Ninjs[], status: number, request: object = {}): Promise<Data> {
  const post = desk.post('/newswire/imports').field('data', JSON.stringify(request));
  for (const item of items) {
    const { name, bytes } = ninjs(item);
    void post.attach('files', bytes, name);
  }
  return (await post.expect(status)).body.data;
}

/** One file with many stories, as a feed brings them. */
async function sendTogether(items: readonly Ninjs[], request: object = {}): Promise<Data> {
  const lines = items.map((item) => ninjs(item).bytes.toString());
  const post = desk.post('/newswire/imports').field('data', JSON.stringify(request));
  const answer = await post.attach('files', Buffer.from(`[${lines.join(',')}]`), 'feed.json').expect(202);
  return answer.body.data;
}

const find = async (run: { documentId: string }): Promise<Data> =>
  (await desk.get(`/newswire/imports/${run.documentId}`).expect(200)).body.data;

async function until(run: { documentId: string }, state: Run['state']): Promise<Data> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const now = await find(run);
    if (now.state === state) return now;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`The run is not ${state} but ${(await find(run)).state}.`);
}

const act = (run: Data, what: string, agent = desk) => agent.post(`/newswire/imports/${run.documentId}/${what}`);
const articles = (about: string) =>
  app.strapi.db
    .query(UID.article)
    .findMany({ where: { uri: { $startsWith: `urn:${about}:` } }, orderBy: { id: 'asc' } });
const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const documentOf = (run: Data, n: number): string => run.items[n]?.targets[0]?.documentId ?? '';

/** Until the answer is called, no story of this name can be written. */
function refuse(about: string): () => void {
  return app.strapi.db.lifecycles.subscribe({
    models: [UID.article],
    beforeCreate({ params }) {
      if (String(params.data['headline']).startsWith(about)) throw new Error('No space left on the device');
    },
  });
}

describe('an import', () => {
  it('of a few items is finished with the answer', async () => {
    expect(await send(stories('few', 3), 201)).toMatchObject({ state: 'finished', total: 3, done: 3 });
  });

  it('of many items is answered at once and goes on in the background', async () => {
    const run = await sendTogether(stories('many', 60));
    expect(run).toMatchObject({ total: 60, items: [] });
    expect(['pending', 'running']).toContain(run.state);
    const finished = await until(run, 'finished');
    expect(finished).toMatchObject({ done: 60, counts: { created: 60 } });
    expect(new Set(finished.items.map((item) => item.documentId)).size).toBe(60);
    expect(await articles('many')).toHaveLength(60);
    expect(await app.strapi.db.query(UID.importInput).count()).toBe(0);
  });

  it('can be cancelled: what is written stays, the rest is not begun', async () => {
    const run = await sendTogether(stories('cancelled', 600));
    await act(run, 'undo').expect(400);
    await act(run, 'cancel').expect(200);
    await act(run, 'cancel').expect(400);
    const { state, done, total } = await until(run, 'cancelled');
    expect({ state, isShort: done < total }).toEqual({ state: 'cancelled', isShort: true });
    await new Promise((later) => setTimeout(later, 2500));
    const written = (await articles('cancelled')).length;
    expect(written).toBeLessThan(600);
    expect((await find(run)).counts).toEqual(written === 0 ? {} : { created: written });
    expect(await app.strapi.db.query(UID.importInput).count()).toBe(0);
  });

  it('takes up again what it has in quarantine, and only that', async () => {
    const repair = refuse('Broken');
    const items = [...stories('retry', 3), { uri: 'urn:retry:broken', headline: 'Broken lock' }];
    const run = await send(items, 201, { stories: [] });
    expect(run.counts).toEqual({ created: 3, quarantined: 1 });
    const still = await act(run, 'retry').expect(201);
    expect(still.body.data.counts).toEqual({ quarantined: 1 });
    await act(run, 'retry').expect(400);
    repair();
    const again = await act(still.body.data, 'retry').expect(201);
    expect(again.body.data).toMatchObject({ total: 1, counts: { created: 1 } });
    expect(await articles('retry')).toHaveLength(4);
  });

  it('keeps what an editor corrected when it is tried again', async () => {
    const repair = refuse('Broken');
    const item = { uri: 'urn:corrected:1', headline: 'As delivered' };
    const story = { type: 'text', pubStatus: 'usable', headline: 'Broken, as corrected', body: '<p>Said.</p>' };
    const run = await send([item], 201, { stories: [{ index: 0, story }] });
    repair();
    await act(run, 'retry').expect(201);
    expect(await articles('corrected')).toMatchObject([{ headline: 'Broken, as corrected', body: '<p>Said.</p>' }]);
  });
});

describe('the items of a run', () => {
  const listed = async (run: Data, query: string, status = 200): Promise<RunItemsResponse> =>
    (await desk.get(`/newswire/imports/${run.documentId}/items?${query}`).expect(status)).body;

  it('are given by the page, all of them or what came out one way, skipped ones too', async () => {
    await send(stories('paged', 20), 201);
    const run = await until(await sendTogether(stories('paged', 130)), 'finished');
    expect(run.counts).toEqual({ created: 110, skipped: 20 });
    expect(run.items).toHaveLength(100);
    const titles = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `paged ${from + n}`);
    const cases: [string, string[], number][] = [
      ['page=1&pageSize=50', titles(0, 50), 130],
      ['page=3&pageSize=50', titles(100, 130), 130],
      ['page=4&pageSize=50', [], 130],
      ['page=1&pageSize=30&outcome=skipped', titles(0, 20), 20],
      ['page=3&pageSize=40&outcome=created', titles(100, 130), 110],
      ['page=1&outcome=killed', [], 0],
    ];
    for (const [query, expected, total] of cases) {
      const { data, meta } = await listed(run, query);
      expect([query, data.map(({ title }) => title), meta.pagination.total]).toEqual([query, expected, total]);
    }
    expect((await listed(run, 'page=2')).data[0]).toMatchObject({ documentId: `${run.documentId}:50` });
    for (const wrong of ['page=0', 'pageSize=101', 'outcome=lost']) await listed(run, wrong, 400);
    await desk.get('/newswire/imports/nothing/items').expect(404);
    await app.anyone.get(`/newswire/imports/${run.documentId}/items`).expect(401);
  });

  it('of a run of version 0.1 are in its own row', async () => {
    const run = await send(stories('old', 2), 201);
    await app.strapi.db.query(UID.importStep).deleteMany({ where: {} });
    const log = run.items.map(({ documentId, title }) => ({ documentId, title, outcome: 'created', targets: [] }));
    await app.strapi.db.query(UID.importRun).update({ where: { documentId: run.documentId }, data: { log } });
    expect((await listed(run, 'page=2&pageSize=1')).data.map(({ title }) => title)).toEqual(['old 1']);
  });
});

describe('undo', () => {
  it('removes what the run created, and lets it come again', async () => {
    const photo = { uri: 'urn:undone:photo', type: 'picture', headline: 'Quay' };
    const items = stories('undone', 2).map((item) => ({
      ...item,
      associations: { main: photo },
      service: [{ name: 'Only here' }],
    }));
    const run = await send(items, 201, { publish: true });
    const { body } = await act(run, 'undo').expect(200);
    expect(body.data.undo).toEqual({ state: 'finished', removed: 4, restored: 0, left: [] });
    expect(await articles('undone')).toEqual([]);
    expect(await app.strapi.db.query(UID.photo).count({ where: { uri: photo.uri } })).toBe(0);
    expect(await app.strapi.db.query(UID.category).count({ where: { name: 'Only here' } })).toBe(0);
    // Once more there is nothing to undo, and what was undone is told again.
    expect((await act(run, 'undo').expect(200)).body.data.undo).toEqual(body.data.undo);
    expect((await send(items, 201)).counts).toEqual({ created: 2 });
  });

  it('puts back what the run updated, published as it was', async () => {
    await send(stories('back', 2), 201, { publish: true });
    const [draft] = await articles('back');
    await documents(UID.article).update({
      documentId: draft.documentId,
      data: { subheadline: 'Written by the desk' },
    } as never);
    const newer = stories('back', 2).map((item) => ({ ...item, version: '2', headline: `${item.headline}, new` }));
    const run = await send(newer, 201, { publish: true });
    expect(run.counts).toEqual({ updated: 2 });
    expect((await articles('back')).every((row) => row.headline.endsWith(', new'))).toBe(true);
    const { body } = await act(run, 'undo').expect(200);
    expect(body.data.undo).toMatchObject({ removed: 0, restored: 2, left: [] });
    const rows = await articles('back');
    expect(rows.map((row) => [row.headline, row.version]).sort()).toEqual([
      ['back 0', '1'],
      ['back 0', '1'],
      ['back 1', '1'],
      ['back 1', '1'],
    ]);
    const first = rows.filter((row) => row.documentId === draft.documentId);
    expect(first.find((row) => row.publishedAt === null)?.subheadline).toBe('Written by the desk');
    expect(first.find((row) => row.publishedAt !== null)?.subheadline ?? null).toBeNull();
  });

  it('is done once where it is asked for twice at the same time', async () => {
    const run = await send(stories('hurried', 3), 201);
    await Promise.all([act(run, 'undo').expect(200), act(run, 'undo').expect(200)]);
    expect((await find(run)).undo).toEqual({ state: 'finished', removed: 3, restored: 0, left: [] });
  });

  it('opens again what the run killed', async () => {
    await send(stories('killed', 1), 201, { publish: true });
    const run = await send([{ uri: 'urn:killed:0', headline: 'Kill', version: '2', pubstatus: 'canceled' }], 201);
    expect(run.counts).toEqual({ killed: 1 });
    await act(run, 'undo').expect(200);
    const rows = await articles('killed');
    expect(rows.map((row) => [row.pubStatus, row.publishedAt !== null])).toEqual(
      expect.arrayContaining([
        ['usable', false],
        ['usable', true],
      ]),
    );
  });

  it('leaves and lists what somebody has worked on since', async () => {
    const run = await send(stories('edited', 3), 201);
    const update = (n: number, data: object) =>
      documents(UID.article).update({ documentId: documentOf(run, n), data } as never);
    await update(0, { headline: 'By hand' });
    await documents(UID.comment).create({
      data: { article: documentOf(run, 1), authorName: 'Ada', text: 'Well said', moderationStatus: 'approved' },
    } as never);
    const { body } = await act(run, 'undo').expect(200);
    expect(body.data.undo).toMatchObject({ removed: 1 });
    expect(body.data.undo.left.map((one: { title: string }) => one.title).sort()).toEqual(['By hand', 'edited 1']);
    expect((await articles('edited')).map((row) => row.headline)).toEqual(['By hand', 'edited 1']);
  });
});

describe('an undo whose process was killed', () => {
  it('is taken up by another after a minute of silence, and tells all that was undone', async () => {
    const run = await send(stories('halfway', 3), 201);
    const runs = app.strapi.db.query(UID.importRun);
    const undo = { state: 'running', removed: 2, restored: 0, left: [] };
    await runs.update({ where: { documentId: run.documentId }, data: { undo } });
    const silent = (seconds: number) => undosToResume(app.strapi, new Date(Date.now() + seconds * 1000));
    expect(await silent(50)).toEqual([]);
    expect(await silent(70)).toEqual([run.documentId]);
    await act(run, 'undo').expect(200);
    expect((await find(run)).undo).toEqual({ state: 'finished', removed: 5, restored: 0, left: [] });
    expect(await silent(70)).toEqual([]);
  });
});

describe('a run whose process is stopped', () => {
  it('ends after what is being written, and goes on at once when it is started again', async () => {
    const run = await sendTogether(stories('stopped', LONG));
    while ((await articles('stopped')).length < 20) await new Promise((later) => setTimeout(later, 20));
    app = await app.restart();
    desk = await app.superAdmin();
    const finished = await until(run, 'finished');
    expect(finished).toMatchObject({ done: LONG, total: LONG, counts: { created: LONG } });
    expect(await articles('stopped')).toHaveLength(LONG);
  }, 120_000);
});

describe('a run whose process was killed', () => {
  it('goes on in another, nothing lost and nothing doubled', async () => {
    const processes = await preparedProcesses();
    try {
      const [worker] = await processes.start(1);
      const items = stories('interrupted', LONG);
      const lines = items.map((item) => ninjs(item).bytes.toString());
      const input = { name: 'feed.json', bytes: Buffer.from(`[${lines.join(',')}]`) };
      await app.strapi.plugin('newswire').service('importer').stopRunner();
      const { data } = (await worker?.call('start', [input], {
        origin: 'cli',
        publish: false,
        decisions: [],
      })) as RunResponse;
      while ((await articles('interrupted')).length < 20) await new Promise((later) => setTimeout(later, 20));
      await worker?.kill();
      expect((await find(data)).done).toBeLessThan(LONG);
      app = await app.restart();
      desk = await app.superAdmin();
      const finished = await until(data, 'finished');
      expect(finished).toMatchObject({ done: LONG, total: LONG, counts: { created: LONG } });
      expect(new Set((await articles('interrupted')).map((row) => row.uri)).size).toBe(LONG);
      expect(await articles('interrupted')).toHaveLength(LONG);
    } finally {
      await processes.stop();
    }
  }, 300_000);
});

describe('an editor', () => {
  it('needs the permission to import, and to publish where the run did', async () => {
    const run = await send(stories('published', 1), 201, { publish: true });
    const reader = await app.editor([]);
    const importer = await app.editor([PERMISSIONS.import]);
    for (const what of ['cancel', 'retry', 'undo']) {
      await act(run, what, app.anyone).expect(401);
      await act(run, what, reader).expect(403);
      await desk.post(`/newswire/imports/nothing/${what}`).expect(404);
    }
    await act(run, 'undo', importer).expect(403);
    await act(run, 'retry', importer).expect(403);
  });
});
