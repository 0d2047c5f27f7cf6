import { PERMISSIONS } from '../../../contracts/permissions';
import { UID } from '../../../contracts/uid';
import { DISCUSSION, reader } from '../../support/readers';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

const READ_COMMENTS = { action: 'plugin::content-manager.explorer.read', subject: UID.comment };
const EDIT_COMMENTS = { action: 'plugin::content-manager.explorer.update', subject: UID.comment };

let app: TestStrapi;
let moderator: Agent;
let privacy: Agent;
let outsider: Agent;
let article: string;
let lines = 0;

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const publish = async (data: object): Promise<string> =>
  (await documents(UID.article).create({ data, status: 'published' } as never)).documentId;
const fresh = (): string => `The harbour master answered letter ${(lines += 1)} himself.`;
const write = async (body: object = {}, agent: Agent = app.anyone, to = article): Promise<Record<string, string>> =>
  (
    await agent
      .post(`/api/newswire/articles/${to}/comments`)
      .send({ name: 'Anna Lindqvist', email: 'anna@readers.example', text: fresh(), ...body })
      .expect(201)
  ).body.data;
const stored = async (documentId: string | undefined): Promise<Record<string, unknown>> =>
  app.strapi.db.query(UID.comment).findOne({ where: { documentId } });
const queue = async (query: string, agent = moderator) =>
  (await agent.get(`/newswire/comments${query}`).expect(200)).body;
const moderate = (body: object, agent = moderator) => agent.post('/newswire/comments/moderate').send(body);
const shownOn = async (id: string): Promise<string> =>
  (await app.anyone.get(`/api/newswire/articles/${id}/comments`)).text;
const logOf = async (id: string | undefined) =>
  (await moderator.get(`/newswire/comments/${id}/log`).expect(200)).body.data;

beforeAll(async () => {
  app = await startStrapi({
    config: {
      comments: {
        historyApproved: 2,
        closeAfterDays: 30,
        blockedWords: ['blaggard'],
        suspectWords: ['lottery'],
        flood: { author: { points: 1000 }, address: { points: 1000 } },
      },
    },
  });
  await app.grant('public', DISCUSSION);
  await app.grant('authenticated', DISCUSSION);
  moderator = await app.editor([PERMISSIONS.moderateComments, READ_COMMENTS, EDIT_COMMENTS]);
  privacy = await app.editor([PERMISSIONS.eraseReaders]);
  outsider = await app.editor([PERMISSIONS.import]);
  article = await publish({ headline: 'Harbour master writes back' });
});
afterAll(() => app.stop());

describe('the queue', () => {
  it('shows each comment with its article, what it answers, its author’s past and what was found', async () => {
    const first = await write({ email: 'olga@readers.example' });
    await moderate({ documentIds: [first.documentId], action: 'approve' }).expect(200);
    const parent = await write({ name: 'Sven', email: 'sven@readers.example' });
    await moderate({ documentIds: [parent.documentId], action: 'approve' }).expect(200);
    const { documentId } = await write({
      email: 'olga@readers.example',
      name: 'Olga',
      parent: parent.documentId,
      text: 'You won the LOTTERY, harbour master.',
    });
    const { data } = await queue('?filter=pending&pageSize=100');
    expect(data.find((one: { documentId: string }) => one.documentId === documentId)).toMatchObject({
      state: 'pending',
      author: { name: 'Olga', email: 'olga@readers.example', kind: 'anonymous', isBanned: false, history: { approved: 1, pending: 1 } },
      article: { documentId: article, headline: 'Harbour master writes back', isPublished: true, isOpen: true },
      parent: { documentId: parent.documentId, authorName: 'Sven', state: 'approved' },
      findings: [{ check: 'suspect-words', verdict: 'hold', detail: 'lottery' }],
      reports: [],
    }); // prettier-ignore
  });

  it('is searched by words, by a whole e-mail address, by article and by author', async () => {
    const other = await publish({ headline: 'Another story' });
    const here = await write({ text: 'A whale was seen.', email: 'whale@readers.example' }, app.anyone, other);
    const more = await write({ email: 'whale@readers.example' });
    const ids = async (query: string): Promise<string[]> =>
      (await queue(query)).data.map((one: { documentId: string }) => one.documentId).sort();
    expect(await ids('?filter=all&q=WHALE')).toEqual([here.documentId]);
    expect(await ids('?filter=all&q=whale@')).toEqual([]);
    expect(await ids('?filter=all&q=Whale@readers.example')).toEqual([here.documentId, more.documentId].sort());
    expect(await ids(`?filter=all&article=${other}`)).toEqual([here.documentId]);
    expect(await ids(`?filter=all&author=${here.documentId}`)).toEqual([here.documentId, more.documentId].sort());
    expect(await ids('?filter=approved&q=whale@readers.example')).toEqual([]);
    await moderator.get('/newswire/comments?filter=everything').expect(400);
  });

  it('is for those who may moderate', async () => {
    for (const agent of [outsider, privacy]) {
      await agent.get('/newswire/comments').expect(403);
      await agent.get('/newswire/comments/summary').expect(403);
      await moderate({ documentIds: ['x'], action: 'approve' }, agent).expect(403);
      await agent.post('/newswire/comments/x/reply').send({ text: 'x' }).expect(403);
      await agent.post('/newswire/comments/x/ban').send({}).expect(403);
    }
    for (const agent of [outsider, moderator]) {
      await agent.post('/newswire/comments/readers/export').send({ email: 'a@readers.example' }).expect(403);
      await agent.post('/newswire/comments/readers/erase').send({ email: 'a@readers.example' }).expect(403);
    }
    await app.anyone.get('/newswire/comments').expect(401);
  });
});

