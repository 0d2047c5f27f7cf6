import { UID } from '../../../contracts/uid';
import { make, makeFile, PUBLIC_READS } from '../../support/newsroom';
import { DISCUSSION } from '../../support/readers';
import { startStrapi, type TestStrapi } from '../../support/strapi';

/** In every private field, and in everything that may not be shown. */
const SECRET = 'sesame';
const NOT_SHOWN: Record<string, object> = {
  killed: { pubStatus: 'canceled' },
  withheld: { pubStatus: 'withheld' },
  embargoed: { embargoedUntil: '2999-01-01T00:00:00Z' },
  expired: { expires: '2020-01-01T00:00:00Z' },
};

let app: TestStrapi;
const known: Record<string, string> = {};

beforeAll(async () => {
  // Everything at once costs more than any reader may ask for.
  app = await startStrapi({ config: { delivery: { maxCost: 1_000_000 } } });
  await app.grant('public', [...PUBLIC_READS, ...DISCUSSION]);
  const user = await app.strapi.db.query('plugin::users-permissions.user').create({
    data: { username: SECRET, email: `${SECRET}@news.example`, provider: 'local' },
  });
  const agency = await make(app, UID.agency, { name: 'Nordlys' });
  const category = await make(app, UID.category, { name: 'Harbour', aliases: ['Ports'] });
  const image = await makeFile(app, 'quay.jpg');
  const photo = await make(app, UID.photo, { headline: 'Quay', image, agency, instructions: SECRET });
  const hiddenPhotos: string[] = [];
  // Of another picture: one that is killed would close every photo of it.
  const unseen = await makeFile(app, 'unseen.jpg');
  for (const rights of Object.values(NOT_SHOWN)) {
    hiddenPhotos.push(await make(app, UID.photo, { headline: SECRET, caption: SECRET, image: unseen, ...rights }));
  }
  const story = { categories: [category], agency, photos: [photo, ...hiddenPhotos].map((one) => ({ photo: one })), edNote: SECRET, keywords: ['ferry'] }; // prettier-ignore
  const article = await make(app, UID.article, { headline: 'Ferry at the quay', slug: 'ferry', body: '<p>A ferry.</p>', ...story }, 'published'); // prettier-ignore
  await make(app, UID.article, { headline: 'Ferry leaves', body: '<p>Another ferry.</p>', ...story }, 'published');
  for (const rights of Object.values(NOT_SHOWN)) {
    const hidden = await make(app, UID.article, { headline: `${SECRET} ferry`, body: SECRET, ...story, ...rights }, 'published'); // prettier-ignore
    await make(app, UID.comment, { article: hidden, authorName: SECRET, text: SECRET, moderationStatus: 'approved' });
  }
  await make(app, UID.article, { headline: `${SECRET} ferry draft`, body: SECRET, ...story });
  const person = { authorEmail: `${SECRET}@reader.example`, user: user.id, reason: SECRET, sourceHash: SECRET, moderatorName: SECRET }; // prettier-ignore
  const comment = await make(app, UID.comment, { article, authorName: 'Ada', text: 'Well said', moderationStatus: 'approved', ...person }); // prettier-ignore
  for (const moderationStatus of ['pending', 'rejected', 'spam', 'removed']) {
    await make(app, UID.comment, { article, authorName: SECRET, text: SECRET, moderationStatus, parent: comment, ...person }); // prettier-ignore
  }
  Object.assign(known, { documentId: article, id: article, slug: 'ferry', article, comment, text: 'ferry', since: '2026-01-01T00:00:00Z', category: 'harbour', agency: 'Nordlys' }); // prettier-ignore
  Object.assign(known, { newswirePhoto: photo, newswireCategory: category, newswireAgency: agency, newswireComment: comment }); // prettier-ignore
});
afterAll(() => app.stop());

interface TypeRef {
  kind: string;
  name: string | null;
  ofType: TypeRef | null;
}
interface Field {
  name: string;
  type: TypeRef;
  args: { name: string; type: TypeRef }[];
}
interface Type {
  name: string;
  kind: string;
  fields: Field[] | null;
}

