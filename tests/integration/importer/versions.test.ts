import fc from 'fast-check';
import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

/** More stories than this in one import go through the bulk writer; one at a time they never do. */
const BULK_FROM = 1;
/** Chains of versions: each is imported three times. */
const RUNS = 15;

let app: TestStrapi;
beforeAll(async () => {
  app = await startStrapi({ config: { bulkFrom: BULK_FROM } });
});
afterAll(() => app.stop());

type Row = Record<string, unknown>;
type Three = [string, string, string];

async function importNow(items: readonly Ninjs[]): Promise<RunResponse['data']> {
  const importer = app.strapi.plugin('newswire').service('importer');
  const options = { origin: 'cli', publish: true, decisions: [] };
  return ((await importer.import(items.map(ninjs), options)) as RunResponse).data;
}

const oneByOne = async (items: readonly Ninjs[]): Promise<void> => {
  for (const item of items) await importNow([item]);
};
const together = async (items: readonly Ninjs[]): Promise<void> => {
  await importNow(items);
};

const FIELDS = [
  'headline', 'subheadline', 'slugline', 'byline', 'abstract', 'body', 'language', 'urgency', 'genres', 'keywords',
  'copyrightHolder', 'copyrightNotice', 'usageTerms', 'edNote', 'version', 'versionCreated', 'pubStatus',
  'embargoedUntil', 'expires', 'publishWhenLifted',
]; // prettier-ignore
const PHOTO_FIELDS = ['uri', 'headline', 'caption', 'byline', 'copyrightHolder', 'usageTerms', 'pubStatus'];

const plain = (row: Row, fields: readonly string[]): Row =>
  Object.fromEntries(
    fields.map((field) => [field, row[field] instanceof Date ? row[field].toISOString() : row[field] || null]),
  );

/** A story as far as it may be used: what editors have of it, and what readers have. Of a killed one, that it is closed. */
async function standing(uri: string, called: string): Promise<unknown> {
  return JSON.parse(JSON.stringify(await rowsOf(uri)).replaceAll(uri, called));
}

async function rowsOf(uri: string): Promise<unknown> {
  const rows = (await app.strapi.db.query(UID.article).findMany({
    where: { uri },
    populate: { categories: true, agency: true, photos: { populate: { photo: true } } },
  })) as Row[];
  const usable = rows.filter((row) => row['pubStatus'] === 'usable');
  if (usable.length === 0) return { closed: rows.every((row) => row['publishedAt'] === null) };
  const shown = usable.map((row) => ({
    isLive: row['publishedAt'] !== null,
    ...plain(row, FIELDS),
    agency: (row['agency'] as Row | null)?.['name'],
    categories: (row['categories'] as Row[]).map(({ name }) => name).sort(),
    photos: (row['photos'] as Row[]).map((one) => ({
      ...plain(one['photo'] as Row, PHOTO_FIELDS),
      shown: one['caption'] ?? (one['photo'] as Row)['caption'],
    })),
  }));
  // A live version that an embargo has closed is nobody's: what goes out when that ends is the draft.
  return shown
    .filter(({ isLive, ...row }) => !isLive || (row as Row)['embargoedUntil'] === null)
    .sort((a, b) => Number(a.isLive) - Number(b.isLive));
}

const step = fc.record({
  kind: fc.constantFrom('update', 'update', 'correction', 'kill', 'withhold', 'embargo'),
  /** What tells that it is newer: another version, a later time, or both. */
  ages: fc.constantFrom('version', 'time', 'both'),
  headline: fc.constantFrom('Ferry leaves', 'Ferry stays', 'Ferry returns'),
  body: fc.constantFrom('<p>It left.</p>', '<p>It stayed.</p>', '<p>It is <em>back</em>.</p>'),
  byline: fc.option(fc.constantFrom('Ilse Brandt', 'Nils Holm'), { nil: undefined }),
  note: fc.option(fc.constantFrom('Adds background', 'Pictures follow'), { nil: undefined }),
  terms: fc.option(fc.constantFrom('No archives', 'Sweden out'), { nil: undefined }),
  urgency: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  provider: fc.constantFrom('AFP', 'AP'),
  sections: fc.subarray(['Harbour', 'Weather', 'Council']),
  photos: fc.uniqueArray(
    fc.record({ name: fc.constantFrom('quay', 'crew', 'bow'), caption: fc.constantFrom('One', 'Two') }),
    {
      selector: ({ name }) => name,
      maxLength: 3,
    },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The versions of one item, the oldest first. */
function chainOf(uri: string, steps: readonly Step[]): Ninjs[] {
  let [version, minute] = [1, 0];
  return steps.map((one, n): Ninjs => {
    if (n > 0 && one.ages !== 'time') version += 1;
    if (n > 0 && one.ages !== 'version') minute += 1;
    const photo = ({ name, caption }: Step['photos'][number]) => ({
      type: 'picture',
      uri: `${uri}:photo:${name}`,
      headline: `Photo of the ${name}`,
      description_text: `${caption}: the ${name}.`,
      byline: 'Nils Holm',
      copyrightholder: 'AP',
    });
    return {
      uri,
      headline: one.headline,
      version: String(version),
      versioncreated: `2026-03-04T05:${String(minute).padStart(2, '0')}:00Z`,
      body_html: one.body,
      infosource: [{ name: one.provider }],
      service: one.sections.map((name) => ({ name })),
      ...(one.byline === undefined ? {} : { byline: one.byline }),
      ...(one.note === undefined ? {} : { ednote: one.note }),
      ...(one.terms === undefined ? {} : { usageterms: one.terms }),
      ...(one.urgency === undefined ? {} : { urgency: one.urgency }),
      ...(one.photos.length === 0
        ? {}
        : { associations: Object.fromEntries(one.photos.map((shot, at) => [`photo${at}`, photo(shot)])) }),
      ...(one.kind === 'correction' ? { ednote: 'Corrects the number of passengers' } : {}),
      ...(one.kind === 'embargo' ? { embargoed: '2031-01-02T03:04:05Z' } : {}),
      ...(one.kind === 'kill' ? { pubstatus: 'canceled' as const } : {}),
      ...(one.kind === 'withhold' ? { pubstatus: 'withheld' as const } : {}),
    };
  });
}

/** `items` in an order that the numbers tell. */
const ordered = <T>(items: readonly T[], by: readonly number[]): T[] =>
  items
    .map((item, n) => ({ item, by: by[n] ?? 0 }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);

describe('the versions of an item', () => {
  let item = 0;
  const order = fc.array(fc.nat(), { minLength: 5, maxLength: 5 });

  it('end in the same state in whatever order they come, one at a time and in bulk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), order, async (steps, by) => {
        item += 1;
        const [inOrder, alone, bulk] = ['order', 'alone', 'bulk'].map((how) => `urn:chain:${item}:${how}`) as Three;
        await oneByOne(chainOf(inOrder, steps));
        await oneByOne(ordered(chainOf(alone, steps), by));
        await together(ordered(chainOf(bulk, steps), by));
        const expected = await standing(inOrder, 'urn:chain');
        expect({ alone: await standing(alone, 'urn:chain') }).toEqual({ alone: expected });
        expect({ bulk: await standing(bulk, 'urn:chain') }).toEqual({ bulk: expected });
      }),
      { numRuns: RUNS, seed: 4, endOnFailure: true },
    );
  }, 240_000);
});
