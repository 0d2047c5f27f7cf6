import { PERMISSIONS } from '../../../contracts/permissions';
import { ILLUSTRATION, UID } from '../../../contracts/uid';
import { fillBooks } from '../../../server/desk/books/fill';
import type { Entity } from '../../../server/documents';
import { make, PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

const MANAGER = 'plugin::content-manager.explorer';
const DAYS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAYS).toISOString();
const today = new Date().toISOString().slice(0, 10);

let app: TestStrapi;
let desk: Agent;
let ap: string;
let ids: Record<string, string>;

beforeAll(async () => {
  app = await startStrapi({ config: { rights: { mode: 'warn' } } });
  desk = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
  const agency = (await app.strapi.db.query(UID.agency).findOne({ where: { name: 'AP' } })) as Entity;
  ap = String(agency['documentId']);
  const photo = (data: object) => make(app, UID.photo, { agency: ap, creditLine: 'Ilse Brandt / AP', ...data });
  ids = {
    fine: await photo({ caption: 'Nothing wrong' }),
    bare: await photo({ caption: 'No credit', creditLine: null }),
    stranger: await photo({ caption: 'Who is that', creditLine: 'Ilse Brandt / Fjordbilder', agency: null }),
    torn: await photo({ caption: 'The quay at noon. (AP Photo/Nils Holm)' }),
    ending: await photo({ caption: 'Ends soon', expires: inDays(3) }),
    later: await photo({ caption: 'Ends later', expires: inDays(30) }),
    over: await photo({ caption: 'Over and shown', expires: inDays(2) }),
    overUnused: await photo({ caption: 'Over and not shown', expires: inDays(-1) }),
    killed: await photo({ caption: 'Killed and used' }),
    killedUnused: await photo({ caption: 'Killed and not used', pubStatus: 'canceled' }),
  };
  const story = (headline: string, data: object, status?: 'published') =>
    make(app, UID.article, { headline, creditLine: 'AP', agency: ap, ...data }, status);
  ids['news'] = await story('The quay', { photos: [{ photo: ids['over'] }, { photo: ids['killed'] }] }, 'published');
  ids['gone'] = await story('Over', { expires: inDays(2) }, 'published');
  ids['withheld'] = await story('Withheld', {}, 'published');
  ids['bareStory'] = await story('No credit here', { creditLine: null, agency: null }, 'published');
  await update(UID.photo, 'over', { expires: inDays(-1) });
  await update(UID.photo, 'killed', { pubStatus: 'canceled' });
  await update(UID.article, 'gone', { expires: inDays(-1) });
  await update(UID.article, 'withheld', { pubStatus: 'withheld' });
});
afterAll(() => app.stop());

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const query = (uid: string) => app.strapi.db.query(uid);
const idOf = (name: string): string => ids[name] ?? name;
const update = (uid: string, name: string, data: object) =>
  documents(uid).update({ documentId: idOf(name), data } as never);
const inbox = async (kind: string, type: string, more = '', agent = desk): Promise<Entity[]> =>
  (await agent.get(`/newswire/desk/inbox?kind=${kind}&type=${type}${more}`).expect(200)).body.data;
const namesOf = (rows: readonly Entity[]): string[] =>
  rows.map(({ documentId }) => Object.keys(ids).find((name) => ids[name] === documentId) ?? String(documentId)).sort();
const countOf = async (kind: string, type: string): Promise<unknown> => {
  const { body } = await desk.get('/newswire/desk/inbox/counts').expect(200);
  return (body.data as Entity[]).find((one) => one['kind'] === kind && one['type'] === type);
};
const downloaded = async (path: string): Promise<string> =>
  String((await desk.get(path).buffer(true).parse((response, done) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('end', () => done(null, Buffer.concat(pieces).toString('utf8')));
  }).expect(200)).body); // prettier-ignore

