import { mkdir, mkdtemp, readdir, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feed } from '../../../contracts/feeds';
import { sha256 } from '../../../server/importer/identity';
import { PERMISSIONS } from '../../../contracts/permissions';
import { UID } from '../../../contracts/uid';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { rss, wireServer, type WireServer } from '../../support/wire-server';

const PASSWORD = 'hunter2-hunter2';
const MINUTE = 60_000;

let app: TestStrapi;
let wire: WireServer;
let folders: string;
let desk: Agent;

beforeAll(async () => {
  wire = await wireServer();
  folders = await realpath(await mkdtemp(join(tmpdir(), 'newswire-folders-')));
  app = await startStrapi({
    config: {
      fetch: { allowHosts: [wire.host] },
      feeds: { poll: false, folders: [folders], stopAfter: 3 },
      photos: { fetch: false },
    },
  });
  desk = await app.editor([PERMISSIONS.manageFeeds, PERMISSIONS.import, PERMISSIONS.publishOnImport]);
}, 120_000);
afterAll(async () => {
  await app.stop();
  await wire.stop();
  await rm(folders, { recursive: true, force: true });
}, 60_000);

const service = () => app.strapi.plugin('newswire').service('feeds');
const rowsOf = (uid: string, where: object = {}) =>
  app.strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' }, populate: true });
const rowOf = async (feed: Feed) =>
  app.strapi.db.query(UID.feed).findOne({ where: { documentId: feed.documentId } }) as Promise<Record<string, unknown>>;

async function make(feed: object): Promise<Feed & { token: string }> {
  const { body } = await desk.post('/newswire/feeds').send(feed).expect(201);
  return { ...body.data, token: body.token };
}

async function fetchNow({ documentId }: Feed): Promise<Feed> {
  return (await desk.post(`/newswire/feeds/${documentId}/fetch`).expect(200)).body.data;
}

async function listed({ documentId }: Feed): Promise<Feed> {
  const { body } = await desk.get('/newswire/feeds').expect(200);
  return body.data.find((one: Feed) => one.documentId === documentId);
}

async function makeDue(feed: Feed): Promise<void> {
  const dueAt = new Date(Date.now() - MINUTE).toISOString();
  await app.strapi.db.query(UID.feed).updateMany({ where: { documentId: feed.documentId }, data: { dueAt } });
}

describe('the feeds page', () => {
  it('is for those who may manage feeds', async () => {
    const reporter = await app.editor([PERMISSIONS.import]);
    await reporter.get('/newswire/feeds').expect(403);
    await reporter.post('/newswire/feeds').send({ name: 'x', kind: 'push' }).expect(403);
    await app.anyone.get('/newswire/feeds').expect(401);
  });

  it.each([
    ['no name', { kind: 'http', location: 'https://wire.example' }, 'invalid-feed'],
    ['no kind that is known', { name: 'A', kind: 'ftp', location: 'ftp://wire.example' }, 'invalid-feed'],
    ['an interval that is too short', { name: 'A', kind: 'http', location: 'https://wire.example', intervalSeconds: 1 }, 'invalid-feed'],
    ['an address that is no web address', { name: 'A', kind: 'http', location: 'ftp://wire.example' }, 'bad-address'],
    ['a password in the address', { name: 'A', kind: 'http', location: 'https://a:b@wire.example' }, 'bad-address'],
    ['an address inside of the network', { name: 'A', kind: 'http', location: 'http://169.254.169.254/' }, 'private-address'],
    ['a header that would break the request', { name: 'A', kind: 'http', location: 'https://wire.example', signIn: { kind: 'header', name: 'x', value: 'a\r\nb: c' } }, 'invalid-feed'],
    ['a directory that is not there', { name: 'A', kind: 'folder', location: '/no/such/place' }, 'no-such-folder'],
    ['a directory that feeds may not watch', { name: 'A', kind: 'folder', location: '/etc' }, 'folder-not-allowed'],
  ])('refuses %s', async (_, feed, code) => {
    const { body } = await desk.post('/newswire/feeds').send(feed).expect(400);
    expect(body.error.details.code).toBe(code);
  }); // prettier-ignore

  it('lets only those publish by feed who may publish on import', async () => {
    const keeper = await app.editor([PERMISSIONS.manageFeeds]);
    const feed = { name: 'A', kind: 'push', publish: true };
    expect((await keeper.post('/newswire/feeds').send(feed).expect(403)).body.error.details.code).toBe(
      'may-not-publish',
    );
    expect((await keeper.get('/newswire/feeds').expect(200)).body.meta.mayPublish).toBe(false);
  });
});

