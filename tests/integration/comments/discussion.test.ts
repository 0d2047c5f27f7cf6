import { UID } from '../../../contracts/uid';
import { DISCUSSION, reader, statementsOf } from '../../support/readers';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

const PAST = '2020-01-01T00:00:00.000Z';
const FUTURE = '2999-01-01T00:00:00.000Z';
const ANNA = { name: 'Anna Lindqvist', email: 'Anna@Readers.example' };

let app: TestStrapi;
let user: Agent;
let token: Agent;
let article: string;

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const publish = async (data: object): Promise<string> =>
  (await documents(UID.article).create({ data, status: 'published' } as never)).documentId;
const setState = (documentId: string, moderationStatus: string) =>
  documents(UID.comment).update({ documentId, data: { moderationStatus } } as never);
const stored = async (documentId: string): Promise<Record<string, unknown>> =>
  app.strapi.db.query(UID.comment).findOne({ where: { documentId }, populate: { user: true, parent: true } });
const post = (agent: Agent, body: object, to = article) =>
  agent.post(`/api/newswire/articles/${to}/comments`).send(body);
const thread = async (query = '', to = article) =>
  (await app.anyone.get(`/api/newswire/articles/${to}/comments${query}`).expect(200)).body;
const ask = async (agent: Agent, query: string, variables: object = {}) =>
  (await agent.post('/graphql').send({ query, variables })).body;

let words = 0;
/** A text that nobody has written before. */
const fresh = (): string => `The ferry was ${(words += 1)} minutes late, as it is every morning.`;

beforeAll(async () => {
  app = await startStrapi({ config: { comments: { flood: { author: { points: 1000 }, address: { points: 1000 } } } } });
  await app.grant('public', [...DISCUSSION, 'plugin::newswire.comment.find', 'plugin::newswire.article.find']);
  await app.grant('authenticated', DISCUSSION);
  user = await reader(app, 'Olav Tennfjord');
  token = await app.tokenHolder(DISCUSSION);
  article = await publish({ headline: 'Ferry timetable changes in June' });
});
afterAll(() => app.stop());

describe('writing a comment', () => {
  it('is held until a moderator has looked at it, over REST', async () => {
    const { body } = await post(app.anyone, { ...ANNA, text: 'The early boat\nis the one that people need.' }).expect(
      201,
    );
    expect(body.data).toEqual({
      documentId: expect.any(String),
      status: 'held',
      token: expect.any(String),
      editableUntil: expect.any(String),
    });
    expect(JSON.stringify(await thread())).not.toContain('early boat');
    await setState(body.data.documentId, 'approved');
    const { data } = await thread();
    expect(data).toEqual([
      {
        documentId: body.data.documentId,
        parent: null,
        orphan: false,
        depth: 1,
        replyCount: 0,
        authorName: 'Anna Lindqvist',
        staff: false,
        text: 'The early boat\nis the one that people need.',
        html: '<p>The early boat<br>is the one that people need.</p>',
        postedAt: expect.any(String),
        editedAt: null,
      },
    ]);
  });

  it('is held over GraphQL, and is read there too', async () => {
    const { data, errors } = await ask(
      app.anyone,
      `mutation ($data: NewswireCommentPost!) { newswirePostComment(data: $data) { documentId status token } }`,
      { data: { article, text: 'Who decided this?', ...ANNA } },
    );
    expect(errors).toBeUndefined();
    expect(data.newswirePostComment).toMatchObject({ status: 'HELD', token: expect.any(String) });
    await setState(data.newswirePostComment.documentId, 'approved');
    const answer = await ask(
      app.anyone,
      `query ($article: ID!) {
        newswireDiscussion(article: $article, order: NEWEST) { total open hasNextPage comments { authorName text html depth } }
        newswireCommentRules(article: $article) { open maxLength anonymous }
        newswireComments { text html }
      }`,
      { article },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data.newswireDiscussion).toMatchObject({ open: true, total: 2, hasNextPage: false });
    expect(answer.data.newswireDiscussion.comments[0]).toEqual({
      authorName: 'Anna Lindqvist',
      text: 'Who decided this?',
      html: '<p>Who decided this?</p>',
      depth: 1,
    });
    expect(answer.data.newswireCommentRules).toEqual({ open: true, maxLength: 4000, anonymous: true });
  });

  it('belongs to the session, never to what the body says', async () => {
    const claims = {
      name: 'The Mayor',
      authorName: 'The Mayor',
      email: 'mayor@town.example',
      user: 1,
      authorKey: 'x',
      staff: true,
    };
    const { body } = await post(user, { ...claims, moderationStatus: 'approved', text: fresh() }).expect(201);
    expect(body.data).toMatchObject({ status: 'held', token: null });
    expect(await stored(body.data.documentId)).toMatchObject({
      authorName: 'Olav Tennfjord',
      authorEmail: 'olav-tennfjord@readers.example',
      moderationStatus: 'pending',
      staff: null,
      user: { username: 'Olav Tennfjord' },
    });
    const anonymous = (await post(app.anyone, { ...ANNA, user: 1, text: fresh() })).body.data.documentId;
    expect(await stored(anonymous)).toMatchObject({ user: null, authorEmail: 'anna@readers.example' });
    const byToken = (await post(token, { ...ANNA, user: 1, text: fresh() })).body.data.documentId;
    expect(await stored(byToken)).toMatchObject({ user: null, moderationStatus: 'pending' });
  });

  it.each([
    ['nothing', { ...ANNA, text: ' \n ' }, 'text-missing'],
    ['only markup', { ...ANNA, text: '<p></p><br>' }, 'text-missing'],
    ['too much', { ...ANNA, text: 'word '.repeat(1000) }, 'text-too-long'],
    ['no name', { text: 'Well.', email: ANNA.email }, 'name-missing'],
    ['a name that nobody can see', { text: 'Well.', name: '\u200b\u3164\u2800', email: ANNA.email }, 'name-missing'],
    ['no e-mail', { text: 'Well.', name: 'Anna' }, 'email-missing'],
    ['no e-mail address', { text: 'Well.', name: 'Anna', email: 'anna' }, 'invalid-request'],
    ['a list for a text', { ...ANNA, text: ['Well.'] }, 'invalid-request'],
    ['an answer to nothing', { ...ANNA, text: 'Well.', parent: 'nowhere' }, 'no-such-parent'],
  ])('is refused with a reason for %s', async (_, body, code) => {
    const answer = await post(app.anyone, body).expect(400);
    expect(answer.body.error).toMatchObject({ details: { code }, message: expect.stringMatching(/\.$|: /) });
  });
});

