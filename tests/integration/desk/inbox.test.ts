import { UID } from '../../../contracts/uid';
import type { Entity } from '../../../server/documents';
import { make } from '../../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

let app: TestStrapi;
let desk: Agent;
let ap: string;

beforeAll(async () => {
  app = await startStrapi({ config: { rights: { mode: 'warn' } } });
  desk = await app.superAdmin();
  ap = String(((await app.strapi.db.query(UID.agency).findOne({ where: { name: 'AP' } })) as Entity)['documentId']);
});
afterAll(() => app.stop());

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const save = (uid: string, documentId: string, data: object) => documents(uid).update({ documentId, data } as never);
const photo = (data: object) => make(app, UID.photo, { caption: 'Quay', creditLine: 'AP', ...data });
const storyWith = (one: string, data: object = {}) =>
  make(app, UID.article, { headline: 'Quay', creditLine: 'AP', photos: [{ photo: one }], ...data }, 'published');
const rowIn = async (kind: string, documentId: string, type = 'photo'): Promise<Entity | undefined> => {
  const { body } = await desk.get(`/newswire/desk/inbox?kind=${kind}&type=${type}&pageSize=100`).expect(200);
  return (body.data as Entity[]).find((row) => row['documentId'] === documentId);
};
const kindsOf = async (documentId: string): Promise<unknown[]> => {
  const issues = (await app.strapi.db.query(UID.rightsIssue).findMany({ where: { targetDocumentId: documentId } })) as Entity[]; // prettier-ignore
  return issues.map(({ kind }) => kind).sort();
};

describe('an agency that nobody has chosen', () => {
  it.each([
    ['its own name', 'Ilse Brandt / AP'],
    ['its full name', 'Ilse Brandt / The Associated Press'],
    ['its name before the photographer’s', 'REUTERS/Ilse Brandt'],
    ['its name alone', 'AFP'],
  ])('is known by %s in the credit', async (_, creditLine) => {
    expect(await kindsOf(await photo({ creditLine }))).toEqual([]);
  });

  it('is unknown until the newsroom has it, by whatever name', async () => {
    const [one, other] = [await photo({ creditLine: 'Ilse Brandt / Fjordbilder' }), await photo({ creditLine: 'FB Norge' })]; // prettier-ignore
    const stranger = await photo({ creditLine: 'Ilse Brandt / Somebody Else' });
    const kinds = async () => [await kindsOf(one), await kindsOf(other), await kindsOf(stranger)];
    expect(await kinds()).toEqual([['unknown-agency'], ['unknown-agency'], ['unknown-agency']]);
    const agency = await make(app, UID.agency, { name: 'Fjordbilder' });
    expect(await kinds()).toEqual([[], ['unknown-agency'], ['unknown-agency']]);
    await save(UID.agency, agency, { aliases: ['FB Norge'] });
    expect(await kinds()).toEqual([[], [], ['unknown-agency']]);
  });
});

describe('a conflict', () => {
  it.each([
    ['an initial in the caption', { creditLine: 'Ines Brandt / AP', caption: 'Quay. (AP Photo/I. Brandt)' }],
    ['an initial in the byline', { byline: 'I. Brandt', creditLine: 'Ines Brandt / AP' }],
    ['the family name alone', { byline: 'Brandt', creditLine: 'Ines Brandt / AP' }],
    ['a name without its accents', { byline: 'Jose Garcia', creditLine: 'José García / AP' }],
    ['the linked agency by another of its names', { creditLine: 'Associated Press' }],
  ])('is not %s', async (_, data) => {
    expect(await kindsOf(await photo({ agency: ap, ...data }))).toEqual([]);
  });

  it('is another of the same family', async () => {
    const id = await photo({ agency: ap, creditLine: 'Ines Brandt / AP', caption: 'Quay. (AP Photo/Ilse Brandt)' });
    expect(await rowIn('conflict', id)).toMatchObject({
      contradiction: { about: 'person', stated: 'Ines Brandt', other: 'Ilse Brandt' },
    });
  });

  it('is another agency in the credit than the one it is filed under', async () => {
    const id = await photo({ agency: ap, creditLine: 'Ilse Brandt / AFP' });
    expect(await rowIn('conflict', id)).toMatchObject({
      contradiction: { about: 'linked', stated: 'AFP', other: 'AP' },
    });
    await save(UID.photo, id, { creditLine: 'Ilse Brandt / AFP / AP' });
    expect(await rowIn('conflict', id)).toBeUndefined();
  });
});

