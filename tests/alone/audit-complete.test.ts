import type { RunResponse } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { Entity } from '../../server/documents';
import { databaseKind } from '../support/database';
import { replayed } from '../support/replay';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';
import { ninjs } from '../support/wire';

/** A host that lets its API write, as its own extensions could. */
jest.mock('../../server/delivery/api', () => {
  const actual = jest.requireActual('../../server/delivery/api');
  const { factories } = jest.requireActual('@strapi/strapi');
  return {
    ...actual,
    limitGraphql: () => undefined,
    routes: {
      ...actual.routes,
      article: factories.createCoreRouter('plugin::newswire.article'),
      photo: factories.createCoreRouter('plugin::newswire.photo'),
    },
  };
});

/** On the servers of other databases, which wait for their disks with every one of them, fewer tell the same. */
const EDITS = databaseKind === 'sqlite' ? 2_000 : 500;
const SEED = Number(process.env['NEWSWIRE_TEST_SEED'] ?? Date.now() % 1_000_000);

const CREDITS = ['Ilse Brandt / AP', 'Nils Holm / AFP', 'REUTERS/Ada Moen', '', null];
const HOLDERS = ['AP', 'AFP', 'Reuters', null];
const STATUSES = ['usable', 'usable', 'usable', 'withheld', 'canceled'];
const DATES = ['2031-01-02T03:04:05.000Z', '2027-05-06T00:00:00.000Z', null];
const RESTRICTIONS = [
  [{ kind: 'no-archive', sentence: 'NO ARCHIVES' }],
  [{ territory: 'JP', kind: 'territory-excluded', sentence: 'JAPAN OUT' }],
  null,
];

