import { UID } from '../../contracts/uid';
import { startStrapi, type TestStrapi } from '../support/strapi';

const SITE = { name: 'The Vestvik Post', url: 'https://news.example', articlePath: '/story/{slug}', language: 'en' };
const FEEDS = ['rss', 'atom', 'ninjs', 'news-sitemap'];
const SECRET = 'sesame';

let app: TestStrapi;
const create = async (uid: string, data: object, status?: 'published'): Promise<string> => {
  const { documentId } = await app.strapi
    .documents(uid as 'plugin::upload.file')
    .create({ data, ...(status ? { status } : {}) } as never);
  return documentId;
};

beforeAll(async () => {
  app = await startStrapi({ config: { site: SITE }, env: { PUBLIC_URL: 'https://cms.example' } });
  await app.grant('public', [
    ...['article', 'category', 'agency'].flatMap((name) => [
      `plugin::newswire.${name}.find`,
      `plugin::newswire.${name}.findOne`,
    ]),
    ...['rss', 'atom', 'ninjs', 'newsSitemap'].map((name) => `plugin::newswire.syndication.${name}`),
  ]);
  const agency = await create(UID.agency, { name: 'Fjordfoto', creditTemplate: '{byline} / Fjordfoto' });
  const travel = await create(UID.category, { name: 'Travel' });
  const ferries = await create(UID.category, { name: 'Ferries', parent: travel });
  const photo = await create(UID.photo, { headline: 'The quay', byline: 'Ines Falk', agency });
  const story = {
    byline: 'Tom Åsen',
    copyrightHolder: 'Nordlys',
    edNote: SECRET,
    photos: [{ photo, caption: 'At the quay' }],
  };
  await create(
    UID.article,
    { ...story, headline: 'Ferry returns', categories: [ferries], body: '<p>It is back.</p>' },
    'published',
  );
  const soon = new Date(Date.now() + 20_000).toISOString();
  await create(UID.article, { ...story, headline: 'Timetable', expires: soon, categories: [travel] }, 'published');
  await create(
    UID.article,
    { ...story, headline: 'Chess', categories: [await create(UID.category, { name: 'Chess' })] },
    'published',
  );
  await create(
    UID.article,
    { ...story, headline: `${SECRET} killed`, pubStatus: 'canceled', categories: [travel] },
    'published',
  );
  await create(
    UID.article,
    { ...story, headline: `${SECRET} embargoed`, embargoedUntil: '2999-01-01', categories: [travel] },
    'published',
  );
  await create(UID.article, { ...story, headline: `${SECRET} draft`, categories: [travel] });
});
afterAll(() => app.stop());

const headlines = (text: string) =>
  ['Ferry returns', 'Timetable', 'Chess'].filter((headline) => text.includes(headline));

