import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PERMISSIONS } from '../../../contracts/permissions';
import { UID } from '../../../contracts/uid';
import { DISCUSSION, reader } from '../../support/readers';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

/** What readers and moderators do at the same time, or one after the other has seen something else. */

let app: TestStrapi;
let moderator: Agent;
let privacy: Agent;
let spamService: Server;
/** Called when the spam service is asked; it answers afterwards. */
let meanwhile: (() => Promise<unknown>) | undefined;
let lines = 0;

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const fresh = (): string => `The harbour master answered letter ${(lines += 1)} himself.`;
const publish = async (commentsModeration: string): Promise<string> =>
  (await documents(UID.article).create({ data: { headline: 'Letters', commentsModeration }, status: 'published' } as never)).documentId; // prettier-ignore
const anna = () => ({ name: 'Anna', email: `anna${(lines += 1)}@readers.example`, text: fresh() });

type Posted = Record<'documentId' | 'token' | 'status', string>;
const write = async (article: string, body: object = anna(), agent = app.anyone): Promise<Posted> =>
  (await agent.post(`/api/newswire/articles/${article}/comments`).send(body).expect(201)).body.data;
const edit = ({ documentId, token }: Posted, text = fresh(), agent = app.anyone) =>
  agent.put(`/api/newswire/comments/${documentId}`).send({ text, token });
const withdraw = ({ documentId, token }: Posted) =>
  app.anyone.delete(`/api/newswire/comments/${documentId}`).set('x-comment-token', token).expect(200);
const moderate = (action: string, { documentId }: Posted, more: object = {}) =>
  moderator
    .post('/newswire/comments/moderate')
    .send({ documentIds: [documentId], action, ...more })
    .expect(200);
const stored = async ({ documentId }: Posted): Promise<Record<string, unknown> | null> =>
  app.strapi.db.query(UID.comment).findOne({ where: { documentId } });
const logOf = async ({ documentId }: Posted): Promise<string[]> =>
  (await moderator.get(`/newswire/comments/${documentId}/log`).expect(200)).body.data
    .map(({ action, from, to }: Record<string, string>) => `${action} ${from ?? ''}→${to ?? ''}`)
    .reverse();
const cardOf = async ({ documentId }: Posted) =>
  (await moderator.get('/newswire/comments?filter=all&pageSize=100').expect(200)).body.data.find(
    (one: Posted) => one.documentId === documentId,
  );
const isShown = async (article: string, { documentId }: Posted): Promise<boolean> =>
  (await app.anyone.get(`/api/newswire/articles/${article}/comments`)).text.includes(documentId);

