import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UID } from '../../../contracts/uid';
import { STRAPI_CODES } from '../../../server/delivery/errors';
import { REFUSALS } from '../../../server/delivery/refusal';
import { make, makeFile, PUBLIC_READS } from '../../support/newsroom';
import { DISCUSSION } from '../../support/readers';
import { startStrapi, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;
let open: string;
let embargoed: string;

beforeAll(async () => {
  app = await startStrapi();
  await app.grant('public', [...PUBLIC_READS, ...DISCUSSION, 'plugin::newswire.syndication.rss']);
  const category = await make(app, UID.category, { name: 'World' });
  const image = await makeFile(app, 'quay.jpg');
  const photo = await make(app, UID.photo, { headline: 'Quay', creditLine: 'AFP', image });
  const killed = await make(app, UID.photo, { headline: 'Killed', creditLine: 'AFP', pubStatus: 'canceled' });
  const photos = [{ photo, caption: 'At the quay' }, { photo: killed, caption: 'sesame' }, {}];
  open = await make(app, UID.article, { headline: 'Ferry', categories: [category], photos }, 'published');
  const data = { headline: 'Sold', embargoedUntil: '2999-01-01T00:00:00Z', categories: [category] };
  embargoed = await make(app, UID.article, data, 'published');
});
afterAll(() => app.stop());

const rest = (path: string) => app.anyone.get(`/api/newswire/${path}`);
const ask = async (query: string, variables: object = {}) =>
  (await app.anyone.post('/graphql').send({ query, variables })).body;

describe('what is counted over REST', () => {
  it.each<[string, string, unknown]>([
    ['photos of an article', 'articles?populate[photos][count]=true', { photos: { count: 3 } }],
    ['categories of an article', 'articles?populate[categories][count]=true', { categories: { count: 1 } }],
    ['articles of a category that are shown', 'categories?populate[articles][count]=true', { articles: { count: 1 } }],
  ])('is a number and nothing else: %s', async (_, address, expected) => {
    const { body } = await rest(address).expect(200);
    expect(body.data).toHaveLength(1);
    const [name = ''] = Object.keys(expected as object);
    expect({ [name]: body.data[0][name] }).toEqual(expected);
  });

  it('says of a photo in a story whether it may be shown, and of one that may not no caption', async () => {
    const { body } = await rest(`articles/${open}?populate[photos][populate][photo][count]=true`).expect(200);
    expect(body.data.photos).toEqual([
      { id: expect.any(Number), caption: 'At the quay', photo: { count: 1 }, rights: { servable: true, reasons: [] } },
      { id: expect.any(Number), caption: null, photo: { count: 0 }, rights: { servable: false, reasons: ['killed'] } },
      { id: expect.any(Number), caption: null, photo: { count: 0 }, rights: null },
    ]);
  });

  it('says nothing of a photo that only the question leaves out', async () => {
    const left = 'populate[photos][populate][photo][filters][headline]=nothing';
    const { body } = await rest(`articles/${open}?${left}`).expect(200);
    const [first] = body.data.photos;
    expect(first).toMatchObject({ caption: 'At the quay', photo: null, rights: { servable: true, reasons: [] } });
  });
});

const LONG = 'x'.repeat(81);

/** Where an error has its code, whichever way it was asked for. */
const codeOverRest = async (path: string) => (await rest(path)).body.error?.details.code;
const codeOverGraphql = async (query: string) => (await ask(query)).errors?.[0].extensions.error?.details.code;

describe('an error', () => {
  it.each([
    ['invalid-page-size', 'latest?first=0', 'newswireLatest(first: 0) { nodes { slug } }'],
    ['invalid-page-size', 'articles/OPEN/comments?first=201', 'newswireDiscussion(article: "OPEN", first: 201) { total }'],
    ['invalid-cursor', 'latest?after=x', 'newswireLatest(after: "x") { nodes { slug } }'],
    ['invalid-cursor', 'articles/OPEN/comments?after=x', 'newswireDiscussion(article: "OPEN", after: "x") { total }'],
    ['invalid-since', 'changes?since=x', 'newswireChanges(since: "x") { until }'],
    ['invalid-since', 'changes?since=1990-01-01', 'newswireChanges(since: "1990-01-01") { until }'],
    ['nothing-to-search', 'search?text=', 'newswireSearch(text: "") { nodes { slug } }'],
    ['search-too-long', `search?text=${LONG}`, `newswireSearch(text: "${LONG}") { nodes { slug } }`],
    ['search-too-long', `search?text=${'ab '.repeat(1000)}`, `newswireSearch(text: "${'ab '.repeat(1000)}") { nodes { slug } }`],
    ['no-such-category', 'latest?category=no', 'newswireLatest(category: "no") { nodes { slug } }'],
    ['no-such-agency', 'latest?agency=no', 'newswireLatest(agency: "no") { nodes { slug } }'],
    ['no-such-article', 'articles/no/related', 'newswireRelated(documentId: "no") { slug }'],
    ['invalid-request', 'articles?sort=no', 'newswireArticles(sort: "no") { slug }'],
    ['invalid-request', 'articles?filters[no]=1', 'newswireArticles(filters: { no: { eq: 1 } }) { slug }'],
    ['invalid-request', 'articles?fields=no', 'newswireArticles { no }'],
    ['invalid-request', 'latest?no=1', 'newswireLatest(no: 1) { nodes { slug } }'],
    ['invalid-request', 'latest?category=a&category=b', 'newswireLatest(category: ["a"]) { nodes { slug } }'],
    ['invalid-request', 'latest?populate=no', '{ newswireLatest'],
  ])('has the same code over REST and GraphQL: %s, %s', async (code, path, field) => {
    expect(await codeOverRest(path.replace('OPEN', open))).toBe(code);
    expect(await codeOverGraphql(`{ ${field.replace('OPEN', open)} }`)).toBe(code);
  }); // prettier-ignore

  it.each([
    ['no-such-article', 'articles/no'],
    ['no-such-article', 'articles/by-slug/no'],
    ['no-such-photo', 'photos/no'],
    ['no-such-category', 'categories/no'],
    ['no-such-category', 'feeds/rss?category=no'],
    ['no-such-comment', 'comments/no'],
    ['no-such-agency', 'agencies/no'],
    ['no-such-address', 'nothing'],
    ['no-such-address', 'articles/no/nothing'],
    ['forbidden', 'feeds/atom'],
    ['unauthorized', 'articles', 'Bearer nobody'],
  ])('of what is not there has a code: %s, %s', async (code, path, token = '') => {
    const asked = token === '' ? rest(path) : rest(path).set('Authorization', token);
    expect((await asked).body.error.details.code).toBe(code);
  });

  it('of one question leaves the others of a page answered', async () => {
    const gone = '{ top: newswireLatest { nodes { slug } } gone: newswireLatest(category: "gone") { nodes { slug } } related: newswireRelated(documentId: "gone") { slug } none: newswireSearch(text: "") { nodes { slug } } never: newswireChanges(since: "x") { until } }'; // prettier-ignore
    const { data, errors } = await ask(gone);
    expect(data).toEqual({ top: { nodes: [{ slug: 'ferry' }] }, gone: null, related: null, none: null, never: null });
    expect(errors.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual(['gone', 'never', 'none', 'related']);
  });

  it('says beside its code what Strapi says of it', async () => {
    const { body } = await rest('articles?sort=no').expect(400);
    expect(body.error.details).toEqual({ code: 'invalid-request', key: 'no', path: null, source: 'query', param: 'sort' });
  }); // prettier-ignore

  it.each([
    ['too-costly', 'NEWSWIRE_TOO_COSTLY', '{ newswireCategories { articles { categories { articles { slug } } } } }'],
    ['forbidden', 'FORBIDDEN', '{ newswireArticles { slug } uploadFile(documentId: "x") { related { __typename } } }'],
  ])('of GraphQL alone has both codes: %s', async (code, extension, query) => {
    await app.strapi.db.query('plugin::users-permissions.permission').deleteMany({ where: { action: 'plugin::upload.content-api.findOne' } }); // prettier-ignore
    const { errors } = await ask(query);
    expect(errors[0].extensions).toMatchObject({ code: extension, error: { details: { code } } });
    await app.grant('public', ['plugin::upload.content-api.findOne']);
  });

  it('has a code that the documentation lists', () => {
    const pages = ['graphql.md', 'comments.md'].map((name) => readFileSync(resolve(__dirname, `../../../docs/${name}`), 'utf8')); // prettier-ignore
    const listed = pages.flatMap((page) => [...page.matchAll(/^\| (`[^|]+) +\|/gm)].flatMap(([, codes]) => [...(codes ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code))); // prettier-ignore
    const isInternal = (code: string) =>
      ['nobody-to-ban', 'ban-is-over', 'comment-changed', 'comment-withdrawn'].includes(code);
    expect(listed).toEqual(expect.arrayContaining([...Object.keys(REFUSALS), ...STRAPI_CODES].filter((code) => !isInternal(code)))); // prettier-ignore
  });
});

describe('a story that is not there yet', () => {
  it.each([
    ['REST', () => rest(`articles/${embargoed}`)],
    ['REST, by its slug', () => rest('articles/by-slug/sold')],
    ['REST, what is related', () => rest(`articles/${embargoed}/related`)],
    ['a feed of a category that is not there', () => rest('feeds/rss?category=sold')],
  ])('is kept as missing by no cache: %s', async (_, get) => {
    const { headers } = await get().expect(404);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is kept as missing by no cache: a persisted query that fails', async () => {
    const query = `{ newswireRelated(documentId: "${embargoed}") { slug } }`;
    for (const one of [query, '{ newswire']) {
      const get = app.anyone.get('/graphql').query({ query: one }).set('apollo-require-preflight', 'true');
      expect((await get).headers['cache-control']).toContain('no-store');
    }
  });
});

describe('a question by what the role may not read', () => {
  it.each(['agency', 'category'])('is refused: %s', async (name) => {
    const token = await app.tokenHolder(['plugin::newswire.article.find']);
    const { body } = await token.get(`/api/newswire/latest?${name}=x`).expect(400);
    expect(body.error).toMatchObject({ message: expect.stringContaining(name), details: { code: 'invalid-request' } });
    const query = `{ newswireLatest(${name}: "x") { nodes { slug } } }`;
    const graphql = await token.post('/graphql').send({ query });
    expect(graphql.body.errors[0].extensions.error.details.code).toBe('invalid-request');
    await token.get('/api/newswire/latest').expect(200);
  });
});

describe('many questions in one', () => {
  const many = (times: number, field: string) =>
    `{ ${Array.from({ length: times }, (_, n) => `q${n}: ${field}`).join(' ')} }`;

  it.each([
    'newswireSearch(text: "ferry") { pageInfo { hasNextPage } }',
    'newswireLatest(first: 1) { nodes { slug } }',
    'newswireChanges(since: "2026-05-14", first: 1) { until }',
    'newswireArticleBySlug(slug: "ferry") { slug }',
    'newswireArticles_connection { pageInfo { total } }',
    'newswireCommentRules(article: "x") { open }',
  ])('are too costly by the hundred: %s', async (field) => {
    expect(await codeOverGraphql(many(100, field))).toBe('too-costly');
  });

  it.each([
    ['that grow ten times with each fragment', `{ newswireLatest(first: 1) { nodes { ...f0 } } } ${Array.from({ length: 9 }, (_, n) => `fragment f${n} on NewswireArticle { ${`...f${n + 1} `.repeat(10)} }`).join(' ')} fragment f9 on NewswireArticle { slug }`], // prettier-ignore
    ['whose fragment holds itself', '{ newswireLatest(first: 1) { nodes { ...f } } } fragment f on NewswireArticle { slug ...f }'], // prettier-ignore
  ])('are too costly %s, before anything follows them', async (_, query) => {
    expect(await codeOverGraphql(query)).toBe('too-costly');
  });

  it('are asked for by name, where there are two', async () => {
    const query = 'query A { newswireCategories { name } } query B { newswireAgencies { name } }';
    const { body } = await app.anyone.post('/graphql').send({ query });
    expect(body.errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
    const { body: named } = await app.anyone.post('/graphql').send({ query, operationName: 'A' }).expect(200);
    expect(named.data.newswireCategories).toBeDefined();
  });

  it('are too costly where they change something', async () => {
    const mutation = `mutation ${many(100, 'newswireDeleteComment(documentId: "x")')}`;
    expect(await codeOverGraphql(mutation)).toBe('too-costly');
  });

  it('are too costly where each of a list brings the whole list again', async () => {
    const comments = (limit: number) => `{ newswireComments(pagination: { limit: ${limit} }) { article { comments(pagination: { limit: ${limit} }) { article { body } } } } }`; // prettier-ignore
    expect(await codeOverGraphql(comments(95))).toBe('too-costly');
    expect((await ask(comments(10))).errors).toBeUndefined();
    const related = '{ newswireArticles(pagination: { limit: 5 }) { categories(pagination: { limit: 3 }) { name articles(pagination: { limit: 5 }) { slug } } } }'; // prettier-ignore
    expect((await ask(related)).errors).toBeUndefined();
  });

  it('are answered as a front page asks them', async () => {
    const section =
      'newswireLatest(category: "world", first: 5) { nodes { headline abstract slug agency { name } photos { photo { creditLine image { url } } } commentsCount } }';
    const { data, errors } = await ask(many(20, section));
    expect(errors).toBeUndefined();
    expect(data.q19.nodes).toHaveLength(1);
  });

  it('cost what they ask for by default, where nobody has said how many', async () => {
    const query =
      'query ($n: Int = 100) { newswireCategories(pagination: { limit: 0 }) { articles(pagination: { limit: $n }) { categories(pagination: { limit: $n }) { articles(pagination: { limit: $n }) { slug } } } } }';
    expect(await codeOverGraphql(query)).toBe('too-costly');
  });
});

describe('a question that a database cannot be asked', () => {
  const and = Array.from({ length: 70 }, () => '{ categories: { name: { eq: "World" } } }');

  it.each([
    ['seventy relations', `articles?${and.map((_, n) => `filters[$and][${n}][categories][name]=World`).join('&')}`, `newswireArticles(filters: { and: [${and.join(', ')}] }) { slug }`],
    ['everything with everything', 'articles?filters[categories][articles][slug]=ferry', 'newswireArticles(filters: { categories: { articles: { slug: { eq: "ferry" } } } }) { slug }'],
  ])('is refused over REST and GraphQL: %s', async (_, path, field) => {
    expect(await codeOverRest(path)).toBe('filter-too-deep');
    expect(await codeOverGraphql(`{ ${field} }`)).toBe('filter-too-deep');
  }); // prettier-ignore

  it('is refused where its cursor was made up', async () => {
    const cursor = (place: unknown[]) => Buffer.from(JSON.stringify(place)).toString('base64url');
    for (const place of [[1e300, 1], [9e15, 1], [0, 2 ** 31], [0, -1]]) {
      expect(await codeOverRest(`latest?after=${cursor(place)}`)).toBe('invalid-cursor');
      expect(await codeOverRest(`search?text=ferry&after=${cursor(place)}`)).toBe('invalid-cursor');
      expect(await codeOverRest(`changes?since=2026-01-01&after=${cursor([...place, ''])}`)).toBe('invalid-cursor');
    }
  }); // prettier-ignore

  it.each(['latest?category=%00', 'latest?agency=%00', 'articles/by-slug/%00', 'articles/%00/related', 'articles/%00/comments', 'search?text=%00ferry%00', 'feeds/rss?category=%00'])(
    'is answered where it has a character that databases do not know: %s',
    async (path) => expect((await rest(path)).status).toBeLessThan(500),
  ); // prettier-ignore

  it('is refused over GraphQL, too, where it has such a character', async () => {
    const code = (body: { errors?: { extensions: { error: { details: { code: string } } } }[] }) => body.errors?.[0]?.extensions.error.details.code; // prettier-ignore
    expect(code(await ask(String.raw`{ newswireLatest(category: "\u0000") { nodes { slug } } }`))).toBe('invalid-request');
    const query = 'query ($a: ID!) { newswireDiscussion(article: $a) { total } newswireRelated(documentId: $a) { slug } }';
    expect(code(await ask(query, { a: '\0' }))).toBe('invalid-request');
    expect(code(await ask('mutation { newswireDeleteComment(documentId: "\\u0000") }'))).toBe('invalid-request');
    // Not the character, but how it is written.
    expect(code(await ask(String.raw`{ newswireLatest(category: "\\u0000") { nodes { slug } } }`))).toBe('no-such-category');
  }); // prettier-ignore

  it.each([
    'filters[urgency]=x',
    'filters[urgency]=1.5',
    'filters[urgency][$in][1]=',
    'filters[urgency][$gt]=99999999999',
    'filters[urgency][$contains]=4',
    'filters[slug][$eq][$eq]=a',
    'filters[slug][$not][$eq][$eq]=a',
    'sort=headline.x',
    'filters[id]=x',
    'filters[id][$not][$eq]=x',
    'filters[categories][id]=x',
    'filters[categories]=x',
    'filters[categories][$in][0]=x',
    'filters[publishedAt][$gt]=x',
    'filters[publishedAt][$gt]=275760-09-14',
  ])('is refused where a number or time is none: %s', async (filter) => {
    expect(await codeOverRest(`articles?${filter}`)).toBe('invalid-request');
  });

  it.each(['filters[slug][$not][$eq]=a', 'filters[$not][slug][$in][0]=a', 'sort=agency.name', 'filters[urgency]=4', 'filters[urgency][$in][0]=4', 'filters[urgency][$null]=true', 'filters[id][$between][0]=1&filters[id][$between][1]=9'])(
    'is answered where it is one: %s',
    async (filter) => void (await rest(`articles?${filter}`).expect(200)),
  ); // prettier-ignore

  it.each([100, 65])('is refused where an id has %d letters', async (letters) => {
    const id = 'x'.repeat(letters);
    expect(await codeOverRest(`articles/${id}/comments`)).toBe('invalid-request');
    expect(await codeOverGraphql(`{ newswireDiscussion(article: "${id}") { total } }`)).toBe('invalid-request');
  });

  it.each(['constructor/x', '__proto__/x', 'toString'])('is answered at any address: %s', async (path) => {
    expect(await codeOverRest(path)).toBe('no-such-address');
  });
});

describe('a host that has set no limits', () => {
  beforeAll(async () => {
    app = await app.restart({
      config: { delivery: { maxCost: 1000, maxPageSize: 2 } },
      prepare: (strapi) => strapi.config.set('api.rest.maxLimit', undefined),
    });
    const [{ documentId: category }] = await app.strapi.db.query(UID.category).findMany({});
    for (const n of [1, 2, 3]) await make(app, UID.article, { headline: `More ${n}`, categories: [category] }, 'published'); // prettier-ignore
  });

  it.each(['pagination[pageSize]=1000', 'pagination[limit]=1000', 'pagination[pageSize]=1e9'])(
    'has pages over REST that end, %s',
    async (asked) => {
      const { body } = await rest(`articles?${asked}`).expect(200);
      expect(body.data).toHaveLength(2);
      expect(body.meta.pagination.total).toBe(4);
    },
  );

  it('has lists in lists over REST that end', async () => {
    await rest('categories?populate=articles').expect(200);
    app = await app.restart({ config: { delivery: { maxCost: 4 } } });
    for (const populate of ['populate=articles', 'populate=*', 'populate[articles][filters][headline][$contains]=e']) {
      const { body } = await rest(`categories?${populate}`).expect(400);
      expect(body.error.details.code).toBe('too-costly');
    }
    const few = await rest('categories?populate[articles][filters][slug]=ferry').expect(200);
    expect(few.body.data[0].articles).toHaveLength(1);
    const counted = await rest('categories?populate[articles][count]=true').expect(200);
    expect(counted.body.data[0].articles).toEqual({ count: 4 });
  }); // prettier-ignore
});
