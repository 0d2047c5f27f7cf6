import { UID } from '../../../contracts/uid';
import { keepSearch } from '../../../server/delivery/search/service';
import { make, PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;
const ids: Record<string, string> = {};
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 4, 14, hour, minute)).toISOString();

beforeAll(async () => {
  app = await startStrapi();
  await app.grant('public', PUBLIC_READS);
  const world = await make(app, UID.category, { name: 'World' });
  const harbours = await make(app, UID.category, { name: 'Harbours', parent: world });
  const ferries = await make(app, UID.category, { name: 'Ferries', parent: harbours });
  const sport = await make(app, UID.category, { name: 'Sport' });
  const nordlys = await make(app, UID.agency, { name: 'Nordlys' });
  const meridian = await make(app, UID.agency, { name: 'Meridian' });
  const stories: [string, object][] = [
    ['ferry', { headline: 'Steam ferry returns to the fjord', body: '<p>The ferry left the quay at Ærøskøbing.</p>', categories: [ferries], agency: nordlys, keywords: ['steam ferry'], versionCreated: at(8) }],
    ['quay', { headline: 'Quay at Vestvik is closed', abstract: 'The steam ferry stays away', categories: [harbours], agency: meridian, keywords: ['steam ferry'], versionCreated: at(9) }],
    ['storm', { headline: 'Storm warning for the coast', body: '<p>Ferries stay in the harbour.</p>', categories: [world], agency: nordlys, versionCreated: at(10) }],
    ['match', { headline: 'Vestvik wins the match', body: '<p>Nobody took the ferry. EU flags flew.</p>', categories: [sport], agency: meridian, versionCreated: at(11) }],
    ['tokyo', { headline: '東京の港が再開', categories: [sport], versionCreated: at(12) }],
    ['killed', { headline: 'Steam ferry sinks', body: '<p>ferry</p>', categories: [ferries], agency: nordlys, pubStatus: 'canceled', versionCreated: at(13) }],
    ['embargoed', { headline: 'Steam ferry is sold', categories: [ferries], agency: nordlys, embargoedUntil: '2999-01-01T00:00:00Z', versionCreated: at(14) }],
  ]; // prettier-ignore
  for (const [name, data] of stories) ids[name] = await make(app, UID.article, data, 'published');
  ids['draft'] = await make(app, UID.article, { headline: 'Steam ferry draft', categories: [ferries] });
});
afterAll(() => app.stop());

async function ask(query: string, variables: object = {}) {
  const { body } = await app.anyone.post('/graphql').send({ query, variables });
  return body;
}
const rest = async (path: string) => (await app.anyone.get(`/api/newswire${path}`)).body;
const nameOf = (documentId: string) => Object.keys(ids).find((name) => ids[name] === documentId);
const names = (nodes: { documentId: string }[]) => nodes.map(({ documentId }) => nameOf(documentId));

/** One question over GraphQL and over REST; both must find the same. */
async function find(field: string, path: string): Promise<(string | undefined)[]> {
  const body = await ask(`{ found: ${field} { nodes { documentId } pageInfo { hasNextPage endCursor } } }`);
  expect(body.errors).toBeUndefined();
  const { data, meta } = await rest(path);
  expect(names(data)).toEqual(names(body.data.found.nodes));
  expect(meta.pageInfo).toEqual(body.data.found.pageInfo);
  return names(data);
}

describe('an article by its slug', () => {
  it('is found, with what is asked of it', async () => {
    const body = await ask(
      '{ newswireArticleBySlug(slug: "quay-at-vestvik-is-closed") { headline categories { name } } }',
    );
    expect(body.data.newswireArticleBySlug).toEqual({ headline: 'Quay at Vestvik is closed', categories: [{ name: 'Harbours' }] }); // prettier-ignore
    const { data } = await rest(
      '/articles/by-slug/quay-at-vestvik-is-closed?fields[0]=headline&populate[categories][fields][0]=name',
    );
    expect(data).toEqual({
      id: expect.any(Number),
      documentId: ids['quay'],
      headline: 'Quay at Vestvik is closed',
      rights: { servable: true, reasons: [] },
      categories: [{ id: expect.any(Number), documentId: expect.any(String), name: 'Harbours' }],
    });
  });

  it.each(['steam-ferry-sinks', 'steam-ferry-is-sold', 'steam-ferry-draft', 'nothing'])(
    'is not shown: %s',
    async (slug) => {
      expect((await ask(`{ newswireArticleBySlug(slug: "${slug}") { headline } }`)).data).toEqual({
        newswireArticleBySlug: null,
      });
      expect((await rest(`/articles/by-slug/${slug}`)).error).toMatchObject({
        status: 404,
        details: { code: 'no-such-article' },
      });
    },
  );
});

