import { UID } from '../../../contracts/uid';
import type { Entity } from '../../../server/documents';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;
let desk: Agent;
let event: Entity;

beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
  await app.strapi
    .documents(UID.photo as 'plugin::upload.file')
    .create({ data: { caption: 'P', creditLine: 'AP' } } as never);
  event = await events().findOne({ where: { targetType: UID.photo } });
});
afterAll(() => app.stop());

const events = () => app.strapi.db.query(UID.rightsEvent);
const documents = () => app.strapi.documents(UID.rightsEvent as 'plugin::upload.file');
const where = () => ({ id: event['id'] });
const forged = () => ({ targetType: UID.photo, targetDocumentId: 'x', changes: [], surface: 'admin', applies: 'both' });

it.each<[string, () => Promise<unknown>]>([
  ['db.query update', () => events().update({ where: where(), data: { reason: 'x' } })],
  ['db.query updateMany', () => events().updateMany({ where: {}, data: { reason: 'x' } })],
  ['db.query delete', () => events().delete({ where: where() })],
  ['db.query deleteMany', () => events().deleteMany({ where: {} })],
  ['db.query create', () => events().create({ data: forged() })],
  ['db.query createMany', () => events().createMany({ data: [forged()] })],
  ['documents().create', () => documents().create({ data: forged() } as never)],
  ['documents().update', () => documents().update({ documentId: String(event['documentId']), data: { reason: 'x' } } as never)],
  ['documents().delete', () => documents().delete({ documentId: String(event['documentId']) })],
])('%s is refused with a code that stays', async (_, write) => {
  await expect(write()).rejects.toMatchObject({ details: { code: 'audit-append-only' } });
  expect(await events().findOne({ where: where() })).toEqual(event);
}); // prettier-ignore

it('the database itself refuses SQL written by hand', async () => {
  const table = () => app.strapi.db.connection('newswire_rights_events').where({ id: event['id'] });
  const refusal = { message: expect.stringContaining('audit-append-only') };
  await expect(table().update({ reason: 'x' })).rejects.toMatchObject(refusal);
  await expect(table().delete()).rejects.toMatchObject(refusal);
  const { client } = app.strapi.db.dialect;
  const whole = {
    sqlite: `insert or replace into newswire_rights_events (id, reason) values (${String(event['id'])}, 'x')`,
    mysql: `replace into newswire_rights_events (id, reason) values (${String(event['id'])}, 'x')`,
    postgres: 'truncate newswire_rights_events cascade',
  };
  await expect(app.strapi.db.connection.raw(whole[client as keyof typeof whole])).rejects.toMatchObject(refusal);
});

it('has no way in over the Content Manager, REST or GraphQL', async () => {
  const path = `/content-manager/collection-types/${UID.rightsEvent}`;
  const machine = await app.tokenHolder();
  for (const answer of [
    await desk.put(`${path}/${String(event['documentId'])}`).send({ reason: 'x' }),
    await desk.delete(`${path}/${String(event['documentId'])}`),
    await desk.post(path).send(forged()),
    await machine.delete(`/api/newswire/rights-events/${String(event['documentId'])}`),
  ]) {
    expect([403, 404, 405]).toContain(answer.status);
  }
  const query = '{ __schema { types { name fields { name } } } }';
  const { text } = await machine.post('/graphql').send({ query });
  expect(text).not.toContain('ightsEvent');
  expect(await events().findOne({ where: where() })).toEqual(event);
});