describe('a decision', () => {
  it.each([
    ['approve', 'approved', true],
    ['reject', 'rejected', false],
    ['spam', 'spam', false],
    ['remove', 'removed', false],
    ['hold', 'pending', false],
  ])('%s makes it %s', async (action, state, isShown) => {
    const { documentId = '' } = await write();
    if (action === 'hold') await moderate({ documentIds: [documentId], action: 'approve' }).expect(200);
    const answer = await moderate({ documentIds: [documentId], action, reason: 'House rules' }).expect(200);
    expect(answer.body.data).toEqual({ changed: [documentId], gone: [], stale: [] });
    expect(await stored(documentId)).toMatchObject({
      moderationStatus: state,
      reason: 'House rules',
      moderatorName: expect.stringMatching(/^Ada /),
      moderatedAt: expect.anything(),
    });
    expect((await shownOn(article)).includes(documentId)).toBe(isShown);
    expect((await logOf(documentId))[0]).toMatchObject({ action, to: state, reason: 'House rules', kind: 'moderator' });
  });

  it('is taken for many at once, and says which are gone', async () => {
    const many = [await write(), await write(), await write()].map(({ documentId }) => documentId ?? '');
    const answer = await moderate({ documentIds: [...many, 'nowhere'], action: 'approve' }).expect(200);
    expect(answer.body.data.changed.sort()).toEqual(many.toSorted());
    expect(answer.body.data.gone).toEqual(['nowhere']);
    await moderate({ documentIds: Array.from({ length: 201 }, (_, n) => `c${n}`), action: 'approve' }).expect(400);
  });

  it('settles the reports', async () => {
    const { documentId } = await write();
    await moderate({ documentIds: [documentId], action: 'approve' });
    await app.anyone
      .post(`/api/newswire/comments/${documentId}/reports`)
      .send({ reason: 'abuse', note: 'Rude.' })
      .expect(202);
    const { data, meta } = await queue('?filter=reported');
    expect(meta.counts.reported).toBe(1);
    expect(data[0]).toMatchObject({ documentId, reports: [{ reason: 'abuse', note: 'Rude.' }] });
    await moderate({ documentIds: [documentId], action: 'approve' }).expect(200);
    expect((await queue('?filter=reported')).data).toEqual([]);
  });

  it('in the Content Manager is written down too', async () => {
    const { documentId } = await write();
    await moderator
      .put(`/content-manager/collection-types/${UID.comment}/${documentId}`)
      .send({ moderationStatus: 'approved' })
      .expect(200);
    expect((await logOf(documentId))[0]).toMatchObject({
      action: 'approve',
      from: 'pending',
      to: 'approved',
      kind: 'moderator',
    });
    expect(await stored(documentId)).toMatchObject({ moderatorName: expect.stringMatching(/^Ada /) });
  });

  it('cannot be taken out of the log', async () => {
    const { documentId } = await write();
    const events = app.strapi.db.query(UID.commentEvent);
    const where = { commentDocumentId: documentId };
    await expect(events.updateMany({ where, data: { action: 'nothing' } })).rejects.toThrow('only ever added to');
    await expect(events.deleteMany({ where })).rejects.toThrow('only ever added to');
    expect(await logOf(documentId)).toHaveLength(1);
    const { body } = await (await app.tokenHolder()).get('/api/newswire/comment-events');
    expect(body.error.status).toBe(404);
  });
});