describe('the inbox', () => {
  it.each([
    ['missing-credit', 'photo', ['bare']],
    ['missing-credit', 'article', ['bareStory']],
    ['unknown-agency', 'photo', ['stranger']],
    ['unknown-agency', 'article', []],
    ['conflict', 'photo', ['torn']],
    ['conflict', 'article', []],
    ['expiring', 'photo', ['ending']],
    ['expired-live', 'photo', ['over']],
    ['expired-live', 'article', ['gone']],
    ['killed-in-use', 'photo', ['killed']],
    ['killed-in-use', 'article', ['withheld']],
  ])('finds and counts %s: %s', async (kind, type, names) => {
    expect(namesOf(await inbox(kind, type))).toEqual(names);
    expect(await countOf(kind, type)).toEqual({ kind, type, total: names.length, more: false });
  });

  it('tells of each what is needed to mend it', async () => {
    const [torn] = await inbox('conflict', 'photo');
    expect(torn).toMatchObject({
      title: expect.stringContaining('The quay at noon'),
      creditLine: 'Ilse Brandt / AP',
      agency: 'AP',
      live: false,
      contradiction: { about: 'person', stated: 'Ilse Brandt', other: 'Nils Holm' },
    });
    const [ending] = await inbox('expiring', 'photo');
    const left = Date.parse(String(ending?.['until'])) - Date.now();
    expect(left / DAYS).toBeCloseTo(3, 1);
  });

  it('finds what an article says twice, and tells both', async () => {
    const documentId = await make(app, UID.article, {
      headline: 'Two names', byline: 'Ada Moen', creditLine: 'Nils Holm / AP', agency: ap,
    }); // prettier-ignore
    expect(await inbox('conflict', 'article')).toMatchObject([
      { documentId, contradiction: { stated: 'Ada Moen', other: 'Nils Holm' } },
    ]);
    await documents(UID.article).delete({ documentId } as never);
    expect(await inbox('conflict', 'article')).toEqual([]);
  });

  it('can be narrowed to an agency, page by page', async () => {
    const more: string[] = [];
    for (let n = 0; n < 3; n += 1) more.push(await make(app, UID.photo, { caption: `Bare ${n}`, agency: n === 0 ? null : ap })); // prettier-ignore
    expect(await inbox('missing-credit', 'photo', `&agency=${ap}`)).toHaveLength(3);
    const { body } = await desk
      .get('/newswire/desk/inbox?kind=missing-credit&type=photo&pageSize=3&page=2')
      .expect(200);
    expect(body.data).toHaveLength(1);
    expect(body.meta.pagination).toEqual({ total: 4, more: false, page: 2, pageSize: 3 });
    for (const documentId of more) await documents(UID.photo).delete({ documentId } as never);
    expect(namesOf(await inbox('missing-credit', 'photo'))).toEqual(['bare']);
  });

  it('is refused with a reason where the question makes no sense', async () => {
    const { body } = await desk.get('/newswire/desk/inbox?kind=nonsense').expect(400);
    expect(body.error.details.code).toBe('invalid-request');
  });

  it('forgets what is mended for many at once, and the history says that it was mended there', async () => {
    const first = await make(app, UID.photo, { caption: 'A', creditLine: null });
    const second = await make(app, UID.photo, { caption: 'B', creditLine: 'Ilse Brandt / Fjordbilder' });
    const { body } = await desk
      .post('/newswire/rights/bulk')
      .send({
        type: 'photo', documentIds: [first, second], set: { creditLine: 'AP', copyrightHolder: 'AP' }, agency: ap,
        surface: 'inbox', dryRun: false, reason: 'Asked by AP',
      })
      .expect(200); // prettier-ignore
    expect(body.data.documents).toMatchObject([{ documentId: first }, { documentId: second }]);
    expect(namesOf(await inbox('missing-credit', 'photo'))).toEqual(['bare']);
    expect(namesOf(await inbox('unknown-agency', 'photo'))).toEqual(['stranger']);
    const [event] = (await query(UID.rightsEvent).findMany({ where: { targetDocumentId: second }, orderBy: { id: 'desc' } })) as Entity[]; // prettier-ignore
    expect(event).toMatchObject({ surface: 'inbox', reason: 'Asked by AP', actorKind: 'admin' });
    expect(event?.['changes']).toEqual(
      expect.arrayContaining([{ field: 'agency', from: null, to: { documentId: ap, name: 'AP' } }]),
    );
  });

  it('keeps what an editor may not read to itself', async () => {
    const agent = await readerOf(['headline', 'pubStatus']);
    const [row] = await inbox('conflict', 'photo', '', agent);
    expect(row).toEqual({ type: 'photo', documentId: ids['torn'], title: '', pubStatus: 'usable', live: false });
    const [ending] = await inbox('expiring', 'photo', '', agent);
    expect(ending).not.toHaveProperty('until');
    await agent.get(`/newswire/desk/inbox?kind=conflict&type=photo&agency=${ap}`).expect(403);
    await agent.get('/newswire/desk/inbox?kind=conflict&type=article').expect(403);
  });
});

