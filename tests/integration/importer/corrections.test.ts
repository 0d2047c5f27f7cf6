import type { CorrectionsResponse } from '../../../contracts/corrections';
import type { RunResponse } from '../../../contracts/imports';
import type { QuarantineResponse } from '../../../contracts/quarantine';
import { UID } from '../../../contracts/uid';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

let app: TestStrapi;
let desk: Agent;
beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
});
afterAll(() => app.stop());

async function send(item: Ninjs): Promise<RunResponse['data']> {
  const { name, bytes } = ninjs(item);
  const post = desk.post('/newswire/imports').field('data', '{"publish":true}');
  return (await post.attach('files', bytes, name).expect(201)).body.data;
}
const documentOf = (run: RunResponse['data'], type = 'article'): string =>
  run.items[0]?.targets.find((target) => target.type === type)?.documentId ?? '';
const save = (uid: string, documentId: string, data: object) =>
  app.strapi.documents(uid as 'plugin::upload.file').update({ documentId, data } as never);
const draftOf = (documentId: string) =>
  app.strapi.db.query(UID.article).findOne({ where: { documentId, publishedAt: null } });
const shown = async (type: string, documentId: string): Promise<CorrectionsResponse['data']> =>
  (await desk.get(`/newswire/corrections/${type}/${documentId}`).expect(200)).body.data;
const decide = async (type: string, documentId: string, data: object): Promise<CorrectionsResponse['data']> =>
  (await desk.post(`/newswire/corrections/${type}/${documentId}`).send(data).expect(200)).body.data;

describe('a correction of what an editor has changed', () => {
  const uri = 'urn:correction:1';
  const photo = (creditline: string) => ({
    main: { uri: 'urn:correction:photo', type: 'picture', headline: 'Quay', copyrightholder: creditline },
  });
  const first = {
    uri,
    headline: 'Ferry carries 180',
    body_html: '<p>It carried 180.</p>',
    byline: 'Ilse Brandt',
    associations: photo('AP'),
  };
  const second = {
    ...first,
    headline: 'Ferry carries 190',
    body_html: '<p>It carried 190.</p>',
    byline: 'Nils Holm',
    version: '2',
    ednote: 'CORRECTS the number of passengers',
    associations: photo('AP Photo'),
  };
  let documentId: string;
  let photoId: string;

  it('keeps the editor’s, follows the wire elsewhere, and offers the difference, which survives', async () => {
    const run = await send(first);
    documentId = documentOf(run);
    photoId = documentOf(run, 'photo');
    await save(UID.article, documentId, { headline: 'Our ferry carries 180', body: '<p>Ours carried 180.</p>' });
    await save(UID.photo, photoId, { copyrightHolder: 'The Associated Press' });
    expect((await send(second)).counts).toEqual({ corrected: 1 });
    expect(await draftOf(documentId)).toMatchObject({ headline: 'Our ferry carries 180', byline: 'Nils Holm' });
    const { differences, corrections } = await shown('article', documentId);
    expect(differences).toMatchObject([
      { field: 'body', was: '<p>It carried 180.</p>', wire: '<p>It carried 190.</p>', now: '<p>Ours carried 180.</p>' },
      {
        field: 'headline',
        was: 'Ferry carries 180',
        wire: 'Ferry carries 190',
        now: 'Our ferry carries 180',
        note: second.ednote,
        version: '2',
      },
    ]);
    expect(corrections).toMatchObject([{ note: second.ednote, version: '2' }]);
    expect((await shown('photo', photoId)).differences).toMatchObject([
      { field: 'copyrightHolder', was: 'AP', wire: 'AP Photo', now: 'The Associated Press' },
    ]);
  });

  it('is taken or left field by field, and is gone then', async () => {
    const left = await decide('article', documentId, { accept: ['body'] });
    expect(left.differences.map(({ field }) => field)).toEqual(['headline']);
    expect(await draftOf(documentId)).toMatchObject({
      body: '<p>It carried 190.</p>',
      headline: 'Our ferry carries 180',
    });
    expect((await decide('article', documentId, { dismiss: ['headline'] })).differences).toEqual([]);
    await decide('photo', photoId, { accept: ['copyrightHolder'] });
    const [event] = await app.strapi.db
      .query(UID.rightsEvent)
      .findMany({ where: { targetDocumentId: photoId }, orderBy: { id: 'desc' } });
    expect(event).toMatchObject({
      surface: 'admin',
      reason: 'Taken from the wire, version 2.',
      changes: [{ field: 'copyrightHolder', from: 'The Associated Press', to: 'AP Photo' }],
    });
    const rows = await app.strapi.db.query(UID.difference).findMany({ orderBy: { field: 'asc' } });
    expect(rows.map((row) => [row.field, row.state, Boolean(row.decidedBy)])).toEqual([
      ['body', 'accepted', true],
      ['copyrightHolder', 'accepted', true],
      ['headline', 'dismissed', true],
    ]);
  });

  it('comes once more with the next change of the wire, goes when the wire takes it back, and with an undo', async () => {
    await send({ ...second, version: '3', headline: 'Ferry carries 200' });
    expect((await shown('article', documentId)).differences).toMatchObject([
      { field: 'headline', was: 'Ferry carries 190', wire: 'Ferry carries 200' },
    ]);
    const fourth = await send({ ...second, version: '4', headline: 'Ferry carries 210' });
    expect((await shown('article', documentId)).differences).toMatchObject([
      { was: 'Ferry carries 190', wire: 'Ferry carries 210' },
    ]);
    await desk.post(`/newswire/imports/${fourth.documentId}/undo`).expect(200);
    expect((await shown('article', documentId)).differences).toMatchObject([{ wire: 'Ferry carries 200' }]);
    await send({ ...second, version: '5' });
    expect((await shown('article', documentId)).differences).toEqual([]);
  });

  it('needs the right to change the field', async () => {
    const read = { action: 'plugin::content-manager.explorer.read', subject: UID.article };
    const reader = await app.editor([read]);
    await reader
      .post(`/newswire/corrections/article/${documentId}`)
      .send({ accept: ['headline'] })
      .expect(403);
    await app.anyone.get(`/newswire/corrections/article/${documentId}`).expect(401);
    await desk.get('/newswire/corrections/article/nothing').expect(404);
  });

  it('is told on the article when it is killed', async () => {
    await send({ ...second, version: '9', pubstatus: 'canceled', ednote: 'KILL: the ferry never left' });
    expect((await shown('article', documentId)).closed).toMatchObject({
      pubStatus: 'canceled',
      note: 'KILL: the ferry never left',
    });
  });
});