const REF = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';

/** Every field of every type, to this depth: lists in lists in lists of the same graph say nothing new. */
const DEPTH = 4;

describe('every query of the schema', () => {
  it('answers the public without anything private, hidden or unapproved', async () => {
    const { body } = await app.anyone.post('/graphql').send({
      query: `{ __schema { types { name kind fields { name type { ${REF} } args { name type { ${REF} } } } } } }`,
    });
    const types = new Map<string, Type>(body.data.__schema.types.map((type: Type) => [type.name, type]));
    const news = (types.get('Query')?.fields ?? []).filter(({ name }) => name.startsWith('newswire'));
    expect(news.length).toBeGreaterThanOrEqual(15);
    for (const field of news) {
      for (const status of field.args.some(({ name }) => name === 'status') ? ['PUBLISHED', 'DRAFT'] : ['']) {
        const query = `{ ${written(field, types, DEPTH, status)} }`;
        const { text, body: answer } = await app.anyone.post('/graphql').send({ query });
        expect({ field: field.name, errors: answer.errors }).toEqual({ field: field.name, errors: undefined });
        expect({ field: field.name, leaks: text.includes(SECRET) }).toEqual({ field: field.name, leaks: false });
        if (status !== 'DRAFT') expect({ field: field.name, length: text.length > 40 }).toEqual({ field: field.name, length: true }); // prettier-ignore
      }
    }
  });
});

/** The field with every argument that it needs, a small page, and all that is in it. */
function written(field: Field, types: Map<string, Type>, depth: number, status = ''): string {
  const args = field.args.flatMap(({ name, type }) => {
    if (name === 'pagination') return ['pagination: { limit: 3 }'];
    if (name === 'first') return ['first: 10'];
    if (name === 'status' && status) return [`status: ${status}`];
    if (type.kind === 'NON_NULL')
      return [
        `${name}: ${JSON.stringify((name === 'documentId' ? known[field.name] : undefined) ?? known[name] ?? 'ferry')}`,
      ];
    return [];
  });
  const inner = types.get(nameOf(field.type));
  const head = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
  if (inner?.kind === 'UNION') return `${head} { __typename }`;
  if (inner?.kind !== 'OBJECT') return head;
  const fields = (inner.fields ?? [])
    // Strapi's own resolver of what a file belongs to cannot answer (5.54: "Missing schema in validateQuery").
    .filter(({ name }) => name !== 'related' && (!name.endsWith('_connection') || depth === DEPTH))
    .flatMap((one) => {
      const kind = types.get(nameOf(one.type))?.kind;
      return depth > 1 || (kind !== 'OBJECT' && kind !== 'UNION') ? [written(one, types, depth - 1)] : [];
    });
  return `${head} { __typename ${fields.join(' ')} }`;
}

const nameOf = (type: TypeRef): string => (type.ofType ? nameOf(type.ofType) : (type.name ?? ''));

describe('every route that can be read', () => {
  it('answers the public without anything private, hidden or unapproved', async () => {
    const routes = app.strapi.server
      .listRoutes()
      .filter(({ path, methods }) => path.startsWith('/api/newswire/') && methods.includes('GET'));
    expect(routes.length).toBeGreaterThanOrEqual(15);
    let answered = 0;
    for (const { path } of routes) {
      const address = path.replace(/:(\w+)(\([^)]*\))?/g, (_whole: string, name: string) => known[name] ?? 'ferry');
      for (const query of [
        '',
        '?populate=*',
        '?populate[comments][populate]=*',
        '?populate[photos][populate]=*',
        '?status=draft&populate=*',
        '?text=ferry',
        '?since=2026-01-01T00:00:00Z',
      ]) {
        const { text, status } = await app.anyone.get(`${address}${query}`);
        if (status === 200) answered += 1;
        expect({ address, query, leaks: text.includes(SECRET) }).toEqual({ address, query, leaks: false });
        expect({ address, query, broken: status >= 500 }).toEqual({ address, query, broken: false });
      }
    }
    expect(answered).toBeGreaterThan(20);
  });
});
