import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UID } from '../../contracts/uid';
import { DISCUSSION } from '../support/readers';
import { OPEN, REASONS, STRICT_READING } from '../support/reasons';
import { uploadPicture } from '../support/pictures';
import { startStrapi, type TestStrapi } from '../support/strapi';
import { WAYS, type Hidden, type Way } from '../support/ways';

/** Everything hidden carries its own word, so that any answer which holds one has leaked, and says what. */
const secret = (reason: string): string => `sesame${reason}`;
const ALL = [...Object.keys(REASONS), 'denied', 'unreleased', 'draft'];
const READS = ['article', 'photo', 'category', 'comment', 'agency'].flatMap((name) => [
  `plugin::newswire.${name}.find`,
  `plugin::newswire.${name}.findOne`,
]);
const FEEDS = ['rss', 'atom', 'ninjs', 'newsSitemap'].map((feed) => `plugin::newswire.syndication.${feed}`);
const UPLOADS = ['plugin::upload.content-api.find', 'plugin::upload.content-api.findOne'];

let app: TestStrapi;
const hidden: Record<string, Hidden> = {};
let open: Hidden;
/** Who asks: name and headers. */
let callers: [string, Record<string, string>][];

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const create = async (uid: string, data: object, status?: 'published' | 'draft'): Promise<string> =>
  (await documents(uid).create({ data, ...(status ? { status } : {}) } as never)).documentId;

let looks = 0;

beforeAll(async () => {
  app = await startStrapi({ config: STRICT_READING });
  for (const role of ['public', 'authenticated'] as const)
    await app.grant(role, [...READS, ...UPLOADS, ...FEEDS, ...DISCUSSION]);
  const users = app.strapi.plugin('users-permissions');
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const user = await users.service('user').add({ username: 'reader', email: 'reader@example.org', password: 'Only-4-tests', provider: 'local', confirmed: true, role: role.id }); // prettier-ignore
  const token = await app.strapi.service('admin::api-token').create({ name: 'site', lifespan: null, type: 'full-access' }); // prettier-ignore
  callers = [
    ['the public', {}],
    ['a user', { Authorization: `Bearer ${users.service('jwt').issue({ id: user.id })}` }],
    ['an API token', { Authorization: `Bearer ${token.accessKey}` }],
  ];
  const category = await create(UID.category, { name: 'Harbour' });
  const agency = await create(UID.agency, { name: 'Nordpix' });
  const make = async (
    word: string,
    data: object,
    photoData: object = data,
    status: 'published' | 'draft' = 'published',
  ): Promise<Hidden> => {
    // prettier-ignore
    const { id: fileId, urls } = await uploadPicture(app, word, (looks += 1));
    const photo = await create(UID.photo, { headline: word, caption: word, image: fileId, agency, ...photoData });
    const article = await create(UID.article, { headline: word, body: `<p>${word}</p>`, categories: [category], agency, photos: [{ photo, caption: word }], ...data }, status); // prettier-ignore
    return { article, photo, fileId, urls };
  };
  // The agency would be known: whose rights nobody knows has none.
  for (const [reason, { data }] of Object.entries(REASONS)) {
    const unowned = reason === 'norights' ? { ...data, agency: null } : data;
    hidden[reason] = await make(secret(reason), unowned);
  }
  hidden['denied'] = await make(secret('denied'), OPEN);
  for (const type of ['article', 'photo'] as const) {
    const decision = { effect: 'deny' as const, why: 'Court order' };
    await app.strapi.plugin('newswire').service('rights-gate').decide(type, hidden['denied'][type], decision, { id: 1, name: 'Desk' }); // prettier-ignore
  }
  hidden['draft'] = await make(secret('draft'), OPEN, OPEN, 'draft');
  hidden['unreleased'] = await make(secret('unreleased'), OPEN, OPEN);
  await app.strapi.db.query(UID.photo).updateMany({ where: { documentId: { $in: [hidden['draft'].photo, hidden['unreleased'].photo] } }, data: { released: false } }); // prettier-ignore
  // A story that may be shown, with every photo that may not be.
  open = await make('open', OPEN);
  const photos = [open, ...Object.values(hidden)].map(({ photo }, n) => ({ photo, caption: n === 0 ? 'open' : secret(ALL[n - 1] ?? '') })); // prettier-ignore
  await documents(UID.article).update({ documentId: open.article, data: { photos }, status: 'published' } as never);
  await app.strapi.db.query(UID.photo).updateMany({ where: { documentId: { $in: [hidden['draft'].photo, hidden['unreleased'].photo] } }, data: { released: false } }); // prettier-ignore
  for (const { article } of Object.values(hidden)) {
    const text = `about ${Object.entries(hidden).find(([, one]) => one.article === article)?.[0] ?? ''}`;
    await create(UID.comment, { authorName: 'Ada', text: text.replace('about ', 'sesame'), moderationStatus: 'approved', article }); // prettier-ignore
  }
  await create(UID.comment, { authorName: 'Ada', text: 'An open word', moderationStatus: 'approved', article: open.article }); // prettier-ignore
  await app.strapi.plugin('newswire').service('rights-gate').sweep.soon();
}, 240_000);
afterAll(() => app.stop());