describe('the latest', () => {
  it.each([
    ['of all', 'newswireLatest', '/latest', ['tokyo', 'match', 'storm', 'quay', 'ferry']],
    ['of a category and those below it', 'newswireLatest(category: "world")', '/latest?category=world', ['storm', 'quay', 'ferry']],
    ['of a category in the middle', 'newswireLatest(category: "harbours")', '/latest?category=harbours', ['quay', 'ferry']],
    ['of an agency', 'newswireLatest(agency: "NORDLYS")', '/latest?agency=NORDLYS', ['storm', 'ferry']],
    ['of an agency in a category', 'newswireLatest(agency: "Meridian", category: "world")', '/latest?agency=Meridian&category=world', ['quay']],
    ['on a page of two', 'newswireLatest(first: 2)', '/latest?first=2', ['tokyo', 'match']],
  ])('%s', async (_, field, path, expected) => expect(await find(field, path)).toEqual(expected)); // prettier-ignore

  it('stay in their places while stories arrive', async () => {
    const seen: (string | undefined)[] = [];
    let after: string | null = null;
    for (let page = 0; page < 6; page += 1) {
      const body = await ask('query ($after: String) { newswireLatest(first: 2, after: $after) { nodes { documentId } pageInfo { hasNextPage endCursor } } }', { after }); // prettier-ignore
      const { nodes, pageInfo } = body.data.newswireLatest;
      seen.push(...names(nodes));
      after = pageInfo.endCursor;
      ids[`late ${page}`] = await make(
        app,
        UID.article,
        { headline: `Late ${page}`, versionCreated: at(20, page) },
        'published',
      );
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(['tokyo', 'match', 'storm', 'quay', 'ferry']);
    for (const name of Object.keys(ids).filter((one) => one.startsWith('late'))) {
      await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId: ids[name] ?? '' });
    }
  });
});

describe('related articles', () => {
  it('share a keyword or category, and are shown', async () => {
    const body = await ask(`{ newswireRelated(documentId: "${ids['ferry']}") { documentId } }`);
    expect(body.errors).toBeUndefined();
    expect(names(body.data.newswireRelated)).toEqual(['quay']);
    expect(names((await rest(`/articles/${ids['ferry']}/related`)).data)).toEqual(['quay']);
  });

  it.each(['killed', 'draft'])('of what is not shown are none: %s', async (name) => {
    const body = await ask(`{ newswireRelated(documentId: "${ids[name]}") { documentId } }`);
    expect(body.errors[0].extensions.error.details.code).toBe('no-such-article');
  });
});

