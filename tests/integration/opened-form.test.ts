import { UID } from '../../contracts/uid';
import { forgetOldForms } from '../../server/gate/opened-form';
import { judgedDocuments } from '../support/judged';
import { make, PUBLIC_READS } from '../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let ada: Agent;
let bo: Agent;

beforeAll(async () => {
  app = await startStrapi();
  [ada, bo] = [await app.superAdmin(), await app.superAdmin()];
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

const { save, rowsOf, statusOf } = judgedDocuments(() => app);
const NO_WEB = { kind: 'no-internet', sentence: 'No internet.' };

/** The whole form of a photo, as the Content Manager sends it, as it is now. */
async function open(photo: string): Promise<Record<string, unknown>> {
  const { body } = await ada.get(`/content-manager/collection-types/${UID.photo}/${photo}`).expect(200);
  const { id: _id, documentId: _documentId, createdAt, updatedAt, createdBy, updatedBy, publishedAt, locale, localizations, status, agency, image, ...form } = body.data; // prettier-ignore
  void [createdAt, updatedAt, createdBy, updatedBy, publishedAt, locale, localizations, status, agency, image];
  return form;
}
const tell = (photo: string, fields: object, who = ada) =>
  who.post(`/newswire/rights/photo/${photo}/form`).send({ fields });
const send = (photo: string, form: object) =>
  ada.put(`/content-manager/collection-types/${UID.photo}/${photo}`).send(form);

describe('a form that is saved after somebody else has changed the rights', () => {
  it.each<[string, object, object]>([
    ['a kill', { pubStatus: 'canceled' }, { pubStatus: 'canceled' }],
    ['an embargo', { embargoedUntil: '2999-01-01T00:00:00.000Z' }, { embargoedUntil: '2999-01-01T00:00:00.000Z' }],
    ['a restriction', { restrictions: [NO_WEB] }, { restrictions: [NO_WEB] }],
    ['an expiry', { expires: '2020-01-01T00:00:00.000Z' }, { expires: '2020-01-01T00:00:00.000Z' }],
  ])('keeps %s', async (_, change, kept) => {
    const photo = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss' });
    const form = await open(photo);
    await save(UID.photo, photo, change);
    expect(await statusOf(photo, 'photos')).toBe(404);
    await tell(photo, form).expect(204);
    await send(photo, { ...form, caption: 'The quay' }).expect(200);
    expect((await rowsOf(photo, UID.photo))[0]).toMatchObject({ caption: 'The quay', ...kept });
    expect(await statusOf(photo, 'photos')).toBe(404);
  });

  it('is refused where both have changed the same, and says what', async () => {
    const photo = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss' });
    const form = await open(photo);
    await save(UID.photo, photo, { creditLine: 'Voss / AP' });
    await tell(photo, form).expect(204);
    const { body } = await send(photo, { ...form, creditLine: 'Lie / AP', caption: 'The quay' }).expect(400);
    expect(body.error.details).toMatchObject({ code: 'changed-meanwhile', fields: ['creditLine'], errors: [{ path: ['creditLine'] }] }); // prettier-ignore
    expect((await rowsOf(photo, UID.photo))[0]).toMatchObject({ caption: 'Quay', creditLine: 'Voss / AP' });
  });

  it('changes what its editor has changed, loosens it too, and twice the same is no quarrel', async () => {
    const photo = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss', restrictions: [NO_WEB] });
    const form = await open(photo);
    await save(UID.photo, photo, { creditLine: 'Voss / AP' });
    await tell(photo, form).expect(204);
    await send(photo, { ...form, creditLine: 'Voss / AP', restrictions: null }).expect(200);
    expect((await rowsOf(photo, UID.photo))[0]).toMatchObject({ creditLine: 'Voss / AP', restrictions: null });
  });

  it('is what it says where nothing was told, or by somebody else, or for another save', async () => {
    const photo = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss' });
    const form = await open(photo);
    await save(UID.photo, photo, { creditLine: 'Voss / AP' });
    await tell(photo, form, bo).expect(204);
    await send(photo, form).expect(200);
    expect((await rowsOf(photo, UID.photo))[0]).toMatchObject({ creditLine: 'Voss' });
    await save(UID.photo, photo, { creditLine: 'Voss / AP' });
    await tell(photo, form).expect(204);
    await send(photo, form).expect(200);
    await send(photo, { ...form, caption: 'Once more' }).expect(200);
    expect((await rowsOf(photo, UID.photo))[0]).toMatchObject({ creditLine: 'Voss', caption: 'Once more' });
  });

  it('is told by those alone who may change the document', async () => {
    const photo = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss' });
    const reader = await app.editor([{ action: 'plugin::content-manager.explorer.read', subject: UID.photo }]);
    await tell(photo, {}, reader).expect(403);
    await app.anyone.post(`/newswire/rights/photo/${photo}/form`).send({ fields: {} }).expect(401);
  });

  it('is forgotten at the next start where no save has come of it, and not before its time', async () => {
    const store = (key: string) => app.strapi.store({ type: 'plugin', name: 'newswire', key });
    await store('form-1-old').set({ value: { fields: {}, until: Date.now() - 1 } });
    await store('form-1-new').set({ value: { fields: {}, until: Date.now() + 60_000 } });
    await forgetOldForms(app.strapi);
    expect(await Promise.all([store('form-1-old').get({}), store('form-1-new').get({})])).toEqual([null, expect.objectContaining({ fields: {} })]); // prettier-ignore
  });
});