/** An editor of the inbox who may read only these fields of photos. */
async function readerOf(fields: readonly string[]): Promise<Agent> {
  const agent = await app.editor([PERMISSIONS.editRights, { action: `${MANAGER}.read`, subject: UID.photo }]);
  const [given] = await query('admin::permission').findMany({ where: { action: `${MANAGER}.read`, subject: UID.photo }, orderBy: { id: 'desc' }, limit: 1 }); // prettier-ignore
  await query('admin::permission').update({ where: { id: given.id }, data: { properties: { fields } } });
  return agent;
}

describe('each page needs its permission', () => {
  it.each<[string, 'get' | 'post', string, string]>([
    ['counts', 'get', 'desk/inbox/counts', PERMISSIONS.editRights],
    ['inbox', 'get', 'desk/inbox?kind=conflict', PERMISSIONS.editRights],
    ['uses', 'get', 'desk/uses/photo/x', PERMISSIONS.takeDown],
    ['takedown', 'post', 'desk/takedown', PERMISSIONS.takeDown],
    ['usage', 'get', 'desk/usage', PERMISSIONS.readUsage],
    ['usage as CSV', 'get', 'desk/usage/export', PERMISSIONS.readUsage],
    ['history', 'get', 'desk/audit/export', PERMISSIONS.exportAudit],
  ])('%s', async (_, method, path, permission) => {
    const others = Object.values(PERMISSIONS).filter((one) => one !== permission);
    await app.anyone[method](`/newswire/${path}`).expect(401);
    await (await app.editor(others))[method](`/newswire/${path}`).expect(403);
    const answer = await (await app.editor([permission, { action: `${MANAGER}.read`, subject: UID.photo }]))[method](`/newswire/${path}`); // prettier-ignore
    expect([200, 400, 404]).toContain(answer.status);
  });

  it('the list of agencies needs that to read agencies', async () => {
    await (await app.editor(Object.values(PERMISSIONS))).get('/newswire/desk/agencies').expect(403);
    const { body } = await desk.get('/newswire/desk/agencies').expect(200);
    expect(body.data).toContainEqual({ documentId: ap, name: 'AP' });
  });
});

/** The photos of a version of an article, as document ids. */
const photosIn = async (documentId: string, live: boolean): Promise<unknown[]> => {
  const where = { documentId, publishedAt: live ? { $notNull: true } : { $null: true } };
  const row = (await query(UID.article).findOne({ where, populate: { photos: { populate: { photo: true } } } })) as Entity; // prettier-ignore
  return (row['photos'] as Entity[]).map(({ photo }) => (photo as Entity)['documentId']);
};
const usagesOf = async (itemDocumentId: string): Promise<Entity[]> =>
  (await query(UID.usage).findMany({ where: { itemDocumentId }, orderBy: { id: 'asc' } })) as Entity[];
const takeDown = (body: object) => desk.post('/newswire/desk/takedown').send({ reason: 'Killed by AP', ...body });

