import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  printSchema,
  type IntrospectionQuery,
  type IntrospectionType,
} from 'graphql';
import { createHash } from 'node:crypto';
import { UID } from '../../../contracts/uid';
import { isWrite } from '../../../server/delivery/caching/writes';
import { make, PUBLIC_READS } from '../../support/newsroom';
import { importDemoStory } from '../../support/story';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

/** `UPDATE_DOCS=1` writes the real answers and the real schema into docs/, for Prettier to format. */
const isUpdate = process.env['UPDATE_DOCS'] === '1';
const PAGE = resolve(__dirname, '../../../docs/graphql.md');
const SCHEMA = resolve(__dirname, '../../../docs/schema.graphql');

let app: TestStrapi;
let documentId: string;

beforeAll(async () => {
  app = await startStrapi();
  await app.grant('public', PUBLIC_READS);
  documentId = await importDemoStory(app);
});
afterAll(() => app.stop());

/** What is another on every machine: names of files, ids, cursors, times of writing. */
const stable = (answer: unknown): string =>
  JSON.stringify(answer, null, 2)
    .replace(/_[0-9a-f]{10}(?=\.jpe?g")/g, '_0123456789')
    .replaceAll(documentId, 'h2x7k4v0p9q1r3s5t6u8w0y2')
    .replace(/("endCursor": )"[^"]+"/g, '$1"WzE3Nzg3NDIwMDAwMDAsMl0"')
    .replace(/("until": )"[^"]+"/g, '$1"2026-05-14T09:00:00.000Z"')
    .replace(/("sha256Hash": )"[^"]+"/g, '$1"…"');

const BLOCK = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;

describe('docs/graphql.md', () => {
  it('answers every query as the demo does', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const blocks = [...page.matchAll(BLOCK)];
    expect(blocks.length).toBeGreaterThan(8);
    let updated = page;
    for (const [block, query = '', answer = ''] of blocks) {
      const { body } = await app.anyone.post('/graphql').send({ query, variables: { documentId } });
      const real = `${stable(body)}\n`;
      if (isUpdate) updated = updated.replace(block, () => block.replace(answer, () => real));
      else expect({ query, answer: JSON.parse(answer) }).toEqual({ query, answer: JSON.parse(real) });
    }
    if (isUpdate) writeFileSync(PAGE, updated);
  });
});

describe('docs/schema.graphql', () => {
  it('is the schema of what the plugin answers', async () => {
    const { body } = await app.anyone.post('/graphql').send({ query: getIntrospectionQuery() });
    const real = printSchema(buildClientSchema(newsOf(body.data)));
    if (isUpdate) writeFileSync(SCHEMA, real);
    else expect(printSchema(buildSchema(readFileSync(SCHEMA, 'utf8')))).toBe(real);
  });
});

const ROOTS = ['Query', 'Mutation'];

/** The fields of `Query` and `Mutation` that are the plugin's, and every type that they reach; a host's own types are its own matter. */
function newsOf({ __schema: schema }: IntrospectionQuery): IntrospectionQuery {
  const types = new Map<string, IntrospectionType>(
    schema.types.map((type): [string, IntrospectionType] => {
      if (type.kind !== 'OBJECT') return [type.name, type];
      const fields = type.fields.filter(({ name }) =>
        ROOTS.includes(type.name) ? name.startsWith('newswire') : !(type.name === 'UploadFile' && name === 'related'),
      );
      return [type.name, { ...type, fields }];
    }),
  );
  const reached = new Set([...ROOTS, 'Boolean', 'String', 'Int', 'Float', 'ID']);
  const referenced = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(referenced);
    if (typeof value !== 'object' || value === null) return [];
    const own = 'kind' in value && 'name' in value && typeof value.name === 'string' ? [value.name] : [];
    return [...own, ...Object.values(value).flatMap(referenced)];
  };
  const walk = (name: string): void => {
    for (const next of referenced(types.get(name))) {
      if (reached.has(next) && next !== name) continue;
      if (next === name || !types.has(next)) continue;
      reached.add(next);
      walk(next);
    }
  };
  for (const root of ROOTS) walk(root);
  for (const name of [...reached]) if (name.startsWith('__')) reached.delete(name);
  const kept = [...types.values()].filter(({ name }) => reached.has(name) || name.startsWith('__'));
  return { __schema: { ...schema, types: kept, subscriptionType: null } };
}