describe('an http feed', () => {
  it('is fetched, imported as its routing says, and asked for what is new only', async () => {
    const agency = await app.strapi.db.query(UID.agency).findOne({ where: { name: 'AAP' } });
    wire.serve('/sport.xml', rss([{ id: 'sport-1', title: 'Rowers win' }]), { etag: '"1"' });
    const feed = await make({
      name: 'Sport',
      kind: 'http',
      location: `${wire.url}/sport.xml`,
      publish: true,
      agency: agency.documentId,
      categories: ['Sport'],
      signIn: { kind: 'basic', username: 'desk', password: PASSWORD },
    });
    expect(feed).toMatchObject({ health: 'new', enabled: true });
    expect(await fetchNow(feed)).toMatchObject({ health: 'ok', lastRun: expect.any(String) });
    const [article] = await rowsOf(UID.article, { uri: 'sport-1', publishedAt: { $notNull: true } });
    expect(article).toMatchObject({ headline: 'Rowers win', agency: { name: 'AAP' }, categories: [{ name: 'Sport' }] });
    expect(wire.asked.at(-1)?.headers.authorization).toBe(
      `Basic ${Buffer.from(`desk:${PASSWORD}`).toString('base64')}`,
    );

    const runs = await rowsOf(UID.importRun);
    expect(runs.at(-1)).toMatchObject({ origin: 'feed', feed: { name: 'Sport' }, counts: { created: 1 } });
    expect(await fetchNow(feed)).toMatchObject({ health: 'ok', failures: 0 });
    expect(wire.asked.at(-1)).toMatchObject({ status: 304, headers: { 'if-none-match': '"1"' } });
    expect(await rowsOf(UID.importRun)).toHaveLength(runs.length);

    // A feed that only says that it was built again brings nothing.
    wire.serve('/sport.xml', rss([{ id: 'sport-1', title: 'Rowers win' }]).replace('All news', 'Built later'), { etag: '"2"' });
    await fetchNow(feed);
    expect(await rowsOf(UID.importRun)).toHaveLength(runs.length);

    wire.serve('/sport.xml', rss([{ id: 'sport-2', title: 'Sailors lose' }, { id: 'sport-1', title: 'Rowers win' }]), { etag: '"3"' });
    await fetchNow(feed);
    expect((await rowsOf(UID.importRun)).at(-1)).toMatchObject({ counts: { created: 1, skipped: 1 } });
  }); // prettier-ignore

  it('shows its password to nobody', async () => {
    const { text } = await desk.get('/newswire/feeds').expect(200);
    const runs = await desk.get('/newswire/imports').expect(200);
    const encoded = Buffer.from(`desk:${PASSWORD}`).toString('base64');
    for (const answer of [text, runs.text]) {
      for (const secret of [PASSWORD, encoded, 'secret', 'tokenHash']) expect(answer).not.toContain(secret);
    }
    const kept = JSON.stringify(await rowsOf(UID.feed));
    expect(kept).not.toContain(PASSWORD);
    for (const path of ['/api/newswire/feeds', '/api/newswire/feed']) await app.anyone.get(path).expect(404);
  });

  it('keeps its password when it is edited, and takes it to no other host', async () => {
    const [feed] = (await desk.get('/newswire/feeds')).body.data.filter((one: Feed) => one.name === 'Sport');
    const { documentId } = feed;
    const request = { name: 'Sport', kind: 'http', location: `${wire.url}/sport.xml`, intervalSeconds: 60 };
    await desk.put(`/newswire/feeds/${documentId}`).send(request).expect(200);
    await fetchNow(feed);
    expect(wire.asked.at(-1)?.headers.authorization).toBeDefined();
    const moved = { ...request, location: 'https://elsewhere.example/feed' };
    const { body } = await desk.put(`/newswire/feeds/${documentId}`).send(moved).expect(400);
    expect(body.error.details.code).toBe('secret-for-another');
    await desk.put(`/newswire/feeds/${documentId}`).send({ ...moved, signIn: { kind: 'none' } }).expect(200);
    expect(await rowOf(feed)).toMatchObject({ secret: null, signIn: 'none' });
    await desk.delete(`/newswire/feeds/${documentId}`).expect(204);
    expect(await rowsOf(UID.importRun, { origin: 'feed' })).not.toHaveLength(0);
  }); // prettier-ignore

  it('waits longer after each failure, stops after three, says so, and goes on when told to', async () => {
    wire.fail('/broken.xml', 500);
    const feed = await make({ name: 'Broken', kind: 'http', location: `${wire.url}/broken.xml`, intervalSeconds: 60 });
    const stopped: unknown[] = [];
    app.strapi.eventHub.on('newswire.feed.stopped', (event) => {
      stopped.push(event);
      return Promise.resolve();
    });
    const waits: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await makeDue(feed);
      await service().tick();
      waits.push(Math.round((new Date(String((await rowOf(feed))['dueAt'])).getTime() - Date.now()) / MINUTE));
    }
    expect(waits).toEqual([1, 2, 4]);
    expect(await listed(feed)).toMatchObject({
      health: 'stopped',
      enabled: false,
      failures: 3,
      lastError: { code: 'bad-answer', message: expect.stringContaining('500') },
    });
    expect(stopped).toEqual([{ feed: { documentId: feed.documentId, name: 'Broken' } }]);
    const before = wire.asked.length;
    await makeDue(feed);
    await service().tick();
    expect(wire.asked).toHaveLength(before);

    wire.serve('/broken.xml', rss([{ id: 'mended', title: 'It works again' }]));
    await desk.post(`/newswire/feeds/${feed.documentId}/resume`).expect(200);
    await service().tick();
    expect(await listed(feed)).toMatchObject({ health: 'ok', enabled: true, failures: 0 });
    expect(await rowsOf(UID.article, { uri: 'mended' })).toHaveLength(1);
  });

  it('leaves alone for as long as it is asked to', async () => {
    wire.fail('/busy.xml', 429, { 'retry-after': '7200' });
    const feed = await make({ name: 'Busy', kind: 'http', location: `${wire.url}/busy.xml`, intervalSeconds: 60 });
    await fetchNow(feed);
    expect(new Date((await listed(feed)).dueAt ?? 0).getTime() - Date.now()).toBeGreaterThan(110 * MINUTE);
  });

  it('takes no web page for a story, and keeps what it cannot read', async () => {
    wire.serve('/login', '<!doctype html><html><body><h1>Sign in</h1><p>Your session has ended. Sign in to go on.</p></body></html>');
    const page = await make({ name: 'Login', kind: 'http', location: `${wire.url}/login` });
    expect((await fetchNow(page)).lastError).toMatchObject({ code: 'not-a-feed' });

    wire.serve('/cut.xml', rss([{ id: 'cut', title: 'Cut off' }]).slice(0, 260));
    const cut = await make({ name: 'Cut', kind: 'http', location: `${wire.url}/cut.xml` });
    expect(await fetchNow(cut)).toMatchObject({ health: 'failing', lastError: { code: 'unreadable' } });
    expect((await rowsOf(UID.importRun)).at(-1)).toMatchObject({ counts: { quarantined: 1 }, feed: { name: 'Cut' } });
    const runs = (await rowsOf(UID.importRun)).length;
    await fetchNow(cut);
    expect(await rowsOf(UID.importRun)).toHaveLength(runs);
  }); // prettier-ignore

  it('is not polled while it is paused, but can be fetched', async () => {
    wire.serve('/quiet.xml', rss([{ id: 'quiet', title: 'All quiet' }]));
    const feed = await make({ name: 'Quiet', kind: 'http', location: `${wire.url}/quiet.xml` });
    await desk.post(`/newswire/feeds/${feed.documentId}/pause`).expect(200);
    await makeDue(feed);
    await service().tick();
    expect(wire.asked.filter(({ path }) => path === '/quiet.xml')).toEqual([]);
    expect(await fetchNow(feed)).toMatchObject({ health: 'paused', enabled: false });
    expect(wire.asked.filter(({ path }) => path === '/quiet.xml')).toHaveLength(1);
  });
});

