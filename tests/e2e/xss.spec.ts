import { readFileSync } from 'node:fs';
import { expect, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';
import { Desk, photo } from './desk';
import { detector, putAsHtml, type Detector } from './detector';
import { BY_HAND, everyComment, everyStory, HOSTILE_POSTS, PAYLOADS, photoUri, SECTIONS, someStories, storyUri } from './payloads'; // prettier-ignore
import { showAtOnce, test } from './test';

const CONTENT = '/admin/content-manager/collection-types/plugin::newswire';

let context: BrowserContext;
let page: Page;
let found: Detector;
let desk: Desk;
let request: APIRequestContext;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser, playwright, baseURL, storageState }) => {
  // What a content security policy would stop must not be there at all.
  context = await browser.newContext({
    bypassCSP: true,
    ...(baseURL ? { baseURL } : {}),
    ...(storageState ? { storageState } : {}),
  });
  found = await detector(context);
  await showAtOnce(context);
  page = await context.newPage();
  // Without a session: what is asked with it is asked as the public.
  request = await playwright.request.newContext(baseURL ? { baseURL } : {});
  desk = await Desk.open(context.request);
});
test.afterAll(async () => {
  await context.close();
  await request.dispose();
});

/** Opens a page, waits for what shows that it is there, and looks for what has run or would. */
async function look(address: string, sign: string | RegExp): Promise<void> {
  await page.goto(address);
  // A hundred rows at once take their time on a busy machine.
  await expect(page.getByText(sign).first()).toBeVisible({ timeout: 60_000 });
  expect.soft(await found.dormant(page), address).toEqual([]);
  expect.soft(found.ran, address).toEqual([]);
}