describe('a text', () => {
  it.each([
    ['of nothing that can be seen', '\u200b\u2060\u3164', 'text-missing'],
    ['of more than its characters', '👨‍👩‍👧‍👦'.repeat(3000), 'text-too-long'],
    ['that is too long', 'a'.repeat(4001), 'text-too-long'],
  ])('%s is refused', async (_, text, code) => {
    const { body } = await post(app.anyone, { ...ANNA, text }).expect(400);
    expect(body.error.details.code).toBe(code);
  });

  it('loses the piles of marks that cover the lines around it, and an address its spaces', async () => {
    const text = `a${'\u0301'.repeat(500)} boat, ${fresh()}`;
    const { body } = await post(app.anyone, { name: 'Anna', email: '  anna@readers.example ', text }).expect(201);
    const row = await stored(body.data.documentId);
    expect(row).toMatchObject({ authorEmail: 'anna@readers.example' });
    expect(String(row['text'])).toMatch(/^.\u0301{0,8} boat/u);
  });

  it('may be of somebody whose address has letters of any script', async () => {
    const address = { name: 'Jörg', email: 'Jörg@xn--bltter-cua.example', text: fresh() };
    const { body } = await post(app.anyone, address).expect(201);
    expect(await stored(body.data.documentId)).toMatchObject({ authorEmail: 'jörg@blätter.example' });
  });
});

