import { readFileSync } from 'node:fs';
import { expect, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { Desk, photo } from './desk';
import { test } from './test';

const HEADLINE = 'Vestvik keeps its night boat';
const STORY = `${HEADLINE}

The last boat of the day leaves Vestvik harbour, Norway, on May 12, 2026

Marta Eikeland / AP

VESTVIK, Norway (AFP) — The council of Vestvik voted on Tuesday to keep the boat that leaves after midnight.

It carries nurses home from the late shift, the mayor said after the vote.

© 2026 AFP. All Rights Reserved.`;
const QUEUE = '/admin/plugins/newswire-comments';

/** A reader has no session at the desk. */
async function readersPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await page.goto('/site');
  await page.getByRole('link', { name: HEADLINE }).click();
  await expect(page.getByRole('heading', { name: HEADLINE })).toBeVisible();
  return page;
}

async function write(page: Page, name: string, text: string, form = page.locator('form.write').last()): Promise<void> {
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail, never shown').fill(`${name.toLowerCase()}@readers.example`);
  await form.getByLabel('Comment').fill(text);
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toHaveText('Thank you. It is shown once an editor has read it.');
}

const shown = (page: Page, name: string) => page.getByRole('article', { name: `Comment by ${name}` });
const card = (page: Page, name: string) => page.getByRole('listitem', { name: `Comment by ${name}` });

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ playwright, baseURL, storageState }) => {
  const request = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    ...(storageState ? { storageState } : {}),
  });
  const desk = await Desk.open(request);
  await desk.publish({
    text: STORY,
    files: { name: 'night-boat.jpg', mimeType: 'image/jpeg', buffer: readFileSync(photo) },
  });
  await request.dispose();
});

test('readers write; a moderator decides with the keyboard; readers see it', async ({ page, browser, baseURL }) => {
  const site = await readersPage(browser, baseURL);
  await expect(site.locator('figcaption')).toContainText('Marta Eikeland / AP');
  await expect(site.locator('.rights').filter({ hasText: '© 2026 AFP' })).toBeVisible();
  await write(site, 'Anna', 'The nurses will be glad.');
  await write(site, 'Pills', 'Cheap pills for the night.');
  await write(site, 'Per', 'Who pays for it?\n<script>alert(1)</script>');
  await expectAccessible(site, 'body');

  await page.goto(QUEUE);
  await expect(card(page, 'Anna')).toContainText(HEADLINE);
  await expectAccessible(page, 'main');
  await page.getByText('Keyboard', { exact: true }).click();
  await card(page, 'Anna').focus();
  await page.keyboard.press('a');
  await expect(card(page, 'Anna')).toBeHidden();
  await expect(card(page, 'Pills')).toBeFocused();
  await page.keyboard.press('j');
  await expect(card(page, 'Per')).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('s');
  await expect(card(page, 'Pills')).toBeHidden();
  await expect(card(page, 'Per')).toBeFocused();
  await page.keyboard.press('e');
  await page.getByLabel('Your reply').fill('The county does.');
  // Nothing that somebody has written is lost.
  await page.reload();
  await card(page, 'Per').focus();
  await page.keyboard.press('e');
  await expect(page.getByLabel('Your reply')).toHaveValue('The county does.');
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await expect(card(page, 'Per')).toBeHidden();

  await site.reload();
  await expect(shown(site, 'Anna')).toContainText('The nurses will be glad.');
  await expect(shown(site, 'The newsroom')).toContainText('The county does.');
  await expect(shown(site, 'Per')).toBeVisible();
  await expect(shown(site, 'Pills')).toBeHidden();
});

