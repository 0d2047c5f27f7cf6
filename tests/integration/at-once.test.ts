import { UID } from '../../contracts/uid';
import { sweep } from '../../server/gate/sweep';
import { judgedDocuments } from '../support/judged';
import { make, PUBLIC_READS } from '../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';

/** Overlapping writes meet at another moment each time. */
const TIMES = 8;

let app: TestStrapi;
let editor: Agent;

beforeAll(async () => {
  app = await startStrapi();
  editor = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

const { save, rowsOf, statusOf } = judgedDocuments(() => app);
const type = (uid: string) => (uid === UID.photo ? 'photo' : 'article');

/** Ways to change the rights of a document; each answers when it is done. */
const ways = {
  'the Document Service': (uid: string, id: string, data: object) => save(uid, id, data),
  'the Content Manager': (uid: string, id: string, data: object) =>
    editor
      .put(`/content-manager/collection-types/${uid}/${id}`)
      .send({ ...(uid === UID.article ? { headline: 'Ferry leaves' } : { caption: 'Quay' }), ...data })
      .expect(200),
  'the query engine': async (uid: string, id: string, data: object) => {
    for (const { id: row } of await rowsOf(id, uid))
      await app.strapi.db.query(uid).update({ where: { id: row }, data });
  },
};
type Way = keyof typeof ways;
const WAYS = Object.keys(ways) as Way[];

const made = (uid: string): Promise<string> =>
  uid === UID.photo
    ? make(app, uid, { caption: 'Quay', creditLine: 'start' })
    : make(app, uid, { headline: 'Ferry leaves', creditLine: 'start' }, 'published');

describe.each([UID.photo, UID.article])('a kill of a %s that meets another write', (uid) => {
  it.each(WAYS.flatMap((edit) => WAYS.map((kill): [Way, Way] => [edit, kill])))(
    'is never forgotten: a credit by %s, the kill by %s',
    async (edit, kill) => {
      const left: string[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const id = await made(uid);
        expect(await statusOf(id, `${type(uid)}s`)).toBe(200);
        const edited = ways[edit](uid, id, { creditLine: `credit ${time}` });
        await new Promise((later) => setTimeout(later, time * 3));
        await Promise.all([edited, ways[kill](uid, id, { pubStatus: 'canceled' })]);
        if ((await statusOf(id, `${type(uid)}s`)) !== 404) left.push(id);
        for (const row of await rowsOf(id, uid))
          expect(row).toMatchObject({ pubStatus: 'canceled', blockedBy: 'killed' });
      }
      expect(left).toEqual([]);
    },
  );

  it('holds as a decision, and the other write is not lost', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const id = await made(uid);
      const decided = editor
        .post(`/newswire/rights/${type(uid)}/${id}/decisions`)
        .send({ effect: 'deny', why: 'Court order' });
      const [answer] = await Promise.all([decided, ways['the Content Manager'](uid, id, { creditLine: 'credit' })]);
      expect(answer.status).toBe(200);
      expect(await statusOf(id, `${type(uid)}s`)).toBe(404);
      expect((await rowsOf(id, uid))[0]).toMatchObject({ creditLine: 'credit' });
    }
  });

  it('holds while the agency changes', async () => {
    const agency = await make(app, UID.agency, { name: `Velna ${type(uid)}` });
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      const id = await made(uid);
      await save(uid, id, { agency });
      ids.push(id);
    }
    const changed = (async () => {
      for (const days of [3, 5, 8, 13]) await save(UID.agency, agency, { validityDays: days });
    })();
    for (const id of ids) await save(uid, id, { pubStatus: 'canceled' });
    await changed;
    await sweep(app.strapi, new Date());
    for (const id of ids) expect(await statusOf(id, `${type(uid)}s`)).toBe(404);
  });
});

describe('the history of writes that meet', () => {
  it.each<Way>(['the Document Service', 'the Content Manager'])('is a chain: %s', async (way) => {
    for (let time = 0; time < TIMES; time += 1) {
      const id = await made(UID.photo);
      const credits = ['one', 'two', 'three'];
      await Promise.all(credits.map((creditLine) => ways[way](UID.photo, id, { creditLine })));
      const events = await app.strapi.db
        .query(UID.rightsEvent)
        .findMany({ where: { targetDocumentId: id }, orderBy: { id: 'asc' } });
      const steps = events.flatMap(({ changes }) =>
        (changes as { field: string; from: unknown; to: unknown }[]).filter(({ field }) => field === 'creditLine'),
      );
      expect(steps).toHaveLength(4);
      for (const [n, { from }] of steps.entries()) expect(from).toBe(steps[n - 1]?.to ?? null);
      expect((await rowsOf(id, UID.photo))[0]).toMatchObject({ creditLine: steps[3]?.to });
    }
  });
});
