import { PERMISSIONS } from '../../contracts/permissions';
import { ILLUSTRATION, UID } from '../../contracts/uid';
import { allPlacesOf, itemOf, usesOf } from '../../server/desk/uses';
import type { Entity } from '../../server/documents';
import { GATE_COLUMNS } from '../../server/gate/columns';
import { joinOf } from '../../server/tables';
import { readRestrictions } from '../../server/wire/terms/restrictions';
import { judgedDocuments } from '../support/judged';
import { make, PUBLIC_READS } from '../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';
import { ninjs } from '../support/wire';

const MANAGER = 'plugin::content-manager.explorer';
const NO_WEB = { kind: 'no-internet', sentence: 'NO INTERNET' };
const JAPAN_OUT = { kind: 'territory-excluded', territory: 'JP', sentence: 'JAPAN OUT' };
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

let app: TestStrapi;
let editor: Agent;

beforeAll(async () => {
  app = await startStrapi({ config: { rights: { mode: 'warn' } } });
  editor = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

const { article, save, rowsOf, statusOf } = judgedDocuments(() => app);
const publish = (documentId: string, agent = editor) =>
  agent.post(`/content-manager/collection-types/${UID.article}/${documentId}/actions/publish`).send({});
const validity = async (documentId: string, type = 'article') =>
  (await editor.get(`/newswire/rights/${type}/${documentId}/validity`).expect(200)).body.data;
const liveOf = async (documentId: string) => (await rowsOf(documentId)).find((row) => row['publishedAt']);
const historyOf = async (documentId: string) =>
  (await editor.get(`/newswire/rights/article/${documentId}`).expect(200)).body.data.history;

describe('publishing what may not be shown, where the newsroom warns', () => {
  it('asks first, wants to know why, and keeps that; readers still do not get it', async () => {
    const id = await article({ restrictions: [NO_WEB] });
    const confirm = (agent: Agent, body: object = { why: 'For the archive' }) =>
      agent.post(`/newswire/rights/article/${id}/confirm`).send(body);

    const asked = await publish(id).expect(400);
    expect(asked.body.error.details).toEqual({ code: 'confirm-publication', reasons: ['denied'] });
    expect(await liveOf(id)).toBeUndefined();

    await confirm(editor, {}).expect(400);
    await confirm(await app.editor([{ action: `${MANAGER}.read`, subject: UID.article }])).expect(403);
    await confirm(await app.superAdmin()).expect(200);
    await publish(id).expect(400);

    await confirm(editor).expect(200);
    await publish(id).expect(200);
    expect(await statusOf(id)).toBe(404);
    expect(await historyOf(id)).toContainEqual(
      expect.objectContaining({
        by: expect.stringContaining('Ada'),
        applies: 'published',
        reason: 'For the archive',
        changes: [{ field: 'publishedDespite', from: null, to: '["denied"]' }],
      }),
    );
    // A confirmation is for one click.
    await publish(id).expect(400);
  });

  it.each<[string, object]>([
    ['nothing stands against it', {}],
    ['an embargo opens by itself', { embargoedUntil: TOMORROW }],
  ])('does not ask where %s', async (_, data) => {
    await publish(await article(data)).expect(200);
  });

  it('does not ask code', async () => {
    const id = await article({ restrictions: [NO_WEB] }, 'published');
    expect(await liveOf(id)).toMatchObject({ blockedBy: 'denied' });
  });
});

describe('a decision of an editor', () => {
  const decide = (id: string, body: object, agent = editor, type = 'article') =>
    agent.post(`/newswire/rights/${type}/${id}/decisions`).send(body);
  const withdraw = (id: string, decision: string, body: object = { why: 'Contract ended' }) =>
    editor.post(`/newswire/rights/article/${id}/decisions/${decision}/withdraw`).send(body);

  it('opens what the terms close, for readers too, until it is withdrawn; both are on record', async () => {
    const id = await article({ restrictions: [NO_WEB] }, 'published');
    expect(await statusOf(id)).toBe(404);
    const { body } = await decide(id, { effect: 'allow', why: 'Licence bought', until: TOMORROW }).expect(200);
    expect(body.data).toMatchObject({
      servable: true,
      until: TOMORROW,
      override: { why: 'Licence bought', lifts: ['denied'] },
    });
    expect(await statusOf(id)).toBe(200);

    const [made] = body.data.decisions;
    await withdraw(id, made.id, {}).expect(400);
    await withdraw(id, 'another').expect(404);
    const { body: left } = await withdraw(id, made.id).expect(200);
    expect(left.data).toMatchObject({ servable: false, reasons: ['denied'], decisions: [] });
    expect(await statusOf(id)).toBe(404);
    const reasons = (await historyOf(id)).slice(0, 2).map((event: Entity) => [event['applies'], event['reason']]);
    expect(reasons).toEqual([['both', 'Contract ended'], ['both', 'Licence bought']]); // prettier-ignore
  });

  it('that forbids holds for a copy too; one that allows does not', async () => {
    const copyOf = async (id: string): Promise<string> => {
      const path = `/content-manager/collection-types/${UID.article}`;
      const { body } = await editor.post(`${path}/clone/${id}`).send({ headline: 'Copy' }).expect(200);
      await app.strapi
        .documents(UID.article as 'plugin::upload.file')
        .publish({ documentId: body.data.documentId } as never);
      return body.data.documentId;
    };
    const denied = await article({}, 'published');
    await decide(denied, { effect: 'deny', why: 'Court order' }).expect(200);
    expect(await statusOf(await copyOf(denied))).toBe(404);
    const allowed = await article({ restrictions: [NO_WEB] }, 'published');
    await decide(allowed, { effect: 'allow', why: 'Licence bought', until: TOMORROW }).expect(200);
    expect([await statusOf(allowed), await statusOf(await copyOf(allowed))]).toEqual([200, 404]);
  });

  it('closes what the terms leave open', async () => {
    const id = await article({}, 'published');
    await decide(id, { effect: 'deny', why: 'Court order' }).expect(200);
    expect(await statusOf(id)).toBe(404);
  });

  it.each<[string, object, object]>([
    ['a kill', { pubStatus: 'canceled' }, { reasons: ['killed'] }],
    [
      'a missing credit',
      { creditLine: null, restrictions: [{ kind: 'mandatory-credit' }] },
      { reasons: ['no-credit'] },
    ],
  ])('cannot open %s', async (_, data, expected) => {
    const id = await article(data);
    const { body } = await decide(id, { effect: 'allow', why: 'I say so', until: TOMORROW }).expect(200);
    expect(body.data).toMatchObject({ servable: false, ...expected });
  });

  it.each<[string, object]>([
    ['allows without an end', { effect: 'allow', why: 'x' }],
    ['says no reason', { effect: 'deny', why: ' ' }],
    ['ends in the past', { effect: 'allow', why: 'x', until: '2020-01-01T00:00:00.000Z' }],
    ['ends before it begins', { effect: 'deny', why: 'x', from: TOMORROW, until: '2020-01-01T00:00:00.000Z' }],
    ['says neither yes nor no', { effect: 'perhaps', why: 'x' }],
  ])('is refused where it %s', async (_, body) => {
    await decide(await article({}), body).expect(400);
  });

  it('needs its permission, and that to change the document; nobody reaches it from the site', async () => {
    const id = await article({});
    const body = { effect: 'deny', why: 'Court order' };
    const may = (...actions: string[]) => actions.map((action) => ({ action: `${MANAGER}.${action}`, subject: UID.article })); // prettier-ignore
    await decide(id, body, await app.editor(may('read', 'update'))).expect(403);
    await decide(id, body, await app.editor([PERMISSIONS.overrideRights, ...may('read')])).expect(403);
    await decide(id, body, app.anyone).expect(401);
    await decide(id, body, await app.tokenHolder()).expect(401);
    await decide(id, body, await app.editor([PERMISSIONS.overrideRights, ...may('read', 'update')])).expect(200);
    await decide('nothing', body).expect(404);
  });
});

describe('what is stricter in the draft of a published article', () => {
  it('counts for readers at once; what is looser waits for Publish, and the panel says both', async () => {
    const id = await article({}, 'published');
    await save(UID.article, id, { headline: 'Half done', restrictions: [NO_WEB, JAPAN_OUT] });
    expect(await liveOf(id)).toMatchObject({
      headline: 'Ferry leaves',
      restrictions: [NO_WEB, JAPAN_OUT],
      blockedBy: 'denied',
    });
    // The Content Manager must call it modified, and no bulk edit may take the headline along.
    const [draft, live] = (await rowsOf(id)).map((row) => new Date(String(row['updatedAt'])).getTime());
    expect((draft ?? 0) - (live ?? 0)).toBeGreaterThan(500);
    expect(await statusOf(id)).toBe(404);
    expect(await validity(id)).not.toHaveProperty('published');

    await save(UID.article, id, { restrictions: null });
    expect(await statusOf(id)).toBe(404);
    expect(await validity(id)).toMatchObject({
      servable: true,
      published: { servable: false, reasons: ['denied'] },
    });
    await publish(id).expect(200);
    expect(await statusOf(id)).toBe(200);
    expect(await validity(id)).not.toHaveProperty('published');
  });

  it.each<[string, object]>([
    ['an embargo', { embargoedUntil: TOMORROW }],
    ['an expiry', { expires: '2020-01-01T00:00:00.000Z' }],
    ['a restriction', { restrictions: [NO_WEB] }],
    ['a kill', { pubStatus: 'canceled' }],
  ])('stays where the draft is discarded, and both are judged alike: %s', async (_, data) => {
    const agency = await make(app, UID.agency, { name: `Nordpix ${Math.random()}`, restrictionTerms: 'Japan out.' });
    const id = await article({ agency }, 'published');
    await save(UID.article, id, { headline: 'Half done', ...data });
    const discard = `/content-manager/collection-types/${UID.article}/${id}/actions/discard`;
    await editor.post(discard).send({}).expect(200);
    const judged = (await rowsOf(id)).map((row) => [row['headline'], ...[...Object.keys(data), ...GATE_COLUMNS].map((column) => row[column])]); // prettier-ignore
    expect(judged).toHaveLength(2);
    expect(judged[0]?.[0]).toBe('Ferry leaves');
    expect(judged[0]).toEqual(judged[1]);
    expect(await statusOf(id)).toBe(404);
  });

  it('is an earlier end too, not a later one', async () => {
    const [soon, later] = ['2998-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z'];
    const id = await article({ expires: soon }, 'published');
    for (const [expires, expected] of [
      [later, soon],
      [TOMORROW, TOMORROW],
      [null, TOMORROW],
    ] as const) {
      await save(UID.article, id, { expires });
      expect(new Date(String((await liveOf(id))?.['expires'])).toISOString()).toBe(expected);
    }
  });
});

describe('terms that name continents', () => {
  it('are kept with every country of them', async () => {
    const restrictions = readRestrictions('EMEA OUT. No use in the Americas.');
    const id = await make(app, UID.photo, { caption: 'Quay', creditLine: 'Voss', restrictions });
    const [row] = await app.strapi.db.query(UID.photo).findMany({ where: { documentId: id } });
    expect(restrictions.length).toBeGreaterThan(150);
    expect(row.servableIn).toMatch(/^- (?:[A-Z]{2} )+$/);
    expect(row.servableIn.match(/[A-Z]{2}/g)).toHaveLength(restrictions.length);
    expect(row.servableIn).toContain(' NO ');
  });
});

describe('the known agencies', () => {
  it('come with the terms that are theirs, read', async () => {
    const getty = await app.strapi.db.query(UID.agency).findOne({ where: { name: 'Getty Images' } });
    expect(getty).toMatchObject({
      restrictionTerms: 'Mandatory credit.',
      restrictions: [{ kind: 'mandatory-credit', sentence: 'Mandatory credit' }],
    });
  });
});

describe('a photo in more articles than one page holds', () => {
  it('is found in all of them, and they are counted', async () => {
    const documentId = await make(app, UID.photo, { caption: 'Our logo', creditLine: 'Nordpix' });
    const photo = await itemOf(app.strapi, 'photo', documentId);
    const knex = app.strapi.db.connection;
    const count = 1205;
    const numbers = Array.from({ length: count }, (_, n) => n);
    const rows = numbers.map((n) => ({ documentId: `logo${String(n).padStart(20, '0')}`, headline: `Story ${n}` }));
    for (let at = 0; at < count; at += 200) await app.strapi.db.query(UID.article).createMany({ data: rows.slice(at, at + 200) }); // prettier-ignore
    for (let at = 0; at < count; at += 200) await app.strapi.db.query(ILLUSTRATION).createMany({ data: rows.slice(at, at + 200).map(({ documentId: caption }) => ({ caption })) }); // prettier-ignore
    const made = await app.strapi.db.query(UID.article).findMany({ select: ['id'], where: { headline: { $startsWith: 'Story ' } }, orderBy: { id: 'asc' } }); // prettier-ignore
    const held = await app.strapi.db.query(ILLUSTRATION).findMany({ select: ['id'], where: { caption: { $startsWith: 'logo' } }, orderBy: { id: 'asc' } }); // prettier-ignore
    const inArticle = joinOf(app.strapi, UID.article, 'photos');
    const ofPhoto = joinOf(app.strapi, ILLUSTRATION, 'photo');
    const link = (n: number) => ({ [inArticle.from]: made[n].id, [inArticle.to]: held[n].id, component_type: ILLUSTRATION, field: 'photos', order: 1 }); // prettier-ignore
    await knex.batchInsert(inArticle.table, numbers.map(link), 100);
    await knex.batchInsert(ofPhoto.table, numbers.map((n) => ({ [ofPhoto.from]: held[n].id, [ofPhoto.to]: photo?.['id'] })), 100); // prettier-ignore

    const places = await allPlacesOf(app.strapi, 'photo', photo ?? {});
    expect(new Set(places.map(({ illustration }) => illustration)).size).toBe(count);
    expect(places).toHaveLength(count);
    const uses = await usesOf(app.strapi, 'photo', documentId);
    expect([uses?.uses.length, uses?.total]).toEqual([500, count]);
  });
});

describe('where the newsroom is strict', () => {
  beforeAll(async () => {
    app = await app.restart({ config: { rights: { mode: 'strict' } } });
    editor = await app.superAdmin();
  });

  it('nobody publishes what may not be shown, and nothing of it is written', async () => {
    const id = await article({ restrictions: [NO_WEB] });
    await editor.post(`/newswire/rights/article/${id}/confirm`).send({ why: 'Now' }).expect(200);
    const { body } = await publish(id).expect(400);
    expect(body.error.details).toEqual({ code: 'not-servable', reasons: ['denied'] });
    expect(await liveOf(id)).toBeUndefined();
    await expect(article({ restrictions: [NO_WEB] }, 'published')).rejects.toThrow('may not be shown');
    await publish(await article({})).expect(200);
  });

  it('an import keeps it as a draft, counts it as held, and says why, also later', async () => {
    const items = ['No internet.', 'Editorial use only.'].map((usageterms, n) => ninjs({ uri: `urn:strict:${n}`, headline: `Strict ${n}`, usageterms })); // prettier-ignore
    const post = editor.post('/newswire/imports').field('data', '{"publish":true}');
    for (const { name, bytes } of items) void post.attach('files', bytes, name);
    const { body } = await post.expect(201);
    expect(body.data.counts).toEqual({ held: 1, created: 1 });
    const again = (await editor.get(`/newswire/imports/${body.data.documentId}`).expect(200)).body.data;
    const [kept, shown] = again.items.toSorted((a: Entity, b: Entity) => String(a['title']).localeCompare(String(b['title']))); // prettier-ignore
    expect([kept.outcome, kept.targets[0]]).toMatchObject(['held', { published: false, held: ['denied'] }]);
    expect([shown.outcome, shown.targets[0]]).toMatchObject(['created', { published: true }]);
    expect(await liveOf(kept.targets[0].documentId)).toBeUndefined();
    const entry = await app.strapi.db.query(UID.wireItem).findOne({ where: { targetDocumentId: kept.targets[0].documentId } }); // prettier-ignore
    expect(entry).toMatchObject({ outcome: 'held' });
  });
});
