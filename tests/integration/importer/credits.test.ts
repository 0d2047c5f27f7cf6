import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs } from '../../support/wire';

/** Pictures whose agencies print their credits each in a way of its own, and what is made of them. */
const PICTURES = [
  { n: 1, byline: undefined, credit: 'REUTERS/Tom Hale/File Photo', by: 'Tom Hale', of: 'Reuters', shown: 'REUTERS/Tom Hale' },
  { n: 2, byline: undefined, credit: 'AP Photo/Ilse Brandt', by: 'Ilse Brandt', of: 'AP', shown: 'AP Photo/Ilse Brandt' },
  { n: 3, byline: undefined, credit: 'dpa/Ilse Brandt', by: 'Ilse Brandt', of: 'dpa', shown: 'dpa/Ilse Brandt' },
  { n: 4, byline: undefined, credit: 'Ilse Brandt (AFP)', by: 'Ilse Brandt', of: 'AFP', shown: 'Ilse Brandt/AFP' },
  { n: 5, byline: 'TOM HALE', credit: 'AFP', by: 'Tom Hale', of: 'AFP', shown: 'Tom Hale / AFP' },
  { n: 6, byline: undefined, credit: 'Foto: dpa', by: null, of: 'dpa', shown: 'dpa' },
  { n: 7, byline: undefined, credit: 'Ilse Brandt/Fjordbilde', by: null, of: 'Fjordbilde', shown: 'Ilse Brandt/Fjordbilde' },
  { n: 8, byline: undefined, credit: 'Velna Port Authority', by: null, of: null, shown: 'Velna Port Authority' },
] as const; // prettier-ignore

let app: TestStrapi;
let editor: Agent;

beforeAll(async () => {
  app = await startStrapi();
  editor = await app.superAdmin();
  await app.grant('public', ['plugin::newswire.photo.find', 'plugin::newswire.article.find']);
  await app.strapi.documents(UID.agency as 'plugin::upload.file').create({ data: { name: 'Fjordbilde' } } as never);
  const inputs = PICTURES.map(({ n, byline, credit }) =>
    ninjs({
      uri: `urn:credits:${n}`,
      headline: `Ferry ${n} at the quay`,
      type: 'picture',
      service: [],
      infosource: [],
      copyrightnotice: undefined,
      description_text: `Ferry ${n} at the quay of Varnhaven.`,
      creditline: credit,
      ...(byline === undefined ? {} : { byline }),
    }),
  );
  const options = { origin: 'cli', publish: true, decisions: [] };
  const { data } = (await app.strapi.plugin('newswire').service('importer').import(inputs, options)) as RunResponse;
  expect(data.counts.created).toBe(PICTURES.length);
});
afterAll(() => app.stop());

const photo = (n: number) =>
  app.strapi.db.query(UID.photo).findOne({ where: { uri: `urn:credits:${n}` }, populate: { agency: true } });
const served = async (): Promise<{ uri: string; creditLine: string }[]> =>
  (await app.anyone.get('/api/newswire/photos?pagination[pageSize]=50').expect(200)).body.data;

