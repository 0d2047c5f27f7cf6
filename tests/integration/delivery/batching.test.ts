import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { make, makeFrontPage, PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;

beforeAll(async () => {
  // What is judged in the background reads too, whenever its minute comes.
  app = await startStrapi({ config: { rights: { everySeconds: 3600 } } });
  await app.grant('public', PUBLIC_READS);
  await app.grant('authenticated', PUBLIC_READS);
  await makeFrontPage(app, 100);
  // What readers may not see stands among the rest, at every end of every relation.
  const hidden = { pubStatus: 'canceled' };
  const photo = await make(app, UID.photo, { headline: 'Killed photo', ...hidden });
  const sport = await app.strapi.db.query(UID.category).findOne({ where: { name: 'Sport' } });
  const photos = [{ photo, caption: 'Of a killed photo' }];
  await make(
    app,
    UID.article,
    { headline: 'With a killed photo', versionCreated: '2020-01-01T00:00:00Z', photos, categories: [sport.documentId] },
    'published',
  );
  await make(app, UID.article, { headline: 'Killed story', photos, categories: [sport.documentId], ...hidden }, 'published'); // prettier-ignore
  await make(app, UID.article, { headline: 'A draft only', photos, categories: [sport.documentId] });
});
afterAll(() => app.stop());

const frontPage = (size: number): string => `{
  newswireArticles(sort: "versionCreated:desc", pagination: { limit: ${size} }) {
    documentId headline slug abstract creditLine versionCreated
    agency { name }
    categories { name slug }
    photos { caption photo { caption byline creditLine copyrightNotice image { url width height formats } } }
    commentsCount
  }
}`;

/** All statements that one request takes: those of Strapi's check of permissions too, and BEGIN and COMMIT if there are any. */
async function statementsOf(agent: Agent, query: string): Promise<string[]> {
  const statements: string[] = [];
  // What the plugin does in the background meanwhile answers no request.
  const listen = ({ sql }: { sql: string }) => {
    if (app.strapi.requestContext.get()) statements.push(sql);
  };
  app.strapi.db.connection.on('query', listen);
  const { body } = await agent.post('/graphql').send({ query }).expect(200);
  app.strapi.db.connection.removeListener('query', listen);
  expect(body.errors).toBeUndefined();
  return statements;
}

describe('a front page', () => {
  it.each([1, 25, 100])(
    'of %i stories takes eight statements, Strapi’s check of permissions included',
    async (size) => {
      await statementsOf(app.anyone, frontPage(1)); // Strapi reads some of its settings on the first request.
      const statements = await statementsOf(app.anyone, frontPage(size));
      expect(statements.length).toBeLessThanOrEqual(8);
    },
  );

  it('has each story with its agency, categories, photos with renditions, and count of approved comments', async () => {
    const { body } = await app.anyone.post('/graphql').send({ query: frontPage(100) });
    expect(body.data.newswireArticles).toHaveLength(100);
    expect(body.data.newswireArticles[0]).toEqual({
      documentId: expect.any(String),
      headline: 'Ferry 99 leaves the quay',
      slug: 'ferry-99-leaves-the-quay',
      abstract: 'What is known of ferry 99',
      creditLine: null,
      versionCreated: '2026-05-14T09:39:00.000Z',
      agency: { name: 'Meridian' },
      categories: [
        { name: 'World', slug: 'world' },
        { name: 'Sport', slug: 'sport' },
      ],
      photos: [19, 6].map((n, at) => ({
        caption: at === 0 ? 'Seen in story 99' : null,
        photo: {
          caption: `The quay, seen from ${n}`,
          byline: null,
          creditLine: 'Marta Eikeland / Meridian',
          copyrightNotice: null,
          image: {
            url: `/uploads/quay-${n}.jpg`,
            width: null,
            height: null,
            formats: expect.objectContaining({ large: expect.objectContaining({ width: 1000 }) }),
          },
        },
      })),
      commentsCount: 2,
    });
  });
});

/** Asked of the batching resolvers and of Strapi's own; the answers must be the same, errors included. */
const QUERIES = [
  frontPage(30),
  '{ newswireArticles(sort: "id") { headline agency { name } } }',
  '{ newswireArticles(sort: "id", pagination: { page: 2, pageSize: 7 }) { headline categories(sort: "name:desc") { name } } }',
  '{ newswireArticles(sort: "id") { headline categories(sort: ["mediaTopic", "name:desc"], pagination: { start: 1, limit: 1 }) { name } } }',
  '{ newswireArticles(sort: "id") { headline categories(filters: { name: { startsWith: "W" } }) { name parent { name } } } }',
  '{ newswireArticles(sort: "id") { one: categories(pagination: { limit: 1 }) { name } all: categories { name } } }',
  '{ newswireArticles(sort: "id") { photos(filters: { caption: { notNull: true } }) { caption photo { headline agency { name } image { name url } } } } }',
  '{ newswireArticles(sort: "id", status: DRAFT) { headline photos { photo { headline } } categories { name } } }',
  '{ newswireArticles_connection(sort: "id") { nodes { headline categories_connection { nodes { name } } comments_connection { nodes { text } } } pageInfo { total } } }',
  '{ newswireArticles(sort: "id") { comments(sort: "text:desc", pagination: { limit: 1 }) { text article { headline agency { name } } } } }',
  '{ newswireArticles(sort: "id") { comments(filters: { moderationStatus: { eq: "pending" } }) { text } } }',
  '{ newswireCategories(sort: "id") { name articles(sort: "headline", pagination: { limit: 3 }) { headline photos { photo { headline } } } children { name } parent { name } } }',
  '{ newswireCategories(sort: "id") { name articles_connection(filters: { headline: { contains: "killed" } }) { nodes { headline } } } }',
  '{ newswireCategories(sort: "id", status: DRAFT) { name articles(sort: "id") { headline } } }',
  '{ newswireCategories(sort: "id", hasPublishedVersion: true) { name articles(sort: "id") { headline } } }',
  '{ newswireComments(sort: "id") { text article { headline categories { name } } parent { text } replies { text } } }',
  '{ newswirePhotos(sort: "id") { headline agency { name } image { url related { __typename } } } }',
  '{ newswireArticles { categories(filters: { nameKey: { eq: "sport" } }) { name } } }',
  '{ newswireArticles { categories(sort: "nameKey") { name } } }',
  '{ newswireArticles { categories(pagination: { limit: -1 }) { name } } }',
];

/** The same over REST, whose lists are read past Strapi's transaction. */
const ADDRESSES = [
  '/api/newswire/articles',
  '/api/newswire/articles?sort=versionCreated:desc&pagination[start]=3&pagination[limit]=4',
  '/api/newswire/articles?sort[0]=slug&filters[headline][$contains]=Ferry&pagination[page]=2&pagination[pageSize]=5',
  '/api/newswire/articles?populate=*&sort=id',
  '/api/newswire/articles?populate[0]=agency&populate[1]=photos.photo.image&sort=id',
  '/api/newswire/articles?populate[categories][fields][0]=name&fields[0]=headline&sort=id',
  '/api/newswire/articles?populate[photos][populate][photo][populate]=agency&populate[categories][sort]=name:desc&sort=id',
  '/api/newswire/articles?status=draft&sort=id',
  '/api/newswire/articles?_q=ferry&sort=id',
  '/api/newswire/articles?filters[photos][photo][headline][$contains]=Killed',
  '/api/newswire/articles?filters[headline][$unknown]=1',
  '/api/newswire/photos?sort=id&populate=image',
  '/api/newswire/categories?populate[articles][fields][0]=headline&sort=name',
  '/api/newswire/comments?populate=article&sort=id',
];

describe('the answers', () => {
  it('are those of Strapi’s own resolvers, for the public, a reader who is logged in, and the holders of tokens', async () => {
    const batched = await answers();
    app = await app.restart({ config: { delivery: { batching: false } } });
    const own = await answers();
    for (const [n, answer] of batched.entries()) expect(answer).toEqual(own[n]);
    const statements = await statementsOf(app.anyone, frontPage(25));
    expect(statements.length).toBeGreaterThan(200);
  });
});

async function answers(): Promise<unknown[]> {
  const user = await app.strapi.db.query('plugin::users-permissions.user').findOne({ where: { username: 'reader' } });
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const reader =
    user ??
    (await app.strapi.db.query('plugin::users-permissions.user').create({
      data: { username: 'reader', email: 'reader@news.example', provider: 'local', confirmed: true, role: role.id },
    }));
  const token = app.strapi.plugin('users-permissions').service('jwt').issue({ id: reader.id });
  const agents: Record<string, Agent> = {
    public: app.anyone,
    token: await app.tokenHolder(),
    'articles only': await app.tokenHolder(['plugin::newswire.article.find']),
  };
  const found: unknown[] = [];
  for (const query of QUERIES) {
    for (const [who, agent] of Object.entries(agents)) {
      const { body, status } = await agent.post('/graphql').send({ query });
      found.push({ who, query, status, ...sorted(body) });
    }
    const { body, status } = await app.anyone
      .post('/graphql')
      .set('Authorization', `Bearer ${await token}`)
      .send({ query });
    found.push({ who: 'reader', query, status, ...sorted(body) });
  }
  for (const address of ADDRESSES) {
    for (const [who, agent] of Object.entries(agents)) {
      const { body, status } = await agent.get(address);
      found.push({ who, address, status, body });
    }
  }
  return found;
}

/** Resolvers end in any order, and so do their errors. */
function sorted({ data, errors }: { data?: unknown; errors?: object[] }): object {
  return { data, errors: errors?.map((error) => JSON.stringify(error)).sort() };
}

describe('a host’s own extension', () => {
  /** What a host writes into its `src/index.ts`. */
  const host = {
    bootstrap({ strapi }: { strapi: Core.Strapi }) {
      strapi.documents.use(async (context, next) => {
        if (context.uid === UID.category && context.action === 'findMany') {
          Object.assign(context.params, { filters: { name: { $eq: 'Sport' } } });
        }
        return next();
      });
    },
    register({ strapi }: { strapi: Core.Strapi }) {
      strapi
        .plugin('graphql')
        .service('extension')
        .use({
          resolvers: { NewswireArticle: { abstract: { resolve: () => 'Told by the host' } } },
          resolversConfig: {
            'NewswireArticle.slug': {
              policies: [{ name: 'admin::hasPermissions', config: { actions: ['admin::users.read'] } }],
            },
            'NewswirePhoto.byline': { auth: { scope: ['plugin::host.byline'] } },
          },
        });
    },
  };

  it('keeps its resolvers, policies, scopes and document middlewares', async () => {
    const prepare = (strapi: Core.Strapi) => void Object.defineProperty(strapi, 'app', { get: () => host, set: () => undefined }); // prettier-ignore
    app = await app.restart({ config: { rights: { everySeconds: 3600 } }, prepare });
    const ask = async (fields: string) => {
      const query = `{ newswireArticles(sort: "versionCreated:desc", pagination: { limit: 1 }) { ${fields} } }`;
      return (await app.anyone.post('/graphql').send({ query })).body;
    };
    const headline = 'Ferry 99 leaves the quay';
    expect((await ask('headline abstract')).data.newswireArticles).toEqual([
      { headline, abstract: 'Told by the host' },
    ]);
    expect((await ask('slug')).errors).toHaveLength(1);
    expect((await ask('photos { photo { byline } }')).errors[0].message).toMatch(/forbidden/i);
    expect((await ask('photos { photo { caption } }')).errors).toBeUndefined();
    const sections = await app.anyone.post('/graphql').send({ query: '{ newswireCategories { name } }' });
    expect(sections.body.data.newswireCategories).toEqual([{ name: 'Sport' }]);
  });
});
