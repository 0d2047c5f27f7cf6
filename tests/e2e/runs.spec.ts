import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { Desk } from './desk';
import { test } from './test';

/** Pictures are written one by one: so many take a machine a minute. */
const PICTURES = 1500;
const ARTICLES = '/admin/content-manager/collection-types/plugin::newswire.article';

function delivery(
  name: string,
  count: number,
  type: 'text' | 'picture' = 'text',
): { name: string; mimeType: string; buffer: Buffer } {
  const items = Array.from({ length: count }, (_, n) => ({
    uri: `urn:sandvik:${name}:${n}`,
    type,
    headline: `Sandvik harbour log, page ${n + 1}`,
    [type === 'text' ? 'body_text' : 'description_text']:
      `The harbour of Sandvik counted ${n + 3} boats on page ${n + 1} of its log.`,
    versioncreated: new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString(),
  }));
  return { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(items)) };
}

const progress = (page: Page) => page.getByRole('progressbar', { name: 'of 1,500' });
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test.describe('an import that takes a while', () => {
  let desk: Desk;
  test.beforeEach(async ({ request }) => {
    desk = await Desk.open(request);
  });
  const written = (type: string, name: string) =>
    desk.list(type, `filters[uri][$startsWith]=urn:sandvik:${name}:&pageSize=1`);

  test('shows how far it is, also after a reload, is stopped, and undone', async ({ page }) => {
    // The admin is loaded, as it is for whoever begins an import in it.
    await page.goto('/admin/plugins/newswire');
    await expect(page.getByRole('heading', { name: 'Newswire imports' })).toBeVisible();
    const { documentId } = await desk.begin({ files: delivery('log', PICTURES, 'picture') });
    await page.goto(`/admin/plugins/newswire/runs/${documentId}`);
    await expect(progress(page)).toBeVisible();
    await page.reload();
    await expect(progress(page)).toBeVisible();
    await expect(page.getByText('Sandvik harbour log, page 1', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Stop the import' }).click();
    await expect(page.getByText('Cancelled')).toBeVisible();
    await expect(progress(page)).toBeHidden();
    // What was written stays, until it is taken back.
    expect(await written('photo', 'log')).toHaveLength(1);
    await expectAccessible(page, 'main');

    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('heading', { name: 'This import was undone' })).toBeVisible();
    await expectAccessible(page, 'main');
    expect(await written('photo', 'log')).toHaveLength(0);
  });

  test('leaves alone, when it is undone, what an editor has worked on since', async ({ page }) => {
    await desk.publish({ files: delivery('kept', 3) }, 3);
    await page.goto(ARTICLES);
    await page.getByText('Sandvik harbour log, page 2').click();
    await page.getByRole('textbox', { name: 'Headline', exact: false }).first().fill('Sandvik counts its boats');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved document')).toBeVisible();

    await page.goto('/admin/plugins/newswire');
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    const summary = page.getByRole('status').filter({ hasText: 'This import was undone' });
    await expect(summary).toContainText('Edited since, and so left as they are:');
    await expect(summary.getByRole('link', { name: 'Sandvik counts its boats' })).toBeVisible();
    expect(await written('article', 'kept')).toHaveLength(1);
  });
});

test('what cannot be read is kept with its copy, tried again, and dismissed', async ({ page }) => {
  await page.goto('/admin/plugins/newswire/import');
  const buffer = Buffer.from('{"uri":"urn:sandvik:cut","headline":"Sandvik harbour cl');
  const cutOff = { name: 'cut-off.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Choose files').setInputFiles([delivery('beside', 1), cutOff]);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Import as draft' }).click();
  await expect(page.getByText('In quarantine', { exact: true }).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option', { name: 'In quarantine 1' }).click();
  await expect(page).toHaveURL(/outcome=quarantined/);
  await expect(page.getByText('Sandvik harbour log, page 1', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Try what failed again' }).click();
  await expect(page.getByText('In quarantine', { exact: true }).first()).toBeVisible();

  await page.goto('/admin/plugins/newswire/quarantine');
  const row = rowOf(page, 'cut-off.json');
  await expect(row).toBeVisible();
  await expectAccessible(page, 'main');
  await row.getByRole('button').click();
  await expect(page.getByRole('dialog').getByRole('group')).toHaveText(buffer.toString());
  await expectAccessible(page, '[role=dialog]');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Try selected again (1)' }).click();
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();

  await page.goto('/admin/plugins/newswire/quarantine');
  await rowOf(page, 'cut-off.json').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Dismiss selected (1)' }).click();
  await expect(page.getByText('1 item dismissed. The copy is kept.')).toBeVisible();
  await expect(rowOf(page, 'cut-off.json')).toBeHidden();
});

test('a feed is made, receives by push, is changed, paused and removed', async ({ page, request }) => {
  await page.goto('/admin/plugins/newswire/feeds');
  await page.getByRole('link', { name: 'Add a feed' }).click();
  await page.getByLabel('Name').fill('Sandvik press office');
  await page.getByRole('combobox', { name: 'How items arrive' }).click();
  await page.getByRole('option', { name: 'Push' }).click();
  await page.getByPlaceholder('Add a category').fill('Harbours');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'main');
  await page.getByRole('button', { name: 'Save' }).click();
  const token = await page.getByLabel('Token', { exact: true }).inputValue();
  const address = await page.getByLabel('Send to', { exact: true }).inputValue();
  await expectAccessible(page, 'main');

  const push = (headline: string, uri: string) =>
    request.post(address, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      data: JSON.stringify({ uri, type: 'text', headline, body_text: `${headline}, the office says.` }),
    });
  expect((await push('Sandvik opens its new quay', 'urn:sandvik:push:1')).status()).toBe(202);
  await page.goto('/admin/plugins/newswire/feeds');
  const feed = rowOf(page, 'Sandvik press office');
  await expect(feed).toContainText('Working');
  await expectAccessible(page, 'main');
  await feed.getByRole('link').last().click();
  await expect(page.getByRole('link', { name: 'Sandvik opens its new quay' })).toBeVisible();
  await expect(page.getByText('Sandvik press office')).toBeVisible();

  await page.goto('/admin/plugins/newswire/feeds');
  await feed.getByRole('link').first().click();
  await expect(page.getByLabel('Name')).toHaveValue('Sandvik press office');
  await expect(page.getByLabel('Token', { exact: true })).toBeHidden();
  await page.getByLabel('Name').fill('Sandvik municipality');
  await page.getByRole('button', { name: 'Save' }).click();
  const changed = rowOf(page, 'Sandvik municipality');
  await expect(changed).toContainText('Working');
  await changed.getByRole('button', { name: 'Pause: Sandvik municipality' }).click();
  await expect(changed).toContainText('Paused');
  expect((await push('Sandvik closes its old quay', 'urn:sandvik:push:2')).status()).toBe(403);
  await changed.getByRole('button', { name: 'Resume: Sandvik municipality' }).click();
  await expect(changed).not.toContainText('Paused');
  expect((await push('Sandvik closes its old quay', 'urn:sandvik:push:2')).status()).toBe(202);
  await changed.getByRole('button', { name: 'Remove: Sandvik municipality' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  await expect(changed).toBeHidden();
  expect((await push('Sandvik sells its old quay', 'urn:sandvik:push:3')).status()).toBe(401);
});