/** An unreleased photo says nothing of the article that it came with; a draft is one. */
const isHidden = (reason: string, type: 'article' | 'photo') => type === 'photo' || reason !== 'unreleased';

/** Every reason that a way tells of, by who asks. A refused request tells nothing. */
async function leaksOf({ ask, each, isEmpty }: Way, asking = callers): Promise<string[]> {
  const leaks: string[] = [];
  for (const [who, headers] of asking) {
    for (const reason of each ? ALL.filter((one) => isHidden(one, each)) : ['']) {
      const { path, query } = ask(hidden[reason] ?? open, secret(reason), open);
      const sent = query === undefined ? app.anyone.get(path) : app.anyone.post(path).send({ query });
      const { text, status, body } = await sent.set(headers);
      // What was asked for may be said again in an error.
      const told = (status >= 400 ? [] : ALL).filter((one) => text.includes(secret(one)) && (each === undefined || one === reason)); // prettier-ignore
      const ofArticle = told.filter((one) => one !== 'unreleased' || /photos|upload/.test(path) || path === '/graphql');
      leaks.push(...(each ? told : ofArticle).map((one) => `${one} to ${who}`));
      if (told.length === 0 && status < 400 && isEmpty && !isEmpty(body)) leaks.push(`${reason} is found by ${who}`);
    }
  }
  return leaks;
}

describe('what may not be shown', () => {
  it.each(Object.entries(WAYS))('is not told by: %s', async (_, way) => {
    const leaks = (await leaksOf(way)).filter((leak) => !leak.startsWith('unreleased') || way.each === 'photo');
    expect(leaks).toEqual([]);
  });

  it('is not counted', async () => {
    for (const [who, headers] of callers) {
      for (const [path, total] of [
        ['/articles', 2],
        ['/photos', 1],
        ['/comments', 2],
      ] as const) {
        // prettier-ignore
        const { body } = await app.anyone.get(`/api/newswire${path}`).set(headers).expect(200);
        expect([who, path, body.meta.pagination.total]).toEqual([who, path, total]);
      }
    }
  });

  it.each(['headline', 'photos.photo.caption', 'photos.caption', 'agency.name'])(
    'has no place in a list that is sorted by %s',
    async (sort) => {
      const { body } = await app.anyone.get(`/api/newswire/articles?sort=${sort}&pagination[pageSize]=1`);
      for (const one of body.data ?? []) expect(['open', secret('unreleased')]).toContain(one.headline);
    },
  );

  it('has no place among the photos of a story that are sorted by their captions', async () => {
    const query = `{ newswireArticle(documentId: "${open.article}") { photos { id } sorted: photos(sort: "caption:desc") { id } } }`; // prettier-ignore
    const { data } = (await app.anyone.post('/graphql').send({ query }).expect(200)).body;
    expect(data.newswireArticle.sorted).toEqual(data.newswireArticle.photos);
    const path = `/api/newswire/articles/${open.article}?populate[photos]`;
    const plain = await app.anyone.get(`${path}=true`).expect(200);
    const sorted = await app.anyone.get(`${path}[sort]=caption:desc`).expect(200);
    expect(sorted.body.data.photos).toEqual(plain.body.data.photos);
  });

  it('is null in the story that shows it, with the reason beside it', async () => {
    const query = `{ newswireArticle(documentId: "${open.article}") { rights { servable reasons } photos { caption rights { servable reasons } photo { headline rights { servable reasons } } } } }`; // prettier-ignore
    const { body } = await app.anyone.post('/graphql').send({ query }).expect(200);
    const shown = { servable: true, reasons: [] };
    expect(body.data.newswireArticle.rights).toEqual(shown);
    const [first, ...others] = body.data.newswireArticle.photos;
    expect(first).toEqual({ caption: 'open', rights: shown, photo: { headline: 'open', rights: shown } });
    const reasons = [...Object.values(REASONS).map(({ told }) => told), ['denied'], ['unreleased'], ['unreleased']];
    expect(others).toEqual(reasons.map((told) => ({ caption: null, photo: null, rights: { servable: false, reasons: told } }))); // prettier-ignore
    const { body: rest } = await app.anyone.get(`/api/newswire/articles/${open.article}?populate[photos][populate]=photo`).expect(200); // prettier-ignore
    expect(rest.data.rights).toEqual(shown);
    expect(
      rest.data.photos.map(({ rights, photo }: { rights: unknown; photo: unknown }) => ({
        rights,
        photo: photo && 'there',
      })),
    ).toEqual([
      // prettier-ignore
      { rights: shown, photo: 'there' },
      ...reasons.map((told) => ({ rights: { servable: false, reasons: told }, photo: null })),
    ]);
  });

  it('has no file at its address, in any rendition, however it is written', async () => {
    for (const [reason, { urls }] of Object.entries(hidden)) {
      expect(urls.length).toBeGreaterThan(1);
      const [url = ''] = urls;
      for (const address of [...urls, url.replace('sesame', '%73esame'), url.replace('/uploads/', '/uploads/./')]) {
        const { status } = await app.anyone.get(address);
        expect([reason, address, status]).toEqual([reason, address, 404]);
      }
    }
    for (const url of open.urls) await app.anyone.get(url).expect(200);
  });

  it('has its file for editors', async () => {
    const editor = await app.superAdmin();
    await editor.get('/admin/users/me').expect(200);
    for (const url of [hidden['killed'], hidden['embargoed']].flatMap((one) => one?.urls ?? [])) {
      await editor.get(url).expect(200).expect('cache-control', 'private, no-store');
    }
  });
});