describe('a takedown', () => {
  let photo: string;
  let live: string;
  let draft: string;
  const heard: [string, unknown][] = [];

  beforeEach(async () => {
    photo = await make(app, UID.photo, { caption: 'The mistake', creditLine: 'AP', agency: ap });
    const photos = [{ photo: ids['fine'] }, { photo, caption: 'Seen here' }];
    live = await make(app, UID.article, { headline: 'Live story', creditLine: 'AP', agency: ap, photos }, 'published');
    draft = await make(app, UID.article, { headline: 'Draft story', creditLine: 'AP', agency: ap, photos });
    await query(UID.article).updateMany({ where: { documentId: live, publishedAt: { $null: true } }, data: { headline: 'Half done' } }); // prettier-ignore
    heard.length = 0;
  });
  beforeAll(() => {
    for (const event of ['entry.update', 'entry.publish', 'newswire.article.rights-changed', 'newswire.photo.killed']) {
      app.strapi.eventHub.on(event, (news) => {
        heard.push([event, ((news as Entity)['entry'] as Entity | undefined)?.['documentId']]);
        return Promise.resolve();
      });
    }
  });

  it('shows first every article that has the photo, live or draft, and changes nothing', async () => {
    const { body } = await desk.get(`/newswire/desk/uses/photo/${photo}`).expect(200);
    expect(body.data).toMatchObject({ documentId: photo, title: 'The mistake', pubStatus: 'usable', total: 2 });
    expect(body.data.uses).toHaveLength(2);
    expect(body.data.uses).toEqual(
      expect.arrayContaining([
        { documentId: draft, title: 'Draft story', draft: true, published: false, live: false },
        expect.objectContaining({ documentId: live, draft: true, published: true, live: true }),
      ]),
    );
    expect(await photosIn(live, true)).toEqual([ids['fine'], photo]);
  });

  it('removes it from drafts and live versions, closes it, publishes nothing unfinished, and is on record', async () => {
    const { body } = await takeDown({ type: 'photo', documentId: photo, action: 'remove' }).expect(200);
    expect(body.data).toMatchObject({ withheld: true, failed: [] });
    expect((body.data.done as Entity[]).map(({ documentId, outcome }) => [documentId, outcome]).sort()).toEqual(
      [[draft, 'removed'], [live, 'removed']].sort(),
    ); // prettier-ignore
    for (const [id, version] of [[live, true], [live, false], [draft, false]] as const) {
      expect(await photosIn(id, version)).toEqual([ids['fine']]);
    } // prettier-ignore
    expect(await query(ILLUSTRATION).count({ where: { photo: { documentId: photo } } })).toBe(0);
    const row = await query(UID.article).findOne({ where: { documentId: live, publishedAt: { $notNull: true } } });
    expect(row).toMatchObject({ headline: 'Live story' });
    expect(await query(UID.photo).findOne({ where: { documentId: photo } })).toMatchObject({ pubStatus: 'withheld' });
    const events = async (targetDocumentId: string) => query(UID.rightsEvent).findMany({ where: { targetDocumentId, surface: 'takedown' }, orderBy: { id: 'asc' } }); // prettier-ignore
    expect(await events(photo)).toMatchObject([
      { reason: 'Killed by AP', actorKind: 'admin', changes: [{ field: 'pubStatus', from: 'usable', to: 'withheld' }] },
      { changes: [{ field: 'uses', to: null }] },
    ]);
    expect(await events(live)).toMatchObject([{ changes: [{ field: 'photos', from: 'The mistake', to: null }] }]);
    expect(await usagesOf(photo)).toMatchObject([{ articleDocumentId: live, endedAt: expect.anything() }]);
    expect(heard).toEqual(
      expect.arrayContaining([
        ['newswire.photo.killed', photo],
        ['newswire.article.rights-changed', live],
        ['entry.publish', live],
        ['entry.update', live],
        ['entry.update', draft],
      ]),
    );
  });

  it('puts another photo in its place, without the caption that was written for the first', async () => {
    const { body } = await takeDown({ type: 'photo', documentId: photo, action: 'replace', replacement: ids['later'] });
    expect(body.data.done).toHaveLength(2);
    for (const version of [true, false]) expect(await photosIn(live, version)).toEqual([ids['fine'], ids['later']]);
    const illustrations = await query(ILLUSTRATION).findMany({ where: { photo: { documentId: idOf('later') } } });
    expect(illustrations).toHaveLength(3);
    for (const one of illustrations) expect(one).toMatchObject({ caption: null });
    expect(await usagesOf(idOf('later'))).toEqual(
      expect.arrayContaining([expect.objectContaining({ articleDocumentId: live, openKey: expect.any(String) })]),
    );
  });

  it('shows a photo once that a story has already, or where it stood twice', async () => {
    const twice = await make(app, UID.article, { headline: 'Twice', photos: [{ photo }, { photo: ids['later'] }, { photo }] }, 'published'); // prettier-ignore
    const again = await make(app, UID.article, { headline: 'Again', photos: [{ photo }, { photo }] }, 'published');
    await takeDown({ type: 'photo', documentId: photo, action: 'replace', replacement: ids['later'] });
    for (const version of [true, false]) {
      expect(await photosIn(twice, version)).toEqual([ids['later']]);
      expect(await photosIn(again, version)).toEqual([ids['later']]);
    }
    for (const documentId of [twice, again]) await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId }); // prettier-ignore
  });

  it('puts no other photo of the same picture in its place', async () => {
    const bytes = { contentHash: 'of the mistake' };
    await query(UID.photo).update({ where: { documentId: photo }, data: bytes });
    const twin = await make(app, UID.photo, { caption: 'The same', creditLine: 'AP', agency: ap, ...bytes });
    const { body } = await takeDown({ type: 'photo', documentId: photo, action: 'replace', replacement: twin }).expect(400); // prettier-ignore
    expect(body.error.details.code).toBe('no-such-replacement');
    expect(await photosIn(live, true)).toEqual([ids['fine'], photo]);
  });

  it('says which version it has taken it out of', async () => {
    const draftOf = await query(UID.article).findOne({ where: { documentId: live, publishedAt: { $null: true } }, populate: { photos: true } }); // prettier-ignore
    await query(ILLUSTRATION).delete({ where: { id: (draftOf.photos as Entity[])[1]?.['id'] } });
    await takeDown({ type: 'photo', documentId: photo, action: 'remove' }).expect(200);
    const applies = async (targetDocumentId: string) => (await query(UID.rightsEvent).findOne({ where: { targetDocumentId, surface: 'takedown' } })).applies; // prettier-ignore
    expect([await applies(live), await applies(draft)]).toEqual(['published', 'edited']);
  });

  it('takes a story off the site and keeps its draft', async () => {
    const { body } = await takeDown({ type: 'article', documentId: live, action: 'remove' }).expect(200);
    expect(body.data).toMatchObject({
      withheld: true,
      failed: [],
      done: [{ documentId: live, outcome: 'unpublished' }],
    });
    const rows = await query(UID.article).findMany({ where: { documentId: live } });
    expect(rows).toMatchObject([{ headline: 'Half done', publishedAt: null, pubStatus: 'withheld' }]);
    const { body: answer } = await app.anyone.get('/api/newswire/articles').query({ 'filters[documentId]': live });
    expect(answer.data).toEqual([]);
    expect(await usagesOf(live)).toMatchObject([{ endedAt: expect.anything() }]);
  });

  it.each<[string, number, (photo: string) => object]>([
    ['without a reason', 400, (documentId) => ({ documentId, action: 'remove', reason: ' ' })],
    ['replaced by nothing', 400, (documentId) => ({ documentId, action: 'replace' })],
    ['replaced by itself', 400, (documentId) => ({ documentId, action: 'replace', replacement: documentId })],
    ['replaced by what has expired', 400, (documentId) => ({ documentId, action: 'replace', replacement: idOf('overUnused') })], // prettier-ignore
    ['replaced by what was killed', 400, (documentId) => ({ documentId, action: 'replace', replacement: idOf('killed') })], // prettier-ignore
    ['of what is not there', 404, () => ({ documentId: 'nothing', action: 'remove' })],
  ])('%s is refused and changes nothing', async (_, status, body) => {
    const answer = await takeDown({ type: 'photo', ...body(photo) }).expect(status);
    expect(answer.body.error.details.code).toMatch(/^(invalid-request|no-such-\w+)$/);
    expect(await photosIn(live, true)).toEqual([ids['fine'], photo]);
  });
});