describe('feeds of the latest stories', () => {
  it.each(FEEDS)('hold what the public may read, and nothing else: %s', async (feed) => {
    const { text } = await app.anyone.get(`/api/newswire/feeds/${feed}`).expect(200);
    expect(headlines(text)).toEqual(['Ferry returns', 'Timetable', 'Chess']);
    expect(text).not.toContain(SECRET);
    // The role may not read photos.
    expect(text).not.toContain('At the quay');
    if (feed !== 'ninjs') expect(text).toContain('https://news.example/story/ferry-returns');
  });

  it.each(FEEDS)('of a category hold the categories below it: %s', async (feed) => {
    const { text } = await app.anyone.get(`/api/newswire/feeds/${feed}?category=travel`).expect(200);
    expect(headlines(text)).toEqual(['Ferry returns', 'Timetable']);
    const below = await app.anyone.get(`/api/newswire/feeds/${feed}?category=ferries`).expect(200);
    expect(headlines(below.text)).toEqual(['Ferry returns']);
  });

  it('take a category by its documentId, too, as every other question does', async () => {
    const [{ documentId }] = await app.strapi.db.query(UID.category).findMany({ where: { slug: 'travel' } });
    const { text } = await app.anyone.get(`/api/newswire/feeds/rss?category=${documentId}`).expect(200);
    expect(headlines(text)).toEqual(['Ferry returns', 'Timetable']);
    expect(text).toContain('<title>The Vestvik Post: Travel</title>');
  });

  it('say that a category does not exist', async () => {
    const { body } = await app.anyone.get('/api/newswire/feeds/rss?category=nowhere').expect(404);
    expect(body.error.details.code).toBe('no-such-category');
    const two = await app.anyone.get('/api/newswire/feeds/rss?category=travel&category=chess').expect(400);
    expect(two.body.error.details.code).toBe('invalid-request');
  });

  it('pass over what readers of feeds add to an address', async () => {
    await app.anyone.get('/api/newswire/feeds/rss?utm_source=reader').expect(200);
  });

  it('are kept no longer than what is in them may be shown, and not sent twice', async () => {
    const { headers } = await app.anyone.get('/api/newswire/feeds/rss').expect(200);
    const seconds = Number(/^public, max-age=(\d+), must-revalidate$/.exec(headers['cache-control'] ?? '')?.[1]);
    expect(seconds).toBeLessThanOrEqual(20);
    await app.anyone
      .get('/api/newswire/feeds/rss')
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
    const chess = await app.anyone.get('/api/newswire/feeds/rss?category=chess').expect(200);
    // What begins or ends anywhere ends it: a photo of a story, or a story that is not in it yet.
    expect(Number(/max-age=(\d+)/.exec(chess.headers['cache-control'] ?? '')?.[1])).toBeLessThanOrEqual(seconds);
  });

  it.each(
    FEEDS.flatMap((feed) => [
      [feed, 'Cookie', 'a=b'],
      [feed, 'Authorization', 'Basic x'],
    ]),
  )('say of %s to somebody who may be known (%s) never that it has not changed', async (feed, header, value) => {
    const anyone = await app.anyone.get(`/api/newswire/feeds/${feed}`).expect(200);
    expect(anyone.headers['etag']).toMatch(/^W\//);
    const { headers } = await app.anyone
      .get(`/api/newswire/feeds/${feed}`)
      .set('If-None-Match', anyone.headers['etag'] ?? '')
      .set(header, value)
      .expect(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['etag']).toBeUndefined();
    expect(headers['vary']).toContain('Authorization');
  });

  it('name the agency and the credit of a story that nobody has signed', async () => {
    const agency = await create(UID.agency, { name: 'Nordlys Press' });
    const data = { headline: 'Lights over the fjord', creditLine: 'Nordlys Press / Vestvik', agency };
    const documentId = await create(UID.article, data, 'published');
    const { text } = await app.anyone.get('/api/newswire/feeds/rss').expect(200);
    expect(text).toContain('<dc:creator>Nordlys Press</dc:creator>');
    expect(text).toContain('<dc:source>Nordlys Press / Vestvik</dc:source>');
    await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId });
  });

  it('are no news of what was written long ago and published today', async () => {
    const data = { headline: 'From the archive', firstCreated: '2019-05-14T09:00:00Z' };
    const documentId = await create(UID.article, data, 'published');
    const map = await app.anyone.get('/api/newswire/feeds/news-sitemap').expect(200);
    expect(map.text).toContain('Chess');
    expect(map.text).not.toContain('From the archive');
    const { text } = await app.anyone.get('/api/newswire/feeds/rss');
    expect(text.indexOf('From the archive')).toBeGreaterThan(text.indexOf('Chess'));
    await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId });
  });

  it('are shown only to those who may', async () => {
    const token = await app.tokenHolder(['plugin::newswire.article.find']);
    await token.get('/api/newswire/feeds/rss').expect(403);
  });
});

