import { UID } from '../../../contracts/uid';
import type { RunResponse } from '../../../contracts/imports';
import { undoRun } from '../../../server/importer/undo';
import { jpegWith } from '../../support/jpeg';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

let app: TestStrapi;
let desk: Agent;
beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
});
afterAll(() => app.stop());

type Run = RunResponse['data'];
interface Input {
  name: string;
  bytes: Buffer;
}

const importer = () => app.strapi.plugin('newswire').service('importer');
const bring = async (inputs: Input[], publish = true): Promise<Run> =>
  (await importer().import(inputs, { origin: 'cli', publish, decisions: [] })).data;
const undo = async (run: Run, who = desk) =>
  (await who.post(`/newswire/imports/${run.documentId}/undo`)).body.data.undo;
const rows = (uri: string) => app.strapi.db.query(UID.article).findMany({ where: { uri }, orderBy: { id: 'asc' } });
const headlines = async (uri: string) => (await rows(uri)).map(({ headline, publishedAt }) => [headline, publishedAt !== null]); // prettier-ignore
const story = (uri: string, version: string, more: Partial<Ninjs> = {}) =>
  ninjs({ uri, version, headline: `Version ${version}`, ...more });
const kill = (uri: string, version: string) => story(uri, version, { pubstatus: 'canceled' });
const BOTH = (headline: string) => [
  [headline, false],
  [headline, true],
];

it('an import of the same version once more, with its picture: the first import stands, and can be undone', async () => {
  const uri = 'urn:undo:again';
  const photo = {
    type: 'picture',
    uri: `${uri}:photo`,
    headline: 'Quay',
    renditions: { main: { href: 'quay-again.jpg' } },
  };
  const one = story(uri, '1', { associations: { photo } });
  await bring([one]);
  const second = await bring([one, { name: 'quay-again.jpg', bytes: jpegWith({ width: 24, height: 20 }) }]);
  expect(second.counts).toEqual({ updated: 1 });
  expect(await undo(second)).toMatchObject({ state: 'finished', left: [] });
  expect((await bring([one])).counts).toEqual({ skipped: 1 });
  expect((await bring([kill(uri, '2')])).counts).toEqual({ killed: 1 });
  expect((await rows(uri)).every(({ pubStatus }) => pubStatus === 'canceled')).toBe(true);
});

it('of two imports with the same version, the first can be undone after the second', async () => {
  const uri = 'urn:undo:both';
  const photo = {
    type: 'picture',
    uri: `${uri}:photo`,
    headline: 'Quay',
    renditions: { main: { href: 'quay-both.jpg' } },
  };
  const one = story(uri, '1', { associations: { photo } });
  const first = await bring([one]);
  await undo(await bring([one, { name: 'quay-both.jpg', bytes: jpegWith({ width: 24, height: 21 }) }]));
  expect(await undo(first)).toMatchObject({ state: 'finished', left: [] });
  expect(await rows(uri)).toEqual([]);
  expect((await bring([one])).counts).toEqual({ created: 1 });
});

it('of one version after the other', async () => {
  const uri = 'urn:undo:three';
  const runs = [await bring([story(uri, '1')]), await bring([story(uri, '2')]), await bring([story(uri, '3')])];
  const [one, two, three] = runs as [Run, Run, Run];
  expect(await undo(three)).toMatchObject({ restored: 1, left: [] });
  expect(await headlines(uri)).toEqual(BOTH('Version 2'));
  expect(await undo(two)).toMatchObject({ restored: 1, left: [] });
  expect(await headlines(uri)).toEqual(BOTH('Version 1'));
  expect(await undo(one)).toMatchObject({ removed: 1, left: [] });
  expect(await rows(uri)).toEqual([]);
});

it('of two versions in one import, where the newer one had come and gone before', async () => {
  const uri = 'urn:undo:order';
  await undo(await bring([story(uri, '2')]));
  const both = await bring([story(uri, '1'), { ...story(uri, '2'), name: 'two.json' }]);
  expect(both.counts).toEqual({ created: 1, updated: 1 });
  expect(await undo(both)).toMatchObject({ left: [] });
  expect(await rows(uri)).toEqual([]);
});