describe('a reply by the newsroom', () => {
  it('is shown at once with what it answers, and is marked', async () => {
    const { documentId = '' } = await write();
    const answer = await moderator
      .post(`/newswire/comments/${documentId}/reply`)
      .send({ text: 'Thank you.\n\nWe have asked him.', authorName: 'The newsroom' })
      .expect(200);
    const { data } = JSON.parse(await shownOn(article));
    expect(data.find((one: { documentId: string }) => one.documentId === answer.body.data.documentId)).toMatchObject({
      parent: documentId,
      authorName: 'The newsroom',
      staff: true,
      text: 'Thank you.\n\nWe have asked him.',
    });
  });
});

describe('a ban', () => {
  it('turns new comments down without a word, until it ends or is lifted', async () => {
    const who = { email: 'troll@readers.example', name: 'Troll' };
    const { documentId } = await write(who);
    const ban = (body: object) => moderator.post(`/newswire/comments/${documentId}/ban`).send(body).expect(200);
    const over = await moderator
      .post(`/newswire/comments/${documentId}/ban`)
      .send({ until: '2001-01-01T00:00:00.000Z' });
    expect([over.status, over.body.error.details.code]).toEqual([400, 'ban-is-over']);
    expect(await stored((await write(who)).documentId)).toMatchObject({ moderationStatus: 'pending' });
    await ban({});
    // The newest word counts.
    await ban({ until: '2999-01-01T00:00:00.000Z', reason: 'Threats' });
    const told = await write(who);
    expect(told).toMatchObject({ status: 'held', token: expect.any(String) });
    expect(await stored(told.documentId)).toMatchObject({ moderationStatus: 'rejected', reason: 'banned' });
    const { data } = await queue('?filter=rejected&q=troll@readers.example');
    expect(data[0].author).toMatchObject({
      isBanned: true,
      bannedUntil: '2999-01-01T00:00:00.000Z',
      history: { rejected: 1 },
    });
    expect(await stored((await write()).documentId)).toMatchObject({ moderationStatus: 'pending' });
    const lifted = await moderator.delete(`/newswire/comments/${documentId}/ban`).expect(200);
    expect(lifted.body.data).toEqual({ lifted: 1 });
    expect(await stored((await write(who)).documentId)).toMatchObject({ moderationStatus: 'pending' });
  });
});

describe('a ban of a person', () => {
  it('holds for the account that has the address, and for the address of the account', async () => {
    const state = async (body: object, agent?: Agent) => (await stored((await write(body, agent)).documentId))['moderationStatus']; // prettier-ignore
    const [signedIn, other] = [await reader(app, 'Two Names'), await reader(app, 'Two Faces')];
    const asAccount = await write({}, signedIn);
    await moderator.post(`/newswire/comments/${asAccount.documentId}/ban`).send({}).expect(200);
    expect(await state({ email: 'two-names@readers.example' })).toBe('rejected');
    const asAddress = await write({ email: 'two-faces@readers.example' });
    await moderator.post(`/newswire/comments/${asAddress.documentId}/ban`).send({}).expect(200);
    expect(await state({}, other)).toBe('rejected');
    // It is shown, and lifted, on any of their comments.
    const { data } = await queue(`?filter=all&author=${(await write({}, other)).documentId}`);
    expect(data[0].author).toMatchObject({ isBanned: true });
    await moderator.delete(`/newswire/comments/${data[0].documentId}/ban`).expect(200);
    expect([await state({}, other), await state({ email: 'two-faces@readers.example' })]).toEqual([
      'pending',
      'pending',
    ]);
    expect(await state({}, signedIn)).toBe('rejected');
  });

  it('is not lifted with that of somebody else at the same address', async () => {
    const [a, b] = [{ email: 'first@readers.example' }, { email: 'second@readers.example' }];
    const { documentId } = await write(a);
    await moderator.post(`/newswire/comments/${documentId}/ban`).send({ address: true }).expect(200);
    const caught = await write(b);
    expect(await stored(caught.documentId)).toMatchObject({ moderationStatus: 'rejected' });
    await moderator.delete(`/newswire/comments/${caught.documentId}/ban`).expect(200);
    expect(await stored((await write(b)).documentId)).toMatchObject({ moderationStatus: 'pending' });
    expect(await stored((await write(a)).documentId)).toMatchObject({ moderationStatus: 'rejected' });
    await moderator.delete(`/newswire/comments/${documentId}/ban`).expect(200);
  });
});