describe('a credit', () => {
  it('of white space is missing', async () => {
    expect(await kindsOf(await photo({ agency: ap, creditLine: ' \t ' }))).toEqual(['missing-credit']);
  });

  it('is not missing where readers see the byline in the form of its agency, once it has one', async () => {
    const port = await make(app, UID.agency, { name: 'Velna Port' });
    const id = await photo({ agency: port, byline: 'Ilse Brandt', creditLine: null });
    expect(await kindsOf(id)).toEqual(['missing-credit']);
    await save(UID.agency, port, { creditTemplate: '{byline} / {agency}' });
    expect(await kindsOf(id)).toEqual([]);
  });
});

describe('what has expired and is still published', () => {
  const last = inDays(-2);
  it.each<[string, object]>([
    ['a date', { expires: last }],
    ['a restriction', { restrictions: [{ kind: 'use-until', until: last, sentence: 'Until then.' }] }],
    ['the earlier of both', { expires: inDays(-1), restrictions: [{ kind: 'use-until', until: last, sentence: 'x' }] }],
  ])('tells when, by %s, also where it had expired before', async (_, data) => {
    const [shown, unseen] = [await photo({ agency: ap }), await photo({ agency: ap, ...data })];
    await storyWith(shown);
    await storyWith(unseen);
    await save(UID.photo, shown, data);
    for (const id of [shown, unseen]) expect(await rowIn('expired-live', id)).toMatchObject({ until: last, live: false }); // prettier-ignore
  });

  it('tells it of the published version of a story whose draft was given more time', async () => {
    const id = await storyWith(await photo({ agency: ap }), { expires: last });
    await save(UID.article, id, { expires: null });
    expect(await rowIn('expired-live', id, 'article')).toMatchObject({ until: last });
  });

  it('is no photo that stands in drafts alone', async () => {
    const id = await photo({ agency: ap, expires: last });
    await make(app, UID.article, { headline: 'Draft', photos: [{ photo: id }] });
    expect(await rowIn('expired-live', id)).toBeUndefined();
  });
});

describe('where a photo is used', () => {
  const usesOf = async (documentId: string): Promise<unknown[]> =>
    (await desk.get(`/newswire/desk/uses/photo/${documentId}`).expect(200)).body.data.uses;

  it.each<[string, object]>([
    ['was killed', { pubStatus: 'canceled' }],
    ['has expired', { expires: inDays(-1) }],
    ['is under embargo', { embargoedUntil: inDays(1) }],
  ])('a story that %s is published and not live, and can be taken down', async (_, data) => {
    const id = await photo({ agency: ap });
    const story = await storyWith(id);
    expect(await usesOf(id)).toMatchObject([{ documentId: story, draft: true, published: true, live: true }]);
    await save(UID.article, story, data);
    expect(await usesOf(id)).toMatchObject([{ documentId: story, draft: true, published: true, live: false }]);
    const request = { type: 'article', documentId: story, action: 'remove', reason: 'Killed' };
    const { body } = await desk.post('/newswire/desk/takedown').send(request).expect(200);
    expect(body.data.done).toMatchObject([{ documentId: story, outcome: 'unpublished' }]);
    expect(await usesOf(id)).toMatchObject([{ documentId: story, draft: true, published: false, live: false }]);
  });
});