describe('threads', () => {
  it('keep answers under what they answer, no deeper than configured', async () => {
    const line: string[] = [];
    const home = await publish({ headline: 'Deep thread' });
    for (let depth = 1; depth <= 8; depth += 1) {
      const parent = line.at(-1);
      const { body } = await post(app.anyone, { ...ANNA, text: fresh(), ...(parent ? { parent } : {}) }, home).expect(
        201,
      );
      await setState(body.data.documentId, 'approved');
      line.push(body.data.documentId);
    }
    const { data } = await thread('', home);
    expect(data.map((one: { depth: number }) => one.depth)).toEqual([1, 2, 3, 4, 5, 5, 5, 5]);
    expect(data[5]).toMatchObject({ parent: line[3] });
  });

  it('do not answer what is not shown, nor a comment of another article', async () => {
    const other = await publish({ headline: 'Another story' });
    const shown = (await post(app.anyone, { ...ANNA, text: fresh() })).body.data.documentId;
    const text = fresh();
    expect((await post(app.anyone, { ...ANNA, text, parent: shown })).body.error.details.code).toBe('no-such-parent');
    await setState(shown, 'approved');
    expect((await post(app.anyone, { ...ANNA, text, parent: shown }, other)).body.error.details.code).toBe(
      'no-such-parent',
    );
    const answer = (await post(app.anyone, { ...ANNA, text, parent: shown }).expect(201)).body.data.documentId;
    await setState(answer, 'approved');
    await setState(shown, 'removed');
    const { data } = await thread();
    expect(data.find((one: { documentId: string }) => one.documentId === answer)).toMatchObject({
      parent: null,
      orphan: true,
      depth: 1,
    });
    expect(JSON.stringify(data)).not.toContain(shown);
  });

  it('survive a new publication of their article', async () => {
    const home = await publish({ headline: 'Published twice' });
    const id = (await post(app.anyone, { ...ANNA, text: fresh() }, home)).body.data.documentId;
    await setState(id, 'approved');
    await documents(UID.article).update({ documentId: home, data: { headline: 'Published thrice' } } as never);
    await documents(UID.article).publish({ documentId: home } as never);
    expect((await thread('', home)).meta.total).toBe(1);
    await documents(UID.article).unpublish({ documentId: home } as never);
    expect((await thread('', home)).meta.total).toBe(0);
    await documents(UID.article).publish({ documentId: home } as never);
    expect((await thread('', home)).meta.total).toBe(1);
  });

  it('of 5,000 comments are read page by page, each in two statements', async () => {
    const home = await publish({ headline: 'Everybody has an opinion' });
    await writeMany(home, 5000);
    const statements = await statementsOf(app, () => thread('?first=100', home));
    expect(statements.filter((sql) => sql.includes('newswire_comments'))).toHaveLength(2);
    const seen = new Set<string>();
    let pages = 0;
    for (let after: string | null = ''; after !== null;) {
      const { data, meta } = await thread(`?first=200${after === '' ? '' : `&after=${after}`}`, home);
      for (const { documentId } of data) seen.add(documentId);
      pages += 1;
      expect(meta.total).toBe(5000);
      after = meta.hasNextPage ? meta.endCursor : null;
    }
    expect([pages, seen.size]).toEqual([25, 5000]);
    const query = `query ($article: ID!) { newswireDiscussion(article: $article, first: 100) { total comments { documentId parent authorName text html } } }`;
    const asked = await statementsOf(app, () => ask(app.anyone, query, { article: home }));
    expect(asked.filter((sql) => sql.includes('newswire_comments'))).toHaveLength(2);
  });
});

/** Approved comments, four in five of them answers to one of the last hundred. */
async function writeMany(home: string, count: number): Promise<void> {
  const { db } = app.strapi;
  const rows: { id: number }[] = await db.query(UID.article).findMany({ select: ['id'], where: { documentId: home } });
  const start = Date.parse('2026-05-01T08:00:00Z');
  const data = Array.from({ length: count }, (_, n) => ({
    documentId: `many${String(n).padStart(20, '0')}`,
    authorName: `Reader ${n}`,
    text: `Comment number ${n}.`,
    postedAt: new Date(start + n * 1000).toISOString(),
    moderationStatus: 'approved',
  }));
  await db.query(UID.comment).createMany({ data });
  const made: { id: number }[] = await db
    .query(UID.comment)
    .findMany({ select: ['id'], where: { documentId: { $startsWith: 'many' } }, orderBy: 'documentId' });
  const { article: ofArticle, parent } = db.metadata.get(UID.comment).attributes as unknown as Record<string, Relation>;
  const links = made.flatMap(({ id }) => rows.map((row) => link(ofArticle, id, row.id)));
  const answers = made.flatMap(({ id }, n) =>
    n % 5 === 0 ? [] : [link(parent, id, made[n - (1 + (n % Math.min(n, 100)))]?.id)],
  );
  await insert(ofArticle, links);
  await insert(parent, answers);
}

interface Relation {
  joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
}
const link = (relation: Relation | undefined, from: number, to: number | undefined) => ({
  [relation?.joinTable.joinColumn.name ?? '']: from,
  [relation?.joinTable.inverseJoinColumn.name ?? '']: to,
});
async function insert(relation: Relation | undefined, rows: object[]): Promise<void> {
  await app.strapi.db.connection.batchInsert(relation?.joinTable.name ?? '', rows, 200);
}