describe('the usage report', () => {
  let first: string;
  let agency: string;
  const report = async (more = ''): Promise<Entity[]> =>
    (await desk.get(`/newswire/desk/usage?agency=${agency}${more}`).expect(200)).body.data;

  beforeAll(async () => {
    agency = await make(app, UID.agency, { name: 'Fjordbilder' });
    const photo = await make(app, UID.photo, { caption: '=HYPERLINK("http://evil.example")', creditLine: '@Ilse Brandt', agency }); // prettier-ignore
    first = await make(app, UID.article, { headline: '+1 for the quay', creditLine: '-AP', copyrightHolder: '\tAP', agency, photos: [{ photo }] }, 'published'); // prettier-ignore
    const second = await make(app, UID.article, { headline: 'Taken off', creditLine: 'AP', agency }, 'published');
    await documents(UID.article).unpublish({ documentId: second } as never);
  });

  it('tells what ran, of which agency, from when to when, and whether it is live', async () => {
    const rows = await report();
    expect(rows.map((row) => [(row['item'] as Entity)['type'], row['live'], 'endedAt' in row, row['agency']])).toEqual(
      expect.arrayContaining([
        ['article', true, false, 'Fjordbilder'],
        ['photo', true, false, 'Fjordbilder'],
        ['article', false, true, 'Fjordbilder'],
      ]),
    );
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => (row['item'] as Entity)['type'] === 'photo')).toMatchObject({
      article: { documentId: first, title: '+1 for the quay' },
      creditLine: '@Ilse Brandt',
    });
  });

  it.each([
    ['&live=live', 2],
    ['&live=ended', 1],
    ['&type=photo', 1],
    [`&from=${today}&to=${today}`, 3],
    ['&from=2020-01-01&to=2020-12-31', 0],
  ])('is narrowed by %s', async (more, rows) => {
    expect(await report(more)).toHaveLength(rows);
  });

  it.each([
    ['', 1, 3],
    ['&live=live', 1, 2],
    ['&live=live', 2, 2],
    ['&live=live', 9, 2],
    ['&live=ended', 9, 1],
  ])('%s counts the same on page %i', async (more, page, total) => {
    const { body } = await desk.get(`/newswire/desk/usage?agency=${agency}${more}&page=${page}&pageSize=1`).expect(200);
    expect(body.meta.pagination).toEqual({ total, more: false, page, pageSize: 1 });
  });

  it('as CSV is all of it, and no spreadsheet takes a cell for a formula', async () => {
    const csv = await downloaded(`/newswire/desk/usage/export?agency=${agency}`);
    expect(csv.split('\r\n')).toHaveLength(1 + 3 + 1);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    for (const cell of [`"'@Ilse Brandt"`, `"'-AP"`, `"'+1 for the quay"`]) expect(csv).toContain(cell);
    expect(csv).not.toMatch(/(^|,)"[=+\-@\t\r]/m);
  });

  it('as CSV breaks off where the database fails: nobody takes a part of it for all', async () => {
    const mend = app.strapi.db.lifecycles.subscribe({
      models: [UID.usage],
      beforeFindMany: () => {
        throw new Error('The database has gone away');
      },
    });
    await expect(downloaded(`/newswire/desk/usage/export?agency=${agency}`)).rejects.toThrow(/aborted|hang up/);
    mend();
  });
});

