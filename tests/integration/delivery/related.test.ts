import { UID } from '../../../contracts/uid';
import { PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs } from '../../support/wire';

let app: TestStrapi;
let desk: Agent;

beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

const SENTENCES = Array.from(
  { length: 12 },
  (_, n) => `Sentence ${n} of the report tells what the harbour office of Varnhaven said about crossing ${n * 7}.`,
);

/** A story of one section, as an agency's machine sends it. */
async function bring(id: string, from: string, text: readonly string[]): Promise<string> {
  const { name, bytes } = ninjs({
    uri: `urn:related:${id}`,
    headline: `Report ${id}`,
    infosource: [{ name: from }],
    body_html: text.map((one) => `<p>${one}</p>`).join(''),
  });
  const request = desk.post('/newswire/imports').field('data', JSON.stringify({ publish: true }));
  await request.attach('files', bytes, name).expect(201);
  const row = await app.strapi.db.query(UID.article).findOne({ where: { uri: `urn:related:${id}` } });
  return row.documentId;
}

it('what the importer holds for the same story is not related, until an editor says that it is another', async () => {
  const one = await bring('one', 'AFP', SENTENCES);
  const two = await bring('two', 'AP', [...SENTENCES.slice(1), 'The mayor was not available on Thursday.']);
  const other = await bring('other', 'AP', ['Ministers agreed on a budget early on Friday after a night of talks.']);

  const related = async (documentId: string): Promise<string[][]> => {
    const query = `{ newswireRelated(documentId: "${documentId}") { documentId } }`;
    const over: { documentId: string }[][] = [
      (await app.anyone.post('/graphql').send({ query })).body.data.newswireRelated,
      (await app.anyone.get(`/api/newswire/articles/${documentId}/related`).expect(200)).body.data,
    ];
    return over.map((found) => found.map((story) => story.documentId).sort());
  };
  expect(await related(one)).toEqual([[other], [other]]);
  expect(await related(two)).toEqual([[other], [other]]);
  expect((await related(other))[0]).toEqual([one, two].sort());

  await desk.post(`/newswire/near/${two}/dismiss`).send({ other: one }).expect(200);
  expect(await related(one)).toEqual([[two, other].sort(), [two, other].sort()]);
});