beforeAll(async () => {
  spamService = createServer((request, response) => {
    request.resume();
    const asked = request.url?.endsWith('comment-check') ? meanwhile : undefined;
    meanwhile = asked ? undefined : meanwhile;
    void Promise.resolve(asked?.()).then(() => response.end('false'));
  });
  await new Promise<void>((listening) => spamService.listen(0, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(spamService.address() as AddressInfo).port}/1.1/`;
  app = await startStrapi({
    config: {
      comments: {
        historyApproved: 2,
        flood: { author: { points: 1000 }, address: { points: 1000 } },
        akismet: { key: 'a-key', site: 'https://paper.example', endpoint, timeoutMs: 20_000 },
      },
    },
  });
  await app.grant('public', DISCUSSION);
  await app.grant('authenticated', DISCUSSION);
  moderator = await app.editor([PERMISSIONS.moderateComments]);
  privacy = await app.editor([PERMISSIONS.eraseReaders]);
});
afterAll(async () => {
  await app.stop();
  spamService.closeAllConnections();
  await new Promise((closed) => spamService.close(closed));
});

describe('an edited comment never comes out better than it was', () => {
  it('where a moderator holds it, and the reason stays', async () => {
    const article = await publish('after');
    const comment = await write(article);
    expect(comment.status).toBe('published');
    await moderate('hold', comment, { reason: 'The lawyer must look' });
    const { body } = await edit(comment).expect(200);
    expect(body.data.status).toBe('held');
    expect(await stored(comment)).toMatchObject({ moderationStatus: 'pending', reason: 'The lawyer must look' });
  });

  it('where a check has held it', async () => {
    const article = await publish('after');
    const links = 'https://a.example and https://b.example and https://c.example';
    const comment = await write(article, { ...anna(), text: `Look at ${links}` });
    expect((await edit(comment).expect(200)).body.data.status).toBe('held');
    expect(await stored(comment)).toMatchObject({ moderationStatus: 'pending', findings: [] });
  });

  it('and is judged by nobody any more where it was approved', async () => {
    const article = await publish('before');
    const comment = await write(article);
    await moderate('approve', comment);
    await edit(comment).expect(200);
    expect(await stored(comment)).toMatchObject({
      moderationStatus: 'pending',
      moderatorName: null,
      moderatedAt: null,
    });
  });
});

describe('while the checks take their time', () => {
  it.each<[string, (comment: Posted) => Promise<unknown>, number, string | undefined, string[]]>([
    ['a moderator rejects it', (one) => moderate('reject', one), 200, 'rejected', ['posted →approved', 'reject approved→rejected', 'edited rejected→rejected']],
    ['its author takes it back', withdraw, 404, 'removed', ['posted →approved', 'withdrawn approved→removed']],
  ])('%s: that holds', async (_, work, status, state, told) => {
    const article = await publish('after');
    const comment = await write(article);
    meanwhile = () => work(comment);
    await edit(comment).expect(status);
    expect(await stored(comment)).toMatchObject({ moderationStatus: state });
    expect(await isShown(article, comment)).toBe(false);
    expect(await logOf(comment)).toEqual(told);
  }); // prettier-ignore

  it('its author is erased: nothing of it is written again', async () => {
    const article = await publish('after');
    const author = anna();
    const comment = await write(article, author);
    meanwhile = () => privacy.post('/newswire/comments/readers/erase').send({ email: author.email }).expect(200);
    await edit(comment).expect(404);
    expect(await stored(comment)).toBeNull();
    expect(await logOf(comment)).toEqual(['posted →approved']);
  });

  it('the article is killed: it takes no comment', async () => {
    const article = await publish('after');
    meanwhile = () => documents(UID.article).update({ documentId: article, data: { pubStatus: 'canceled' }, status: 'published' } as never); // prettier-ignore
    const { body } = await app.anyone.post(`/api/newswire/articles/${article}/comments`).send(anna()).expect(400);
    expect(body.error.details.code).toBe('comments-closed');
  });
});

describe('a decision is on what the moderator has seen', () => {
  it('and lets no other text out', async () => {
    const article = await publish('before');
    const comment = await write(article, { ...anna(), text: 'A lovely photo, thank you.' });
    const { seen } = await cardOf(comment);
    await edit(comment, 'Something quite different.').expect(200);
    const answer = await moderate('approve', comment, { seen: { [comment.documentId]: seen } });
    expect(answer.body.data).toEqual({ changed: [], gone: [], stale: [comment.documentId] });
    const reply = await moderator.post(`/newswire/comments/${comment.documentId}/reply`).send({ text: 'Thanks', seen });
    expect([reply.status, reply.body.error.details.code]).toEqual([400, 'comment-changed']);
    expect(await isShown(article, comment)).toBe(false);
    const now = (await cardOf(comment)).seen;
    await moderate('approve', comment, { seen: { [comment.documentId]: now } });
    expect(await isShown(article, comment)).toBe(true);
  });

  it('and takes back no other moderator’s', async () => {
    const article = await publish('before');
    const comment = await write(article);
    const seen = { [comment.documentId]: (await cardOf(comment)).seen };
    await moderate('reject', comment, { seen });
    expect((await moderate('approve', comment, { seen })).body.data.stale).toEqual([comment.documentId]);
    expect(await stored(comment)).toMatchObject({ moderationStatus: 'rejected' });
  });

  it('and brings back nothing that its author has taken back', async () => {
    const article = await publish('after');
    const comment = await write(article);
    await withdraw(comment);
    expect((await moderate('approve', comment)).body.data).toEqual({
      changed: [],
      gone: [comment.documentId],
      stale: [],
    });
    const reply = await moderator.post(`/newswire/comments/${comment.documentId}/reply`).send({ text: 'Thanks' });
    expect([reply.status, reply.body.error.details.code]).toEqual([400, 'comment-withdrawn']);
    expect(await cardOf(comment)).toMatchObject({ isWithdrawn: true, state: 'removed' });
    const { documentId } = comment;
    const inManager = documents(UID.comment).update({ documentId, data: { moderationStatus: 'approved' } } as never);
    await expect(inManager).rejects.toThrow('Its author has taken this comment back.');
    expect(await isShown(article, comment)).toBe(false);
  });

  it('and the newsroom answers nothing under a story that is killed', async () => {
    const article = await publish('after');
    const comment = await write(article);
    await documents(UID.article).update({ documentId: article, data: { pubStatus: 'canceled' }, status: 'published' } as never); // prettier-ignore
    expect((await cardOf(comment)).article).toMatchObject({ isPublished: false });
    const reply = await moderator.post(`/newswire/comments/${comment.documentId}/reply`).send({ text: 'Thanks' });
    expect([reply.status, reply.body.error.details.code]).toEqual([400, 'comments-closed']);
  });
});

describe('the history of an author', () => {
  it.each(['spam', 'reject', 'remove'])(
    'knows what a moderator found (%s), also where it was taken back',
    async (action) => {
      const article = await publish('history');
      const user = await reader(app, `Olav ${action} ${(lines += 1)}`);
      const say = () => write(article, { text: fresh() }, user);
      for (const comment of [await say(), await say()]) await moderate('approve', comment);
      const bad = await say();
      expect(bad.status).toBe('published');
      await moderate(action, bad);
      if (action !== 'remove') await user.delete(`/api/newswire/comments/${bad.documentId}`).expect(200);
      expect((await say()).status).toBe('held');
    },
  );

  it('holds nothing against who takes back a good one', async () => {
    const article = await publish('history');
    const user = await reader(app, `Olav good ${(lines += 1)}`);
    const say = () => write(article, { text: fresh() }, user);
    for (const comment of [await say(), await say()]) await moderate('approve', comment);
    await user.delete(`/api/newswire/comments/${(await say()).documentId}`).expect(200);
    expect((await say()).status).toBe('published');
  });
});