/** Every text in an answer, keys included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
}

async function ask(query: string, variables: object = {}): Promise<unknown> {
  const answer = await request.post('/graphql', { data: { query, variables } });
  const body: { data: unknown; errors?: unknown } = await answer.json();
  expect(body.errors).toBeUndefined();
  return body.data;
}
async function rest(path: string): Promise<unknown> {
  const answer = await request.get(`/api/newswire/${path}`);
  expect(answer.status(), path).toBe(200);
  return answer.json();
}

test('the detector sees what the payloads do where nothing stops them', async () => {
  const flagged = await putAsHtml(context, PAYLOADS);
  const ran = found.ran.splice(0).length;
  expect(PAYLOADS.length).toBeGreaterThan(300);
  // The others are cut off by what stands around them, or need another parser than this one.
  expect(flagged.length).toBeGreaterThan(350);
  expect(ran).toBeGreaterThan(100);
});

test('every payload is published as headline, body, caption, credit and comment', async () => {
  // As an agency sends it, as an old site exports it, as an editor types it, as a reader sends it.
  await desk.publish({ files: everyStory }, PAYLOADS.length);
  await desk.publish({ files: everyComment }, HOSTILE_POSTS);
  const [articles, photos] = [await documentsOf('article'), await documentsOf('photo')];
  const image = await desk.upload('hostile.jpg', readFileSync(photo));
  for (const n of BY_HAND) {
    const payload = PAYLOADS[n];
    const rights = { creditLine: payload, copyrightNotice: payload };
    const caption = { caption: `${n} ${payload}`, altText: payload, byline: payload };
    await desk.savePhoto(photos.get(photoUri(n)) ?? '', { ...rights, ...caption, image });
    const article = articles.get(storyUri(n)) ?? '';
    const story = { headline: `${n} ${payload}`, byline: payload, abstract: payload, body: `Story ${n}. ${payload}` };
    await desk.publishArticle(article, { ...rights, ...story });
    const data = { name: `Reader ${payload}`, email: `reader${n}@readers.example`, text: `From the form ${payload}` };
    expect.soft((await request.post(`/api/newswire/articles/${article}/comments`, { data })).status(), payload).toBe(201); // prettier-ignore
  }
  await desk.approveAll();
});

async function documentsOf(type: string): Promise<Map<string, string>> {
  const pages = [1, 2, 3, 4].map((at) => desk.list(type, `page=${at}&pageSize=100&sort=uri:ASC&filters[$and][0][uri][$startsWith]=urn:xss`)); // prettier-ignore
  return new Map((await Promise.all(pages)).flat().map(({ uri, documentId }) => [uri, documentId]));
}

test('none comes back executable over REST, GraphQL and the feeds', async () => {
  const texts: string[] = [];
  for (let start = 0; start < PAYLOADS.length; start += 100) {
    const populate = 'populate[photos][populate][photo]=true&populate[categories]=true&populate[comments]=true';
    const window = `pagination[start]=${start}&pagination[limit]=100`;
    texts.push(
      ...textsIn(await rest(`articles?${window}&sort=uri&filters[uri][$startsWith]=urn:xss&jsonLd=true&${populate}`)),
    );
    texts.push(...textsIn(await rest(`comments?${window}`)));
    texts.push(...textsIn(await ask(`query ($start: Int) {
      newswireArticles(pagination: { start: $start, limit: 100 }, sort: "uri", filters: { uri: { startsWith: "urn:xss" } }) {
        headline slug byline abstract body creditLine copyrightNotice keywords jsonLd
        photos { caption photo { headline caption altText byline creditLine copyrightNotice } }
      }
      newswireComments(pagination: { start: $start, limit: 100 }) { authorName text html }
    }`, { start }))); // prettier-ignore
  }
  for (const section of SECTIONS) {
    for (const feed of ['rss', 'atom', 'ninjs', 'news-sitemap']) {
      const slug = section.toLowerCase().replace(' ', '-');
      const answer = await request.get(`/api/newswire/feeds/${feed}?category=${slug}`);
      expect(answer.status(), feed).toBe(200);
      texts.push(
        ...(feed === 'ninjs'
          ? textsIn(await answer.json())
          : await page.evaluate((xml) => newswireTextsOfXml(xml), await answer.text())),
      );
    }
  }
  for (const n of [0, 100, 200, 300]) {
    const query = `query ($q: String!) { newswireSearch(text: $q, first: 50) { nodes { headline } } }`;
    texts.push(...textsIn(await ask(query, { q: `story ${n}` })));
  }
  // Every one of them is there: what was taken away is the markup, not the story.
  const numbers = new Set(texts.map((text) => /^\d+(?!\S)/.exec(text)?.[0]));
  expect([...PAYLOADS.keys()].filter((n) => !numbers.has(String(n)))).toEqual([]);
  expect(await putAsHtml(context, [...new Set(texts)])).toEqual([]);
  expect(found.ran).toEqual([]);
});

test('none runs on the site', async () => {
  const slugs = `query ($uris: [String]) { newswireArticles(pagination: { limit: 100 }, filters: { uri: { in: $uris } }) { slug } }`; // prettier-ignore
  const { newswireArticles: stories } = (await ask(slugs, { uris: BY_HAND.map(storyUri) })) as { newswireArticles: { slug: string }[] }; // prettier-ignore
  expect(stories.length).toBe(BY_HAND.length);
  await look('/site', /^Section/);
  for (const { slug } of stories) await look(`/site?story=${slug}`, /^\d+ comments?$/);
  await expect(page.getByRole('img')).toBeVisible();
  for (let post = 0; post < HOSTILE_POSTS; post += 1) {
    await look(`/site?story=hostile-letters-${post}`, /\d+ comments/);
    await page.getByRole('button', { name: 'More comments' }).click();
    await expect(page.getByRole('article')).toHaveCount(1 + Math.ceil((PAYLOADS.length - post) / HOSTILE_POSTS));
    expect.soft(await found.dormant(page)).toEqual([]);
  }
  expect(found.ran).toEqual([]);
});

test('none runs in the admin', async () => {
  test.slow();
  // What an editor has typed stands first: every vector is among it.
  for (const type of ['article', 'photo', 'comment']) {
    await look(`${CONTENT}.${type}?page=1&pageSize=100&sort=updatedAt:DESC`, /entries found/);
  }
  for (let at = 1; at <= 4; at += 1) {
    await look(`/admin/plugins/newswire-comments?filter=approved&pageSize=100&page=${at}`, /waiting, \d+ reported/);
  }
  for (const { documentId } of await desk.list(
    'article',
    'pageSize=5&sort=updatedAt:DESC&filters[$and][0][uri][$startsWith]=urn:xss',
  )) {
    await look(`${CONTENT}.article/${documentId}`, 'Credits & copyright');
  }
  for (const { documentId } of await desk.list(
    'photo',
    'pageSize=3&sort=updatedAt:DESC&filters[$and][0][uri][$startsWith]=urn:xss',
  )) {
    await look(`${CONTENT}.photo/${documentId}`, 'Credits & copyright');
  }
  await page.goto('/admin/plugins/newswire/import');
  await page.getByLabel('Wire copy').fill(someStories);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('Already received: nothing would change.').first()).toBeVisible();
  expect(await found.dormant(page)).toEqual([]);
  expect(found.ran).toEqual([]);
});
