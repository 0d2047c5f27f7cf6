import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PreviewResponse, RunResponse } from '../../../contracts/imports';
import { EVENTS } from '../../../contracts/events';
import { UID } from '../../../contracts/uid';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

let app: TestStrapi;
let desk: Agent;
let receiver: Server;

interface Call {
  event: string;
  uid: string;
  entry: Record<string, unknown>;
  [more: string]: unknown;
}
const calls: Call[] = [];
const SECRET = 'Only for the desk';

beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
  await app.grant('public', ['plugin::newswire.article.find', 'plugin::newswire.article.findOne', 'plugin::newswire.photo.findOne']); // prettier-ignore
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      calls.push(JSON.parse(body) as Call);
      response.end('ok');
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/purge`;
  await desk
    .post('/admin/webhooks')
    .send({ name: 'CDN', url, headers: {}, events: Object.values(EVENTS) })
    .expect(201);
});
afterAll(async () => {
  receiver.close();
  await app.stop();
});
beforeEach(() => (calls.length = 0));

async function send(item: Ninjs, publish = true): Promise<RunResponse['data']> {
  const { name, bytes } = ninjs(item);
  const post = desk.post('/newswire/imports').field('data', JSON.stringify({ publish }));
  return (await post.attach('files', bytes, name).expect(201)).body.data;
}

const documentOf = (run: RunResponse['data']): string => run.items[0]?.targets[0]?.documentId ?? '';
const isShown = async (documentId: string): Promise<boolean> =>
  (await app.anyone.get(`/api/newswire/articles/${documentId}`)).status === 200;
const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const save = (documentId: string, data: object, uid: string = UID.article) =>
  documents(uid).update({ documentId, data } as never);
const tick = (seconds: number) =>
  app.strapi
    .plugin('newswire')
    .service('clock')
    .tick(new Date(Date.now() + seconds * 1000));
const rowsOf = (documentId: string) =>
  app.strapi.db.query(UID.article).findMany({ where: { documentId }, orderBy: { publishedAt: 'asc' } });

/** The calls that have come, once no more are on their way. */
async function heard(count: number): Promise<Call[]> {
  for (const end = Date.now() + 20_000; calls.length < count && Date.now() < end;) await pause(50);
  await pause(300);
  return calls.toSorted((a, b) => (a.event < b.event ? -1 : 1));
}
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));

describe('a story under embargo', () => {
  const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

  it('is held, in the preview and in the run, and goes out by itself when its time has come', async () => {
    const until = soon(4);
    const item = { uri: 'urn:embargo:1', headline: 'Harbour prize', embargoed: until };
    const { name, bytes } = ninjs(item);
    const preview = await desk.post('/newswire/imports/preview').attach('files', bytes, name).expect(200);
    const [shown] = (preview.body.data as PreviewResponse['data']).inputs[0]?.items ?? [];
    expect(shown).toMatchObject({ action: 'create', heldUntil: new Date(until).toISOString() });
    const run = await send(item);
    expect(run).toMatchObject({ counts: { held: 1 }, items: [{ outcome: 'held' }] });
    expect(run.items[0]?.targets[0]).toMatchObject({ type: 'article', published: false });
    const documentId = documentOf(run);
    expect(await rowsOf(documentId)).toMatchObject([{ publishedAt: null }]);
    for (const end = Date.now() + 20_000; Date.now() < end && !(await isShown(documentId));) await pause(100);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
    expect(await isShown(documentId)).toBe(true);
    const [row] = await rowsOf(documentId);
    expect(await heard(1)).toMatchObject([
      { event: EVENTS.articleEmbargoLifted, uid: UID.article, entry: { documentId, slug: row.slug, uri: item.uri } },
    ]);
    await desk.post(`/newswire/imports/${run.documentId}/undo`).expect(200);
    expect(await rowsOf(documentId)).toEqual([]);
  });

  it('stays off where an editor takes it off after it has gone out, worked on before or not', async () => {
    for (const edit of [{}, { headline: 'As the desk has it' }]) {
      const item = { uri: `urn:embargo:off:${Object.keys(edit).length}`, headline: 'Held' };
      const documentId = documentOf(await send({ ...item, embargoed: soon(100) }));
      if ('headline' in edit) await save(documentId, edit);
      await tick(101);
      expect(await rowsOf(documentId)).toHaveLength(2);
      await documents(UID.article).unpublish({ documentId } as never);
      await send({ ...item, version: '2' });
      expect(await rowsOf(documentId)).toMatchObject([{ publishedAt: null, version: '2' }]);
    }
  });

  it('goes out once, however many instances look, and only where it was imported to be published', async () => {
    const publish = await send({ uri: 'urn:embargo:2', headline: 'Goes out', embargoed: soon(100) });
    const draft = await send({ uri: 'urn:embargo:3', headline: 'Stays a draft', embargoed: soon(100) }, false);
    const killed = await send({ uri: 'urn:embargo:4', headline: 'Killed before', embargoed: soon(100) });
    await send({ uri: 'urn:embargo:4', headline: 'Kill', version: '2', pubstatus: 'canceled' });
    await Promise.all([tick(101), tick(101), tick(102)]);
    await tick(103);
    expect(await rowsOf(documentOf(publish))).toHaveLength(2);
    expect(await rowsOf(documentOf(draft))).toHaveLength(1);
    expect(await rowsOf(documentOf(killed))).toHaveLength(1);
    const told = (await heard(2)).map(({ event, entry }) => [event, entry['documentId']]);
    expect(told).toEqual([
      [EVENTS.articleEmbargoLifted, documentOf(publish)],
      [EVENTS.articleKilled, documentOf(killed)],
    ]);
  });

  it('is told of when an editor lifts it, and when it expires', async () => {
    const run = await send({ uri: 'urn:embargo:5', headline: 'Lifted by hand', embargoed: soon(1000) });
    const documentId = documentOf(run);
    await documents(UID.article).publish({ documentId } as never);
    expect(await isShown(documentId)).toBe(false);
    await save(documentId, { embargoedUntil: null });
    await documents(UID.article).publish({ documentId } as never);
    expect(await isShown(documentId)).toBe(true);
    await save(documentId, { expires: soon(2000) });
    await documents(UID.article).publish({ documentId } as never);
    const before = await heard(2);
    expect(before.map(({ event }) => event)).toContain(EVENTS.articleEmbargoLifted);
    calls.length = 0;
    await tick(2001);
    expect(await heard(1)).toMatchObject([
      { event: EVENTS.articleRightsChanged, entry: { documentId }, fields: ['expires'] },
    ]);
  });
});

describe('a kill', () => {
  const photo = (uri: string) => ({ main: { uri, type: 'picture', headline: 'Quay', description_text: 'The quay.' } });

  it('closes the story and its photos in the transaction that enters it, and is told once, without a private word', async () => {
    const uri = 'urn:kill:1';
    const other = await send({ uri: 'urn:kill:other', headline: 'Other', associations: photo('urn:kill:shared') });
    const shared = { ...photo('urn:kill:own'), second: photo('urn:kill:shared').main };
    const run = await send({ uri, headline: 'Rumour', ednote: SECRET, associations: shared });
    const documentId = documentOf(run);
    expect(await isShown(documentId)).toBe(true);
    const killed = await send({ uri, headline: 'Kill', version: '2', pubstatus: 'canceled', ednote: SECRET });
    expect(killed.counts).toEqual({ killed: 1 });
    expect(await isShown(documentId)).toBe(false);
    expect(await rowsOf(documentId)).toMatchObject([{ publishedAt: null, pubStatus: 'canceled' }]);
    const photos = await app.strapi.db.query(UID.photo).findMany({ where: { uri: { $startsWith: 'urn:kill:' } } });
    expect(Object.fromEntries(photos.map((one) => [one.uri, one.pubStatus]))).toEqual({
      'urn:kill:own': 'canceled',
      'urn:kill:shared': 'usable',
    });
    const told = await heard(2);
    expect(told).toMatchObject([
      { event: EVENTS.articleKilled, entry: { documentId, uri, pubStatus: 'canceled' } },
      { event: EVENTS.photoKilled, entry: { uri: 'urn:kill:own', pubStatus: 'canceled' } },
    ]);
    expect(JSON.stringify(told)).not.toContain(SECRET);
    expect(Object.keys(told[0]?.entry ?? {}).sort()).toEqual(['documentId', 'pubStatus', 'slug', 'uri', 'version']);
    expect(await isShown(documentOf(other))).toBe(true);
    const events = await app.strapi.db
      .query(UID.rightsEvent)
      .findMany({ where: { targetDocumentId: documentId }, orderBy: { id: 'desc' } });
    expect(events[0]).toMatchObject({ surface: 'import', reason: SECRET });
    // Usable again, its photo comes back with it.
    await send({ uri, headline: 'True after all', version: '3', associations: shared });
    expect(await isShown(documentId)).toBe(true);
    const [own] = await app.strapi.db.query(UID.photo).findMany({ where: { uri: 'urn:kill:own' } });
    expect(own.pubStatus).toBe('usable');
  });

  it('of a photo that came with a story closes it, and tells of the stories that show it', async () => {
    const run = await send({ uri: 'urn:kill:2', headline: 'Shown', associations: photo('urn:kill:photo') });
    const kill = { uri: 'urn:kill:photo', type: 'picture', headline: 'Kill', version: '2', pubstatus: 'canceled' };
    expect((await send(kill as Ninjs)).counts).toEqual({ killed: 1 });
    const [row] = await app.strapi.db.query(UID.photo).findMany({ where: { uri: 'urn:kill:photo' } });
    expect(row.pubStatus).toBe('canceled');
    expect(await heard(2)).toMatchObject([
      { event: EVENTS.articleRightsChanged, entry: { documentId: documentOf(run) }, photo: { pubStatus: 'canceled' } },
      { event: EVENTS.photoKilled, entry: { documentId: row.documentId } },
    ]);
  });

  it('of a photo that has not come yet keeps it closed when its story brings it', async () => {
    const kill = { uri: 'urn:kill:early', type: 'picture', headline: 'Kill', version: '2', pubstatus: 'canceled' };
    await send(kill as Ninjs);
    await send({ uri: 'urn:kill:3', headline: 'Late', associations: photo('urn:kill:early') });
    const [row] = await app.strapi.db.query(UID.photo).findMany({ where: { uri: 'urn:kill:early' } });
    expect(row.pubStatus).toBe('canceled');
  });
});

describe('what is told', () => {
  it('of a correction names the fields that changed, after the commit', async () => {
    const run = await send({ uri: 'urn:told:1', headline: 'First' });
    const correction = {
      uri: 'urn:told:1',
      headline: 'Second',
      version: '2',
      ednote: `Corrects the headline. ${SECRET}`,
    };
    expect((await send(correction)).counts).toEqual({ corrected: 1 });
    expect(await heard(1)).toMatchObject([
      { event: EVENTS.articleCorrected, entry: { documentId: documentOf(run) }, published: true, fields: ['headline', 'body'] },
    ]); // prettier-ignore
    expect(JSON.stringify(calls)).not.toContain(SECRET);
  });

  it('of rights is told when readers have them, not before', async () => {
    const documentId = documentOf(await send({ uri: 'urn:told:2', headline: 'Rights' }));
    await save(documentId, { creditLine: 'Varnhaven News' });
    expect(await heard(0)).toEqual([]);
    await documents(UID.article).publish({ documentId } as never);
    expect(await heard(1)).toMatchObject([
      { event: EVENTS.articleRightsChanged, entry: { documentId }, fields: ['creditLine'] },
    ]);
  });

  it('is not told where the write was rolled back', async () => {
    const documentId = documentOf(await send({ uri: 'urn:told:3', headline: 'Rolled back' }));
    const refused = app.strapi.db.transaction(async () => {
      await save(documentId, { pubStatus: 'canceled' });
      throw new Error('No');
    });
    await expect(refused).rejects.toThrow('No');
    expect(await heard(0)).toEqual([]);
    await save(documentId, { pubStatus: 'canceled' });
    expect((await heard(1)).map(({ event }) => event)).toEqual([EVENTS.articleKilled]);
  });
});