/** mulberry32: the same edits for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe(`the history of rights, after ${EDITS} edits (NEWSWIRE_TEST_SEED=${SEED})`, () => {
  let app: TestStrapi;
  let desk: Agent;
  let machine: Agent;
  let edits = 0;
  const next = random(SEED);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const chance = (share: number): boolean => next() < share;

  beforeAll(async () => {
    app = await startStrapi({ config: { bulkFrom: 5 } });
    desk = await app.superAdmin();
    machine = await app.tokenHolder();
    for (let n = 0; n < 12; n += 1) await createSome();
    while (edits < EDITS) edits += await oneOf(WRITERS)();
  }, 600_000);
  afterAll(() => app.stop());

  const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
  const query = (uid: string) => app.strapi.db.query(uid);

  function values(uid: string): Entity {
    const all: Entity = {
      byline: oneOf(['Ilse Brandt', 'Nils Holm', null]),
      creditLine: oneOf(CREDITS),
      copyrightHolder: oneOf(HOLDERS),
      copyrightYear: oneOf([2024, 2025, null]),
      usageTerms: oneOf(['No archives', null]),
      restrictions: oneOf(RESTRICTIONS),
      pubStatus: oneOf(STATUSES),
      expires: oneOf(DATES),
      ...(uid === UID.photo ? { instructions: oneOf(['Call the desk', null]), dataMining: oneOf(['DMI-PROHIBITED', null]) } : {}), // prettier-ignore
    };
    return Object.fromEntries(Object.entries(all).filter(() => chance(0.4)));
  }

  const ids = async (uid: string, where: object = {}): Promise<string[]> => {
    const rows = (await query(uid).findMany({ select: ['documentId'], where, limit: 400 })) as Entity[];
    return [...new Set(rows.map((row) => String(row['documentId'])))].sort();
  };
  const someAgency = async (): Promise<{ id: number; documentId: string }> =>
    oneOf((await query(UID.agency).findMany({ limit: 5, orderBy: { id: 'asc' } })) as { id: number; documentId: string }[]); // prettier-ignore
  const one = async (uid: string): Promise<string> => oneOf(await ids(uid));
  const type = (): string => oneOf([UID.article, UID.photo]);

  async function createSome(): Promise<number> {
    const agency = chance(0.6) ? { agency: (await someAgency()).documentId } : {};
    const photo = await documents(UID.photo).create({
      data: { caption: 'P', ...values(UID.photo), ...agency },
    } as never);
    await documents(UID.article).create({
      data: { headline: `Story ${edits} ${next()}`, ...values(UID.article), ...agency, photos: [{ photo: photo.documentId }] },
      ...(chance(0.5) ? { status: 'published' } : {}),
    } as never); // prettier-ignore
    return 2;
  }

  /** Every way in. Each answers how many documents it has written. */
  const WRITERS: (() => Promise<number>)[] = [
    createSome,
    async function contentManagerSaves() {
      const uid = type();
      const path = `/content-manager/collection-types/${uid}/${await one(uid)}`;
      const saved = await desk.put(path).send({ ...values(uid), newswireReason: 'As the agency asked' });
      expect(saved.status).toBe(200);
      return 1;
    },
    async function contentManagerPublishes() {
      const path = `/content-manager/collection-types/${UID.article}/${await one(UID.article)}/actions`;
      const action = oneOf(['publish', 'unpublish', 'discard']);
      const done = await desk.post(`${path}/${action}`).send(action === 'publish' ? values(UID.article) : {});
      expect([200, 400, 404]).toContain(done.status);
      return 1;
    },
    async function bulkEdits() {
      const uid = type();
      const documentIds = [...new Set([await one(uid), await one(uid), await one(uid), await one(uid)])];
      await desk
        .post('/newswire/rights/bulk')
        .send({
          type: uid === UID.article ? 'article' : 'photo',
          documentIds,
          set: { creditLine: oneOf(CREDITS) ?? '', copyrightHolder: oneOf(HOLDERS) },
          dryRun: false,
          reason: 'Contract',
        })
        .expect(200);
      return documentIds.length;
    },
    async function restWrites() {
      const uid = type();
      const path = uid === UID.article ? '/api/newswire/articles' : '/api/newswire/photos';
      const data = { ...values(uid), ...(uid === UID.article ? { headline: `REST ${next()}` } : { caption: 'R' }) };
      const status = uid === UID.article && chance(0.4) ? '?status=published' : '';
      if (chance(0.3)) await machine.post(`${path}${status}`).send({ data }).expect(201);
      else
        await machine
          .put(`${path}/${await one(uid)}${status}`)
          .send({ data })
          .expect(200);
      return 1;
    },
    async function graphqlWrites() {
      const data = { creditLine: oneOf(CREDITS), copyrightHolder: oneOf(HOLDERS) };
      const [mutation, variables] = chance(0.5)
        ? ['mutation ($data: NewswirePhotoInput!) { createNewswirePhoto(data: $data) { documentId } }', { data: { caption: 'G', ...data } }]
        : ['mutation ($id: ID!, $data: NewswireArticleInput!) { updateNewswireArticle(documentId: $id, data: $data) { documentId } }', { id: await one(UID.article), data }]; // prettier-ignore
      const { body } = await machine.post('/graphql').send({ query: mutation, variables }).expect(200);
      expect(body.errors).toBeUndefined();
      return 1;
    },
    async function documentServiceWrites() {
      for (let n = 0; n < 10; n += 1) {
        const uid = type();
        const agency = chance(0.3) ? { agency: chance(0.3) ? null : (await someAgency()).documentId } : {};
        const status = uid === UID.article && chance(0.3) ? { status: 'published' } : {};
        await documents(uid).update({ documentId: await one(uid), data: { ...values(uid), ...agency }, ...status } as never); // prettier-ignore
      }
      return 10;
    },
    async function documentServicePublishes() {
      const documentId = await one(UID.article);
      const articles = app.strapi.documents(UID.article as 'plugin::users-permissions.user') as unknown as Record<
        string,
        (params: object) => Promise<unknown>
      >;
      await articles[oneOf(['publish', 'unpublish', 'discardDraft'])]?.({ documentId });
      return 1;
    },
    async function documentServiceClonesAndDeletes() {
      const uid = type();
      const documentId = await one(uid);
      await documents(uid).clone({
        documentId,
        data: { creditLine: oneOf(CREDITS), uri: null, uriKey: null },
      } as never);
      if ((await ids(uid)).length > 40) await documents(uid).delete({ documentId });
      return 1;
    },
    async function queryEngineWritesOne() {
      for (let n = 0; n < 10; n += 1) {
        const uid = type();
        const [row] = (await query(uid).findMany({
          select: ['id'],
          where: { documentId: await one(uid) },
        })) as Entity[];
        const agency = chance(0.3) ? { agency: (await someAgency()).id } : {};
        await query(uid).update({ where: { id: row?.['id'] }, data: { ...values(uid), ...agency } });
      }
      return 10;
    },
    async function queryEngineWritesMany() {
      const uid = type();
      const data = { ...values(uid), creditLine: oneOf(CREDITS) };
      const documentIds = [await one(uid), await one(uid), await one(uid)];
      await query(uid).updateMany({ where: { documentId: { $in: documentIds } }, data });
      return 3;
    },
    async function queryEngineCreatesAndDeletes() {
      const made = [1, 2, 3].map((n) => ({ caption: `M${n}`, pubStatus: 'usable', ...values(UID.photo) }));
      await query(UID.photo).createMany({ data: made });
      const row = (await query(UID.photo).create({ data: { caption: 'M', ...values(UID.photo) } })) as Entity;
      await query(UID.photo).delete({ where: { id: row['id'] } });
      await query(UID.photo).deleteMany({ where: { caption: { $in: ['M1', 'M2'] } } });
      return 6;
    },
    async function agenciesComeAndGo() {
      const agency = await documents(UID.agency).create({
        data: { name: `Agency ${next()}`, copyrightHolder: oneOf(HOLDERS), validityDays: oneOf([14, 30, null]) },
      } as never); // prettier-ignore
      const uid = type();
      await documents(uid).update({ documentId: await one(uid), data: { agency: agency.documentId } } as never);
      await documents(UID.agency).update({
        documentId: agency.documentId,
        data: { validityDays: 7, aliases: [`Also ${next()}`] },
      } as never);
      if (chance(0.7)) await documents(UID.agency).delete({ documentId: agency.documentId });
      return 3;
    },
    async function imports() {
      const importer = app.strapi.plugin('newswire').service('importer');
      const count = oneOf([1, 2, 12]);
      const inputs = Array.from({ length: count }, () => {
        const n = Math.floor(next() * 60);
        return ninjs({
          uri: `urn:audit:${n}`,
          headline: `Wire story ${n}`,
          version: String(1 + Math.floor(next() * 9)),
          pubstatus: chance(0.1) ? 'canceled' : 'usable',
          usageterms: oneOf(['No archives', 'Japan out', '']),
          ...(chance(0.5) ? { associations: { main: { uri: `urn:audit:photo:${n}`, type: 'picture', byline: 'Nils Holm', description_text: 'The quay.' } } } : {}), // prettier-ignore
        });
      });
      const options = { origin: 'cli', publish: chance(0.5), decisions: [], user: undefined };
      const { data } = (await importer.import(inputs, options)) as RunResponse;
      const { created = 0, updated = 0, corrected = 0, killed = 0 } = data.counts;
      return created + updated + corrected + killed;
    },
  ];

  it('follows from itself and explains every value that stands', async () => {
    const { contradictions } = await replayed(app.strapi);
    expect(contradictions).toEqual([]);
  });

  it('knows every surface, and who was there', async () => {
    const { events } = await replayed(app.strapi);
    const from = (surface: string) => events.filter((event) => event.surface === surface);
    expect([...new Set(events.map(({ surface }) => surface))].sort()).toEqual(['admin', 'api', 'bulk', 'import', 'system']); // prettier-ignore
    for (const surface of ['admin', 'bulk']) {
      expect(from(surface).every(({ actorName }) => actorName?.startsWith('Ada'))).toBe(true);
    }
    expect(from('api').every(({ actorName }) => actorName?.startsWith('token'))).toBe(true);
    const told = await query(UID.rightsEvent).count({ where: { surface: 'admin', reason: 'As the agency asked' } });
    expect(told).toBeGreaterThan(EDITS / 200);
    expect(edits).toBeGreaterThanOrEqual(EDITS);
  });
});