describe('a search', () => {
  it.each([
    ['ferry', ['match', 'quay', 'ferry']],
    ['FERRY steam', ['quay', 'ferry']],
    ['"steam ferry"', ['quay', 'ferry']],
    ['"ferry steam"', []],
    ['ferr*', ['match', 'storm', 'quay', 'ferry']],
    ['ferry -match', ['quay', 'ferry']],
    ['aerøskøbing', ['ferry']],
    ['Ærøskøbing', ['ferry']],
    ['aeroskobing', ['ferry']],
    ['the', ['match', 'storm', 'quay', 'ferry']],
    ['EU', ['match']],
    ['東京', ['tokyo']],
    ['京東', []],
    ['sinks', []],
    ['sold', []],
    ["' OR 1=1 --", []],
    ['"un" NEAR(', []],
  ])('for %s', async (text, expected) => {
    const asked = JSON.stringify(text);
    expect(await find(`newswireSearch(text: ${asked})`, `/search?text=${encodeURIComponent(text)}`)).toEqual(expected);
  });

  it('goes on from a cursor', async () => {
    const first = await ask(
      '{ newswireSearch(text: "ferry", first: 1) { nodes { documentId } pageInfo { endCursor hasNextPage } } }',
    );
    const { endCursor, hasNextPage } = first.data.newswireSearch.pageInfo;
    expect({ found: names(first.data.newswireSearch.nodes), hasNextPage }).toEqual({
      found: ['match'],
      hasNextPage: true,
    });
    expect(await find(`newswireSearch(text: "ferry", after: "${endCursor}")`, `/search?text=ferry&after=${endCursor}`)).toEqual(['quay', 'ferry']); // prettier-ignore
  });

  const documents = () => app.strapi.documents(UID.article as 'plugin::upload.file');
  const found = async (text: string) => names((await rest(`/search?text=${text}`)).data);

  it('follows every way of writing', async () => {
    const documentId = await make(app, UID.article, { headline: 'Glacier calves' });
    ids['glacier'] = documentId;
    expect(await found('glacier')).toEqual([]);
    await documents().publish({ documentId });
    expect(await found('glacier')).toEqual(['glacier']);
    await documents().update({ documentId, data: { headline: 'Iceberg drifts' }, status: 'published' } as never);
    expect([await found('glacier'), await found('iceberg')]).toEqual([[], ['glacier']]);
    await app.strapi.db.query(UID.article).updateMany({ where: { documentId }, data: { abstract: 'A floe' } });
    expect(await found('floe')).toEqual(['glacier']);
    await documents().unpublish({ documentId });
    expect(await found('iceberg')).toEqual([]);
    await documents().publish({ documentId });
    await app.strapi.db.query(UID.article).deleteMany({ where: { documentId } });
    expect(await found('iceberg')).toEqual([]);
    const now = new Date();
    await app.strapi.db.query(UID.article).createMany({
      data: ['bulk-a', 'bulk-b'].map((document) => ({ documentId: document, headline: 'Meltwater', publishedAt: now, versionCreated: now })), // prettier-ignore
    });
    ids['bulk-a'] = 'bulk-a';
    ids['bulk-b'] = 'bulk-b';
    expect((await found('meltwater')).sort()).toEqual(['bulk-a', 'bulk-b']);
    await app.strapi.db.query(UID.article).deleteMany({ where: { headline: 'Meltwater' } });
  });

  it('never says what a write that failed would have said', async () => {
    const documentId = ids['storm'] ?? '';
    const failing = app.strapi.db.transaction(async () => {
      await documents().update({ documentId, data: { headline: 'Volcano erupts' }, status: 'published' } as never);
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
    expect([await found('volcano'), await found('warning')]).toEqual([[], ['storm']]);
  });
});

describe('changes', () => {
  it('are what was written since, and the ids of what was taken away', async () => {
    const since = new Date(Date.now() + 1).toISOString();
    // What closes with its draft is stamped a second earlier, so that Strapi still calls the draft modified; builders of
    // sites ask from `until` on, which lies further back.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const documents = app.strapi.documents(UID.article as 'plugin::upload.file');
    ids['new'] = await make(app, UID.article, { headline: 'New' }, 'published');
    ids['gone'] = await make(app, UID.article, { headline: 'Gone' }, 'published');
    ids['unpublished'] = await make(app, UID.article, { headline: 'Unpublished' }, 'published');
    const embargoedUntil = '2999-01-01T00:00:00Z';
    ids['secret'] = await make(app, UID.article, { headline: 'Secret', embargoedUntil }, 'published');
    ids['too early'] = await make(app, UID.article, { headline: 'Too early' }, 'published');
    await documents.update({ documentId: ids['too early'], data: { embargoedUntil }, status: 'published' } as never);
    await documents.delete({ documentId: ids['gone'] });
    await documents.unpublish({ documentId: ids['unpublished'] });
    await documents.update({ documentId: ids['quay'] ?? '', data: { pubStatus: 'canceled' } } as never);
    const question = `newswireChanges(since: "${since}")`;
    const body = await ask(`{ ${question} { nodes { documentId } gone until pageInfo { hasNextPage } } }`);
    expect(body.errors).toBeUndefined();
    const { nodes, gone, until, pageInfo } = body.data.newswireChanges;
    expect(names(nodes)).toEqual(['new']);
    expect(gone.map(nameOf).sort()).toEqual(['gone', 'quay', 'too early', 'unpublished']);
    expect(Date.parse(until)).toBeLessThan(Date.now());
    expect(pageInfo.hasNextPage).toBe(false);
    const answer = await rest(`/changes?since=${since}`);
    expect(names(answer.data)).toEqual(['new']);
    expect(answer.meta.gone.map(nameOf).sort()).toEqual(['gone', 'quay', 'too early', 'unpublished']);
  });
});

describe('a question that makes no sense is refused with a code', () => {
  it.each([
    ['newswireLatest(first: 0)', '/latest?first=0', 'invalid-page-size'],
    ['newswireLatest(first: 101)', '/latest?first=101', 'invalid-page-size'],
    ['newswireLatest(after: "x")', '/latest?after=x', 'invalid-cursor'],
    ['newswireLatest(category: "nowhere")', '/latest?category=nowhere', 'no-such-category'],
    ['newswireLatest(agency: "nobody")', '/latest?agency=nobody', 'no-such-agency'],
    ['newswireSearch(text: "…")', '/search?text=…', 'nothing-to-search'],
  ])('%s', async (field, path, code) => {
    const body = await ask(`{ ${field} { nodes { headline } } }`);
    expect(body.errors[0].extensions.error.details.code).toBe(code);
    expect((await rest(encodeURI(path))).error.details.code).toBe(code);
  });
});

describe('a host that gets another content type', () => {
  it('keeps the search index over the restart, and fills what it does not know', async () => {
    await app.strapi.db.connection('strapi_core_store_settings').where('key', 'plugin_newswire_search').delete();
    await app.strapi.db.connection('newswire_search').where(app.strapi.db.dialect.client === 'sqlite' ? 'rowid' : 'article_id', '>', 0).delete(); // prettier-ignore
    expect((await rest('/search?text=ferry')).data).toEqual([]);
    app = await app.restart({
      prepare: (strapi) => {
        const schema = {
          kind: 'collectionType',
          collectionName: 'newsletters',
          info: { singularName: 'newsletter', pluralName: 'newsletters', displayName: 'Newsletter' },
          options: { draftAndPublish: false },
          pluginOptions: {},
          attributes: { title: { type: 'string' } },
        };
        strapi.get('content-types').add('api::newsletter', { newsletter: { schema } });
      },
    });
    expect(await app.strapi.db.connection.schema.hasTable('newsletters')).toBe(true);
    await keepSearch.whole(app.strapi);
    expect(names((await rest('/search?text=ferry')).data)).toEqual(['match', 'ferry']);
    app = await app.restart({});
    expect(names((await rest('/search?text=ferry')).data)).toEqual(['match', 'ferry']);
  });
});

describe('populate over REST', () => {
  const deep = (levels: number): string => `populate${'[parent][populate]'.repeat(levels - 1)}=parent`;
  it.each([
    ['two lists in each other', 'categories?populate[articles][populate][photos][populate]=photo.image', 200],
    ['three lists', 'categories?populate[articles][populate][categories][populate][articles][fields]=slug', 400],
    ['three lists, by their path', 'categories?populate=articles.categories.articles', 400],
    ['three lists, one named "*"', 'categories?populate[articles][populate][categories][populate]=*', 400],
    ['three lists from a question', 'latest?populate[categories][populate][articles][populate]=categories', 400],
    [
      'three lists, through whatever has the image',
      'photos?populate[image][populate][related][on][plugin::newswire.article][populate][categories][populate]=articles',
      400,
    ],
    ['all comments of the article of each comment', 'comments?populate[article][populate]=comments', 400],
    ['all comments of the article of each comment, by a path', 'comments?populate=article.comments.article', 400],
    ['all comments of the article of each comment, named "*"', 'comments?populate[article][populate]=*', 400],
    ['the article of each comment of an article', 'articles?populate[comments][populate]=article', 400],
    ['all answers to what each answer answers', 'comments?populate[parent][populate]=replies', 400],
    ['all stories of the sections of each', 'articles?populate[categories][populate]=articles', 400],
    ['how many comments the article of each has', 'comments?populate[article][populate][comments][count]=true', 200],
    ['answers to answers', 'comments?populate[replies][populate]=replies', 200],
    ['the sections of the stories of each', 'categories?populate[articles][populate]=categories', 200],
    ['ten levels', `categories?${deep(10)}`, 200],
    ['eleven levels', `categories?${deep(11)}`, 400],
  ])('of %s', async (_, address, status) => {
    const { body } = await app.anyone.get(`/api/newswire/${address}`).expect(status);
    expect(body.error?.details.code).toBe(status === 400 ? 'populate-too-deep' : undefined);
  });
});