describe('a ban of an author and the address', () => {
  it('ends when the newest word on the author says so', async () => {
    const who = { email: 'guest@readers.example', name: 'Guest' };
    const { documentId } = await write(who);
    const ban = (body: object) => moderator.post(`/newswire/comments/${documentId}/ban`).send(body).expect(200);
    await ban({ address: true });
    const until = new Date(Date.now() + 1500).toISOString();
    await ban({ until });
    expect(await stored((await write(who)).documentId)).toMatchObject({ moderationStatus: 'rejected' });
    while (Date.now() < Date.parse(until)) await new Promise((later) => setTimeout(later, 50));
    expect(await stored((await write(who)).documentId)).toMatchObject({ moderationStatus: 'pending' });
    await moderator.delete(`/newswire/comments/${documentId}/ban`).expect(200);
  });
});

describe('a request of a moderator that says more than can be meant', () => {
  it.each([
    ['ban', { untl: '2999-01-01T00:00:00.000Z' }],
    ['reply', { text: 'Thank you.', author: 'The desk' }],
  ])('is refused, and does nothing: %s', async (action, body) => {
    const who = { email: 'misspelt@readers.example', name: 'Misspelt' };
    const { documentId } = await write(who);
    const { error } = (await moderator.post(`/newswire/comments/${documentId}/${action}`).send(body).expect(400)).body;
    expect(error.details.code).toBe('invalid-request');
    expect(error.message).toContain(`Unrecognized key: "${Object.keys(body).at(-1)}"`);
    expect(await stored((await write(who)).documentId)).toMatchObject({ moderationStatus: 'pending' });
  });

  it('is refused, and does nothing: decisions, exports and erasures', async () => {
    const { documentId } = await write();
    await moderate({ documentIds: [documentId], action: 'reject', reson: 'Rude' }).expect(400);
    expect(await stored(documentId)).toMatchObject({ moderationStatus: 'pending' });
    const email = 'anna@readers.example';
    await privacy.post('/newswire/comments/readers/export').send({ email, name: 'Anna' }).expect(400);
    await privacy.post('/newswire/comments/readers/erase').send({ email, ban: true }).expect(400);
    expect(await stored(documentId)).not.toBeNull();
  });
});

describe('what a spammer is told', () => {
  it('is what everybody is told whose comment is held', async () => {
    const held = await write();
    for (const [body, state, reason] of [
      [{ website: 'http://pills.example' }, 'spam', 'honeypot'],
      [{ text: 'You blaggard.' }, 'rejected', 'blocked-words'],
      [{ text: 'http://a.example http://b.example' }, 'pending', 'links'],
      [{ text: 'x' }, 'pending', 'length'],
    ] as const) {
      const told = await write(body);
      expect(Object.keys(told)).toEqual(Object.keys(held));
      expect(told).toMatchObject({ status: 'held', token: expect.any(String) });
      expect(await stored(told.documentId)).toMatchObject({ moderationStatus: state, reason });
    }
    await write({ text: 'Exactly this text.' });
    expect(await stored((await write({ text: 'exactly THIS text' })).documentId)).toMatchObject({ reason: 'repeated' });
  });

  it('does not change when a comment that was turned down is edited', async () => {
    const { documentId = '', token } = await write({ text: 'A blaggard once more.' });
    const { body } = await app.anyone
      .put(`/api/newswire/comments/${documentId}`)
      .send({ text: 'A gentleman once more.', token })
      .expect(200);
    expect(body.data.status).toBe('held');
    expect(await stored(documentId)).toMatchObject({ moderationStatus: 'rejected', text: 'A gentleman once more.' });
  });
});

