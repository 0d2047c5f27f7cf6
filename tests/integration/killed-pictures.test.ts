import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UID } from '../../contracts/uid';
import type { Entity } from '../../server/documents';
import { judgedDocuments } from '../support/judged';
import { make, PUBLIC_READS } from '../support/newsroom';
import { replacePicture, uploadPicture, type Uploaded } from '../support/pictures';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';

const FILE = 'plugin::upload.file';
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

let app: TestStrapi;
let editor: Agent;
let files = 0;

beforeAll(async () => {
  app = await startStrapi();
  editor = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

const { save, statusOf, rowsOf } = judgedDocuments(() => app);
const remove = (documentId: string) => app.strapi.documents(UID.photo as typeof FILE).delete({ documentId });
const sweep = () => app.strapi.plugin('newswire').service('rights-gate').sweep.soon();
const decisions = (photo: string) => `/newswire/rights/photo/${photo}/decisions`;

interface Picture extends Uploaded {
  name: string;
}

/** A picture of its own, unless it is to be that of another (`as`). */
async function upload(as?: Picture): Promise<Picture> {
  const name = `ferry${(files += 1)}`;
  const look = Number((as?.name ?? name).slice('ferry'.length));
  return { name, ...(await uploadPicture(app, name, look)) };
}
const photoOf = (picture: Picture, data: object = {}) =>
  make(app, UID.photo, { caption: picture.name, creditLine: 'Voss', image: picture.id, ...data });
const storyWith = (...photos: string[]) =>
  make(app, UID.article, { headline: 'Quay', creditLine: 'AP', photos: photos.map((photo) => ({ photo, caption: 'Seen here' })) }, 'published'); // prettier-ignore

/** The illustrations of a story as readers get them, the same over REST and GraphQL. */
async function shownIn(story: string): Promise<unknown[]> {
  const rest = await app.anyone.get(`/api/newswire/articles/${story}?populate[photos][populate][photo][populate]=image`).expect(200); // prettier-ignore
  const query = `{ newswireArticle(documentId: "${story}") { photos { caption rights { reasons } photo { image { url } } } } }`; // prettier-ignore
  const graphql = await app.anyone.post('/graphql').send({ query }).expect(200);
  const told = (photos: Entity[]) =>
    photos.map(({ caption, rights, photo }) => ({
      caption,
      reasons: rights && (rights as Entity)['reasons'],
      url: photo && ((photo as Entity)['image'] as Entity)['url'],
    }));
  expect(told(graphql.body.data.newswireArticle.photos)).toEqual(told(rest.body.data.photos));
  return told(rest.body.data.photos);
}

/** Whether anybody is told of a file, or given it. */
async function isPublic({ name, urls }: Picture): Promise<boolean[]> {
  const { body } = await app.anyone.get('/api/upload/files').expect(200);
  const { body: graphql } = await app.anyone.post('/graphql').send({ query: '{ uploadFiles(pagination: { limit: 100 }) { name } }' }); // prettier-ignore
  const listed = [body, graphql.data.uploadFiles].map((list: Entity[]) => list.some((one) => one['name'] === name));
  const served = await Promise.all(urls.map(async (url) => (await app.anyone.get(url)).status === 200));
  return [...new Set([...listed, ...served])];
}
const isOnDisk = async ({ urls }: Picture): Promise<boolean[]> => {
  const places = urls.flatMap((url) => [join(app.strapi.dirs.static.public, url), join(app.strapi.dirs.static.public, '..', 'private/newswire', url.replace('/uploads/', ''))]); // prettier-ignore
  const found = await Promise.all(places.map((place) => stat(place).then(() => true, () => false))); // prettier-ignore
  return [...new Set(found)];
};

/** What is done after the commit is done soon. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('it is not so after twenty seconds');
}

describe('a photo whose picture is killed in another photo', () => {
  it('is not shown, says why, and claims no address; it comes back with the other', async () => {
    const picture = await upload();
    const [killed, twin] = [await photoOf(picture), await photoOf(picture)];
    const story = await storyWith(twin);
    const open = { caption: 'Seen here', reasons: [], url: picture.urls[0] };
    expect(await shownIn(story)).toEqual([open]);

    await save(UID.photo, killed, { pubStatus: 'canceled' });
    expect(await shownIn(story)).toEqual([{ caption: null, reasons: ['same-picture'], url: null }]);
    expect(await statusOf(twin, 'photos')).toBe(404);
    await sweep();
    expect(await isPublic(picture)).toEqual([false]);

    await save(UID.photo, killed, { pubStatus: 'usable' });
    await sweep();
    expect(await shownIn(story)).toEqual([open]);
    expect(await isPublic(picture)).toEqual([true]);
  });

  it('tells editors which photo closes it, and no allowance opens it', async () => {
    const picture = await upload();
    const killed = await photoOf(picture, { pubStatus: 'canceled' });
    const twin = await photoOf(picture);
    const story = await storyWith(twin);
    await editor.post(decisions(twin)).send({ effect: 'allow', why: 'Bought', until: TOMORROW }).expect(200);
    const { body } = await editor.get(`/newswire/rights/photo/${twin}/validity`).expect(200);
    expect(body.data).toMatchObject({
      servable: false,
      reasons: ['same-picture'],
      samePicture: { documentId: killed, title: picture.name },
    });
    const { body: about } = await editor.get(`/newswire/rights/article/${story}/validity`).expect(200);
    expect(about.data.hiddenPhotos).toMatchObject([{ documentId: twin, reasons: ['same-picture'] }]);
    const { body: inbox } = await editor.get('/newswire/desk/inbox?kind=killed-in-use&type=photo').expect(200);
    expect((inbox.data as Entity[]).map(({ documentId }) => documentId)).toContain(twin);
  });

  it('is known by its bytes, where they were stored twice', async () => {
    const [one, other] = [await upload(), await upload()];
    const killed = await photoOf(one, { contentHash: 'the same bytes' });
    const twin = await photoOf(other, { contentHash: 'the same bytes' });
    await save(UID.photo, killed, { pubStatus: 'withheld' });
    expect(await statusOf(twin, 'photos')).toBe(404);
    await save(UID.photo, killed, { pubStatus: 'usable' });
    expect(await statusOf(twin, 'photos')).toBe(200);
  });

  it('is known by what is to be seen in it, where it was uploaded twice: before the kill, and after it', async () => {
    const one = await upload();
    const before = await photoOf(await upload(one));
    const killed = await photoOf(one);
    await until(async () => (await rowsOf(killed, UID.photo))[0]?.['pictureHash'] !== null);
    await until(async () => (await rowsOf(before, UID.photo))[0]?.['pictureHash'] !== null);
    expect(await statusOf(before, 'photos')).toBe(200);
    await save(UID.photo, killed, { pubStatus: 'canceled' });
    expect(await statusOf(before, 'photos')).toBe(404);
    const again = await upload(one);
    const after = await photoOf(again);
    await until(async () => (await statusOf(after, 'photos')) === 404);
    await sweep();
    expect(await isPublic(again)).toEqual([false]);
    await save(UID.photo, after, { image: (await upload()).id });
    await until(async () => (await statusOf(after, 'photos')) === 200);
  });

  it('is known where it is put into the place of another in the Media Library', async () => {
    const killed = await photoOf(await upload(), { pubStatus: 'canceled' });
    await until(async () => (await rowsOf(killed, UID.photo))[0]?.['pictureHash'] !== null);
    const picture = await upload();
    const other = await photoOf(picture);
    await until(async () => (await rowsOf(other, UID.photo))[0]?.['pictureHash'] !== null);
    expect(await statusOf(other, 'photos')).toBe(200);
    await replacePicture(app, picture.id, files - 1);
    await until(async () => (await statusOf(other, 'photos')) === 404);
  });

  it('is closed by a denial too, and opened when that is withdrawn; not by what is over for one photo', async () => {
    const picture = await upload();
    const [denied, twin] = [await photoOf(picture), await photoOf(picture)];
    const { body } = await editor.post(decisions(denied)).send({ effect: 'deny', why: 'Court order' }).expect(200);
    expect(await statusOf(twin, 'photos')).toBe(404);
    await editor.post(`${decisions(denied)}/${body.data.decisions[0].id}/withdraw`).send({ why: 'Settled' }).expect(200); // prettier-ignore
    expect(await statusOf(twin, 'photos')).toBe(200);
    await save(UID.photo, denied, { expires: '2020-01-01T00:00:00.000Z' });
    expect(await statusOf(twin, 'photos')).toBe(200);
  });

  it('is opened when it is given another picture', async () => {
    const [picture, other] = [await upload(), await upload()];
    await photoOf(picture, { pubStatus: 'canceled' });
    const twin = await photoOf(picture);
    expect(await statusOf(twin, 'photos')).toBe(404);
    await save(UID.photo, twin, { image: other.id });
    expect(await statusOf(twin, 'photos')).toBe(200);
  });
});

describe('a photo that is deleted', () => {
  it('takes the caption of its story with it, whatever it was', async () => {
    const photo = await photoOf(await upload());
    const story = await storyWith(photo);
    await remove(photo);
    expect(await shownIn(story)).toEqual([{ caption: null, reasons: null, url: null }]);
  });

  it.each<[string, object]>([
    ['killed', { pubStatus: 'canceled' }],
    ['withheld', { pubStatus: 'withheld' }],
    ['under embargo', { embargoedUntil: TOMORROW }],
    ['expired', { expires: '2020-01-01T00:00:00.000Z' }],
    ['only for some countries', { restrictions: [{ kind: 'territory-only', territory: 'NO', sentence: 'x' }] }],
  ])('and was %s takes its file with it, from the vault too', async (_, data) => {
    const picture = await upload();
    const photo = await photoOf(picture, data);
    await sweep();
    await remove(photo);
    expect(await app.strapi.db.query(FILE).count({ where: { id: picture.id } })).toBe(0);
    await until(async () => !(await isOnDisk(picture)).includes(true));
    expect(await isPublic(picture)).toEqual([false]);
  });

  it('leaves no file into which its credit was just being written', async () => {
    const gone: Picture[] = [];
    for (let n = 0; n < 20; n += 1) {
      const picture = await upload();
      // The credit goes into the file as soon as the photo is committed.
      const photo = await photoOf(picture, { embargoedUntil: TOMORROW });
      await new Promise((later) => setTimeout(later, 2 * n));
      await remove(photo);
      gone.push(picture);
    }
    for (const picture of gone) await until(async () => !(await isOnDisk(picture)).includes(true));
  });

  it('and was killed is forgotten by its bytes: an import stores them anew', async () => {
    const picture = await upload();
    const stored = app.strapi.db.query(UID.storedImage);
    await stored.create({ data: { contentHash: picture.name, fileId: picture.id } });
    await remove(await photoOf(picture, { pubStatus: 'canceled', contentHash: picture.name }));
    expect(await stored.count({ where: { contentHash: picture.name } })).toBe(0);
  });

  it('and was open leaves its file in the Media Library', async () => {
    const picture = await upload();
    await remove(await photoOf(picture));
    expect(await isPublic(picture)).toEqual([true]);
  });

  it('keeps its file where the deletion does not hold', async () => {
    const picture = await upload();
    const photo = await photoOf(picture, { embargoedUntil: TOMORROW });
    const failing = app.strapi.db.transaction(async () => {
      await remove(photo);
      throw new Error('Something else failed');
    });
    await expect(failing).rejects.toThrow('Something else failed');
    expect(await rowsOf(photo, UID.photo)).toHaveLength(1);
    expect(await app.strapi.db.query(FILE).count({ where: { id: picture.id } })).toBe(1);
    expect((await isOnDisk(picture)).includes(true)).toBe(true);
  });

  it('passes its kill on to the other photos of its picture, on record', async () => {
    const picture = await upload();
    const [killed, twin] = [await photoOf(picture), await photoOf(picture)];
    const story = await storyWith(twin);
    await save(UID.photo, killed, { pubStatus: 'canceled' });
    await remove(killed);
    expect(await rowsOf(twin, UID.photo)).toMatchObject([{ pubStatus: 'canceled', blockedBy: 'killed' }]);
    expect(await shownIn(story)).toEqual([{ caption: null, reasons: ['killed'], url: null }]);
    expect(await isPublic(picture)).toEqual([false]);
    const events = (await app.strapi.db.query(UID.rightsEvent).findMany({ where: { targetDocumentId: twin }, orderBy: { id: 'desc' } })) as Entity[]; // prettier-ignore
    expect(events[0]?.['changes']).toEqual([{ field: 'pubStatus', from: 'usable', to: 'canceled' }]);
  });

  it('no longer closes the other photos of its picture by what was decided about it alone', async () => {
    const picture = await upload();
    const [denied, twin] = [await photoOf(picture), await photoOf(picture)];
    await editor.post(decisions(denied)).send({ effect: 'deny', why: 'Court order' }).expect(200);
    await remove(denied);
    expect(await statusOf(twin, 'photos')).toBe(200);
    await sweep();
    expect(await isPublic(picture)).toEqual([true]);
  });
});

describe('a killed photo that is given another picture', () => {
  it('takes the killed one with it', async () => {
    const [picture, other] = [await upload(), await upload()];
    const photo = await photoOf(picture, { pubStatus: 'canceled' });
    await save(UID.photo, photo, { image: other.id });
    await until(async () => !(await isOnDisk(picture)).includes(true));
    expect(await isPublic(picture)).toEqual([false]);
    expect(await app.strapi.db.query(FILE).count({ where: { id: picture.id } })).toBe(0);
    expect(await isPublic(other)).toEqual([false]);
  });
});