describe('an article that may not be shown', () => {
  const REASONS: Record<string, object> = {
    killed: { pubStatus: 'canceled' },
    withheld: { pubStatus: 'withheld' },
    embargoed: { embargoedUntil: FUTURE },
    expired: { expires: PAST },
    'closed by hand': { commentsOpen: false },
  };
  const closed: [string, string][] = [];

  beforeAll(async () => {
    for (const [reason, data] of Object.entries(REASONS))
      closed.push([reason, await publish({ headline: reason, ...data })]);
    const draft = await documents(UID.article).create({ data: { headline: 'A draft' } } as never);
    closed.push(['draft', draft.documentId], ['not there', 'abcdefghijklmnopqrstuvwx']);
    const byDraft = await publish({ headline: 'Closed in the draft' });
    await documents(UID.article).update({ documentId: byDraft, data: { commentsOpen: false } } as never);
    closed.push(['closed in the draft only', byDraft]);
  });

  it('takes no comments and shows none, and never says why', async () => {
    const answers = new Set<string>();
    for (const [, id] of closed) {
      for (const agent of [app.anyone, user, token]) {
        const { body, status } = await post(agent, { ...ANNA, text: 'Is anybody there?' }, id);
        answers.add(`${status} ${JSON.stringify(body)}`);
        answers.add(
          JSON.stringify(
            await ask(agent, `mutation ($data: NewswireCommentPost!) { newswirePostComment(data: $data) { status } }`, {
              data: { article: id, ...ANNA, text: 'Is anybody there?' },
            }),
          ),
        );
      }
      expect((await app.anyone.get(`/api/newswire/articles/${id}/comments/rules`)).body.data.open).toBe(false);
    }
    expect([...answers].filter((one) => one.includes('comments-closed'))).toHaveLength(2);
    expect(answers.size).toBe(2);
    expect(await app.strapi.db.query(UID.comment).count({ where: { text: 'Is anybody there?' } })).toBe(0);
  });

  it('hides comments that were approved before, in the thread and everywhere else', async () => {
    const home = await publish({ headline: 'Killed later' });
    const id = (await post(app.anyone, { ...ANNA, text: 'sesame opens' }, home)).body.data.documentId;
    await setState(id, 'approved');
    expect((await thread('', home)).meta.total).toBe(1);
    await documents(UID.article).update({ documentId: home, data: { pubStatus: 'canceled' } } as never);
    expect(await thread('', home)).toEqual({ data: [], meta: { total: 0, hasNextPage: false, endCursor: null } });
    expect((await app.anyone.get('/api/newswire/comments?pagination[pageSize]=100')).text).not.toContain('sesame');
  });
});