describe('the export of the history', () => {
  it('has a line for every change, safe in a spreadsheet, or every event as JSON', async () => {
    const id = await make(app, UID.photo, { caption: 'X', creditLine: '=1+1' });
    await documents(UID.photo).update({ documentId: id, data: { creditLine: 'AP' } } as never);
    const csv = await downloaded(`/newswire/desk/audit/export?type=photo&documentId=${id}`);
    const changes = csv.split('\r\n').filter((line) => line.includes('"creditLine"'));
    expect(changes).toEqual([
      expect.stringContaining(`"creditLine","","'=1+1"`),
      expect.stringContaining(`"creditLine","'=1+1","AP"`),
    ]);
    const events = (await downloaded(`/newswire/desk/audit/export?format=ndjson&documentId=${id}`)).trim().split('\n');
    expect(events.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { type: 'photo', documentId: id, surface: 'system', applies: 'both' },
      { changes: [{ field: 'creditLine', from: '=1+1', to: 'AP' }] },
    ]);
    expect(await downloaded(`/newswire/desk/audit/export?documentId=${id}&to=2020-01-01&format=ndjson`)).toBe('');
  });
});

describe('a caption for one story', () => {
  it('overrides the caption of the photo over REST and GraphQL, and never touches its credit', async () => {
    const photo = await make(app, UID.photo, { caption: 'Its own words', creditLine: 'Ilse Brandt / AP', agency: ap });
    const id = await make(app, UID.article, {
      headline: 'Captions', creditLine: 'AP', agency: ap, photos: [{ photo, caption: 'For this story' }, { photo }],
    }, 'published'); // prettier-ignore
    const wanted = [
      { caption: 'For this story', photo: { caption: 'Its own words', creditLine: 'Ilse Brandt / AP' } },
      { caption: null, photo: { caption: 'Its own words', creditLine: 'Ilse Brandt / AP' } },
    ];
    const rest = await app.anyone.get(`/api/newswire/articles/${id}`).query({ 'populate[photos][populate]': 'photo' }).expect(200); // prettier-ignore
    expect(rest.body.data.photos).toMatchObject(wanted);
    const graphql = await app.anyone
      .post('/graphql')
      .send({ query: `{ newswireArticle(documentId: "${id}") { photos { caption photo { caption creditLine } } } }` });
    expect(graphql.body.data.newswireArticle.photos).toEqual(wanted);
    expect(await query(UID.photo).findOne({ where: { documentId: photo } })).toMatchObject(wanted[1]?.photo ?? {});
  });
});