describe('a picture that is imported', () => {
  it.each(PICTURES)('$credit is by $by of $of, and shown as "$shown"', async ({ n, by, of, shown }) => {
    const row = await photo(n);
    expect([row.byline, row.agency?.name ?? null]).toEqual([by, of]);
    expect((await served()).find(({ uri }) => uri === `urn:credits:${n}`)?.creditLine).toBe(shown);
  });

  it('shows editors the credit as it was delivered, beside what stands', async () => {
    const { documentId, creditLine } = await photo(1);
    const { body } = await editor.get(`/newswire/rights/photo/${documentId}`).expect(200);
    expect([creditLine, body.data.delivered.creditLine]).toEqual(['REUTERS/Tom Hale', 'REUTERS/Tom Hale/File Photo']);
  });

  it('tells editors what readers would see of what they type', async () => {
    const { documentId } = await photo(5);
    const typed = async (lines: object) =>
      (await editor.get(`/newswire/rights/photo/${documentId}/credit`).query(lines).expect(200)).body.data.creditLine;
    expect(await typed({ byline: 'Mira Voss', creditLine: '' })).toBe('Mira Voss / AFP');
    expect(await typed({ byline: 'Mira Voss', creditLine: 'Mira Voss for The Velna Post' })).toBe(
      'Mira Voss for The Velna Post',
    );
    expect(await typed({})).toBe('AFP');
    await editor.get(`/newswire/rights/photo/${documentId}/credit?byline[x]=1`).expect(400);
    await app.anyone.get(`/newswire/rights/photo/${documentId}/credit`).expect(401);
  });

  it('obeys the terms of the agency that its credit names', async () => {
    const reuters = await app.strapi.db.query(UID.agency).findOne({ where: { name: 'Reuters' } });
    const terms = (restrictionTerms: string | null) =>
      editor
        .put(`/content-manager/collection-types/${UID.agency}/${reuters.documentId}`)
        .send({ restrictionTerms })
        .expect(200);
    await terms('No internet.');
    await app.strapi.plugin('newswire').service('rights-gate').sweep.soon();
    expect((await served()).map(({ uri }) => uri)).not.toContain('urn:credits:1');
    await terms(reuters.restrictionTerms);
  });
});

describe('restrictions that nobody can read', () => {
  const write = async (restrictions: unknown) => {
    const { documentId } = await photo(8);
    return editor.put(`/content-manager/collection-types/${UID.photo}/${documentId}`).send({ restrictions });
  };

  it.each([
    ['a kind that is none', [{ kind: 'no-tuesdays' }], /number 1 has a kind that is none of/],
    ['a country that is none', [{ kind: 'territory-excluded', territory: 'Velna' }], /two letters/],
    ['no country where one is needed', [{ kind: 'territory-excluded' }], /does not say the territory/],
    ['no days', [{ kind: 'no-archive' }, { kind: 'use-within-days', days: -1 }], /number 2 has days/],
    ['a date that is none', [{ kind: 'use-until', until: 'soon' }], /no date/],
    ['a sentence', 'no internet', /is no list/],
    ['an object', { kind: 'no-internet' }, /is no list/],
  ])('are refused: %s', async (_what, restrictions, message) => {
    const { status, body } = await write(restrictions);
    expect([status, body.error.details.code]).toEqual([400, 'invalid-restriction']);
    expect(body.error.message).toMatch(message);
  });

  it.each([
    [[{ kind: 'territory-excluded', territory: 'Japan' }], [{ kind: 'territory-excluded', territory: 'JP', sentence: '' }]],
    [[{ kind: 'territory-only', territory: 'de' }], [{ kind: 'territory-only', territory: 'DE', sentence: '' }]],
    [[{ kind: 'not-before' }], [{ kind: 'not-before', sentence: '' }]],
    [[], null],
    [null, null],
  ])('%j is stored as %j', async (written, stored) => {
    expect((await write(written)).status).toBe(200);
    expect((await photo(8)).restrictions).toEqual(stored);
  }); // prettier-ignore

  it('close what they stand in, where somebody has written them past Strapi', async () => {
    expect((await write(null)).status).toBe(200);
    const { id } = await photo(8);
    await app.strapi.db
      .queryBuilder(UID.photo)
      .where({ id })
      .update({ restrictions: JSON.stringify([{ kind: 'no-tuesdays' }]) })
      .execute();
    await app.strapi.db.query(UID.photo).updateMany({ where: { id }, data: { pubStatus: 'usable' } });
    expect((await photo(8)).blockedBy).toBe('denied');
    expect((await served()).map(({ uri }) => uri)).not.toContain('urn:credits:8');
  });

  it('are refused in the terms of an agency, with the line that says nothing', async () => {
    const make = (restrictionTerms: string) =>
      editor.post(`/content-manager/collection-types/${UID.agency}`).send({ name: 'Skerry', restrictionTerms });
    const { status, body } = await make('No archive.\nOnly on Tuesdays.');
    expect([status, body.error.details.code]).toEqual([400, 'unread-terms']);
    expect(body.error.message).toContain('"Only on Tuesdays."');
    await make('No archive.\nJapan out.').expect(201);
  });
});
