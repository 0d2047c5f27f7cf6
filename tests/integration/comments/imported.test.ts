import { UID } from '../../../contracts/uid';
import { DISCUSSION } from '../../support/readers';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';

/** A post of WordPress with a thread; the third was spam there. */
const comment = (id: number, parent: number, author: string, hour: string, text: string, approved = '1') =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${author}</wp:comment_author><wp:comment_author_email>${author.toLowerCase()}@old-site.example</wp:comment_author_email><wp:comment_date_gmt>2019-03-04 ${hour}</wp:comment_date_gmt><wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
const WXR = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Varnhaven</title><link>https://varnhaven.example</link><wp:wxr_version>1.2</wp:wxr_version>
<item><title>The lamp of Easthaven</title><link>https://varnhaven.example/lamp</link><dc:creator>ada</dc:creator>
<guid isPermaLink="false">https://varnhaven.example/?p=7</guid><content:encoded><![CDATA[<p>The lamp is lit again.</p>]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date_gmt>2019-03-04 05:06:07</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
${comment(1, 0, 'Ann', '06:00:00', 'Is it lit?')}
${comment(2, 1, 'Bo', '07:00:00', 'It is. <img src=x onerror=alert(1)>')}
${comment(3, 2, 'Cy', '08:00:00', 'I saw it too.')}
</item></channel></rss>`;

const PASTED = `Council reopens lighthouse of Easthaven

The council of Easthaven voted on Tuesday to light the lamp of its old lighthouse again, 41 years after it went out.

The keeper’s house becomes a café, the mayor said after the vote, which passed by nineteen to eleven.

2 Comments

Ann says:
May 4, 2019 at 9:00 am
Is it lit?
Reply

Bo says:
May 4, 2019 at 9:05 am
@Ann It is.
Reply`;

let app: TestStrapi;
let desk: Agent;

beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
  await app.grant('public', DISCUSSION);
});
afterAll(() => app.stop());

const HOW: Record<string, (request: ReturnType<Agent['post']>) => ReturnType<Agent['post']>> = {
  'a WordPress export': (request) => request.attach('files', Buffer.from(WXR), 'export.xml'),
  'a pasted page': (request) => request.field('text', PASTED),
};

/** Author, what it answers, and when it was written. */
const EXPECTED: Record<string, [string, string | undefined, string][]> = {
  'a WordPress export': [
    ['Ann', undefined, '2019-03-04T06:00:00.000Z'],
    ['Bo', 'Ann', '2019-03-04T07:00:00.000Z'],
    ['Cy', 'Bo', '2019-03-04T08:00:00.000Z'],
  ],
  'a pasted page': [
    ['Ann', undefined, '2019-05-04T09:00:00.000Z'],
    ['Bo', 'Ann', '2019-05-04T09:05:00.000Z'],
  ],
};

interface Queued {
  documentId: string;
  author: { name: string };
  parent?: { authorName: string };
  postedAt: string;
}

it.each(Object.keys(HOW))('comments of %s wait for a moderator, with their dates and threads', async (name) => {
  const request = desk.post('/newswire/imports').field('data', JSON.stringify({ publish: true }));
  const run = (await HOW[name]?.(request).expect(201))?.body.data;
  const article: string = run.items[0].targets[0].documentId;
  const thread = async () => (await app.anyone.get(`/api/newswire/articles/${article}/comments`).expect(200)).body;
  expect((await thread()).meta.total).toBe(0);

  const { data } = (await desk.get(`/newswire/comments?article=${article}`).expect(200)).body;

  expect(data.map((one: Queued) => [one.author.name, one.parent?.authorName, one.postedAt])).toEqual(EXPECTED[name]);

  const documentIds: string[] = data.map((one: Queued) => one.documentId);
  await desk.post('/newswire/comments/moderate').send({ documentIds, action: 'approve' }).expect(200);
  const shown = await thread();
  expect(shown.data.map((one: { authorName: string; depth: number; postedAt: string }) => [one.authorName, one.depth, one.postedAt])).toEqual(
    EXPECTED[name]?.map(([author, , at], n) => [author, n + 1, at]),
  ); // prettier-ignore
  expect(JSON.stringify(shown)).not.toContain('<img');
});

it('their authors can be banned and forgotten like any other', async () => {
  const row = await app.strapi.db.query(UID.comment).findOne({ where: { authorEmail: 'bo@old-site.example' } });
  expect(row.authorKey).toEqual(expect.any(String));
  await desk.post(`/newswire/comments/${row.documentId}/ban`).send({}).expect(200);
  const { data } = (await desk.get('/newswire/comments?filter=all&q=bo@old-site.example').expect(200)).body;
  expect(data[0].author).toMatchObject({ isBanned: true });
  const erased = await desk.post('/newswire/comments/readers/erase').send({ email: 'Bo@old-site.example' }).expect(200);
  expect(erased.body.data.comments).toBe(1);
});

it('a later export brings the comments that are new, in their thread, and no other twice', async () => {
  const post = (id: string, comments: string) =>
    Buffer.from(WXR.replaceAll('?p=7', `?p=${id}`).replace(/<wp:comment>.*<\/wp:comment>/s, comments));
  const first = comment(1, 0, 'Ann', '06:00:00', 'Is it lit?');
  const send = async (bytes: Buffer) =>
    (await desk.post('/newswire/imports').field('data', '{"publish":true}').attach('files', bytes, 'export.xml').expect(201)).body.data; // prettier-ignore
  const run = await send(post('9', first));
  const article: string = run.items[0].targets[0].documentId;
  const queued = async (): Promise<Queued[]> =>
    (await desk.get(`/newswire/comments?article=${article}`).expect(200)).body.data;
  const [ann] = await queued();
  await desk.post('/newswire/comments/moderate').send({ documentIds: [ann?.documentId], action: 'approve' }).expect(200); // prettier-ignore
  const second = comment(2, 1, 'Bo', '07:00:00', 'It is.\n\nSince Tuesday.');
  expect((await send(post('9', `${first}${second}`))).counts).toEqual({ updated: 1 });
  const rows = await app.strapi.db.query(UID.comment).findMany({
    where: { article: { documentId: article } },
    orderBy: { id: 'asc' },
    populate: { parent: true },
  });
  expect(rows.map(({ authorName, text, parent }) => [authorName, text, parent?.authorName])).toEqual([
    ['Ann', 'Is it lit?', undefined],
    ['Bo', 'It is.\n\nSince Tuesday.', 'Ann'],
  ]);
});

it('an answer finds what it answers, also where an export names it before', async () => {
  const later = comment(12, 11, 'Bo', '07:00:00', 'It is lit.') + comment(11, 0, 'Ann', '06:00:00', 'Is it lit?');
  const file = Buffer.from(WXR.replaceAll('?p=7', '?p=21').replace(/<wp:comment>.*<\/wp:comment>/s, later));
  await desk
    .post('/newswire/imports')
    .field('data', '{"publish":true}')
    .attach('files', file, 'export.xml')
    .expect(201);
  const where = { text: 'It is lit.' };
  const row = await app.strapi.db.query(UID.comment).findOne({ where, populate: { parent: true } });
  expect(row.parent).toMatchObject({ text: 'Is it lit?' });
});