describe('restrictions that an editor has changed', () => {
  const JAPAN_OUT = { kind: 'territory-excluded', territory: 'JP', sentence: 'JAPAN OUT' };
  const item = { uri: 'urn:terms:1', headline: 'Ferry leaves' };
  const kinds = async (documentId: string): Promise<string[]> =>
    ((await draftOf(documentId)).restrictions ?? []).map(({ kind }: { kind: string }) => kind);

  it('stay when the wire corrects its terms; those that nobody touched follow it', async () => {
    const documentId = documentOf(await send({ ...item, usageterms: 'Editorial use only.' }));
    expect(await kinds(documentId)).toEqual(['editorial-only']);
    await send({ ...item, version: '2', usageterms: 'Editorial use only. No archives.' });
    expect(await kinds(documentId)).toEqual(['editorial-only', 'no-archive']);
    await save(UID.article, documentId, { restrictions: [JAPAN_OUT] });
    await send({ ...item, version: '3', usageterms: 'Editorial use only. No sales.' });
    expect(await kinds(documentId)).toEqual(['territory-excluded', 'no-sales']);
  });

  it('are offered beside the wire’s, and what the wire forbids newly counts at once', async () => {
    const uri = 'urn:terms:2';
    const documentId = documentOf(await send({ ...item, uri, usageterms: 'Editorial use only. No archives.' }));
    await save(UID.article, documentId, { restrictions: [] });
    await send({ ...item, uri, version: '2', usageterms: 'For editorial use only. No archives. No resale.' });
    expect(await kinds(documentId)).toEqual(['no-resale']);
    const [difference] = (await shown('article', documentId)).differences;
    const words = (value: unknown): string[] => (value as { kind: string }[]).map(({ kind }) => kind);
    expect(difference?.field).toBe('restrictions');
    expect(words(difference?.was)).toEqual(['editorial-only', 'no-archive']);
    expect(words(difference?.wire)).toEqual(['editorial-only', 'no-archive', 'no-resale']);
    await decide('article', documentId, { accept: ['restrictions'] });
    expect(await kinds(documentId)).toEqual(['editorial-only', 'no-archive', 'no-resale']);
  });

  it('of a photo, too', async () => {
    const uri = 'urn:terms:photo';
    const picture = (usageterms: string) => ({ uri, type: 'picture', headline: 'Ferry', usageterms });
    const documentId = documentOf(await send(picture('No archives.')), 'photo');
    await save(UID.photo, documentId, { restrictions: [JAPAN_OUT] });
    await send({ ...picture('No archives. No resale.'), version: '2' });
    const row = await app.strapi.db.query(UID.photo).findOne({ where: { documentId } });
    expect(row.restrictions.map(({ kind }: { kind: string }) => kind)).toEqual(['territory-excluded', 'no-resale']);
  });
});

