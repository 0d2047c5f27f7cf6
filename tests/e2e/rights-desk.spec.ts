import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { newsroom } from './newsroom';
import { test } from './test';

const DESK = '/admin/plugins/newswire-rights';
const ARTICLE = '/admin/content-manager/collection-types/plugin::newswire.article';
const PHOTO = '/admin/content-manager/collection-types/plugin::newswire.photo';
const made = { oven: '', wreck: '', harbour: '', closed: '', twin: '', mayor: '' };

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ request }) => {
  const desk = await newsroom(request);
  const bare = (caption: string) => desk.photo({ caption });
  const ovens = [await bare('The oven at dawn'), await bare('The oven at noon'), await bare('The oven at night')];
  const image = await desk.image();
  const killed = await desk.photo({ caption: 'A crane lifts the wreck', creditLine: 'Ilse Brandt / AFP', image });
  made.twin = await desk.photo({ caption: 'The wreck, sent twice', creditLine: 'AFP', image });
  made.mayor = await desk.photo({ caption: 'The mayor on the stairs', creditLine: 'AFP' });
  made.oven = await desk.article('Bakers share an oven', ovens);
  made.wreck = await desk.article('Wreck is raised', [killed]);
  made.harbour = await desk.article('Harbour opens again', [killed]);
  for (const documentId of [made.oven, made.wreck, made.harbour]) await desk.publish(documentId);
  await desk.edit('photo', killed, { pubStatus: 'canceled' });
  const restrictions = [{ kind: 'no-internet', sentence: 'NO INTERNET' }];
  made.closed = await desk.article('Mayor resigns', [made.mayor], { restrictions });
});

/** What readers get of an article: undefined where they get nothing. */
async function forReaders(page: Page, documentId: string): Promise<unknown> {
  const answer = await page.request.get(`/api/newswire/articles/${documentId}?populate[photos][populate]=photo`);
  return answer.status() === 200 ? (await answer.json()).data : undefined;
}

const validityPanel = (page: Page): Locator =>
  page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'May it be shown?' }) });

/** The edit view comes in pieces: once its form is there, the rest follows soon. */
async function openArticle(page: Page, documentId: string): Promise<void> {
  await page.goto(`${ARTICLE}/${documentId}`);
  await expect(page.getByLabel('Headline*')).toBeVisible({ timeout: 60_000 });
}

const entries = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('link') });

