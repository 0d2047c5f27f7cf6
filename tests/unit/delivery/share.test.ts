import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { EventEmitter } from 'node:events';
import { createAnswers, questionOf, type Answer } from '../../../server/delivery/caching/share';
import { isWrite, onWrite } from '../../../server/delivery/caching/writes';

const KEEP = 250;

/** Answers on a clock that the test turns. */
function desk() {
  const time = { elapsed: 10_000 };
  const answers = createAnswers(KEEP, { elapsed: () => time.elapsed, now: () => time.elapsed });
  const say = (body: string, boundary?: number): Answer => ({
    status: 200,
    headers: {},
    body,
    boundary: () => Promise.resolve(boundary),
  });
  return {
    time,
    forget: () => answers.forget(),
    say,
    lead: (work: () => Promise<Answer | undefined>) => answers.lead('?', work),
    joined: async () => (await answers.join('?'))?.body,
  };
}

describe('an answer that is shared', () => {
  it('goes to whoever asks while it is being answered', async () => {
    const { lead, joined, say } = desk();
    let answer = (_: Answer): void => undefined;
    const led = lead(() => new Promise((done) => (answer = done)));
    const waiting = joined();
    answer(say('news'));
    await led;
    expect(await waiting).toBe('news');
  });

  it.each<[string, number, string | undefined]>([
    ['at once', 0, 'news'],
    ['just before it ends', KEEP - 1, 'news'],
    ['when it has ended', KEEP, undefined],
  ])('is kept a little: %s', async (_, later, expected) => {
    const { time, lead, joined, say } = desk();
    await lead(() => Promise.resolve(say('news')));
    time.elapsed += later;
    expect(await joined()).toBe(expected);
  });

  it('ends at the boundary at which something is hidden or shown without a write', async () => {
    const { time, lead, joined, say } = desk();
    await lead(() => Promise.resolve(say('news', time.elapsed + 100)));
    expect(await joined()).toBe('news');
    time.elapsed += 100;
    expect(await joined()).toBeUndefined();
  });

  it('is nobody’s after a write', async () => {
    const { lead, joined, forget, say } = desk();
    await lead(() => Promise.resolve(say('news')));
    forget();
    expect(await joined()).toBeUndefined();
  });

  it('is not kept where something was written while it was answered, or just before', async () => {
    const { time, lead, joined, forget, say } = desk();
    await lead(() => {
      forget();
      return Promise.resolve(say('old'));
    });
    expect(await joined()).toBeUndefined();
    time.elapsed += 999;
    await lead(() => Promise.resolve(say('perhaps old')));
    expect(await joined()).toBeUndefined();
    time.elapsed += 1;
    await lead(() => Promise.resolve(say('new')));
    expect(await joined()).toBe('new');
  });

  it('is not kept where it failed, or where its boundary cannot be told', async () => {
    const { lead, joined, say } = desk();
    await expect(lead(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await joined()).toBeUndefined();
    await lead(() => Promise.resolve({ ...say('news'), boundary: () => Promise.reject(new Error('gone')) }));
    expect(await joined()).toBeUndefined();
  });

  it('is one of two hundred at most', async () => {
    const { say } = desk();
    const answers = createAnswers(KEEP);
    for (let i = 0; i < 201; i += 1) await answers.lead(String(i), () => Promise.resolve(say(String(i))));
    expect(await answers.join('0')).toBeUndefined();
    expect((await answers.join('1'))?.body).toBe('1');
  });
});

describe('a question', () => {
  const asked = (method: string, body?: unknown, headers: Record<string, string> = {}) =>
    questionOf({
      method,
      url: '/graphql',
      headers,
      get: (name: string) => headers[name.toLowerCase()] ?? '',
      is: () => 'application/json',
      request: { body, length: 100 },
    } as unknown as Context);

  it.each<[string, string, unknown, Record<string, string>]>([
    ['GET', 'GET', undefined, {}],
    ['a GraphQL query over POST', 'POST', { query: '{ newswireArticles { headline } }' }, {}],
  ])('may be shared: %s', async (_, method, body, headers) => {
    expect(await asked(method, body, headers)).toBeDefined();
  });

  it.each<[string, string, unknown, Record<string, string>]>([
    ['with a token', 'GET', undefined, { authorization: 'Bearer x' }],
    ['with a session', 'GET', undefined, { cookie: 'jwt=x' }],
    ['HEAD', 'HEAD', undefined, {}],
    ['a mutation', 'POST', { query: 'mutation { a }' }, {}],
    ['a mutation behind a fragment', 'POST', { query: 'fragment F on A { b } mutation { a { ...F } }' }, {}],
    ['several queries in one', 'POST', [{ query: '{ a }' }], {}],
    ['no query', 'POST', {}, {}],
    ['a packed one', 'POST', { query: '{ a }' }, { 'content-encoding': 'gzip' }],
  ])('is asked alone: %s', async (_, method, body, headers) => {
    expect(await asked(method, body, headers)).toBeUndefined();
  });

  it('is another one for other variables, another body or another country', async () => {
    const query = 'query ($a: Int) { newswireArticles { headline } }';
    const all = await Promise.all([
      asked('POST', { query }),
      asked('POST', { query, variables: { a: 1 } }),
      asked('POST', { query: `${query} ` }),
      asked('POST', { query }, { 'x-country': 'NO' }),
    ]);
    expect(new Set(all).size).toBe(4);
  });
});

it.each<[string, boolean]>([
  ['select * from `newswire_articles`', false],
  ['  SELECT 1', false],
  ['BEGIN;', false],
  ['COMMIT;', false],
  ['ROLLBACK', false],
  ['insert into a values (1)', true],
  ['update a set b = 1', true],
  ['delete from a', true],
  ['with x as (select 1) update a set b = 1', true],
  ['truncate a', true],
  ['replace into a values (1)', true],
])('%s writes: %s', (sql, expected) => {
  expect(isWrite(sql)).toBe(expected);
});

describe('a statement is told', () => {
  /** Statements as knex tells of them, each with its connection. */
  const told = (statements: readonly [string, string?][]): string[] => {
    const connection = new EventEmitter();
    const at: string[] = [];
    let now = '';
    onWrite({ db: { connection } } as unknown as Core.Strapi, () => at.push(now));
    for (const [sql, __knexUid] of statements) {
      now = sql;
      connection.emit('query', { sql, __knexUid });
    }
    return at;
  };

  it.each<[string, [string, string?][], string[]]>([
    ['outside of a transaction', [['update a'], ['select 1']], ['update a']],
    ['when it is sent, and when its transaction ends', [['BEGIN;', 'c1'], ['update a', 'c1'], ['COMMIT;', 'c1']], ['update a', 'COMMIT;']],
    ['not where a transaction has only read', [['BEGIN;', 'c1'], ['select 1', 'c1'], ['COMMIT;', 'c1']], []],
    ['once on a connection whose transaction is over', [['BEGIN;', 'c1'], ['COMMIT;', 'c1'], ['update a', 'c1'], ['BEGIN;', 'c1'], ['COMMIT;', 'c1']], ['update a']],
    ['also where a savepoint was given up', [['BEGIN;', 'c1'], ['update a', 'c1'], ['ROLLBACK TO SAVEPOINT t2', 'c1'], ['COMMIT;', 'c1']], ['update a', 'COMMIT;']],
  ])('%s', (_, statements, expected) => expect(told(statements)).toEqual(expected)); // prettier-ignore
});
