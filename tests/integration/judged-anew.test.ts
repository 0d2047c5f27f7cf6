import { EVENTS } from '../../contracts/events';
import { UID } from '../../contracts/uid';
import type { Entity } from '../../server/documents';
import { rejudge } from '../../server/gate/judge';
import { judgedDocuments } from '../support/judged';
import { make, PUBLIC_READS } from '../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

let app: TestStrapi;
let editor: Agent;

beforeAll(async () => {
  app = await startStrapi();
  editor = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

const { article, save, rowsOf, statusOf } = judgedDocuments(() => app);
const publish = (documentId: string) =>
  editor.post(`/content-manager/collection-types/${UID.article}/${documentId}/actions/publish`).send({});
const validity = async (documentId: string) =>
  (await editor.get(`/newswire/rights/article/${documentId}/validity`).expect(200)).body.data;
const sweep = () => app.strapi.plugin('newswire').service('rights-gate').sweep.soon();

describe('an agency that changes its terms', () => {
  it('has everything of it judged anew, published rows and photos too, and back again', async () => {
    const agency = await make(app, UID.agency, { name: 'Nordpix' });
    const photo = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss / Nordpix', agency });
    const id = await article({ agency }, 'published');
    const other = await article({}, 'published');
    const states = async () => [await statusOf(id), await statusOf(photo, 'photos'), await statusOf(other)];
    expect(await states()).toEqual([200, 200, 200]);

    await save(UID.agency, agency, { restrictionTerms: 'Not for internet use.' });
    await sweep();
    expect(await states()).toEqual([404, 404, 200]);

    await save(UID.agency, agency, { restrictionTerms: null, validityDays: 14 });
    await sweep();
    expect(await states()).toEqual([200, 200, 200]);
    const [row] = await rowsOf(photo, UID.photo);
    const end = new Date(new Date(String(row?.['createdAt'])).getTime() + 14 * 86_400_000);
    expect(new Date(String(row?.['servableUntil']))).toEqual(end);
    // The window is for photos.
    expect(await validity(id)).not.toHaveProperty('until');
    expect(await app.strapi.db.query(UID.agency).findOne({ where: { documentId: agency } })).toMatchObject({ judged: true }); // prettier-ignore
  });

  it('has it judged without its terms when it is deleted, one or many', async () => {
    const make2 = async (name: string) => {
      const agency = await make(app, UID.agency, { name, restrictionTerms: 'No internet.' });
      return { agency, photo: await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss', agency }), story: await article({ agency }, 'published') }; // prettier-ignore
    };
    const [one, two, three] = [await make2('Gone One'), await make2('Gone Two'), await make2('Gone Three')];
    await app.strapi.documents(UID.agency as 'plugin::upload.file').delete({ documentId: one.agency });
    const many = { documentIds: [two.agency, three.agency] };
    await editor.post(`/content-manager/collection-types/${UID.agency}/actions/bulkDelete`).send(many).expect(200);
    await sweep();
    for (const { photo, story } of [one, two, three])
      expect([await statusOf(photo, 'photos'), await statusOf(story)]).toEqual([200, 200]);
  });

  it('is another where a row is given another agency', async () => {
    const strict = await make(app, UID.agency, { name: 'Strict', restrictionTerms: 'No internet.' });
    const id = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss' });
    await save(UID.photo, id, { agency: strict });
    expect(await statusOf(id, 'photos')).toBe(404);
    await save(UID.photo, id, { agency: null });
    expect(await statusOf(id, 'photos')).toBe(200);
  });
});

describe('what is judged otherwise without anybody having worked on it', () => {
  const photos = (photo: string) => [{ photo }];
  interface News {
    event: string;
    entry: Entity;
    fields?: string[];
    photo?: Entity;
  }
  let told: News[] = [];
  const heard = () => told.map(({ event, entry, fields, photo }) => [event, entry['documentId'], fields, photo?.['documentId']]); // prettier-ignore
  beforeAll(() => {
    app.strapi.eventHub.on(EVENTS.articleRightsChanged, (news: Omit<News, 'event'>) => {
      told.push({ event: EVENTS.articleRightsChanged, ...news });
      return Promise.resolve();
    });
  });
  beforeEach(async () => {
    await sweep();
    told = [];
  });
  const changesSince = async (since: Date) => {
    const { body } = await app.anyone.get(`/api/newswire/changes?since=${since.toISOString()}`).expect(200);
    const nodes = body.data as { documentId: string }[];
    return { nodes: nodes.map(({ documentId }) => documentId), gone: body.meta.gone as string[] };
  };

  it('is among the changes and told to webhooks: an agency that forbids, and allows again', async () => {
    const agency = await make(app, UID.agency, { name: 'Kystfoto' });
    const id = await article({ agency }, 'published');
    await article({ agency });
    const start = new Date(Date.now() + 1);
    await save(UID.agency, agency, { restrictionTerms: 'No internet.' });
    await sweep();
    expect(await changesSince(start)).toEqual({ nodes: [], gone: [id] });
    expect(heard()).toEqual([[EVENTS.articleRightsChanged, id, ['servable'], undefined]]);

    await save(UID.agency, agency, { restrictionTerms: null });
    await sweep();
    expect(await changesSince(start)).toEqual({ nodes: [id], gone: [] });
    expect(heard()).toHaveLength(2);
    // What changes nothing for readers is told to nobody.
    await save(UID.agency, agency, { restrictionTerms: 'Mandatory credit.' });
    await sweep();
    expect(heard()).toHaveLength(2);
  });

  it('is told of the stories of a photo whose window has ended, and that an editor has opened again', async () => {
    const agency = await make(app, UID.agency, { name: 'Two Weeks', validityDays: 14 });
    const photo = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss / Two Weeks', agency });
    const id = await article({ photos: photos(photo) }, 'published');
    const start = new Date(Date.now() + 1);
    await rejudge(app.strapi, UID.photo, { documentId: photo }, new Date(Date.now() + 15 * 86_400_000));
    expect(heard()).toEqual([[EVENTS.articleRightsChanged, id, ['servable'], photo]]);
    expect((await changesSince(start)).nodes).toContain(id);
    const body = { effect: 'allow', why: 'Licence bought', until: TOMORROW };
    await editor.post(`/newswire/rights/photo/${photo}/decisions`).send(body).expect(200);
    expect(heard()).toHaveLength(2);
  });

  it('is told of a story that opens on its day', async () => {
    const day = new Date(Date.now() + 86_400_000);
    const sentence = { kind: 'not-before', until: day.toISOString(), sentence: 'Not before tomorrow.' };
    const id = await article({ restrictions: [sentence] }, 'published');
    expect(await statusOf(id)).toBe(404);
    await rejudge(app.strapi, UID.article, { documentId: id }, new Date(day.getTime() + 1000));
    expect(heard()).toEqual([[EVENTS.articleRightsChanged, id, ['servable'], undefined]]);
  });
});

describe('the credit of what came without one', () => {
  const creditOf = async (id: string, query = '') =>
    (await app.anyone.get(`/api/newswire/articles/${id}${query}`).expect(200)).body.data;

  it('is the house form of its agency, which follows the agency, the byline and an own credit', async () => {
    const agency = await make(app, UID.agency, { name: 'Havnfoto', creditTemplate: '{byline} / Havnfoto' });
    const id = await make(app, UID.article, { headline: 'Ferry', byline: 'Ane Voss', agency }, 'published');
    expect((await creditOf(id)).creditLine).toBe('Ane Voss / Havnfoto');
    expect(await creditOf(id, '?fields=creditLine')).toMatchObject({ creditLine: 'Ane Voss / Havnfoto' });
    expect(Object.keys(await creditOf(id, '?fields=creditLine'))).not.toContain('houseCredit');
    expect(await creditOf(id, '?fields=headline')).not.toHaveProperty('creditLine');

    await save(UID.agency, agency, { creditTemplate: 'Havnfoto/{byline}' });
    await sweep();
    expect((await creditOf(id)).creditLine).toBe('Havnfoto/Ane Voss');
    await save(UID.article, id, { byline: 'Jon Lie' });
    await publish(id).expect(200);
    expect((await creditOf(id)).creditLine).toBe('Havnfoto/Jon Lie');
    await save(UID.article, id, { creditLine: 'Pool' });
    await publish(id).expect(200);
    expect((await creditOf(id)).creditLine).toBe('Pool');
    await save(UID.article, id, { creditLine: null, agency: null });
    await publish(id).expect(200);
    expect((await creditOf(id)).creditLine).toBeNull();
  });

  it('is still that of an agency by its name of before, when that has another name', async () => {
    const agency = await make(app, UID.agency, { name: 'Qvill Pictures', creditTemplate: '{byline} / Qvill' });
    const data = { headline: 'Ferry', byline: 'Ane Voss', creditLine: 'Qvill Pictures', agency };
    const id = await make(app, UID.article, data, 'published');
    expect((await creditOf(id)).creditLine).toBe('Ane Voss / Qvill');
    await save(UID.agency, agency, { name: 'Qvill Media' });
    await sweep();
    expect((await creditOf(id)).creditLine).toBe('Ane Voss / Qvill');
    const row = await app.strapi.db.query(UID.agency).findOne({ where: { documentId: agency } });
    expect(row).toMatchObject({ name: 'Qvill Media', aliases: ['Qvill Pictures'] });
  });
});