describe('a folder feed', () => {
  const story = (n: number) =>
    `By Ilse Brandt\n\nFerry ${n} leaves on time\n\nVARNHAVEN, March 4 (AFP) - Ferry ${n} left the harbour of Varnhaven on time on Wednesday, the harbour office said.\n\nIt carried 180 passengers and the mail of the islands, which had waited for two days.\n`;
  const old = async (path: string) => utimes(path, new Date('2026-03-04'), new Date('2026-03-04')); // prettier-ignore
  const inside = async (...path: string[]) => (await readdir(join(folders, ...path))).sort();

  it('takes a file when its size has settled, once, and moves it', async () => {
    await mkdir(join(folders, 'wire'));
    const feed = await make({ name: 'Folder', kind: 'folder', location: join(folders, 'wire') });
    const file = join(folders, 'wire', 'ferry.txt');
    await writeFile(file, story(1).slice(0, 60));
    await fetchNow(feed);
    await writeFile(file, story(1));
    await old(file);
    await writeFile(join(folders, 'wire', 'half.xml.part'), '<nitf>');
    await fetchNow(feed);
    expect(await inside('wire')).toEqual(['ferry.txt', 'half.xml.part']);
    expect(await rowsOf(UID.article, { headline: 'Ferry 1 leaves on time' })).toHaveLength(0);
    await fetchNow(feed);
    expect(await inside('wire')).toEqual(['done', 'half.xml.part']);
    expect(await inside('wire', 'done')).toEqual(['ferry.txt']);
    expect(await rowsOf(UID.article, { headline: 'Ferry 1 leaves on time' })).toHaveLength(1);
    const runs = (await rowsOf(UID.importRun)).length;
    await fetchNow(feed);
    expect(await rowsOf(UID.importRun)).toHaveLength(runs);
  });

  it('sets broken files apart, in quarantine and in a folder', async () => {
    const [feed] = (await desk.get('/newswire/feeds')).body.data.filter((one: Feed) => one.name === 'Folder');
    await writeFile(join(folders, 'wire', 'broken.xml'), '<?xml version="1.0"?><nitf><head>');
    await writeFile(join(folders, 'wire', 'fine.txt'), story(2));
    await symlink('/etc/passwd', join(folders, 'wire', 'passwd.txt'));
    await fetchNow(feed);
    await fetchNow(feed);
    expect(await inside('wire', 'failed')).toEqual(['broken.xml']);
    expect(await inside('wire', 'done')).toEqual(['ferry.txt', 'fine.txt']);
    expect(await inside('wire')).toContain('passwd.txt');
    expect(await rowsOf(UID.wireItem, { inputName: 'broken.xml', format: null })).toMatchObject([
      { outcome: 'quarantined' },
    ]);
  });

  it('remembers what it has taken where it may not move it', async () => {
    await mkdir(join(folders, 'kept'));
    await writeFile(join(folders, 'kept', 'ferry.txt'), story(3));
    const feed = await make({ name: 'Kept', kind: 'folder', location: join(folders, 'kept'), afterwards: 'remember' });
    for (let n = 0; n < 3; n += 1) await fetchNow(feed);
    expect(await inside('kept')).toEqual(['ferry.txt']);
    const runs = await rowsOf(UID.importRun, { feed: { documentId: feed.documentId } });
    expect(runs).toMatchObject([{ counts: { created: 1 } }]);
  });
});

