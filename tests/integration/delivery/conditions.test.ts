import { UID } from '../../../contracts/uid';
import { make, makeFile, PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;
let category: number;

beforeAll(async () => {
  app = await startStrapi();
  await app.grant('public', PUBLIC_READS);
  const world = await make(app, UID.category, { name: 'World' });
  [{ id: category }] = await app.strapi.db.query(UID.category).findMany({ where: { documentId: world } });
  const agency = await make(app, UID.agency, { name: 'Vestvik Press' });
  const photo = await make(app, UID.photo, { headline: 'Quay', creditLine: 'AFP', image: await makeFile(app, 'quay.jpg') }); // prettier-ignore
  const data = { urgency: 4, keywords: ['ferry'], agency, categories: [world], photos: [{ photo }] };
  const article = await make(app, UID.article, { ...data, headline: 'Ferry' }, 'published');
  const comment = { authorName: 'Ada', text: 'Well', postedAt: '2026-05-14T08:00:00.000Z', moderationStatus: 'approved' }; // prettier-ignore
  await make(app, UID.comment, { ...comment, article, staff: true });
});
afterAll(() => app.stop());

const rest = (path: string) => app.anyone.get(`/api/newswire/${path}`);
const ask = async (query: string) => (await app.anyone.post('/graphql').send({ query })).body;

/** One column of each type, by the plural name of what it is asked of. */
const COLUMNS = [
  'articles headline', 'articles slug', 'articles abstract', 'articles body', 'articles urgency', 'articles keywords',
  'articles publishedAt', 'articles pubStatus', 'articles id', 'articles documentId', 'articles categories',
  'articles agency', 'articles photos', 'articles comments', 'photos image', 'photos released', 'comments postedAt',
  'comments staff', 'categories articles', 'categories parent',
]; // prettier-ignore

/** All that Strapi knows, two that it does not know, and none. */
const OPERATORS = [
  '$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between', '$contains', '$notContains',
  '$containsi', '$notContainsi', '$startsWith', '$startsWithi', '$endsWith', '$endsWithi', '$null', '$notNull', '$not',
  '$and', '$or', '$jsonSupersetOf', '$search', '$elemMatch', '',
]; // prettier-ignore

/** What stands behind the operator; `@` is all that stands before it. */
const VALUES = [
  '=x', '=1', '=', '=2026-01-01', '=0000-01-01T00:00:00Z', '=%5B%22ferry%22%5D', '[0]=x', '[0]=1&@[1]=2',
  '[0]=2026-01-01&@[1]=2026-02-01', '[a]=b', '[$eq]=1', '[$in][0]=x', '[0][$eq]=1', '[0][0]=1', '[slug]=x&@[$eq]=1',
]; // prettier-ignore

describe('a condition that Strapi or a database fails on', () => {
  it.each(COLUMNS)('is no error of the server’s: %s', async (column) => {
    const [type = '', name = ''] = column.split(' ');
    const failed: string[] = [];
    for (const operator of OPERATORS) {
      for (const value of VALUES) {
        const key = `filters[${name}]${operator === '' ? '' : `[${operator}]`}`;
        const address = `${type}?${key}${value.replaceAll('@', key)}`;
        const { status, body } = await rest(address);
        const isTold = status === 200 || (status === 400 && typeof body.error.details.code === 'string');
        if (!isTold) failed.push(`${status} ${address}`);
      }
    }
    expect(failed).toEqual([]);
  });

  it.each([
    'articles?filters[versionCreated][$between]=2026-01-01',
    'articles?filters[headline][$between][0]=a',
    'articles?filters[headline][$jsonSupersetOf]=x',
    'articles?filters[headline][$and][0][$eq]=x',
    'articles?filters[headline][0][$eq]=x',
    'articles?filters[keywords][$eq]=ferry',
    'articles?filters[keywords][$contains]=ferry',
    'articles?filters[publishedAt][$startsWith]=2026',
    'articles?filters[$in]=x',
    'articles?filters[$not][0]=x',
    'articles?filters[$or][0]=x',
    'articles?filters[categories][$in][0]=1&filters[categories][slug]=a',
    'categories?populate[articles][filters][slug][$between]=a',
    'categories?filters[articles][id][$between]=1',
    'articles?_q[a]=b',
    'articles?pagination[start]=1e20&pagination[limit]=5',
    'photos?pagination[start]=1e20&pagination[limit]=5',
    'articles?pagination[page]=1e18',
    'articles?pagination[page]=1&pagination[start]=1',
  ])('is refused over REST: %s', async (address) => {
    const { body } = await rest(address).expect(400);
    expect(body.error.details.code).toBe('invalid-request');
  });

  const nested = (levels: number) => `${'and: {'.repeat(levels)} slug: { eq: "nothing" } ${'}'.repeat(levels)}`;

  it.each([
    ['invalid-request', 'filters: { urgency: { between: [1] } }'],
    ['invalid-request', 'filters: { headline: { between: ["a"] } }'],
    ['invalid-request', 'filters: { headline: { and: ["a"] } }'],
    ['invalid-request', 'filters: { headline: { not: { and: ["a"] } } }'],
    ['invalid-request', 'filters: { publishedAt: { between: ["2026-01-01T00:00:00.000Z"] } }'],
    ['invalid-request', 'pagination: { page: 1, start: 1 }'],
    ['filter-too-deep', `filters: { ${nested(40)} }`],
  ])('is refused over GraphQL: %s, %s', async (code, asked) => {
    const { errors } = await ask(`{ newswireArticles(${asked}) { slug } }`);
    expect(errors[0].extensions.error.details.code).toBe(code);
  });
});

describe('values over GraphQL', () => {
  const slugs = (count: number): string[] => Array.from({ length: count }, (_, n) => `story-${n}`);
  const found = (variables: object) =>
    app.anyone.post('/graphql').send({
      query: 'query ($filters: NewswireArticleFiltersInput) { newswireArticles(filters: $filters) { slug } }',
      variables,
    });

  it.each<[string, object, object]>([
    ['of one list', { slug: { in: [...slugs(499), 'ferry'] } }, { slug: { in: slugs(501) } }],
    ['of many conditions', { or: [...slugs(499), 'ferry'].map((slug) => ({ slug: { eq: slug } })) }, { or: slugs(501).map((slug) => ({ slug: { eq: slug } })) }],
  ])('%s are taken up to 500', async (_, few, many) => {
    expect((await found({ filters: few })).body.data.newswireArticles).toHaveLength(1);
    const { body } = await found({ filters: many });
    expect(body.errors[0]).toMatchObject({ message: expect.stringContaining('An argument holds more than 500 values.') });
    expect(body.errors[0].extensions.error.details.code).toBe('invalid-request');
    const written = `{ newswireArticles(filters: { slug: { in: ${JSON.stringify(slugs(501))} } }) { slug } }`;
    expect((await ask(written)).errors[0].extensions.error.details.code).toBe('invalid-request');
  }); // prettier-ignore
});

describe('a condition that can be asked', () => {
  it.each([
    'filters[headline][$in]=Ferry',
    'filters[headline][$between][0]=A&filters[headline][$between][1]=Z',
    'filters[headline][$not][$contains]=x',
    'filters[headline][$null]=false',
    'filters[headline][0]=Ferry&filters[headline][1]=x',
    'filters[publishedAt][$between][0]=2020-01-01&filters[publishedAt][$between][1]=2999-01-01',
    'filters[keywords][$containsi]=FERRY',
    'filters[keywords][$notNull]=true',
    'filters[$or][0][slug]=x&filters[$or][1][slug]=ferry',
    'filters[$not][slug]=x',
    'filters[categories]=CATEGORY',
    'filters[categories][$in][0]=CATEGORY',
    'filters[categories][$gte]=CATEGORY&filters[categories][$lt]=2000000000',
    'filters[categories][$not][slug]=x',
    'filters[categories][slug][$not][$eq]=x',
    'filters[agency][$notNull]=true',
    'filters[photos][photo][image][$notNull]=true',
    'pagination[start]=0&pagination[limit]=5',
    'publicationFilter=has-published-version-document',
  ])('is answered: %s', async (filter) => {
    const { body } = await rest(`articles?${filter.replaceAll('CATEGORY', String(category))}`).expect(200);
    expect(body.data).toHaveLength(1);
  });

  it('is answered where nothing is so far down a list', async () => {
    const { body } = await rest('articles?pagination[page]=2147483647').expect(200);
    expect(body.data).toEqual([]);
  });
});