describe('the reader’s place', () => {
  it.each([
    ['NO', ['open', 'sesameelsewhere', 'sesameexcluded', 'sesameunreleased']],
    ['se', ['open', 'sesameexcluded', 'sesameunreleased']],
    ['JP', ['open', 'sesameunreleased']],
    ['XX', ['open', 'sesameunreleased']],
    ['T1', ['open', 'sesameunreleased']],
    ['QQ', ['open', 'sesameunreleased']],
    ['uk', ['open', 'sesameexcluded', 'sesameunreleased']],
    ['', ['open', 'sesameunreleased']],
  ])('%s decides over REST and GraphQL, and is said to caches', async (country, headlines) => {
    const rest = await app.anyone.get('/api/newswire/articles?sort=headline').set('X-Country', country).expect(200);
    expect(rest.body.data.map(({ headline }: { headline: string }) => headline)).toEqual(headlines);
    expect(rest.body.meta.pagination.total).toBe(headlines.length);
    expect(rest.headers['vary']).toMatch(/x-country/i);
    const query = '{ newswireArticles(sort: "headline") { headline } }';
    const answer = await app.anyone.post('/graphql').set('X-Country', country).send({ query }).expect(200);
    expect(answer.body.data.newswireArticles.map(({ headline }: { headline: string }) => headline)).toEqual(headlines);
    expect(answer.headers['vary']).toMatch(/x-country/i);
  });

  it('decides about files', async () => {
    const [url = ''] = hidden['elsewhere']?.urls ?? [];
    await app.anyone.get(url).set('X-Country', 'NO').expect(200);
    await app.anyone.get(url).set('X-Country', 'JP').expect(404);
  });
});

describe('a killed photo', () => {
  it('has its file taken out of the public folder, and put back when it may be shown again', async () => {
    const { sweep } = app.strapi.plugin('newswire').service('rights-gate');
    const place = (url: string) => join(app.strapi.dirs.static.public, url);
    const { photo, urls } = hidden['killed'] ?? open;
    for (const url of urls) await expect(stat(place(url))).rejects.toThrow('ENOENT');
    await documents(UID.photo).update({ documentId: photo, data: { pubStatus: 'usable' } } as never);
    await sweep.soon();
    for (const url of urls) expect((await readFile(place(url))).length).toBeGreaterThan(0);
    for (const url of urls) await app.anyone.get(url).expect(200);
    await documents(UID.photo).update({ documentId: photo, data: { pubStatus: 'canceled' } } as never);
    for (const url of urls) await app.anyone.get(url).expect(404);
    await sweep.soon();
    for (const url of urls) await expect(stat(place(url))).rejects.toThrow('ENOENT');
  });
});

describe('the test itself', () => {
  it('finds what is hidden, by every way, once the guard is off', async () => {
    app.strapi.db.lifecycles.clear();
    const silent: string[] = [];
    for (const [name, way] of Object.entries(WAYS))
      if ((await leaksOf(way, callers.slice(0, 1))).length === 0) silent.push(name);
    // What only holds what nobody may hide; and the room of comments, which judges the story by itself.
    const rooms = ['REST comments of a story', 'REST rules for comments on a story', 'GraphQL comments of a story'];
    expect(silent).toEqual(['REST agencies', ...rooms]);
    const told = await app.anyone.get(`/api/newswire/articles/${open.article}/comments`).expect(200);
    expect(told.text).toContain('An open word');
  });
});