test('the home page counts what waits; one entry is mended with the keyboard, many at once, and it stays so', async ({
  page,
}) => {
  await page.goto('/admin');
  const widget = page.getByRole('link', { name: 'Missing credit' });
  await widget.scrollIntoViewIfNeeded();
  await widget.click();
  // Stories of other tests may lack one too.
  await expect(page.getByRole('button', { name: 'Photos 3' })).toHaveAttribute('aria-pressed', 'true');
  await expect(entries(page)).toHaveCount(3);
  await expectAccessible(page, 'main');

  const last = entries(page).last();
  const name = await last.getByRole('link').innerText();
  await entries(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await expect(last).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('f');
  await fix(page, 'Fix 1 entry', 'Change 1 entry', `Nora Lind / AFP`);
  await expect(page.getByRole('link', { name })).toBeHidden();
  await expect(entries(page)).toHaveCount(2);
  // What was mended has left the list; the keyboard stays in it.
  await expect(entries(page).last()).toBeFocused();
  await page.keyboard.press('k');
  await expect(entries(page).first()).toBeFocused();
  await page.keyboard.press('a');
  await page.keyboard.press('f');
  await fix(page, 'Fix 2 entries', 'Change 2 entries', 'AFP');
  await expect(page.getByText('Nothing waits here.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing waits here.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Missing credit \d+$/ })).toHaveAttribute('aria-pressed', 'true');
  const shown = JSON.stringify(await forReaders(page, made.oven));
  expect(shown.match(/"creditLine":"(Nora Lind \/ )?AFP"/g)).toHaveLength(4);
});

async function fix(page: Page, title: string, save: string, credit: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('checkbox', { name: 'Change: Credit line' }).check();
  await dialog.getByRole('textbox', { name: 'Credit line' }).fill(credit);
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Show old and new' }).click();
  await dialog.getByRole('button', { name: save }).click();
  await expect(dialog).toBeHidden();
}

test('the inbox shows what its buttons say, and the way back is one step each', async ({ page }) => {
  await page.goto(`${DESK}/inbox`);
  const pressed = (name: RegExp) => page.getByRole('button', { name, pressed: true });
  await expect(pressed(/^Missing credit/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Articles/ }).click();
  await expect(pressed(/^Articles/)).toBeVisible();
  await page.getByRole('button', { name: /^Conflicting fields/ }).click();
  await expect(pressed(/^Conflicting fields/)).toBeVisible();
  await expect(page).toHaveURL(/kind=conflict/);
  await page.goBack();
  await expect(pressed(/^Missing credit/)).toBeVisible();
  await expect(pressed(/^Articles/)).toBeVisible();
});

for (const [how, save] of Object.entries<(page: Page) => Promise<void>>({
  'by its button': (page) => page.getByRole('button', { name: 'Save' }).click(),
  'by Ctrl+Enter': (page) => page.keyboard.press('Control+Enter'),
  'by Ctrl+S': (page) => page.keyboard.press('Control+s'),
}))
  test(`a form that stood open takes back no kill, saved ${how}`, async ({ page, request }) => {
    const desk = await newsroom(request);
    const photo = await desk.photo({ caption: 'A quay at low tide', creditLine: 'AFP' });
    await page.goto(`${PHOTO}/${photo}`);
    const caption = page.getByLabel('Caption', { exact: true });
    await expect(caption).toBeVisible({ timeout: 60_000 });
    await desk.edit('photo', photo, { pubStatus: 'canceled' });
    await caption.fill('The quay at low tide');
    // The button can be pressed, by keys too, once the form knows that it was changed.
    await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
    await save(page);
    await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();
    await expect(validityPanel(page)).toContainText('Killed');
    expect((await page.request.get(`/api/newswire/photos/${photo}`)).status()).toBe(404);
  });

test('another photo of a killed picture may not be shown either, and says which one was killed', async ({ page }) => {
  await page.goto(`${PHOTO}/${made.twin}`);
  const panel = validityPanel(page);
  await expect(panel.getByText('May not be shown.')).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByText('The other photo of this picture:')).toBeVisible();
  await panel.getByRole('link', { name: 'A crane lifts the wreck' }).click();
  await expect(page.getByLabel('Caption')).toHaveValue('A crane lifts the wreck', { timeout: 60_000 });
});

test('a killed photo is taken out of every article with one confirmation, and that is kept', async ({ page }) => {
  await page.goto(`${DESK}/inbox?kind=killed-in-use&type=photo`);
  await page.getByRole('link', { name: 'Take it down …' }).click();
  await expect(page.getByRole('heading', { name: 'Used in 2 articles' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Why' }).fill('Killed by AFP: wrong ship');
  await expectAccessible(page, 'main');
  await page.getByRole('button', { name: 'Remove it from 2 articles' }).click();
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  await expect(page.getByText('Done in 2 articles:')).toBeVisible();
  for (const documentId of [made.wreck, made.harbour]) {
    expect(await forReaders(page, documentId)).toMatchObject({ photos: [] });
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Used in no article' })).toBeVisible();
  await openArticle(page, made.wreck);
  await expect(page.getByText('Photo in the story: “A crane lifts the wreck” removed')).toBeVisible();
  await expect(page.getByText('Reason: Killed by AFP: wrong ship')).toBeVisible();
});

test('the usage report says what is wrong with a period that ends before it begins', async ({ page }) => {
  await page.goto(`${DESK}/usage?from=2030-02-01&to=2030-01-01`);
  await expect(page.getByText('The period ends before it begins.')).toBeVisible();
  await expectAccessible(page, 'main');
});

test('the usage report tells what ran, in the page and as CSV; what is asked for stands in its address', async ({
  page,
}) => {
  await page.goto(`${DESK}/usage`);
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Ended' }).click();
  await expect(entries(page)).toHaveCount(2);
  await page.reload();
  await expect(entries(page)).toHaveCount(2);
  await expect(entries(page).first()).toContainText('A crane lifts the wreck');
  await expectAccessible(page, 'main');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('usage.csv');
  const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(head).toContain('"credit line"');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('"Ilse Brandt / AFP"');
});

test('Publish asks where the terms forbid it; an editor allows it for a time, and withdraws that', async ({ page }) => {
  await openArticle(page, made.closed);
  const panel = validityPanel(page);
  await expect(panel.getByText('May not be shown.')).toBeVisible();
  const question = page.getByRole('alertdialog', { name: 'Publish all the same?' });
  await page.keyboard.press('Control+Shift+Enter');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expectAccessible(page, '[role=alertdialog]');
  await question.getByRole('textbox', { name: 'Why' }).fill('The contract is on its way');
  await question.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Published document')).toBeVisible();
  await expect(page.getByText('Reason: The contract is on its way')).toBeVisible();
  expect(await forReaders(page, made.closed)).toBeUndefined();

  await panel.getByRole('button', { name: 'Allow or forbid …' }).click();
  const decision = panel.getByRole('group', { name: 'Allow or forbid …' });
  await decision.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: 'Allow it' }).click();
  await decision.getByRole('textbox', { name: 'Why' }).fill('The contract is signed');
  await decision.getByRole('combobox', { name: 'Choose date' }).fill('12/31/2035');
  await decision.getByRole('combobox', { name: 'Choose date' }).press('Tab');
  await expectAccessible(page, 'aside:has([role=group] [name=newswire-decision-effect])');
  await decision.getByRole('button', { name: 'Decide' }).click();
  await expect(panel.getByText(/^May be shown until Dec 31, 2035.*Allowed by Demo Editor: The contract is signed/)).toBeVisible(); // prettier-ignore
  expect(await forReaders(page, made.closed)).toMatchObject({ headline: 'Mayor resigns' });

  await page.reload();
  await panel.getByRole('button', { name: 'Withdraw' }).click();
  await panel.getByRole('textbox', { name: 'Why' }).fill('The contract was cancelled');
  await panel.getByRole('button', { name: 'Withdraw' }).click();
  await expect(panel.getByText('May not be shown.')).toBeVisible();
  expect(await forReaders(page, made.closed)).toBeUndefined();

  await page.goto(`${DESK}/takedown?type=photo&id=${made.mayor}`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Mayor resigns' })).toContainText('Published, not shown');
});
