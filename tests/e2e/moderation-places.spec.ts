import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { Desk } from './desk';
import { test } from './test';

const HEADLINE = 'Vestvik counts its boats';
const STORY = `${HEADLINE}

VESTVIK, Norway (AFP) — The harbour master of Vestvik counted the boats on Tuesday, and there were twelve.

© 2026 AFP. All Rights Reserved.`;
const QUEUE = '/admin/plugins/newswire-comments';
const LONG_NAME = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

test.describe.configure({ mode: 'serial', timeout: 90_000 });

let article: string;

/** Readers by the API of the site: how they write there is told elsewhere. Answers what changes the comment. */
async function write(request: APIRequestContext, authorName: string, text: string): Promise<Record<string, string>> {
  const data = { name: authorName, email: `${authorName.toLowerCase().slice(0, 20)}@readers.example`, text };
  const answer = await request.post(`/api/newswire/articles/${article}/comments`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).data;
}

const card = (page: Page, name: string) => page.getByRole('listitem', { name: `Comment by ${name}`, exact: true });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${QUEUE}${query}`);
  await expect(page.getByRole('heading', { name: 'Comments' })).toBeVisible();
}

test.beforeAll(async ({ playwright, baseURL, storageState }) => {
  const options = { ...(baseURL ? { baseURL } : {}), ...(storageState ? { storageState } : {}) };
  const editor = await playwright.request.newContext(options);
  const desk = await Desk.open(editor);
  await desk.publish({ text: STORY });
  const found = await editor.get('/api/newswire/search', { params: { text: `"${HEADLINE}"` } });
  [{ documentId: article }] = (await found.json()).data;
  const readers = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), storageState: { cookies: [], origins: [] } }); // prettier-ignore
  for (let n = 1; n <= 21; n += 1) await write(readers, `Reader${n}`, `I have counted ${n + 30} boats.`);
  await editor.dispose();
  await readers.dispose();
});

test('the last of a page leads to the page before, and the keyboard with it', async ({ page }) => {
  await open(page, '?page=2');
  await card(page, 'Reader21').focus();
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/[?&]page=1(&|$)/);
  await expect(card(page, 'Reader1')).toBeFocused();
  await expect(page.getByText('No comment waits for you.')).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Entries per page' })).toBeVisible();
});

/** Every list with pages in its address, and what is on the first. */
const PAGED = [
  [QUEUE, 'I have counted 31 boats.'],
  ['/admin/plugins/newswire', 'Demo Editor'],
  ['RUN', HEADLINE],
  ['/admin/plugins/newswire/quarantine', ''],
  ['/admin/plugins/newswire-rights/inbox?kind=missing-credit&type=photo', ''],
  ['/admin/plugins/newswire-rights/usage', ''],
];

test('a page behind the last is the last', async ({ page }) => {
  await page.goto('/admin/plugins/newswire');
  const run = await page.getByRole('grid').getByRole('link').first().getAttribute('href');
  for (const [path = '', text = ''] of PAGED) {
    await page.goto(`${path === 'RUN' ? run : path}${path.includes('?') ? '&' : '?'}page=9`);
    await expect(page, path).toHaveURL(/[?&]page=1(&|$)/);
    await expect(page.getByRole('main').first(), path).toContainText(text);
  }
});

test('the keyboard keeps its place', async ({ page }) => {
  await open(page);
  // A dialog.
  await card(page, 'Reader3').focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(card(page, 'Reader3')).toBeFocused();

  // The forms: Escape closes, and keeps the words of a reply.
  await page.keyboard.press('e');
  await page.getByLabel('Your reply').fill('Twelve.');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Your reply')).toBeHidden();
  await expect(card(page, 'Reader3')).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByLabel('Your reply')).toHaveValue('Twelve.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Reason')).toBeHidden();
  await expect(card(page, 'Reader3')).toBeFocused();

  // Enter in the reason turns the comment down; without a reason it does nothing.
  await page.keyboard.press('w');
  await page.keyboard.press('Enter');
  await page.getByLabel('Reason').fill('Has counted twice');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Reader3')).toBeHidden();
  await expect(card(page, 'Reader4')).toBeFocused();

  // A reply approves what it answers, which leaves the list.
  await page.keyboard.press('e');
  await page.getByLabel('Your reply').fill('Twelve.');
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await expect(card(page, 'Reader4')).toBeHidden();
  await expect(card(page, 'Reader5')).toBeFocused();

  // Many at once.
  for (const name of ['Reader5', 'Reader6', 'Reader8']) {
    await card(page, name).focus();
    await page.keyboard.press('x');
  }
  await page.getByRole('toolbar').getByRole('button', { name: 'Spam' }).focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Reader8')).toBeHidden();
  await expect(card(page, 'Reader7')).toBeFocused();
});

test('all of a page at once leads to what is left', async ({ page }) => {
  await open(page, '?pageSize=10');
  await page.getByRole('checkbox', { name: 'Select all' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('toolbar').getByRole('button', { name: 'Approve' }).focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Reader2')).toBeHidden();
  await expect(page.getByRole('listitem', { name: /^Comment by/ }).first()).toBeFocused();
});

test('a decision is on what the moderator has seen', async ({ page, playwright, baseURL }) => {
  const readers = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), storageState: { cookies: [], origins: [] } }); // prettier-ignore
  const change = async ({ documentId, token }: Record<string, string>, text: string) =>
    expect((await readers.put(`/api/newswire/comments/${documentId}`, { data: { text, token } })).ok()).toBe(true);
  const posted = await write(readers, 'Changing', 'A fine photo of the harbour.');
  await open(page, '?pageSize=100');
  await change(posted, 'Something quite different.');
  await card(page, 'Changing').focus();
  await page.keyboard.press('a');
  await expect(page.getByText('1 comment has changed since you looked. Look again and decide.')).toBeVisible();
  await expect(card(page, 'Changing')).toContainText('Something quite different.');
  await expect(card(page, 'Changing')).toContainText('Edited');
  await expect(card(page, 'Changing')).toBeFocused();

  await card(page, 'Changing').getByRole('button', { name: 'Reply' }).click();
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Thank you.');
  await change(posted, 'Something else again.');
  await page.getByRole('button', { name: 'Send', exact: false }).click();
  await expect(page.getByText('This comment has changed since you began your reply.')).toBeVisible();
  await expect(card(page, 'Changing')).toContainText('Something else again.');
  await page.getByRole('button', { name: 'Send', exact: false }).click();
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toBeHidden();

  const { documentId = '', token = '' } = posted;
  await readers.delete(`/api/newswire/comments/${documentId}`, { headers: { 'x-comment-token': token } });
  await open(page, '?filter=removed&pageSize=100');
  await expect(card(page, 'Changing')).toContainText('Taken back');
  await expect(card(page, 'Changing').getByRole('button', { name: 'Approve' })).toBeHidden();
  await readers.dispose();
}); // prettier-ignore

test('a narrow window is as wide as it is, whatever a reader is called, in German too', async ({ page, playwright, baseURL }) => {
  const readers = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), storageState: { cookies: [], origins: [] } }); // prettier-ignore
  await write(readers, LONG_NAME.slice(0, 80), 'Twelve is right.');
  await readers.dispose();
  await page.addInitScript({ content: "localStorage.setItem('strapi-admin-language', 'de')" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(QUEUE);
  const ends = async (box: Promise<{ x: number; width: number } | null>) => ((await box)?.x ?? 999) + ((await box)?.width ?? 999); // prettier-ignore
  expect(await ends(page.getByRole('button', { name: 'Suchen' }).boundingBox())).toBeLessThanOrEqual(390);
  const name = page.getByText(LONG_NAME.slice(0, 80)).first();
  await name.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/narrow-card.png' });
  expect(await ends(name.boundingBox())).toBeLessThanOrEqual(390);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await page.getByRole('listitem').filter({ has: name }).getByRole('button', { name: 'Sperren' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.screenshot({ path: 'test-results/narrow-dialog.png', animations: 'disabled' });
  expect(await ends(page.getByRole('dialog').getByRole('heading').boundingBox())).toBeLessThanOrEqual(390);
}); // prettier-ignore
