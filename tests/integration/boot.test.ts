import { ILLUSTRATION, UID } from '../../contracts/uid';
import { WORDS } from '../../server/editing/own-words';
import { listenersOf } from '../../server/importer/bulk/listeners';
import { startStrapi, type TestStrapi } from '../support/strapi';

/** Every table of the plugin, with the columns that are looked up and therefore indexed. */
const TABLES: Record<string, { indexed: string[]; unique: string[] }> = {
  newswire_articles: {
    indexed: [
      'slug',
      'uri_key',
      'embargoed_until',
      'expires',
      'rejudge_at',
      'blocked_by',
      'refreshed_at',
      'published_at + version_created',
    ],
    unique: [],
  },
  newswire_photos: {
    indexed: [
      'content_hash',
      'embargoed_until',
      'expires',
      'embed_due',
      'file_hash',
      'rejudge_at',
      'fetch_due_at + fetch_state',
      'refreshed_at',
    ],
    unique: ['uri_key'],
  },
  newswire_categories: { indexed: ['slug', 'name_key'], unique: ['import_key'] },
  newswire_comments: { indexed: ['moderation_status', 'posted_at'], unique: [] },
  newswire_agencies: { indexed: [], unique: ['name_key'] },
  newswire_feeds: { indexed: [], unique: [] },
  newswire_import_runs: { indexed: ['started_at'], unique: [] },
  newswire_wire_items: { indexed: ['uri_key', 'input_hash', 'target_document_id'], unique: ['key', 'claim'] },
  newswire_rights_events: { indexed: ['created_at + target_document_id'], unique: [] },
  components_newswire_illustrations: { indexed: [], unique: [] },
};

const ARTICLE = 'plugin::newswire.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;

let app: TestStrapi;
beforeAll(async () => {
  app = await startStrapi({ isFirst: true });
});
afterAll(() => app.stop());

describe('the database', () => {
  test.each(Object.entries(TABLES))('has %s with its indexes', async (name, { indexed, unique }) => {
    const { tables } = await app.strapi.db.dialect.schemaInspector.getSchema();
    const indexes = tables.find((table) => table.name === name)?.indexes;
    // PostgreSQL's inspector tells the columns of an index in no order.
    const columnsOf = (type?: 'unique') =>
      indexes?.filter((index) => index.type === type).map(({ columns }) => columns.sort().join(' + '));
    expect(columnsOf()).toEqual(expect.arrayContaining(indexed));
    expect(columnsOf('unique')).toEqual(expect.arrayContaining(unique));
  });
});

describe('the plugin’s own hooks', () => {
  // Whoever wants to be told of each new row has the bulk writer read it again, with all of its relations.
  it.each([...Object.values(UID), ILLUSTRATION])('are told of no creation of %s by the bulk writer', (uid) => {
    expect(listenersOf(app.strapi).toCreation(uid)).toBe(false);
  });

  it('do not keep a host from being told', () => {
    app.strapi.db.lifecycles.subscribe({ models: [UID.photo], afterCreate: () => undefined });
    expect(listenersOf(app.strapi).toCreation(UID.photo)).toBe(true);
  });
});

describe('the doors', () => {
  test('an editor sees the types that the role names, and no others', async () => {
    const editor = await app.editor([{ action: 'plugin::content-manager.explorer.read', subject: ARTICLE }]);
    await editor.get(ARTICLES).expect(200);
    await editor.get('/content-manager/collection-types/plugin::newswire.photo').expect(403);
    await app.anyone.get(ARTICLES).expect(401);
  });

  test('the public reads over REST and GraphQL what it was granted, and nothing before', async () => {
    const query = { query: '{ newswireArticles { headline } }' };
    await app.anyone.get('/api/newswire/articles').expect(403);
    expect((await app.anyone.post('/graphql').send(query)).body.errors).toHaveLength(1);

    await app.grant('public', [`${ARTICLE}.find`]);
    await app.anyone.get('/api/newswire/articles').expect(200);
    expect((await app.anyone.post('/graphql').send(query)).body).toEqual({ data: { newswireArticles: [] } });
  });

  test('an API token opens what it names', async () => {
    const holder = await app.tokenHolder(['plugin::newswire.photo.find']);
    await holder.get('/api/newswire/photos').expect(200);
    await holder.get('/api/newswire/comments').expect(403);
  });
});