describe('an existing database', () => {
  it('is entered into the books in the background, in steps, and goes on after a restart where it stopped', async () => {
    const book = async (uid: string, key: string) =>
      ((await query(uid).findMany({ orderBy: { id: 'asc' } })) as Entity[]).map((row) => row[key]).sort();
    const before = [await book(UID.rightsIssue, 'key'), await book(UID.usage, 'openKey')] as const;
    const open = before[1].filter((key) => key !== null);
    expect(before[0].length).toBeGreaterThan(3);
    expect(open.length).toBeGreaterThan(5);
    await query(UID.rightsIssue).deleteMany({});
    await query(UID.usage).deleteMany({});
    const store = app.strapi.store({ type: 'plugin', name: 'newswire', key: 'desk-books' });
    await store.delete({});
    let steps = 0;
    const stopAfterTwo = () => (steps += 1) > 2;
    await fillBooks(app.strapi, { size: 3, pauseMs: 0 }, stopAfterTwo);
    expect(await store.get({})).toMatchObject({ done: false, article: 0 });
    app = await app.restart();
    desk = await app.superAdmin();
    await app.strapi.plugin('newswire').service('desk-books').start();
    expect(await book(UID.rightsIssue, 'key')).toEqual(before[0]);
    expect(await book(UID.usage, 'openKey')).toEqual(open);
    const again = app.strapi.store({ type: 'plugin', name: 'newswire', key: 'desk-books' });
    expect(await again.get({})).toMatchObject({ done: true });
    const { documentId, publishedAt } = (await query(UID.article).findOne({ where: { publishedAt: { $notNull: true } } })) as Entity; // prettier-ignore
    const [row] = (await query(UID.usage).findMany({ where: { itemDocumentId: documentId } })) as Entity[];
    expect(row?.['startedAt']).toEqual(publishedAt);
  });
});
