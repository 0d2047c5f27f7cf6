import { UID } from '../../contracts/uid';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';

/** Everything hidden carries this word, so that any answer which holds it has leaked. */
const SECRET = 'sesame';
const PAST = '2020-01-01T00:00:00.000Z';
const FUTURE = '2999-01-01T00:00:00.000Z';

const PUBLIC_READS = ['article', 'photo', 'category', 'comment', 'agency'].flatMap((name) => [
  `plugin::newswire.${name}.find`,
  `plugin::newswire.${name}.findOne`,
]);

/** Why an article or photo may not be shown. */
const REASONS: Record<string, object> = {
  killed: { pubStatus: 'canceled' },
  withheld: { pubStatus: 'withheld' },
  embargoed: { embargoedUntil: FUTURE },
  expired: { expires: PAST },
};

let app: TestStrapi;
let agents: [string, Agent][];
/** Document ids of what may not be shown, and of the one article, photo and comment that may. */
const hidden: Record<string, string[]> = { articles: [], photos: [], comments: [] };
const shown: Record<string, string> = {};

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const create = async (uid: string, data: object, status?: 'published'): Promise<string> => {
  const { documentId } = await documents(uid).create({ data, ...(status ? { status } : {}) } as never);
  return documentId;
};

beforeAll(async () => {
  // These ask for lists in lists in lists, which the limit of cost would refuse before the guard is asked.
  app = await startStrapi({ config: { delivery: { maxCost: 100_000_000 } } });
  await app.grant('public', PUBLIC_READS);
  await app.grant('public', ['plugin::upload.content-api.find', 'plugin::upload.content-api.findOne']);

  const category = await create(UID.category, { name: 'Harbour' });
  for (const [reason, rights] of Object.entries(REASONS)) {
    hidden['photos']?.push(await create(UID.photo, { headline: `${SECRET} ${reason}`, caption: SECRET, ...rights }));
  }
  const photo = await create(UID.photo, { headline: 'Open photo', caption: 'Open', instructions: SECRET });
  const photos = [photo, ...(hidden['photos'] ?? [])].map((one) => ({ photo: one }));
  const article = { categories: [category], photos, edNote: SECRET };
  for (const [reason, rights] of Object.entries(REASONS)) {
    const headline = `${SECRET} ${reason}`;
    hidden['articles']?.push(await create(UID.article, { ...article, headline, body: SECRET, ...rights }, 'published'));
  }
  hidden['articles']?.push(await create(UID.article, { ...article, headline: `${SECRET} draft` }));
  shown['articles'] = await create(
    UID.article,
    { ...article, headline: 'Open story', body: '<p>Open</p>' },
    'published',
  );
  await documents(UID.article).update({
    documentId: shown['articles'],
    data: { headline: `${SECRET} draft of it` },
  } as never);
  shown['photos'] = photo;
  for (const moderationStatus of ['pending', 'rejected', 'spam', 'removed']) {
    const text = `${SECRET} ${moderationStatus}`;
    const comment = {
      authorName: SECRET,
      authorEmail: `${SECRET}@example.org`,
      text,
      moderationStatus,
      article: shown['articles'],
    };
    hidden['comments']?.push(await create(UID.comment, comment));
  }
  const approved = {
    authorName: 'Ada',
    authorEmail: `${SECRET}@example.org`,
    reason: SECRET,
    sourceHash: SECRET,
    text: 'Well said',
    moderationStatus: 'approved',
  };
  shown['comments'] = await create(UID.comment, { ...approved, article: shown['articles'] });
  for (const closed of hidden['articles'] ?? []) {
    hidden['comments']?.push(
      await create(UID.comment, { ...approved, text: SECRET, article: closed, parent: shown['comments'] }),
    );
  }
  agents = [
    ['the public', app.anyone],
    ['an API token with full access', await app.tokenHolder()],
  ];
});
afterAll(() => app.stop());

const REST = [
  '/articles', '/articles?status=draft', '/articles?populate=*', '/articles?publicationFilter=has-published-version',
  '/articles?populate[photos][populate]=*', '/articles?populate[comments][populate]=*', '/articles?populate[comments][populate]=replies', '/articles?populate[categories][populate][articles][populate]=*',
  '/articles?populate[comments][populate][article][populate]=photos&status=draft', '/articles?populate[createdBy]=true',
  `/articles?_q=${SECRET}`, '/articles?fields=edNote', '/articles?sort=edNote',
  '/photos', '/photos?populate=*', `/photos?_q=${SECRET}`,
  '/categories?populate=*', '/categories?populate[articles][populate]=*', '/categories?populate[articles][status]=draft',
  '/comments', '/comments?populate=*', '/comments?populate[replies][populate]=*', '/comments?populate[article][populate]=*', '/comments?populate[replies][populate]=replies', '/comments?populate[article][populate][photos][populate]=*', '/comments?populate[article][populate]=categories', `/comments?_q=${SECRET}`,
  '/comments?status=draft', '/agencies?populate=*',
]; // prettier-ignore

