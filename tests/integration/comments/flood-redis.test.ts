import { createPace, type Pace } from '../../../server/comments/pace';
import type { CommentSettings } from '../../../server/comments/settings';
import { UID } from '../../../contracts/uid';
import { DISCUSSION } from '../../support/readers';
import { startRedis, type TestRedis } from '../../support/redis';
import { startStrapi } from '../../support/strapi';

const flood = {
  author: { points: 2, seconds: 300 },
  address: { points: 100, seconds: 300 },
  refuseAt: 2,
};

let redis: TestRedis;
const open: Pace[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all(open.map((pace) => pace.stop()));
  await redis.remove();
});

/** As another instance of Strapi counts. */
async function instance(): Promise<Pace> {
  const pace = createPace({ flood, redisUrl: redis.url } as CommentSettings);
  open.push(pace);
  // Until it is connected it counts for itself.
  for (let n = 0; n < 100 && (await redis.keys()).every((key) => !key.includes(`warm-${open.length}`)); n += 1) {
    await pace.count(`warm-${open.length}`, `warm-${open.length}`);
    await new Promise((later) => setTimeout(later, 20));
  }
  return pace;
}

it('all instances count together, and each for itself while Redis is away', async () => {
  const [one, other] = [await instance(), await instance()];
  expect(await one.count('anna', 'a')).toBe(0.5);
  expect(await other.count('anna', 'b')).toBe(1);
  expect(await one.count('anna', 'c')).toBe(1.5);
  expect(await other.count('olav', 'c')).toBe(0.5);
  // What is in Redis is the keyed hash that it is given, and goes by itself.
  expect((await redis.keys()).filter((key) => key.includes('anna'))).toEqual(['newswire:comments:author:anna']);

  await redis.stop();
  expect(await one.count('berta', 'd')).toBe(0.5);
  expect(await one.count('berta', 'd')).toBe(1);
  expect(await other.count('berta', 'd')).toBe(0.5);
});

it('a Strapi refuses who has written too much at another one', async () => {
  await redis.remove();
  redis = await startRedis();
  const secret = 'the same for all instances';
  const app = await startStrapi({ config: { redisUrl: redis.url, comments: { flood, secret } } });
  try {
    await app.grant('public', DISCUSSION);
    const documents = app.strapi.documents(UID.article as 'plugin::upload.file');
    const { documentId } = await documents.create({ data: { headline: 'Shared' }, status: 'published' } as never);
    const write = (text: string) =>
      app.anyone
        .post(`/api/newswire/articles/${documentId}/comments`)
        .send({ name: 'Anna', email: 'anna@readers.example', text });
    await write('The first letter of the day.').expect(201);
    // The first one of a Strapi may come before it is connected, and counts in memory only.
    await new Promise((later) => setTimeout(later, 500));
    await write('The second letter of the day.').expect(201);
    const [author] = (await redis.keys()).filter((key) => key.startsWith('newswire:comments:author:'));
    expect(author).not.toContain('anna');
    const elsewhere = await instance();
    const key = author?.split(':').at(-1);
    for (let n = 0; n < 3; n += 1) await elsewhere.count(key, 'elsewhere');
    const refused = await write('The fifth letter of the day.').expect(429);
    expect(refused.body.error.details.code).toBe('too-many-comments');
  } finally {
    await app.stop();
  }
});