describe('a push feed', () => {
  const ninjs = (n: number) => ({
    uri: `urn:push:${n}`,
    type: 'text',
    version: '1',
    versioncreated: '2026-03-04T05:06:07Z',
    headline: `Pushed ${n}`,
    body_html: '<p>Sent by a machine.</p>',
  });

  it('takes what comes with its token, answers 202 with the run, and keeps the bytes', async () => {
    const { documentId, token } = await make({ name: 'Push', kind: 'push' });
    const raw = JSON.stringify(ninjs(1), null, 3);
    const { body } = await app.anyone
      .post(`/api/newswire/push/${documentId}`)
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'application/json')
      .send(raw)
      .expect(202);
    expect(body.data).toMatchObject({ documentId: expect.any(String), total: 1 });
    const [run] = await rowsOf(UID.importRun, { documentId: body.data.documentId });
    expect(run).toMatchObject({ origin: 'push', counts: { created: 1 }, feed: { name: 'Push' } });
    const [item] = await rowsOf(UID.wireItem, { uri: 'urn:push:1' });
    expect(item.inputHash).toBe(sha256(raw));

    // The same again: known, and no second article.
    await app.anyone.post(`/api/newswire/push/${documentId}`).set('X-Newswire-Token', token).set('Content-Type', 'application/xml').send(rss([{ id: 'push-rss', title: 'By XML' }])).expect(202);
    await app.anyone.post(`/api/newswire/push/${documentId}`).set('Authorization', `Bearer ${token}`).attach('story', Buffer.from(raw), 'story.json').expect(202);
    expect(await rowsOf(UID.article, { uri: 'urn:push:1' })).toHaveLength(1);
    expect(await rowsOf(UID.article, { uri: 'push-rss' })).toHaveLength(1);
    const list = await desk.get('/newswire/feeds');
    expect(list.text).not.toContain(token);
    expect(list.body.data.find((one: Feed) => one.documentId === documentId)).toMatchObject({ health: 'ok' });
  }); // prettier-ignore

  it('takes nothing with another token, of another feed, or while it is paused', async () => {
    const one = await make({ name: 'Push A', kind: 'push' });
    const other = await make({ name: 'Push B', kind: 'push' });
    const push = (id: string, token: string) =>
      app.anyone.post(`/api/newswire/push/${id}`).set('Authorization', `Bearer ${token}`).send(ninjs(2));
    await push(one.documentId, other.token).expect(401);
    await push(one.documentId, '').expect(401);
    await push('no-such-feed', one.token).expect(401);
    const { body } = await desk.post(`/newswire/feeds/${one.documentId}/token`).expect(200);
    await push(one.documentId, one.token).expect(401);
    await desk.post(`/newswire/feeds/${one.documentId}/pause`).expect(200);
    await push(one.documentId, body.token).expect(403);
    expect(await rowsOf(UID.article, { uri: 'urn:push:2' })).toHaveLength(0);
    await desk.post(`/newswire/feeds/${one.documentId}/resume`).expect(200);
    await push(one.documentId, body.token).expect(202);
    expect(await rowsOf(UID.article, { uri: 'urn:push:2' })).toHaveLength(1);
  });
});