const ARTICLE =
  'headline body photos { caption photo { headline caption image { url } } } comments { authorName text replies { text } article { headline } } categories { articles { headline body } }';
const GRAPHQL = [
  `{ newswireArticles { ${ARTICLE} } }`,
  `{ newswireArticles(status: DRAFT) { ${ARTICLE} } }`,
  `{ newswireArticles_connection { nodes { ${ARTICLE} } pageInfo { total } } }`,
  `{ newswireArticles_connection(status: DRAFT) { nodes { headline } pageInfo { total } } }`,
  `{ newswirePhotos { headline caption } }`,
  `{ newswireCategories { name articles { ${ARTICLE} } articles_connection { nodes { headline } } } }`,
  `{ newswireCategories { articles(filters: { pubStatus: { eq: "canceled" } }) { headline } } }`,
  `{ newswireComments { authorName text article { ${ARTICLE} } parent { text } replies { text authorName } } }`,
  `{ newswireComments_connection { nodes { text } pageInfo { total } } }`,
  `{ newswireArticles(filters: { comments: { moderationStatus: { eq: "pending" } } }) { documentId comments(filters: { moderationStatus: { eq: "pending" } }) { text } } }`,
];

describe('what may not be shown', () => {
  it.each(REST)('does not come back from GET %s', async (path) => {
    for (const [who, agent] of agents) {
      const { text } = await agent.get(`/api/newswire${path}`);
      expect({ who, leaks: text.toLowerCase().includes(SECRET) && !path.includes(`_q=${SECRET}`) }).toEqual({
        who,
        leaks: false,
      });
      if (path.includes('_q=')) expect(JSON.parse(text).data ?? []).toEqual([]);
    }
  });

  it.each(GRAPHQL)('does not come back from %s', async (query) => {
    for (const [who, agent] of agents) {
      const { body, text } = await agent.post('/graphql').send({ query });
      expect({ who, errors: body.errors, leaks: text.includes(SECRET) }).toEqual({
        who,
        errors: undefined,
        leaks: false,
      });
    }
  });

  it('has no address of its own', async () => {
    for (const [plural, ids] of Object.entries(hidden)) {
      for (const id of ids) {
        await app.anyone.get(`/api/newswire/${plural}/${id}`).expect(404);
        await app.anyone.get(`/api/newswire/${plural}/${id}?status=draft`).expect(404);
        const name = { articles: 'newswireArticle', photos: 'newswirePhoto', comments: 'newswireComment' }[plural];
        for (const status of plural === 'articles' ? ['', ', status: DRAFT'] : ['']) {
          const { body } = await app.anyone
            .post('/graphql')
            .send({ query: `{ ${name}(documentId: "${id}"${status}) { documentId } }` });
          expect(body.data).toEqual({ [name ?? '']: null });
        }
      }
      await app.anyone.get(`/api/newswire/${plural}/${shown[plural]}`).expect(200);
    }
  });

  it.each([
    ['/articles', 1],
    ['/articles?status=draft', 0],
    ['/photos', 1],
    ['/comments', 1],
  ])('is not counted in GET %s', async (path, total) => {
    const { body } = await app.anyone
      .get(`/api/newswire${path}${path.includes('?') ? '&' : '?'}pagination[withCount]=true`)
      .expect(200);
    expect(body.meta.pagination.total).toBe(total);
  });

  it.each([
    ['articles through its comments', `/articles?filters[comments][text][$contains]=${SECRET}`],
    ['articles through their photos', `/articles?filters[photos][photo][caption][$eq]=${SECRET}`],
    ['categories through their articles', `/categories?filters[articles][headline][$contains]=${SECRET}`],
    ['categories through articles that are killed', '/categories?filters[articles][pubStatus][$eq]=canceled'],
    ['comments through their article', `/comments?filters[article][headline][$contains]=${SECRET}`],
    ['comments through their replies', `/comments?filters[replies][text][$contains]=${SECRET}`],
  ])('finds no %s', async (_, path) => {
    const { body } = await app.anyone.get(`/api/newswire${path}`).expect(200);
    expect(body.data).toEqual([]);
  });

  it.each([
    ['/articles?filters[edNote][$contains]=s'],
    ['/comments?filters[authorEmail][$contains]=s'],
    ['/photos?filters[instructions][$contains]=s'],
    ['/comments?sort=authorEmail'],
    ['/comments?filters[user][email][$contains]=s'],
  ])('cannot be asked for by private fields: GET %s', async (path) => {
    const { text } = await app.anyone.get(`/api/newswire${path}`);
    const open = await app.anyone.get(`/api/newswire${path.split('?')[0]}`);
    expect([400, open.status]).toContain(JSON.parse(text).error?.status ?? 200);
    expect(text).not.toContain(SECRET);
  });

  it('has private fields in no GraphQL type', async () => {
    const query = '{ __schema { types { name fields { name } inputFields { name } } } }';
    const { body } = await app.anyone.post('/graphql').send({ query });
    const types: { name: string; fields: { name: string }[] | null; inputFields: { name: string }[] | null }[] =
      body.data.__schema.types;
    const ours = types.filter((type) => type.name.includes('Newswire'));
    expect(ours.length).toBeGreaterThan(5);
    const names = ours.flatMap((type) =>
      [...(type.fields ?? []), ...(type.inputFields ?? [])].map((field) => field.name),
    );
    for (const field of [
      'edNote',
      'authorEmail',
      'sourceHash',
      'instructions',
      'uriKey',
      'contentHash',
      'reports',
      'user',
    ]) {
      expect(names).not.toContain(field);
    }
    expect(ours.map((type) => type.name).filter((name) => /WireItem|ImportRun|RightsEvent|Feed/.test(name))).toEqual(
      [],
    );
  });
});