test('readers answer and report; a moderator decides on many at once, and bans', async ({ page, browser, baseURL }) => {
  const site = await readersPage(browser, baseURL);
  await site.getByRole('button', { name: 'Reply to Anna' }).click();
  await write(site, 'Berta', 'I am one of them.', shown(site, 'Anna').locator('form'));
  await shown(site, 'Per').getByRole('button', { name: 'Report' }).click();
  await site.getByLabel('What is wrong with it?').selectOption('OFF_TOPIC');
  await site.getByLabel('Anything that the editors should know').fill('Not about the boat.');
  await shown(site, 'Per').getByRole('button', { name: 'Report', exact: true }).last().click();
  await expect(shown(site, 'Per').getByRole('status')).toHaveText('Thank you. The editors will look at it.');
  await site.reload();
  await write(site, 'Carl', 'And where do the boats sleep?');
  await expectAccessible(site, 'body');

  await page.goto(`${QUEUE}?filter=reported`);
  await expect(card(page, 'Per')).toContainText('Not about the boat.');
  await card(page, 'Per').getByRole('button', { name: 'History' }).click();
  await expect(card(page, 'Per').getByRole('list', { name: 'History' })).toContainText('reported it');
  await card(page, 'Per').focus();
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: 'Ban Per' });
  await expect(dialog).toContainText('Until');
  await dialog.getByLabel('Reason').fill('Third time');
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Ban', exact: true }).click();
  await expect(card(page, 'Per')).toContainText('Banned until');
  await expectAccessible(page, 'main');

  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option', { name: /^Waiting/ }).click();
  await expect(card(page, 'Berta')).toContainText('In reply to Anna');
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('No comment waits for you.')).toBeVisible();

  await site.reload();
  await expect(shown(site, 'Berta')).toBeVisible();
  await expect(shown(site, 'Carl')).toBeVisible();
  // Who is banned is told what everybody is told.
  await write(site, 'Per', 'Let me in.');
  await page.goto(`${QUEUE}?filter=rejected`);
  await expect(card(page, 'Per')).toContainText('Banned author');
  await page.getByLabel('Text, author or e-mail address').fill('per@readers.example');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/q=per/);
  await expect(card(page, 'Per')).toBeVisible();
});

test('the home page tells what waits, and a reader’s data is given out and erased', async ({
  page,
  browser,
  baseURL,
}) => {
  const site = await readersPage(browser, baseURL);
  await write(site, 'Dora', 'Is there coffee on board?');
  await page.goto('/admin');
  const widget = page
    .locator('section, article, div')
    .filter({ has: page.getByRole('heading', { name: 'Comments to moderate' }) })
    .last();
  await expect(widget).toBeVisible();
  await expect(page.getByRole('link', { name: 'Waiting' })).toBeVisible();

  await page.goto(QUEUE);
  await page.getByRole('button', { name: 'A reader’s data' }).click();
  const dialog = page.getByRole('dialog', { name: 'A reader’s data' });
  await dialog.getByLabel('Reader’s e-mail address').fill('dora@readers.example');
  await expectAccessible(page, '[role=dialog]');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ comments: [{ text: 'Is there coffee on board?' }] });
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('1 comment was erased.')).toBeVisible();
  await expect(card(page, 'Dora')).toBeHidden();
});

test('a webhook is told of kills and corrections, from the settings', async ({ page }) => {
  await page.goto('/admin/settings/newswire/webhooks');
  await page.getByRole('link', { name: 'Add a webhook' }).click();
  await page.getByLabel('Name').fill('CDN');
  await page.getByLabel('Address').fill('http://127.0.0.1:65009/purge');
  await page.getByRole('checkbox', { name: 'a photo is killed or withheld' }).uncheck();
  await page.reload();
  await expect(page.getByLabel('Address')).toHaveValue('http://127.0.0.1:65009/purge');
  await expectAccessible(page, 'main');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'CDN' }).click();
  await expect(page.getByRole('checkbox', { name: 'a story is killed or withheld' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'a photo is killed or withheld' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText(/^It answered 500/)).toBeVisible();
  await expectAccessible(page, 'main');

  // Strapi's own form, which does not know our events, leaves them in.
  await page.getByRole('link', { name: 'Open it in Strapi’s form' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('CDN of the site');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Changes saved')).toBeVisible();
  await page.goto('/admin/settings/newswire/webhooks');
  await expect(page.getByRole('row').filter({ hasText: 'CDN of the site' })).toContainText('Story killed');
});