describe('one’s own comment', () => {
  const change = (agent: Agent, id: string, body: object) => agent.put(`/api/newswire/comments/${id}`).send(body);

  it('is changed and taken back with the token given at posting', async () => {
    const { documentId, token: key } = (await post(app.anyone, { ...ANNA, text: fresh() })).body.data;
    await setState(documentId, 'approved');
    const { body } = await change(app.anyone, documentId, { text: 'Said better.', token: key }).expect(200);
    expect(body.data).toMatchObject({ documentId, status: 'held' });
    expect(await stored(documentId)).toMatchObject({ text: 'Said better.', moderationStatus: 'pending' });
    await app.anyone.delete(`/api/newswire/comments/${documentId}`).set('x-comment-token', key).expect(200);
    expect(await stored(documentId)).toMatchObject({ moderationStatus: 'removed' });
    await change(app.anyone, documentId, { text: 'Said again.', token: key }).expect(404);
  });

  it('is written, changed and taken back over GraphQL with null for what is not said', async () => {
    const mutation = `mutation ($data: NewswireCommentPost!) { newswirePostComment(data: $data) { documentId token } }`;
    const data = { article, text: fresh(), name: 'Anna', email: null, parent: null, website: null };
    const { errors } = await ask(app.anyone, mutation, { data });
    expect(errors[0].extensions.error.details.code).toBe('email-missing');
    const posted = await ask(user, mutation, { data: { ...data, name: null } });
    const { documentId } = posted.data.newswirePostComment;
    const edited = await ask(user, `mutation { newswireEditComment(documentId: "${documentId}", text: "Once more.", token: null) { documentId } }`); // prettier-ignore
    expect(edited).toEqual({ data: { newswireEditComment: { documentId } } });
    const gone = await ask(user, `mutation { newswireDeleteComment(documentId: "${documentId}", token: null) }`);
    expect(gone).toEqual({ data: { newswireDeleteComment: documentId } });
  });

  it('is written, changed and taken back over REST with null for what is not said', async () => {
    const nothing = { name: null, email: null, parent: null, website: null };
    const refused = await post(app.anyone, { ...nothing, text: fresh(), name: 'Anna' });
    expect(refused.body.error.details.code).toBe('email-missing');
    const { documentId } = (await post(user, { ...nothing, text: fresh() })).body.data;
    await change(user, documentId, { text: 'Once more.', token: null }).expect(200);
    await user
      .delete(`/api/newswire/comments/${documentId}`)
      .send({ data: { token: null } })
      .expect(200);
  });

  it('is changed over GraphQL', async () => {
    const { documentId, token: key } = (await post(app.anyone, { ...ANNA, text: fresh() })).body.data;
    const edited = await ask(
      app.anyone,
      `mutation ($id: ID!, $token: String) { newswireEditComment(documentId: $id, text: "Said here.", token: $token) { status } }`,
      { id: documentId, token: key },
    );
    expect(edited).toEqual({ data: { newswireEditComment: { status: 'HELD' } } });
    const gone = await ask(
      app.anyone,
      `mutation ($id: ID!, $token: String) { newswireDeleteComment(documentId: $id, token: $token) }`,
      { id: documentId, token: key },
    );
    expect(gone).toEqual({ data: { newswireDeleteComment: documentId } });
  });

  it('is the session’s, whatever token comes with it', async () => {
    const mine = (await post(user, { text: fresh() })).body.data.documentId;
    const { documentId: theirs, token: key } = (await post(app.anyone, { ...ANNA, text: fresh() })).body.data;
    await change(user, mine, { text: 'Changed by me.' }).expect(200);
    const stranger = await reader(app, 'Somebody Else');
    const attempts: [Agent, string, object][] = [
      [app.anyone, mine, { text: 'Hijacked.' }],
      [app.anyone, mine, { text: 'Hijacked.', token: key }],
      [stranger, mine, { text: 'Hijacked.' }],
      [stranger, theirs, { text: 'Hijacked.' }],
      [token, mine, { text: 'Hijacked.' }],
      [app.anyone, theirs, { text: 'Hijacked.' }],
      [app.anyone, theirs, { text: 'Hijacked.', token: `${key}x` }],
      [app.anyone, theirs, { text: 'Hijacked.', token: key.replace(/^[^.]+/, 'zzzzzzzzz') }],
      [app.anyone, 'nowhere', { text: 'Hijacked.', token: key }],
    ];
    for (const [agent, id, body] of attempts) {
      const answer = await change(agent, id, body).expect(404);
      expect(answer.body.error.details.code).toBe('no-such-comment');
      await agent.delete(`/api/newswire/comments/${id}`).send(body).expect(404);
    }
    expect(await app.strapi.db.query(UID.comment).count({ where: { text: 'Hijacked.' } })).toBe(0);
  });

  it('stays as it is when its time is over', async () => {
    const id = (await post(user, { text: fresh() })).body.data.documentId;
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    await app.strapi.db.query(UID.comment).updateMany({ where: { documentId: id }, data: { createdAt: hourAgo } });
    const answer = await change(user, id, { text: 'Too late?' }).expect(400);
    expect(answer.body.error.details.code).toBe('too-late');
  });
});

describe('a report', () => {
  it('counts once for each reader, and only for what is shown', async () => {
    const id = (await post(app.anyone, { ...ANNA, text: fresh() })).body.data.documentId;
    const report = (agent: Agent, body: object) => agent.post(`/api/newswire/comments/${id}/reports`).send(body);
    await report(app.anyone, { reason: 'abuse' }).expect(404);
    await setState(id, 'approved');
    await report(app.anyone, { reason: 'abuse', note: 'Insults the crew.' }).expect(202);
    await report(app.anyone, { reason: 'spam' }).expect(202);
    await report(user, { reason: 'off-topic' }).expect(202);
    await report(user, { reason: 'because' }).expect(400);
    const said = await ask(user, `mutation ($id: ID!) { newswireReportComment(documentId: $id, reason: OFF_TOPIC) }`, {
      id,
    });
    expect(said).toEqual({ data: { newswireReportComment: true } });
    expect(await stored(id)).toMatchObject({ reportCount: 2, moderationStatus: 'approved' });
  });
});