describe('categories that an editor has changed', () => {
  const services = (...names: string[]) => names.map((name) => ({ name }));
  const filed = async (documentId: string): Promise<string[]> => {
    const row = await app.strapi.db
      .query(UID.article)
      .findOne({ where: { documentId, publishedAt: null }, populate: { categories: true } });
    return row.categories.map(({ name }: { name: string }) => name).sort();
  };

  it('stay, and the wire’s are offered by their names', async () => {
    const item = { uri: 'urn:filed:1', headline: 'Ferry files', service: services('Harbour', 'Shipping') };
    const documentId = documentOf(await send(item));
    const travel = await app.strapi.documents(UID.category as 'plugin::upload.file').create({ data: { name: 'Travel' } } as never); // prettier-ignore
    await save(UID.article, documentId, { categories: [travel.documentId] });
    await send({ ...item, version: '2', service: services('Shipping', 'Weather') });
    expect(await filed(documentId)).toEqual(['Travel']);
    expect((await shown('article', documentId)).differences).toMatchObject([
      { field: 'categories', was: ['Harbour', 'Shipping'], wire: ['Shipping', 'Weather'], now: ['Travel'] },
    ]);
    const left = await decide('article', documentId, { accept: ['categories'] });
    expect(left.differences).toEqual([]);
    expect(await filed(documentId)).toEqual(['Shipping', 'Weather']);
    await send({ ...item, version: '3', service: services('Weather') });
    expect(await filed(documentId)).toEqual(['Weather']);
  });
});

describe('quarantine', () => {
  const list = async (): Promise<QuarantineResponse> => (await desk.get('/newswire/quarantine').expect(200)).body;

  it('lists what failed in any import with its bytes, clears what succeeds later, and lets go of the rest', async () => {
    const refuse = app.strapi.db.lifecycles.subscribe({
      models: [UID.article],
      beforeCreate: () => {
        throw new Error('No space left on the device');
      },
    });
    await send({ uri: 'urn:quarantine:1', headline: 'Refused' });
    refuse();
    const broken = Buffer.from([0, 1, 2, 3, 250, 251, 0, 0, 17, 9]);
    await desk.post('/newswire/imports').attach('files', broken, 'broken.bin').expect(201);
    const { data, meta } = await list();
    expect(meta.pagination.total).toBe(2);
    expect(data.map(({ title, inputName, error }) => [title, inputName, error.code])).toEqual([
      ['', 'broken.bin', 'unrecognised-format'],
      ['Refused', 'urn-quarantine-1.json', 'not-written'],
    ]);
    const [unreadable, refused] = data.map(({ key }) => key);
    const { body } = await desk.get(`/newswire/wire-items/${refused}/raw`).expect(200);
    expect(body.data.text).toContain('"Refused"');
    expect((await desk.get(`/newswire/wire-items/${unreadable}/raw`).expect(200)).body.data.text).toBeUndefined();
    const file = await desk.get(`/newswire/wire-items/${unreadable}/raw/file`).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="broken.bin"',
      'x-content-type-options': 'nosniff',
    });
    expect(file.body).toEqual(broken);
    const again = await desk
      .post('/newswire/quarantine/replay')
      .send({ keys: [refused, unreadable] })
      .expect(202);
    expect(again.body.data.runs).toHaveLength(2);
    expect((await list()).data.map(({ inputName }) => inputName)).toEqual(['broken.bin']);
    expect(await app.strapi.db.query(UID.article).count({ where: { uri: 'urn:quarantine:1' } })).toBe(2);
    const gone = await desk
      .post('/newswire/quarantine/dismiss')
      .send({ keys: [unreadable] })
      .expect(200);
    expect(gone.body.data.count).toBe(1);
    expect((await list()).meta.pagination.total).toBe(0);
    await desk
      .post('/newswire/quarantine/replay')
      .send({ keys: [unreadable] })
      .expect(400);
    await desk.post('/newswire/imports').attach('files', broken, 'broken.bin').expect(201);
    expect((await list()).data.map(({ inputName }) => inputName)).toEqual(['broken.bin']);
    await desk.post('/newswire/quarantine/dismiss').send({ keys: [unreadable] }).expect(200); // prettier-ignore
  });

  it.each<[string, string, Ninjs]>([
    ['headline', 'headline', { uri: 'urn:long:1', headline: 'Quay '.repeat(60) }],
    [
      'photos.0.creditLine',
      'a photo’s credit',
      {
        uri: 'urn:long:2',
        headline: 'Quay',
        associations: {
          main: {
            uri: 'urn:long:photo',
            type: 'picture',
            headline: 'Quay',
            copyrightholder: 'X',
            creditline: 'Ilse Brandt / AP, '.repeat(20),
          },
        },
      },
    ],
    ['uri', 'the identifier', { uri: `urn:long:${'x'.repeat(300)}`, headline: 'Quay' }],
  ])('takes what is too long for its field, and says which: %s', async (field, _, item) => {
    const run = await send(item);
    expect(run.counts).toEqual({ quarantined: 1 });
    expect(run.items[0]?.error).toMatchObject({ code: 'field-too-long', message: expect.stringContaining(`"${field}"`) }); // prettier-ignore
    const [row] = (await list()).data;
    expect(row?.error.code).toBe('field-too-long');
    await desk.post('/newswire/quarantine/dismiss').send({ keys: [row?.key] }).expect(200); // prettier-ignore
  });

  it('is for those who may import', async () => {
    const reader = await app.editor([]);
    await reader.get('/newswire/quarantine').expect(403);
    await reader.get('/newswire/wire-items/x/raw').expect(403);
    await desk.get('/newswire/wire-items/x/raw').expect(404);
  });
});
