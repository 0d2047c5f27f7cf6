import { UID } from '../../../contracts/uid';
import { DISCUSSION, reader } from '../../support/readers';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;
let article: string;
let words = 0;

beforeAll(async () => {
  const flood = { author: { points: 2 }, address: { points: 10 }, refuseAt: 2 };
  app = await startStrapi({ config: { comments: { moderation: 'after', flood } } });
  await app.grant('public', DISCUSSION);
  await app.grant('authenticated', DISCUSSION);
  const documents = app.strapi.documents(UID.article as 'plugin::upload.file');
  const made = await documents.create({ data: { headline: 'Everybody writes' }, status: 'published' } as never);
  article = made.documentId;
});
afterAll(() => app.stop());

const text = (): string => `Letter ${(words += 1)} about the ferry of this morning.`;

/** What becomes of a comment: `published`, `held`, or the status and code of the refusal. */
async function write(email: string, agent: Agent = app.anyone): Promise<string> {
  const path = `/api/newswire/articles/${article}/comments`;
  const answer = await agent.post(path).send({ name: 'Anna', email, text: text() });
  if (answer.status === 201) return answer.body.data.status;
  return `${answer.status} ${answer.body.error.details.code}`;
}

async function times(count: number, work: () => Promise<string>): Promise<string[]> {
  const seen: string[] = [];
  while (seen.length < count) seen.push(await work());
  return seen;
}

// In this order: all of it comes from one address, which is counted too.
describe('whoever writes fast', () => {
  it('is refused, over REST and GraphQL, signed in or not, and for edits too', async () => {
    const anna = await reader(app, 'Anna Signed In');
    const { body } = await anna.post(`/api/newswire/articles/${article}/comments`).send({ text: text() }).expect(201);
    const edit = () => anna.put(`/api/newswire/comments/${body.data.documentId}`).send({ text: text() });
    for (let n = 0; n < 3; n += 1) await edit().expect(200);
    expect((await edit().expect(429)).body.error.details.code).toBe('too-many-comments');
    const query = `mutation ($data: NewswireCommentPost!) { newswirePostComment(data: $data) { status } }`;
    const asked = await anna.post('/graphql').send({ query, variables: { data: { article, text: text() } } });
    expect(asked.body.errors[0].extensions.error.details.code).toBe('too-many-comments');
    expect(await app.strapi.db.query(UID.comment).count({})).toBe(1);
  });

  it('is held first, and refused at twice as many', async () => {
    const seen = await times(5, () => write('fast@readers.example'));
    expect(seen).toEqual(['published', 'published', 'held', 'held', '429 too-many-comments']);
  });

  it('under ever new names is known by the address', async () => {
    const seen = await times(10, () => write(`reader${(words += 1)}@readers.example`));
    expect(seen).toEqual([...Array.from({ length: 9 }, () => 'held'), '429 too-many-comments']);
    const held = await app.strapi.db.query(UID.comment).findMany({ where: { moderationStatus: 'pending' } });
    const flood = [expect.objectContaining({ check: 'flood', verdict: 'hold' })];
    expect(held.map(({ findings }) => findings)).toEqual(Array.from({ length: 11 }, () => flood));
  });
});
