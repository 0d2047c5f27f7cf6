import { UID } from '../../../contracts/uid';
import type { RunResponse } from '../../../contracts/imports';
import { PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

/** What an import keeps of what it was given, and where it files it. */
let app: TestStrapi;
let desk: Agent;
beforeAll(async () => {
  app = await startStrapi({ config: { bulkFrom: 10 } });
  desk = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

type Run = RunResponse['data'];

const importer = () => app.strapi.plugin('newswire').service('importer');
const bring = async (inputs: { name: string; bytes: Buffer }[]): Promise<Run> =>
  (await importer().import(inputs, { origin: 'cli', publish: true, decisions: [] })).data;
const item = (uri: string, more: Partial<Ninjs> = {}): object => JSON.parse(String(ninjs({ uri, headline: uri, ...more }).bytes)) as object; // prettier-ignore
const file = (name: string, items: object[]) => ({ name, bytes: Buffer.from(JSON.stringify(items)) });
const row = (uri: string) => app.strapi.db.query(UID.wireItem).findOne({ where: { uri } });
const raw = async (uri: string) => (await desk.get(`/newswire/wire-items/${String((await row(uri)).key)}/raw`)).status;
const categoriesOf = async (uri: string): Promise<string[]> => {
  const found = await app.strapi.db.query(UID.article).findOne({ where: { uri }, populate: { categories: true } });
  return found.categories.map(({ name }: { name: string }) => name);
};

/** One by one, and in bulk. */
const SIZES = [3, 20];

describe.each(SIZES)('a file of %d stories', (size) => {
  const uris = (about: string) => Array.from({ length: size }, (_, n) => `urn:kept:${about}:${size}:${n}`);

  it('is kept with the first that is new', async () => {
    const [first = '', ...others] = uris('raw');
    await bring([file('first.json', [item(first)])]);
    const whole = file(
      'all.json',
      [first, ...others].map((uri) => item(uri)),
    );
    expect((await bring([whole])).counts).toEqual({ skipped: 1, created: size - 1 });
    for (const uri of others) expect(await raw(uri)).toBe(200);
    const { body } = await desk.get(`/newswire/wire-items/${String((await row(others.at(-1) ?? '')).key)}/raw`);
    expect(body.data.text === String(whole.bytes)).toBe(true);
    const holders = await app.strapi.db.query(UID.wireItem).count({ where: { inputName: 'all.json', uri: { $in: others }, raw: { $notNull: true } } }); // prettier-ignore
    expect(holders).toBe(1);
  });

  it('goes into a category that was renamed, and one whose name is too long for its column', async () => {
    const [first = '', ...others] = uris('category');
    const [name, long] = [`Old desk ${size}`, `${'Long '.repeat(60)}${size}`];
    const service = [{ name }, { name: long }];
    await bring([file('one.json', [item(first, { service })])]);
    const category = await app.strapi.db.query(UID.category).findOne({ where: { name } });
    await desk
      .put(`/content-manager/collection-types/${UID.category}/${category.documentId}`)
      .send({ name: `New desk ${size}` })
      .expect(200);
    expect((await bring([file('two.json', others.map((uri) => item(uri, { service })))])).counts).toEqual({ created: size - 1 }); // prettier-ignore
    for (const uri of others) expect(await categoriesOf(uri)).toEqual([`New desk ${size}`, long.trim().slice(0, 255)]);
  });

  it('is refused where the uri of a photo would not fit, in the same words', async () => {
    const long = (uri: string) => uri + 'x'.repeat(251 - uri.length);
    const photo = { type: 'picture', headline: 'Quay' };
    const run = await bring([file('long.json', uris('long').map((uri) => item(long(uri), { associations: { photo } })))]); // prettier-ignore
    expect(run.counts).toEqual({ quarantined: size });
    for (const { error } of run.items) expect(error).toMatchObject({ code: 'field-too-long' });
  });
});

describe('a file of which two items could not be written', () => {
  let isBroken = false;
  const uris = ['urn:kept:broken:1', 'urn:kept:broken:2'];
  const both = async (): Promise<string[]> => [await row(uris[0] ?? ''), await row(uris[1] ?? '')].map(({ key }) => String(key)); // prettier-ignore
  const replay = async (key: string) =>
    (
      await desk
        .post('/newswire/quarantine/replay')
        .send({ keys: [key] })
        .expect(202)
    ).body;
  beforeAll(async () => {
    app.strapi.db.lifecycles.subscribe({
      models: [UID.article],
      beforeCreate({ params }: { params: { data?: { uri?: string } } }) {
        if (isBroken && params.data?.uri?.startsWith('urn:kept:broken')) throw new Error('The disk is full.');
      },
    });
    isBroken = true;
    expect(
      (
        await bring([
          file(
            'broken.json',
            uris.map((uri) => item(uri)),
          ),
        ])
      ).counts,
    ).toEqual({ quarantined: 2 });
  });

  it('keeps its bytes for both where one comes again in another file', async () => {
    await bring([file('again.json', [item(uris[0] ?? '')])]);
    for (const key of await both()) expect((await desk.get(`/newswire/wire-items/${key}/raw`)).status).toBe(200);
  });

  it('shows each the copy that it came in last, where another item keeps that one', async () => {
    const mixed = file('mixed.json', [item('urn:kept:broken:3'), item(uris[0] ?? '')]);
    expect((await bring([mixed])).counts).toEqual({ quarantined: 2 });
    const copyOf = async (key: string) =>
      (await desk.get(`/newswire/wire-items/${key}/raw`).expect(200)).body.data.text;
    const [first = '', second = ''] = await both();
    expect(await copyOf(first)).toBe(String(mixed.bytes));
    expect(await copyOf(second)).not.toBe(String(mixed.bytes));
  });

  it('keeps them for the other where one is replayed, and that can be replayed too', async () => {
    isBroken = false;
    for (const key of await both()) {
      await replay(key);
      for (const other of await both()) expect((await desk.get(`/newswire/wire-items/${other}/raw`)).status).toBe(200);
    }
    for (const uri of uris) expect(await row(uri)).toMatchObject({ outcome: 'created' });
  });
});

it('the newest of very many versions is known', async () => {
  const uri = 'urn:kept:versions';
  await bring([file('one.json', [item(uri, { version: '1' })])]);
  const one = await row(uri);
  const { id: _id, documentId: _documentId, key: _key, claim: _claim, ...same } = one;
  void [_id, _documentId, _key, _claim];
  const versions = Array.from({ length: 1200 }, (_, n) => ({ ...same, key: `seeded-${n}`, claim: null, version: String(n + 2), outcome: 'updated' })); // prettier-ignore
  await app.strapi.db.query(UID.wireItem).createMany({ data: versions });
  expect((await bring([file('new.json', [item(uri, { version: '2000' })])])).counts).toEqual({ updated: 1 });
  expect((await bring([file('same.json', [item(uri, { version: '2000' })])])).counts).toEqual({ skipped: 1 });
  expect((await bring([file('old.json', [item(uri, { version: '1500' })])])).counts).toEqual({ skipped: 1 });
  expect((await bring([file('kill.json', [item(uri, { version: '3000', pubstatus: 'canceled' })])])).counts).toEqual({ killed: 1 }); // prettier-ignore
  expect((await bring([file('late.json', [item(uri, { version: '1600' })])])).counts).toEqual({ skipped: 1 });
});

it('a photo of two killed stories comes back with the first of them that does', async () => {
  const photo = { type: 'picture', uri: 'urn:kept:shared', headline: 'Quay' };
  const story = (n: number, version: string, more: Partial<Ninjs> = {}) =>
    file(`${n}.json`, [item(`urn:kept:story:${n}`, { version, associations: { photo }, ...more })]);
  for (const n of [1, 2]) await bring([story(n, '1')]);
  for (const n of [1, 2]) await bring([story(n, '2', { pubstatus: 'canceled' })]);
  const shared = () => app.strapi.db.query(UID.photo).findOne({ where: { uri: photo.uri } });
  expect(await shared()).toMatchObject({ pubStatus: 'canceled' });
  await bring([story(1, '3')]);
  expect(await shared()).toMatchObject({ pubStatus: 'usable' });
});

it('a story that comes back without one of its photos leaves that one closed', async () => {
  const photo = (name: string) => ({ type: 'picture', uri: `urn:kept:back:${name}`, headline: name });
  const version = (n: string, associations: object, more: Partial<Ninjs> = {}) =>
    bring([file(`back-${n}.json`, [item('urn:kept:back', { version: n, associations, ...more })])]);
  await version('1', { quay: photo('quay'), mast: photo('mast') });
  await version('2', {}, { pubstatus: 'canceled' });
  await version('3', { quay: photo('quay') });
  const status = async (name: string) =>
    (await app.strapi.db.query(UID.photo).findOne({ where: { uri: `urn:kept:back:${name}` } })).pubStatus;
  expect([await status('quay'), await status('mast')]).toEqual(['usable', 'canceled']);
});
