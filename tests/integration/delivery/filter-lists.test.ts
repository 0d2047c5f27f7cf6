import { UID } from '../../../contracts/uid';
import { graphqlService } from '../../../server/delivery/graphql/plugin';
import { make, PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;

beforeAll(async () => {
  app = await startStrapi();
  await app.grant('public', PUBLIC_READS);
  const category = await make(app, UID.category, { name: 'World' });
  const article = await make(app, UID.article, { headline: 'Ferry', categories: [category] }, 'published');
  await make(app, UID.comment, { authorName: 'Ada', text: 'Well', postedAt: POSTED, moderationStatus: 'approved', article }); // prettier-ignore
});
afterAll(() => app.stop());

const POSTED = '2026-05-14T08:00:00.000Z';
const PAST = '["2020-01-01T00:00:00.000Z", "2021-01-01T00:00:00.000Z"]';
const WIDE = '["2020-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"]';

/** What is found in the answer, whatever field it is in. */
function count(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null) return 0;
  if ('found' in answer && typeof answer.found === 'string') return 1;
  return Object.values(answer).reduce<number>((sum, one) => sum + count(one), 0);
}

describe.each([true, false])('a list of dates in a filter over GraphQL, with batching: %s', (batching) => {
  beforeAll(async () => {
    app = await app.restart({ config: { delivery: { batching } } });
  });

  it.each([
    ['{ newswireArticles(filters: { createdAt: { between: DATES } }) { found: slug } }'],
    ['{ newswireArticles(filters: { and: [{ not: { createdAt: { between: DATES } } }] }) { found: slug } }', 'not'],
    ['{ newswireArticles_connection(filters: { createdAt: { between: DATES } }) { nodes { found: slug } } }'],
    ['{ newswireArticles(filters: { categories: { createdAt: { between: DATES } } }) { found: slug } }'],
    ['{ newswireCategories { articles(filters: { createdAt: { between: DATES } }) { found: slug } } }'],
    ['{ newswireCategories { articles_connection(filters: { createdAt: { between: DATES } }) { nodes { found: slug } } } }'],
    ['{ newswireComments(filters: { postedAt: { between: DATES } }) { found: text } }'],
    ['{ newswireArticles { comments(filters: { postedAt: { between: DATES } }) { found: text } } }'],
  ])('counts: %s', async (query, not = '') => {
    const found = async (dates: string) => {
      const { body } = await app.anyone.post('/graphql').send({ query: query.replace('DATES', dates) });
      expect(body.errors).toBeUndefined();
      return count(body.data);
    };
    expect([await found(PAST), await found(WIDE)]).toEqual(not === '' ? [0, 1] : [1, 0]);
  }); // prettier-ignore

  it.each([
    [[POSTED], 1],
    [['2020-01-01T00:00:00.000Z', POSTED], 1],
    [['2020-01-01T00:00:00.000Z'], 0],
    [[], 0],
  ])('counts where it comes as a variable: %j', async (dates, expected) => {
    const query = 'query ($d: [DateTime]) { newswireComments(filters: { postedAt: { in: $d } }) { found: text } }';
    const { body } = await app.anyone.post('/graphql').send({ query, variables: { d: dates } });
    expect(body.errors).toBeUndefined();
    expect(count(body.data)).toBe(expected);
  });

  it('counts where it is empty, of texts too', async () => {
    const none = '{ newswireArticles(filters: { slug: { in: [] } }) { found: slug } newswireCategories(filters: { articles: { documentId: { in: [] } } }) { found: slug } }'; // prettier-ignore
    const { body } = await app.anyone.post('/graphql').send({ query: none });
    expect(body.data).toEqual({ newswireArticles: [], newswireCategories: [] });
    const all = '{ newswireArticles(filters: { slug: { notIn: [] } }) { found: slug } }';
    expect(count((await app.anyone.post('/graphql').send({ query: all })).body.data)).toBe(1);
  });

  it('counts as one date does', async () => {
    const query = `{ newswireComments(filters: { postedAt: { eq: "${POSTED}" } }) { found: text } }`;
    expect(count((await app.anyone.post('/graphql').send({ query })).body.data)).toBe(1);
  });
});

it('of another plugin’s type stays what GraphQL has made of it', () => {
  const { mappers } = graphqlService(app.strapi, 'utils');
  const user = app.strapi.contentType('plugin::users-permissions.user');
  const at = new Date(POSTED);
  expect(mappers.graphQLFiltersToStrapiQuery({ createdAt: { gt: at } }, user)).toEqual({ createdAt: { $gt: at } });
});
