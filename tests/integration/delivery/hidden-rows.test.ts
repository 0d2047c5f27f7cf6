import { UID } from '../../../contracts/uid';
import { make, PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type TestStrapi } from '../../support/strapi';

/** What readers may not see stands in the same lists as what they may, often before it. */
const HIDDEN = 40;

let app: TestStrapi;
beforeAll(async () => {
  app = await startStrapi();
  await app.grant('public', [...PUBLIC_READS, 'plugin::newswire.discussion.thread', 'plugin::newswire.syndication.rss', 'plugin::newswire.reader.latest']); // prettier-ignore
  const category = await make(app, UID.category, { name: 'Hero', slug: 'hero' });
  const story = (headline: string, more: object) =>
    make(app, UID.article, { headline, creditLine: 'Nordpix', categories: [category], ...more }, 'published');
  await story('Seen', { body: '<p>The quay of varnhavenword.</p>' });
  for (let n = 0; n < HIDDEN; n += 1) {
    await story(`Later ${n}`, { embargoedUntil: '2999-01-01T08:30:00.000Z', body: '<p>Secret zanzibarword.</p>' });
    await story(`Killed ${n}`, { pubStatus: 'canceled', body: '<p>Secret killedword.</p>' });
  }
});
afterAll(() => app.stop());

const ask = async (query: string) => (await app.anyone.post('/graphql').send({ query }).expect(200)).body;

describe('a list whose newest stories may not be shown', () => {
  it.each(['(first: 1)', '(category: "hero", first: 1)', '(category: "hero", first: 5)'])('of %s gives what may be', async (asked) => {
    const { data } = await ask(`{ newswireLatest${asked} { nodes { headline } pageInfo { hasNextPage } } }`);
    expect(data.newswireLatest).toEqual({ nodes: [{ headline: 'Seen' }], pageInfo: { hasNextPage: false } });
  }); // prettier-ignore

  it('is the same over REST', async () => {
    const { body } = await app.anyone.get('/api/newswire/latest?first=1').expect(200);
    expect(body.data.map(({ headline }: { headline: string }) => headline)).toEqual(['Seen']);
  });

  it('has no cursor of what is hidden, and one that was made up leads nowhere', async () => {
    const { data } = await ask('{ newswireLatest(first: 1) { pageInfo { endCursor } } }');
    const [at] = JSON.parse(String(Buffer.from(String(data.newswireLatest.pageInfo.endCursor), 'base64url'))) as [
      number,
    ];
    expect(at).toBeLessThanOrEqual(Date.now());
    const made = Buffer.from(JSON.stringify([Date.parse('2999-06-01'), 1])).toString('base64url');
    const again = await ask(`{ newswireLatest(first: 1, after: "${made}") { nodes { headline } } }`);
    expect(again.data.newswireLatest.nodes).toEqual([{ headline: 'Seen' }]);
  });
});

it.each(['zanzibarword', 'killedword', 'nowhereword'])('a search for %s tells nothing', async (word) => {
  const { data } = await ask(`{ newswireSearch(text: "${word}", first: 1) { nodes { headline } pageInfo { hasNextPage endCursor } } }`); // prettier-ignore
  expect(data.newswireSearch).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
});

it('a discussion asked for again and again is too dear', async () => {
  const [{ documentId }] = await app.strapi.db.query(UID.article).findMany({ where: { headline: 'Seen' }, limit: 1 });
  const times = (count: number) => Array.from({ length: count }, (_, n) => `a${n}: newswireDiscussion(article: "${documentId}", first: 5) { total }`).join(' '); // prettier-ignore
  expect((await ask(`{ ${times(3)} }`)).errors).toBeUndefined();
  const { body } = await app.anyone.post('/graphql').send({ query: `{ ${times(12)} }` });
  expect(JSON.stringify(body.errors)).toContain('too-costly');
});

it('a feed of a category is for those who may read categories', async () => {
  const holder = await app.tokenHolder(['plugin::newswire.article.find', 'plugin::newswire.article.findOne', 'plugin::newswire.syndication.rss']); // prettier-ignore
  await holder.get('/api/newswire/feeds/rss').expect(200);
  for (const slug of ['hero', 'nowhere']) await holder.get(`/api/newswire/feeds/rss?category=${slug}`).expect(400);
});
