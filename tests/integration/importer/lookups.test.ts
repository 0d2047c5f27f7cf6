import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { documentsOf } from '../../../server/documents';
import { databaseKind } from '../../support/database';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

/** What does not grow with every story: to read all of it costs nothing. */
const SMALL = new Set(['newswire_categories', 'newswire_agencies', 'newswire_feeds', 'newswire_import_runs']);

interface Statement {
  sql: string;
  bindings: unknown[];
}

let app: TestStrapi;
beforeAll(async () => {
  app = await startStrapi({ config: { bulkFrom: 30, photos: { fetch: false } } });
});
afterAll(() => app.stop());

const service = (name: string) => app.strapi.plugin('newswire').service(name);

async function bring(items: readonly Ninjs[], publish = false): Promise<RunResponse['data']> {
  const inputs = [...items.map(ninjs), { name: 'cut-off.json', bytes: Buffer.from(`{"uri":"${items[0]?.uri}","he`) }];
  return (await service('importer').import(inputs, { origin: 'cli', publish, decisions: [] })).data;
}

/** Every statement that was sent while this went on, each form of it once. */
async function asked(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen = new Map<string, Statement>();
  const hear = ({ sql, bindings }: Statement) => seen.set(sql, { sql, bindings });
  app.strapi.db.connection.on('query', hear);
  try {
    await work();
  } finally {
    app.strapi.db.connection.removeListener('query', hear);
  }
  return [...seen.values()].filter(({ sql }) => /^\s*(?:select|update|delete|with)\b/i.test(sql));
}

/** Full-text tables look up what they are given. */
const EXPECTED = /^delete from newswire_search where rowid in/;
/** A condition that is never true: knex writes it for "in an empty list", and nothing is read. */
const NEVER = /[ (]1 = \?/;

/** What nearly all rows agree in: an index on it reads them all. */
const HARDLY_SELECTIVE = /USING (?:COVERING )?INDEX \w+_(?:component_type|field)_idx/;

/** The large tables that a statement reads from one end to the other. */
async function scanned({ sql, bindings }: Statement): Promise<string[]> {
  if (EXPECTED.test(sql) || NEVER.test(sql)) return [];
  const plan: { detail: string }[] = await app.strapi.db.connection.raw(`explain query plan ${sql}`, bindings as never);
  const aliases = new Map([...sql.matchAll(/`(\w+)` as `(\w+)`/g)].map(([, table = '', alias = '']) => [alias, table]));
  return plan.flatMap(({ detail }) => {
    const name = /^SCAN (\w+)(?! USING .*INDEX)/.exec(detail)?.[1];
    const table = name === undefined ? '' : (aliases.get(name) ?? name);
    const isLarge = /newswire/.test(table) && !SMALL.has(table);
    return isLarge || HARDLY_SELECTIVE.test(detail) ? [`${table} ${detail}: ${sql}`] : [];
  });
}

const stories = (count: number, more: object = {}): Ninjs[] =>
  Array.from({ length: count }, (_, n) => ({
    uri: `urn:lookups:${n}`,
    headline: `Lookups ${n}`,
    associations: { main: { uri: `urn:lookups:photo:${n}`, type: 'picture', headline: 'Quay', ...RENDITION } },
    ...more,
  }));
const RENDITION = { renditions: { main: { href: 'https://p.example/quay.jpg' } } };

/** What an import and its pages ask of the database, whatever becomes of the items. */
const CASES: [string, () => Promise<unknown>][] = [
  ['an import of a few new stories', () => bring(stories(3), true)],
  ['a large import', () => bring(stories(40), true)],
  ['an import of what is known', () => bring(stories(40))],
  ['a correction', () => bring(stories(3, { version: '2', ednote: 'CORRECTION: the time.', headline: 'Later' }), true)],
  ['a kill', () => bring([{ uri: 'urn:lookups:2', headline: 'Kill', version: '3', pubstatus: 'canceled' }])],
  [
    'the pages of a run',
    async () => {
      const { documentId } = await bring(stories(2, { version: '4', headline: 'Fourth' }));
      await app.strapi.db.query(UID.photo).updateMany({ where: { id: { $gt: 0 } }, data: { fetchError: 'Gone.' } });
      for (const outcome of [undefined, 'quarantined']) {
        await service('importer').itemsOf(documentId, { page: 1, pageSize: 50, outcome });
      }
      await service('importer').unfetched(documentId);
      await service('importer').listRuns(1, 20);
      await service('importer').retry(documentId);
      await service('importer').undo(documentId);
    },
  ],
  [
    'the desk, where a photo was killed',
    async () => {
      const photo = await app.strapi.db.query(UID.photo).findOne({ where: { id: { $gt: 0 } } });
      await documentsOf(app.strapi, UID.photo).update({
        documentId: photo.documentId,
        data: { pubStatus: 'canceled' },
      });
      const { data } = await service('rights-inbox').list({
        kind: 'killed-in-use',
        type: 'photo',
        page: 1,
        pageSize: 50,
      });
      expect(data).toContainEqual(expect.objectContaining({ documentId: photo.documentId }));
    },
  ],
  [
    'the quarantine',
    async () => {
      const { data } = await service('quarantine').list(1, 20);
      for (const { key } of data) await service('quarantine').rawText(key);
      await service('quarantine').byRun(data.map(({ key }: { key: string }) => key));
      await service('importer').runsWithQuarantine();
    },
  ],
];

// The other databases choose by what is in the tables: of a few rows they read all.
(databaseKind === 'sqlite' ? describe : describe.skip)('no statement reads a large table as a whole', () => {
  it.each(CASES)('in %s', async (_, work) => {
    const found: string[] = [];
    const statements = await asked(work);
    for (const one of statements) found.push(...(await scanned(one)));
    expect(statements.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });
});
