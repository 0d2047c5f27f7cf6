import { UID } from '../../../contracts/uid';
import type { Entity } from '../../../server/documents';
import { make, PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const NO_WEB = { kind: 'no-internet', sentence: 'NO INTERNET' };

let app: TestStrapi;
let desk: Agent;
let agency: string;
let names: Record<string, string>;

beforeAll(async () => {
  app = await startStrapi({ config: { rights: { mode: 'warn' } } });
  desk = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
beforeEach(async () => {
  agency = await make(app, UID.agency, { name: `Nordpix ${Math.random()}` });
  names = {};
});
afterAll(() => app.stop());

const query = (uid: string) => app.strapi.db.query(uid);
const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const save = (uid: string, documentId: string, data: object) => documents(uid).update({ documentId, data } as never);
const publish = (documentId: string) => documents(UID.article).publish({ documentId } as never);
const photo = async (name: string, data: object = {}): Promise<string> =>
  (names[name] = await make(app, UID.photo, { caption: name, creditLine: 'Voss / Nordpix', agency, ...data }));
const story = async (photos: readonly string[], data: object = {}): Promise<string> =>
  (names['story'] = await make(
    app,
    UID.article,
    { headline: 'Quay', creditLine: 'AP', agency, photos: photos.map((one) => ({ photo: one })), ...data },
    'published',
  ));
const decide = (documentId: string, effect: 'allow' | 'deny') =>
  desk.post(`/newswire/rights/photo/${documentId}/decisions`).send({ effect, why: 'Contract', ...(effect === 'allow' ? { until: inDays(1) } : {}) }).expect(200); // prettier-ignore
const sweep = () => app.strapi.plugin('newswire').service('rights-gate').sweep.soon();
const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

interface Told {
  name: string;
  live: boolean;
  from: number;
  to: number | undefined;
}
/** The rows of the report, by the name of the item; those of one item in the order in which they began. */
async function report(more = ''): Promise<Told[]> {
  const { body } = await desk.get(`/newswire/desk/usage?agency=${agency}${more}`).expect(200);
  return (body.data as Entity[])
    .map((row) => ({
      name: Object.keys(names).find((one) => names[one] === (row['item'] as Entity)['documentId']) ?? '?',
      live: row['live'] === true,
      from: Date.parse(String(row['startedAt'])),
      to: row['endedAt'] === undefined ? undefined : Date.parse(String(row['endedAt'])),
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.from - b.from);
}
const states = async (more = '') => (await report(more)).map(({ name, live }) => [name, live]);
const of = async (name: string, more = '') => (await report(more)).filter((row) => row.name === name);

/** As if everything that has begun had begun long ago, so that a beginning of now can be told from one of then. */
async function ages(): Promise<void> {
  const long = { startedAt: new Date(inDays(-30)) };
  await query(UID.usage).updateMany({ where: { articleDocumentId: names['story'], startedAt: { $lte: new Date() } }, data: long }); // prettier-ignore
  await app.strapi.db.queryBuilder(UID.article).where({ documentId: names['story'], publishedAt: { $notNull: true } }).update({ publishedAt: new Date(inDays(-30)) }).execute(); // prettier-ignore
}

describe('what the usage report tells of', () => {
  it('a photo that takes the place of another begins then, and the other ends', async () => {
    const [first, second] = [await photo('first'), await photo('second')];
    await story([first]);
    await ages();
    const before = Date.now();
    await desk.post('/newswire/desk/takedown').send({ type: 'photo', documentId: first, action: 'replace', replacement: second, reason: 'Killed' }).expect(200); // prettier-ignore
    expect(await states()).toEqual([['first', false], ['second', true], ['story', true]]); // prettier-ignore
    expect((await of('second'))[0]?.from).toBeGreaterThanOrEqual(before);
    expect((await of('first'))[0]?.to).toBeGreaterThanOrEqual(before);
  });

  it('the credit that readers are given: of half a line, the house form of the agency, which follows its template', async () => {
    const template = (creditTemplate: string) => save(UID.agency, agency, { creditTemplate });
    const told = async () => {
      const { body } = await desk.get(`/newswire/desk/usage?agency=${agency}`).expect(200);
      const row = (body.data as Entity[]).find(({ item }) => (item as Entity)['documentId'] === names['half']);
      return row?.['creditLine'];
    };
    await template('{byline} / Nordpix');
    await story([await photo('half', { byline: 'Mira Voss', creditLine: 'n/a' })]);
    expect(await told()).toBe('Mira Voss / Nordpix');
    await template('Nordpix: {byline}');
    await sweep();
    expect(await told()).toBe('Nordpix: Mira Voss');
  });

  it.each<[string, object]>([
    ['that had expired', { expires: inDays(-1) }],
    ['under embargo', { embargoedUntil: inDays(1) }],
    ['that its terms forbid', { restrictions: [NO_WEB] }],
    ['whose last day was over', { restrictions: [{ kind: 'use-until', until: inDays(-1), sentence: 'x' }] }],
  ])('a photo %s when its story was published is not in it', async (_, data) => {
    await story([await photo('closed', data), await photo('open')]);
    expect(await states()).toEqual([['open', true], ['story', true]]); // prettier-ignore
    expect(await states('&live=ended')).toEqual([]);
  });

  it.each<[string, object]>([
    ['that had expired', { expires: inDays(-1) }],
    ['under embargo', { embargoedUntil: inDays(1) }],
    ['that its terms forbid', { restrictions: [NO_WEB] }],
  ])('a story %s when it was published is not, nor are its photos', async (_, data) => {
    await story([await photo('open')], data);
    expect(await report()).toEqual([]);
  });

  it('a photo that an editor allows later begins then', async () => {
    await story([await photo('closed', { restrictions: [NO_WEB] })]);
    await ages();
    const before = Date.now();
    await decide(names['closed'] ?? '', 'allow');
    const [row] = await of('closed');
    expect(row).toMatchObject({ live: true });
    expect(row?.from).toBeGreaterThanOrEqual(before);
  });

  it('a story that is allowed later begins then, with its photos', async () => {
    const id = await story([await photo('open')], { restrictions: [NO_WEB] });
    await ages();
    const before = Date.now();
    await save(UID.article, id, { restrictions: null });
    await publish(id);
    const rows = await report();
    expect(rows.map(({ name, live }) => [name, live])).toEqual([['open', true], ['story', true]]); // prettier-ignore
    for (const { from } of rows) expect(from).toBeGreaterThanOrEqual(before);
  });

  it('what is forbidden ends then, and what is opened again is told once more', async () => {
    await story([await photo('shut')]);
    await ages();
    const closed = Date.now();
    const { body } = await decide(names['shut'] ?? '', 'deny');
    expect(await of('shut')).toMatchObject([{ live: false, to: expect.any(Number) }]);
    const opened = Date.now();
    await desk.post(`/newswire/rights/photo/${names['shut']}/decisions/${body.data.decisions[0].id}/withdraw`).send({ why: 'Settled' }).expect(200); // prettier-ignore
    const [first, again] = await of('shut');
    expect([first?.live, again?.live]).toEqual([false, true]);
    expect(first?.to).toBeGreaterThanOrEqual(closed);
    expect(again?.from).toBeGreaterThanOrEqual(opened);
  });

  it('an end that is set into the past does not lie before the beginning: readers had it until then', async () => {
    const id = await story([await photo('late')]);
    const before = Date.now();
    await save(UID.photo, names['late'] ?? '', { expires: inDays(-100) });
    await save(UID.article, id, { expires: inDays(-100) });
    for (const { live, from, to } of await report()) {
      expect(live).toBe(false);
      expect(to).toBeGreaterThanOrEqual(Math.max(from, before));
    }
  });

  it('what ended keeps its end, whatever is found out about it later', async () => {
    const id = await story([await photo('gone')]);
    await ages();
    await documents(UID.article).unpublish({ documentId: id } as never);
    const ended = await report();
    await save(UID.photo, names['gone'] ?? '', { expires: inDays(-60), pubStatus: 'canceled' });
    expect(await report()).toEqual(ended);
  });

  it('what ends by itself has ended when its time has come, to the moment, before anybody has judged it', async () => {
    const expires = new Date(Date.now() + 5000);
    await story([await photo('short', { expires: expires.toISOString() })]);
    expect(await states('&live=live')).toEqual([['short', true], ['story', true]]); // prettier-ignore
    expect(await states('&live=ended')).toEqual([]);
    await pause(expires.getTime() - Date.now() + 50);
    expect(await of('short', '&live=ended')).toMatchObject([{ live: false, to: expires.getTime() }]);
    await sweep();
    expect(await of('short')).toMatchObject([{ live: false, to: expires.getTime() }]);
    expect(await states('&live=live')).toEqual([['story', true]]);
  });

  it('what opens by itself begins then', async () => {
    const embargo = new Date(Date.now() + 5000);
    await story([await photo('open')], { embargoedUntil: embargo.toISOString() });
    expect(await report()).toEqual([]);
    await pause(embargo.getTime() - Date.now() + 50);
    expect((await report()).map(({ from }) => from)).toEqual([embargo.getTime(), embargo.getTime()]);
  });

  it('what the terms of its agency close ends, and begins once more', async () => {
    await story([await photo('open')]);
    await save(UID.agency, agency, { restrictionTerms: 'No internet.' });
    await sweep();
    expect(await states()).toEqual([['open', false], ['story', false]]); // prettier-ignore
    await save(UID.agency, agency, { restrictionTerms: null });
    await sweep();
    expect(await states()).toEqual([['open', false], ['open', true], ['story', false], ['story', true]]); // prettier-ignore
  });

  it('a photo that is deleted has ended', async () => {
    await story([await photo('lost')]);
    await documents(UID.photo).delete({ documentId: names['lost'] ?? '' });
    expect(await states()).toEqual([['lost', false], ['story', true]]); // prettier-ignore
  });

  it('what is over is in no period after its end, and what has not begun in none before', async () => {
    const id = await story([]);
    await query(UID.usage).updateMany({ where: { articleDocumentId: id }, data: { startedAt: new Date('2025-12-01'), endedAt: new Date('2026-01-01') } }); // prettier-ignore
    expect(await states('&from=2025-12-15&to=2026-01-31')).toEqual([['story', false]]);
    expect(await states('&from=2026-01-01')).toEqual([['story', false]]);
    expect(await states('&from=2026-01-02')).toEqual([]);
    expect(await states('&to=2025-11-30')).toEqual([]);
  });
});

describe('a period', () => {
  it.each(['usage?', 'usage/export?', 'audit/export?'])('that ends before it begins is refused by %s', async (path) => {
    const { body } = await desk.get(`/newswire/desk/${path}from=2026-05-02&to=2026-05-01`).expect(400);
    expect(body.error.details.code).toBe('period-ends-before-it-begins');
    expect(body.error.message).toMatch(/Choose/);
    await desk.get(`/newswire/desk/${path}from=2026-05-01&to=2026-05-01`).expect(200);
  });
});