describe('the modes of moderation', () => {
  it('are the article’s own where it has one', async () => {
    const after = await publish({ headline: 'After', commentsModeration: 'after' });
    expect(await write({}, app.anyone, after)).toMatchObject({ status: 'published' });
    expect(await write({ text: 'A lottery ticket.' }, app.anyone, after)).toMatchObject({ status: 'held' });
    expect(JSON.parse(await shownOn(after)).meta.total).toBe(1);
    await documents(UID.article).update({ documentId: after, data: { commentsModeration: 'before' } } as never);
    expect(await write({}, app.anyone, after)).toMatchObject({ status: 'held' });
  });

  it('count at once where a draft is stricter, and where it is looser when it is published', async () => {
    const before = await publish({ headline: 'Before', commentsModeration: 'before' });
    await documents(UID.article).update({ documentId: before, data: { commentsModeration: 'after' } } as never);
    expect(await write({}, app.anyone, before)).toMatchObject({ status: 'held' });
    await documents(UID.article).publish({ documentId: before });
    expect(await write({}, app.anyone, before)).toMatchObject({ status: 'published' });
  });

  it('by history let known good authors pass, and nobody who only knows their address', async () => {
    const history = await publish({ headline: 'History', commentsModeration: 'history' });
    const who = { email: 'good@readers.example' };
    const approve = async (agent?: Agent, body: object = who) => {
      const { documentId } = await write(body, agent, history);
      await moderate({ documentIds: [documentId], action: 'approve' }).expect(200);
      return documentId;
    };
    await approve();
    expect(await write(who, app.anyone, history)).toMatchObject({ status: 'held' });
    const last = await approve();
    expect(await write(who, app.anyone, history)).toMatchObject({ status: 'published' });
    // The same e-mail address from another network is a claim, not a proof.
    await app.strapi.db
      .query(UID.comment)
      .updateMany({ where: { authorEmail: who.email }, data: { sourceHash: 'elsewhere' } });
    expect(await write(who, app.anyone, history)).toMatchObject({ status: 'held' });

    const user = await reader(app, 'Good Reader');
    await approve(user, {});
    await approve(user, {});
    expect(await write({}, user, history)).toMatchObject({ status: 'published' });
    await moderate({ documentIds: [last], action: 'reject' });
    const { documentId } = await write({}, user, history);
    await moderate({ documentIds: [documentId], action: 'spam' });
    expect(await write({}, user, history)).toMatchObject({ status: 'held' });
  });

  it('end when an article is too old', async () => {
    const old = await publish({ headline: 'Old', firstCreated: new Date(Date.now() - 31 * 86_400_000).toISOString() });
    await app.anyone
      .post(`/api/newswire/articles/${old}/comments`)
      .send({ name: 'Anna', email: 'anna@readers.example', text: fresh() })
      .expect(400);
    const young = await publish({
      headline: 'Young',
      firstCreated: new Date(Date.now() - 29 * 86_400_000).toISOString(),
    });
    await write({}, app.anyone, young);
  });
});