describe('a persisted query', () => {
  const query = '{ newswireLatest(first: 1) { nodes { headline } } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
  const get = (more: object) => app.anyone.get('/graphql').query({ extensions, ...more }).set('apollo-require-preflight', 'true'); // prettier-ignore

  it('is told once and asked for by its hash from then on, over GET', async () => {
    const unknown = await get({});
    expect(unknown.body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    const told = await get({ query });
    const known = await get({});
    expect(known.body).toEqual(told.body);
    expect(known.body.data.newswireLatest.nodes).toHaveLength(1);
    expect(known.headers['cache-control']).toMatch(/^public, max-age=\d+, must-revalidate$/);
  });
});

describe('caches', () => {
  const QUERY = '{ newswireLatest { nodes { headline } } }';
  const graphql = (agent: Agent, query = QUERY) =>
    agent.get('/graphql').query({ query }).set('apollo-require-preflight', 'true');
  const ways: [string, (agent: Agent) => ReturnType<Agent['get']>][] = [
    ['REST', (agent) => agent.get('/api/newswire/latest')],
    ['REST of Strapi', (agent) => agent.get('/api/newswire/articles')],
    ['GraphQL', (agent) => graphql(agent)],
  ];

  it.each(ways)('may keep an answer over %s for a while, and ask whether it is still true', async (_, ask) => {
    const { headers } = await ask(app.anyone).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=30, must-revalidate');
    expect(headers['vary']).toContain('Authorization');
    const again = await ask(app.anyone)
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
    expect(again.text).toBe('');
    const other = await make(app, UID.article, { headline: 'Another story' }, 'published');
    await ask(app.anyone)
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(200);
    await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId: other });
  });

  it.each(ways)('never keep an answer over %s beyond an embargo or an expiry', async (_, ask) => {
    const soon = new Date(Date.now() + 9_000).toISOString();
    const photo = await make(app, UID.photo, { headline: 'Until soon', expires: soon });
    const headers = (await ask(app.anyone).expect(200)).headers;
    const age = Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1]);
    expect(age).toBeLessThanOrEqual(9);
    const now = new Date(Date.now() + 500).toISOString();
    const story = await make(app, UID.article, { headline: 'In a moment', embargoedUntil: now }, 'published');
    expect((await ask(app.anyone)).headers['cache-control']).toMatch(/^public, (no-cache|max-age=[1-9],)/);
    await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId: story });
    await app.strapi.documents(UID.photo as 'plugin::upload.file').delete({ documentId: photo });
  });

  it.each<[string, string, (soon: string) => object]>([
    ['a window', 'article', (until) => ({ restrictions: [{ kind: 'use-until', until, sentence: '' }] })],
    ['the photo of a story', 'photo', (until) => ({ restrictions: [{ kind: 'use-until', until, sentence: '' }] })],
    [
      'an embargo in its terms',
      'article',
      (until) => ({ restrictions: [{ kind: 'not-before', until, sentence: '' }] }),
    ],
  ])('never keep an answer beyond %s', async (_, type, data) => {
    const uid = type === 'photo' ? UID.photo : UID.article;
    const soon = new Date(Date.now() + 9_000).toISOString();
    const documentId = await make(app, uid, { headline: 'Until soon', ...data(soon) }, type === 'photo' ? undefined : 'published'); // prettier-ignore
    for (const [, ask] of ways) {
      const { headers } = await ask(app.anyone).expect(200);
      expect(Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1])).toBeLessThanOrEqual(9);
    }
    await app.strapi.documents(uid as 'plugin::upload.file').delete({ documentId });
  });

  it('never keep an answer beyond the expiry of a story whose embargo has just ended', async () => {
    const [begins, ends] = [300, 9_000].map((ms) => new Date(Date.now() + ms).toISOString());
    const data = { headline: 'For nine seconds', embargoedUntil: begins, expires: ends };
    const documentId = await make(app, UID.article, data, 'published');
    await new Promise((done) => setTimeout(done, 400));
    for (const [, ask] of ways) {
      const { headers } = await ask(app.anyone).expect(200);
      expect(Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1])).toBeLessThanOrEqual(9);
    }
    await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId });
  });

  it('never keep an answer beyond what an editor has allowed for a time', async () => {
    const restrictions = [{ kind: 'no-internet', sentence: 'NO INTERNET' }];
    const documentId = await make(app, UID.article, { headline: 'Allowed', creditLine: 'AFP', restrictions }, 'published'); // prettier-ignore
    const until = new Date(Date.now() + 9_000).toISOString();
    const gate = app.strapi.plugin('newswire').service('rights-gate');
    await gate.decide('article', documentId, { effect: 'allow', why: 'Licence', until }, { id: 1, name: 'Desk' });
    const { headers } = await app.anyone.get('/api/newswire/latest').expect(200);
    expect(Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1])).toBeLessThanOrEqual(9);
    await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId });
  });

  it.each(ways)('keep nothing over %s that is for somebody who is known', async (_, ask) => {
    const { headers } = await ask(await app.tokenHolder()).expect(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['etag']).toBeUndefined();
  });

  const all: typeof ways = [...ways, ['GraphQL POST', (agent) => agent.post('/graphql').send({ query: QUERY })]];

  it.each(all)('spare the database the same question over %s, until something is written', async (_, ask) => {
    const documentId = await make(app, UID.article, { headline: 'Soon gone' }, 'published');
    let statements = 0;
    let written = Date.now();
    const count = ({ sql }: { sql: string }) => {
      statements += 1;
      if (isWrite(sql)) written = Date.now();
    };
    app.strapi.db.connection.on('query', count);
    let asked = Infinity;
    try {
      // An answer is kept for a quarter of a second, and not if something else is written: a busy machine tries again.
      for (let tries = 0; tries < 5 && asked > 1; tries += 1) {
        // Nothing is kept just after a write, such as those of the clock that looks for what is due.
        while (Date.now() - written < 1_200) await new Promise((later) => setTimeout(later, 50));
        const first = await ask(app.anyone).expect(200);
        expect(first.text).toContain('Soon gone');
        const once = Number(statements);
        const { text, headers } = await ask(app.anyone).expect(200);
        expect(text).toBe(first.text);
        expect(headers['content-type']).toBe(first.headers['content-type']);
        asked = statements - once;
      }
      expect(asked).toBeLessThanOrEqual(1);
    } finally {
      app.strapi.db.connection.removeListener('query', count);
    }
    // By a statement of the database's own, of which no hook tells.
    await app.strapi.db.connection('newswire_articles').where({ document_id: documentId }).update({ servable_until: new Date('2020-01-01') }); // prettier-ignore
    expect((await ask(app.anyone).expect(200)).text).not.toContain('Soon gone');
    await app.strapi.documents(UID.article as 'plugin::upload.file').delete({ documentId });
  });

  it('keep no errors, and nothing that is not all news', async () => {
    const failed = await graphql(app.anyone, '{ newswireLatest(category: "nowhere") { nodes { headline } } }');
    expect(failed.headers['cache-control']).toContain('no-store');
    const mixed = await graphql(
      app.anyone,
      `
        {
          __typename
          newswireLatest {
            nodes {
              headline
            }
          }
        }
      `,
    );
    expect(mixed.headers['cache-control'] ?? 'no-store').not.toContain('max-age');
  });
});

describe('limits, which the playground does not set', () => {
  const ask = async (query: string) => (await app.anyone.post('/graphql').send({ query })).body;

  it('refuse a query that is too deep', async () => {
    const deep = 'newswireCategories { articles { '.concat('categories { articles { '.repeat(6), 'headline', ' } }'.repeat(6), ' } }'); // prettier-ignore
    expect((await ask(`{ ${deep} }`)).errors[0]).toMatchObject({
      message: expect.stringContaining('maximum operation depth of 10'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  it('refuse a query that could answer with too much, before anything is read', async () => {
    const query = '{ newswireCategories { articles { categories { articles { headline } } } } }';
    const response = await app.anyone.post('/graphql').send({ query }).expect(400);
    expect(response.body.errors[0].extensions.code).toBe('NEWSWIRE_TOO_COSTLY');
  });

  it('give no more than a hundred rows', async () => {
    const body = await ask('{ newswireArticles_connection(pagination: { limit: 5000 }) { pageInfo { pageSize } } }');
    expect(body.data.newswireArticles_connection.pageInfo.pageSize).toBe(100);
  });
});