it.each<[string, string, () => Promise<unknown>]>([
  ['category', 'urn:undo:category', () => app.strapi.documents(UID.category as 'plugin::upload.file').delete({ documentId: gone.category })],
  ['photo', 'urn:undo:photo', () => app.strapi.documents(UID.photo as 'plugin::upload.file').delete({ documentId: gone.photo })],
])('puts a story back without the %s that is gone since, and goes on with the others', async (_, uri, remove) => {
  const photo = { type: 'picture', uri: `${uri}:photo`, headline: 'Quay' };
  await bring([story(uri, '1', { associations: { photo }, service: [{ name: `Only ${uri}` }] }), story(`${uri}:2`, '1')]);
  const newer = await bring([story(uri, '2', { service: [{ name: 'Harbour' }] }), story(`${uri}:2`, '2')]);
  const category = await app.strapi.db.query(UID.category).findOne({ where: { name: `Only ${uri}` } });
  const made = await app.strapi.db.query(UID.photo).findOne({ where: { uri: `${uri}:photo` } });
  Object.assign(gone, { category: category.documentId, photo: made.documentId });
  await remove();
  expect(await undo(newer)).toMatchObject({ state: 'finished', restored: 2, left: [] });
  expect(await headlines(uri)).toEqual(BOTH('Version 1'));
  expect(await headlines(`${uri}:2`)).toEqual(BOTH('Version 1'));
}); // prettier-ignore
const gone = { category: '', photo: '' };

it('leaves what an editor has published since, also in bulk, and lists it', async () => {
  const uri = 'urn:undo:published';
  await bring([story(uri, '1')]);
  const newer = await bring([story(uri, '2')], false);
  const [{ documentId }] = await rows(uri);
  await new Promise((later) => setTimeout(later, 5));
  await desk
    .post(`/content-manager/collection-types/${UID.article}/actions/bulkPublish`)
    .send({ documentIds: [documentId] })
    .expect(200);
  expect(await undo(newer)).toMatchObject({ restored: 0, left: [{ documentId }] });
  expect(await headlines(uri)).toEqual(BOTH('Version 2'));
});

it('of a draft leaves to readers what they have', async () => {
  const uri = 'urn:undo:draft';
  await bring([story(uri, '1')]);
  const before = (await rows(uri)).find(({ publishedAt }) => publishedAt !== null);
  const newer = await bring([story(uri, '2')], false);
  const importOnly = await app.editor(['plugin::newswire.import']);
  expect(await undo(newer, importOnly)).toMatchObject({ restored: 1, left: [] });
  expect((await rows(uri)).find(({ publishedAt }) => publishedAt !== null)).toMatchObject({ id: before.id, headline: 'Version 1' }); // prettier-ignore
});

it('publishes nothing for somebody who may not publish', async () => {
  const uri = 'urn:undo:kill';
  await bring([story(uri, '1')]);
  const killed = await bring([kill(uri, '2')], false);
  const importOnly = await app.editor(['plugin::newswire.import']);
  const { body } = await importOnly.post(`/newswire/imports/${killed.documentId}/undo`).expect(403);
  expect(body.error.details).toEqual({ code: 'undo-publishes' });
  expect((await rows(uri)).every(({ pubStatus }) => pubStatus === 'canceled')).toBe(true);
  expect(await undo(killed)).toMatchObject({ restored: 1, left: [] });
});

it('waits for a process that is still writing what was cancelled', async () => {
  const run = await bring([story('urn:undo:late:1', '1')]);
  const runs = app.strapi.db.query(UID.importRun);
  const lease = (seconds: number) => ({ owner: 'another', leaseUntil: new Date(Date.now() + seconds * 1000) });
  await runs.update({ where: { documentId: run.documentId }, data: lease(30) });
  const undone = undo(run);
  await new Promise((later) => setTimeout(later, 600));
  expect(await rows('urn:undo:late:1')).toHaveLength(2);
  await runs.update({ where: { documentId: run.documentId }, data: { owner: null, leaseUntil: null } });
  expect(await undone).toMatchObject({ state: 'finished', removed: 1 });
});

it('is counted once where two processes undo the same', async () => {
  const run = await bring(Array.from({ length: 6 }, (_, n) => story(`urn:undo:twice:${n}`, '1')));
  const { id } = await app.strapi.db.query(UID.importRun).findOne({ where: { documentId: run.documentId } });
  const open = { id: Number(id), documentId: run.documentId };
  await Promise.all([undoRun(app.strapi, open), undoRun(app.strapi, open)]);
  expect((await importer().findRun(run.documentId)).data.undo).toEqual({ state: 'finished', removed: 6, restored: 0, left: [] }); // prettier-ignore
});