describe('a reader’s data', () => {
  it('is given out and forgotten, in the log too', async () => {
    const who = { email: 'Gone@Readers.example', name: 'Gunnar Gone' };
    const { documentId = '', token } = await write(who);
    await app.anyone.put(`/api/newswire/comments/${documentId}`).send({ text: 'My second thought.', token }).expect(200);
    await moderate({ documentIds: [documentId], action: 'approve', reason: 'Gunnar is fine' });
    const answer = await write({ parent: documentId });
    await moderate({ documentIds: [answer.documentId], action: 'approve' });
    const imported = await documents(UID.comment).create({
      data: { authorName: 'Gunnar', authorEmail: 'GONE@readers.example', text: 'From the old site.', article },
    } as never);
    await moderator.post(`/newswire/comments/${documentId}/ban`).send({ reason: 'Gunnar again' }).expect(200);

    const email = 'gone@readers.example';
    const { data } = (await privacy.post('/newswire/comments/readers/export').send({ email }).expect(200)).body;
    expect(data.comments.map((one: { documentId: string }) => one.documentId)).toEqual([documentId, imported.documentId]);
    expect(data.comments[0]).toMatchObject({ authorName: 'Gunnar Gone', authorEmail: email, text: 'My second thought.' });
    expect(data.bans).toEqual([{ until: null, reason: 'Gunnar again' }]);
    expect(JSON.stringify(data.events)).toContain('letter');

    const erased = await privacy.post('/newswire/comments/readers/erase').send({ email }).expect(200);
    expect(erased.body.data).toMatchObject({ comments: 2, bans: 1 });
    for (const uid of [UID.comment, UID.commentEvent, UID.commentBan]) {
      const all = JSON.stringify(await app.strapi.db.query(uid).findMany({}));
      for (const trace of ['gone@', 'Gunnar', 'second thought', 'old site']) expect({ uid, trace, found: all.includes(trace) }).toEqual({ uid, trace, found: false });
    }
    expect((await logOf(documentId)).map((one: { action: string }) => one.action)).toEqual(['banned', 'approve', 'edited', 'posted']);
    expect(JSON.parse(await shownOn(article)).data).toContainEqual(expect.objectContaining({ documentId: answer.documentId, parent: null, orphan: true }));
    expect(await stored((await write({ ...who, name: 'X' })).documentId)).toMatchObject({ moderationStatus: 'rejected' });
    await privacy.post('/newswire/comments/readers/erase').send({ email, bans: true }).expect(200);
    expect(await stored((await write({ ...who, name: 'X' })).documentId)).toMatchObject({ moderationStatus: 'pending' });
  }); // prettier-ignore

  it('is not what another reader has written about a comment', async () => {
    const who = { email: 'reported@readers.example' };
    const { documentId } = await write(who);
    await moderate({ documentIds: [documentId], action: 'approve' });
    const report = { reason: 'abuse', note: 'He is my neighbour.' };
    await app.anyone.post(`/api/newswire/comments/${documentId}/reports`).send(report).expect(202);
    const { data } = (await privacy.post('/newswire/comments/readers/export').send(who).expect(200)).body;
    expect(data.events).toContainEqual({ at: expect.any(String), action: 'reported', reason: 'abuse' });
  });

  it('is one person’s alone, whatever letters a database takes for the same', async () => {
    const [zoe, accented] = [{ email: 'zoe@readers.example' }, { email: 'zoé@readers.example' }];
    const [hers, another] = [await write(zoe), await write(accented)];
    const told = async (who: object) =>
      (await privacy.post('/newswire/comments/readers/export').send(who).expect(200)).body.data.comments.map(
        (one: { documentId: string }) => one.documentId,
      );
    expect([await told(zoe), await told(accented)]).toEqual([[hers.documentId], [another.documentId]]);
    await privacy.post('/newswire/comments/readers/erase').send(zoe).expect(200);
    expect([await told(zoe), await told(accented)]).toEqual([[], [another.documentId]]);
  });

  it('of an account is found by its address when the account is gone', async () => {
    const { documentId } = await write({}, await reader(app, 'Short Stay'));
    const email = 'short-stay@readers.example';
    await app.strapi.db.query('plugin::users-permissions.user').delete({ where: { email } });
    const erased = await privacy.post('/newswire/comments/readers/erase').send({ email }).expect(200);
    expect(erased.body.data).toMatchObject({ comments: 1 });
    expect(await stored(documentId)).toBeNull();
  });

  it('is kept no longer than configured', async () => {
    const comments = app.strapi.db.query(UID.comment);
    const made = { old: await write(), spam: await write(), young: await write() };
    const age = (documentId: string | undefined, days: number, data: object = {}) => {
      const then = new Date(Date.now() - days * 86_400_000).toISOString();
      return comments.updateMany({ where: { documentId }, data: { createdAt: then, updatedAt: then, ...data } });
    };
    await age(made.old.documentId, 40);
    await age(made.spam.documentId, 40, { moderationStatus: 'spam' });
    await age(made.young.documentId, 20, { moderationStatus: 'spam' });
    const [reporter, then] = ['hash of an address', new Date(Date.now() - 40 * 86_400_000).toISOString()];
    const report = {
      commentDocumentId: 'x',
      action: 'reported',
      actorKind: 'reader',
      actorKey: reporter,
      createdAt: then,
    };
    await app.strapi.db.query(UID.commentEvent).create({ data: report });
    await app.strapi.plugin('newswire').service('comment-desk').retain();
    expect(await stored(made.spam.documentId)).toBeNull();
    expect(await stored(made.old.documentId)).toMatchObject({ sourceHash: null, authorEmail: 'anna@readers.example' });
    expect(await stored(made.young.documentId)).toMatchObject({ sourceHash: expect.any(String) });
    expect((await logOf(made.spam.documentId))[0]).toMatchObject({ action: 'expired', kind: 'system' });
    expect(await app.strapi.db.query(UID.commentEvent).count({ where: { actorKey: reporter } })).toBe(0);
  });
});