describe('what may be shown', () => {
  it('comes with its photo, comment and category, the hidden photos left out', async () => {
    const query = `{ newswireArticles { headline photos { photo { headline } } comments { text } categories { name } } }`;
    const { body } = await app.anyone.post('/graphql').send({ query }).expect(200);
    expect(body.data.newswireArticles).toEqual([
      {
        headline: 'Open story',
        photos: [{ photo: { headline: 'Open photo' } }, ...Object.keys(REASONS).map(() => ({ photo: null }))],
        comments: [{ text: 'Well said' }],
        categories: [{ name: 'Harbour' }],
      },
    ]);
  });

  it('appears when its embargo ends and goes when it expires', async () => {
    const documentId = await create(UID.article, { headline: 'Timed story', embargoedUntil: FUTURE }, 'published');
    await app.anyone.get(`/api/newswire/articles/${documentId}`).expect(404);
    const set = (data: object) => app.strapi.db.query(UID.article).updateMany({ where: { documentId }, data });
    await set({ embargoedUntil: PAST });
    await app.anyone.get(`/api/newswire/articles/${documentId}`).expect(200);
    await set({ expires: new Date(Date.now() - 1000).toISOString() });
    await app.anyone.get(`/api/newswire/articles/${documentId}`).expect(404);
    await documents(UID.article).delete({ documentId });
  });

  it('is closed at once when its draft is killed, and opened again only by publishing', async () => {
    const documentId = await create(UID.article, { headline: 'Doubtful story' }, 'published');
    const save = (data: object) => documents(UID.article).update({ documentId, data } as never);
    const status = async () => (await app.anyone.get(`/api/newswire/articles/${documentId}`)).status;
    expect(await status()).toBe(200);
    await save({ pubStatus: 'canceled' });
    expect(await status()).toBe(404);
    await save({ pubStatus: 'usable' });
    expect(await status()).toBe(404);
    await documents(UID.article).publish({ documentId } as never);
    expect(await status()).toBe(200);
    await save({ embargoedUntil: FUTURE });
    expect(await status()).toBe(404);
    await documents(UID.article).delete({ documentId });
  });

  it('has photos that are nobody’s before their story is published', async () => {
    const held = await create(UID.photo, { caption: 'Held back', released: false });
    const documentId = await create(UID.article, { headline: 'Story with a photo', photos: [{ photo: held }] });
    await app.anyone.get(`/api/newswire/photos/${held}`).expect(404);
    await documents(UID.article).publish({ documentId } as never);
    await app.anyone.get(`/api/newswire/photos/${held}`).expect(200);
    await documents(UID.article).delete({ documentId });
    await documents(UID.photo).delete({ documentId: held });
  });

  it('is all there for the admin', async () => {
    const admin = await app.superAdmin();
    const { body } = await admin.get(`/content-manager/collection-types/${UID.article}?pageSize=100`).expect(200);
    expect(body.pagination.total).toBe(Object.keys(REASONS).length + 2);
  });

  it('cannot be written by the public', async () => {
    await app.anyone
      .post('/api/newswire/articles')
      .send({ data: { headline: 'x' } })
      .expect(405);
    const { body } = await app.anyone
      .post('/graphql')
      .send({ query: '{ __type(name: "Mutation") { fields { name } } }' });
    const mutations: { name: string }[] = body.data.__type.fields;
    expect(mutations.map(({ name }) => name).filter((name) => name.includes('Newswire'))).toEqual([]);
  });
});