describe('structured data', () => {
  const query = '{ newswireArticles(sort: "headline") { headline jsonLd } }';

  it('is the same over REST and GraphQL', async () => {
    const graphql = await app.anyone.post('/graphql').send({ query });
    const rest = await app.anyone.get('/api/newswire/articles?sort=headline&jsonLd=true').expect(200);
    expect(graphql.body.errors).toBeUndefined();
    const given = graphql.body.data.newswireArticles.map(({ jsonLd }: { jsonLd: unknown }) => jsonLd);
    expect(given).toEqual(rest.body.data.map(({ jsonLd }: { jsonLd: unknown }) => jsonLd));
    expect(given[1]).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Ferry returns',
      url: 'https://news.example/story/ferry-returns',
      copyrightHolder: { '@type': 'Organization', name: 'Nordlys' },
    });
    expect(given[1]).not.toHaveProperty('image');
  });

  it('is there for one article, and only where it was asked for', async () => {
    const { body } = await app.anyone.get('/api/newswire/articles?filters[headline][$eq]=Chess').expect(200);
    const [{ documentId, ...fields }] = body.data;
    expect(fields).not.toHaveProperty('jsonLd');
    const one = await app.anyone.get(`/api/newswire/articles/${documentId}?jsonLd=true`).expect(200);
    const asked = await app.anyone.get('/api/newswire/articles/by-slug/ferry-returns?jsonLd=true').expect(200);
    expect(asked.body.data.jsonLd).toMatchObject({ '@type': 'NewsArticle', headline: 'Ferry returns' });
    const latest = await app.anyone.get('/api/newswire/latest?jsonLd=true').expect(200);
    expect(latest.body.data[0].jsonLd).toMatchObject({ '@type': 'NewsArticle' });
    expect(one.body.data.jsonLd).toMatchObject({ headline: 'Chess' });
  });

  it('of photos has the credit in the house form of their agency, for those who may read photos', async () => {
    await app.anyone.get('/api/newswire/photos?jsonLd=true').expect(403);
    const token = await app.tokenHolder(['plugin::newswire.photo.find', 'plugin::newswire.agency.find']);
    const { body } = await token.get('/api/newswire/photos?jsonLd=true').expect(200);
    expect(body.data[0].jsonLd).toMatchObject({ '@type': 'ImageObject', creditText: 'Ines Falk / Fjordfoto' });
  });

  it('and `creditLine` says the same over REST and GraphQL, of a photo and of one in a story', async () => {
    const token = await app.tokenHolder(
      ['photo.find', 'agency.find', 'article.find'].map((action) => `plugin::newswire.${action}`),
    );
    const creditLine = 'Ines Falk / Fjordfoto';
    const { body } = await token.get('/api/newswire/photos').expect(200);
    expect(body.data[0]).toMatchObject({ creditLine });
    const nested = await token.get('/api/newswire/articles?populate[photos][populate]=photo').expect(200);
    expect(nested.body.data[0].photos[0].photo).toMatchObject({ creditLine });
    const asked =
      '{ newswirePhotos { creditLine } newswireArticles { creditLine photos { photo { creditLine agency { name } } } } }';
    const { data } = (await token.post('/graphql').send({ query: asked }).expect(200)).body;
    expect(data.newswirePhotos).toEqual([{ creditLine }]);
    // A story of no agency has no credit, and none is made up.
    expect(data.newswireArticles[0]).toMatchObject({ creditLine: null, photos: [{ photo: { creditLine } }] });
  });

  it('never holds an editor’s note', async () => {
    const { text } = await app.anyone.post('/graphql').send({ query });
    expect(text).not.toContain(SECRET);
  });
});

describe('the feeds of the demo', () => {
  it.each(['rss', 'atom', 'news-sitemap'])('lead to its front-end, which shows the story: %s', async (feed) => {
    const env = Object.assign((_: string, usual: string) => usual, { json: (_: string, usual: unknown) => usual });
    const { newswire } = jest.requireActual<Plugins>('../../playground/config/plugins.js')({ env });
    app.strapi.config.set('plugin::newswire.site', newswire.config['site']);
    const { text } = await app.anyone.get(`/api/newswire/feeds/${feed}`).expect(200);
    const [, link = ''] = /[">](http:[^"<]*chess)["<]/.exec(text) ?? [];
    const { host, pathname, search, searchParams } = new URL(link);
    expect(host).toBe('127.0.0.1:1337');
    const page = await app.anyone.get(pathname + search).expect(200);
    expect(page.text).toContain('/site/site.js');
    // What `site.js` asks for.
    const story = await app.anyone.get(`/api/newswire/articles/by-slug/${searchParams.get('story')}`).expect(200);
    expect(story.body.data.headline).toBe('Chess');
  });
});

type Plugins = (of: { env: unknown }) => { newswire: { config: Record<string, unknown> } };