describe('an editor', () => {
  const of = (uid: string) => `/content-manager/collection-types/${uid}`;

  test.each<[string, Record<string, unknown>, object, string[]]>([
    [UID.photo, { caption: 'Ferry', uri: 'urn:velna:1', uriKey: 'of-urn-velna-1' }, { caption: 'Ferry' }, ['uriKey']],
    [UID.category, { name: 'Harbours', importKey: 'harbours' }, { slug: 'harbours-2' }, ['importKey']],
  ])('duplicates a %s that the wire brought: the copy is the newsroom’s own', async (uid, data, changed, ties) => {
    const { documentId } = await app.strapi.documents(uid as 'plugin::upload.file').create({ data } as never);
    const editor = await app.superAdmin();
    const { body } = await editor
      .post(`${of(uid)}/clone/${documentId}`)
      .send(changed)
      .expect(200);
    const rows = (id: string) => app.strapi.db.query(uid).findMany({ select: ties, where: { documentId: id } });
    for (const tie of ties) {
      expect(await rows(body.data.documentId)).toMatchObject([{ [tie]: null }]);
      expect(await rows(documentId)).toMatchObject([{ [tie]: data[tie] }]);
    }
  });

  test('is told of an agency that is there already, in another letter case too', async () => {
    const editor = await app.superAdmin();
    const { body } = await editor.post(of(UID.agency)).send({ name: 'Velna Pictures' }).expect(201);
    const refused = await editor.post(of(UID.agency)).send({ name: 'VELNA PICTURES' }).expect(400);
    expect(refused.body.error).toMatchObject({
      message: 'There is an agency of this name already: "Velna Pictures". Open that one, or choose another name.',
      details: { code: 'agency-exists', errors: [{ path: ['name'] }] },
    });
    await editor
      .put(`${of(UID.agency)}/${body.data.documentId}`)
      .send({ name: 'Velna pictures' })
      .expect(200);
    await editor
      .post(`${of(UID.agency)}/clone/${body.data.documentId}`)
      .send({ name: 'Velna pictures' })
      .expect(400);
  });
});

describe('a save that is refused', () => {
  test.each(Object.entries(WORDS))('says why in the editor’s own language: %s', async (preferedLanguage, words) => {
    const editor = await app.superAdmin();
    await editor.put('/admin/users/me').send({ preferedLanguage }).expect(200);
    for (const [data, code, field] of [
      [{ name: 'Reuters' }, 'agency-exists', 'name'],
      [{ name: 'Velna Herald', aliases: ['REUTERS'] }, 'alias-is-agency', 'aliases'],
      [{ name: 'Velna Herald', creditTemplate: '{byline}' }, 'credit-template', 'creditTemplate'],
      [{ name: 'Velna Herald', restrictionTerms: 'Read this first' }, 'unread-terms', undefined],
    ] as const) {
      const { body } = await editor.post(`/content-manager/collection-types/${UID.agency}`).send(data).expect(400);
      expect(body.error).toMatchObject({ message: words[code], details: { code } });
      if (field) expect(body.error.details.errors).toEqual([expect.objectContaining({ path: [field], message: words[code] })]); // prettier-ignore
    }
    expect(Object.keys(words)).toEqual(Object.keys(WORDS['de'] ?? {}));
  });
});

describe('an agency', () => {
  const make = (data: object) => app.strapi.documents(UID.agency as 'plugin::upload.file').create({ data } as never);

  test.each([
    [{ creditTemplate: '{bylin} / Velna' }, 'The template of the credit holds {bylin}, which nothing is put into.'],
    [{ creditTemplate: '{byline}' }, 'The template of the credit does not name the agency.'],
    [{ creditTemplate: '/ {byline} /' }, 'The template of the credit does not name the agency.'],
    [{ aliases: ['Velna Herald', 'REUTERS'] }, '"Reuters" is an agency of its own.'],
  ])('is refused with %j', async (data, said) => {
    await expect(make({ name: 'Velna Press', ...data })).rejects.toThrow(said);
  });

  test.each(['{byline} / Velna', 'VELNA/{byline}', '{agency}', 'Velna'])('is taken with the template %s', async (creditTemplate) => {
    await expect(make({ name: `Velna ${creditTemplate}`, creditTemplate })).resolves.toMatchObject({ creditTemplate });
  }); // prettier-ignore
});

test('a restart keeps the rows and the tables', async () => {
  await app.strapi.db.query(ARTICLE).create({ data: { headline: 'Ferry back in service', pubStatus: 'usable' } });
  app = await app.restart();
  expect(await app.strapi.db.query(ARTICLE).count()).toBe(1);
});
