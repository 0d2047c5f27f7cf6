import { resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { copy, headline, photo } from './desk';
import { test } from './test';

const IMAGES = resolve(__dirname, '../../docs/images');
const ARTICLES = '/admin/content-manager/collection-types/plugin::newswire.article';
const PHOTOS = '/admin/content-manager/collection-types/plugin::newswire.photo';
const SUBHEADLINE = 'Volunteers worked on the Havdronning for eleven years';

/** `NEWSWIRE_SCREENSHOTS=1` takes the README's pictures anew; other runs leave the tree clean. */
async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['NEWSWIRE_SCREENSHOTS'] !== '1') return;
  await page.screenshot({ path: resolve(IMAGES, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** What a front-end reads, without any login. */
async function storyForReaders(page: Page): Promise<unknown> {
  const query = `query Story($headline: String!) {
    newswireArticles(filters: { headline: { eq: $headline } }) {
      subheadline creditLine categories { name } photos { photo { byline creditLine copyrightHolder } }
    }
  }`;
  const answer = await page.request.post('/graphql', { data: { query, variables: { headline } } });
  const { data }: { data: { newswireArticles: unknown[] } } = await answer.json();
  return data.newswireArticles[0];
}

/** Strapi gives its side panels no name of their own: it is found by its heading. */
const credits = (page: Page): Locator =>
  page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Credits & copyright' }) });

test.describe.configure({ mode: 'serial' });

test('an editor pastes a story, corrects it in the preview and imports it as a draft', async ({ page }) => {
  await page.goto(ARTICLES);
  await page.getByRole('link', { name: 'Import wire copy' }).click();
  await page.getByLabel('Wire copy').fill(copy);
  await page.getByLabel('Choose files').setInputFiles(photo);
  await expectAccessible(page, 'main');
  await page.getByRole('button', { name: 'Preview' }).click();

  const story = page.getByRole('region', { name: headline });
  const shot = story.getByRole('region', { name: 'Photo 1' });
  await expect(story.getByText('New: it would be created.')).toBeVisible();
  await expect(story.getByLabel('Headline', { exact: true }).first()).toHaveValue(headline);
  await expect(story.getByRole('region', { name: 'As it came in' })).toContainText('Marta Eikeland / AP');
  await expect(shot.getByLabel('Credit line')).toHaveValue('Marta Eikeland / AP');
  await expect(shot.getByRole('img')).toBeVisible();
  await screenshot(page, 'import-preview');
  await expectAccessible(page, 'main');

  await story.getByRole('button', { name: '4 more fields' }).first().click();
  await story.getByLabel('Subheadline').fill(SUBHEADLINE);
  await expect(story.getByText('Corrected', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Import as draft' }).click();

  await expect(page.getByRole('link', { name: headline })).toBeVisible();
  await expectAccessible(page, 'main');
  expect(await storyForReaders(page)).toBeUndefined();
});

test('the same copy again changes nothing, and says so before and after', async ({ page }) => {
  await page.goto('/admin/plugins/newswire/import');
  await page.getByLabel('Wire copy').fill(copy);
  await page.getByLabel('Choose files').setInputFiles(photo);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('Already received: nothing would change.')).toBeVisible();
  await page.getByRole('button', { name: 'Import as draft' }).click();
  await expect(page.getByText('Skipped', { exact: true })).toBeVisible();
  await page.goto('/admin/plugins/newswire');
  await expect(page.getByRole('heading', { name: 'Newswire imports' })).toBeVisible();
  await expectAccessible(page, 'main');
});

test('an editor takes the agency’s usual credit in the panel and publishes; readers get it', async ({ page }) => {
  await page.goto(ARTICLES);
  await page.getByText(headline).click();
  const panel = credits(page);
  await panel.getByRole('button', { name: 'Credit line: use AFP’s usual line' }).click();
  await expect(panel.getByLabel('Credit line', { exact: true })).toHaveValue('AFP');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved document')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published document')).toBeVisible();
  await expectAccessible(page, 'aside:has(#newswire-creditLine)');

  expect(await storyForReaders(page)).toMatchObject({
    subheadline: SUBHEADLINE,
    creditLine: 'AFP',
    categories: [{ name: 'International News' }, { name: 'Travel & Transport' }],
  });
});

test('an edited photo credit stands beside the delivered one, and one click goes back to it', async ({ page }) => {
  await page.goto(PHOTOS);
  await page.getByText('The steam ferry Havdronning leaves the quay').click();
  const panel = credits(page);
  const credit = panel.getByLabel('Credit line', { exact: true });
  await credit.fill('Eikeland / AP Photo');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved document')).toBeVisible();
  await expect(panel.getByText('As delivered: Marta Eikeland / AP')).toBeVisible();
  expect(await storyForReaders(page)).toMatchObject({
    photos: [{ photo: { byline: 'Marta Eikeland', creditLine: 'Eikeland / AP Photo' } }],
  });
  // The notice goes by itself, on a slow machine before a click on its button.
  await expect(page.getByText('Saved document')).toBeHidden();
  await panel.scrollIntoViewIfNeeded();
  await screenshot(page, 'credits-panel');

  await panel.getByRole('button', { name: 'Credit line: go back to the delivered line' }).click();
  await expect(credit).toHaveValue('Marta Eikeland / AP');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved document').last()).toBeVisible();
  expect(await storyForReaders(page)).toMatchObject({ photos: [{ photo: { creditLine: 'Marta Eikeland / AP' } }] });
});

test('many photos get one copyright holder at once, after a look at old and new', async ({ page }) => {
  await page.goto(PHOTOS);
  const selected = page.getByRole('row').filter({ hasText: 'The steam ferry' }).getByRole('checkbox');
  await selected.check();
  await page.getByRole('button', { name: 'Set credit and copyright' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set credit and copyright' });
  await dialog.getByRole('checkbox', { name: 'Change: Copyright holder' }).check();
  await dialog.getByRole('textbox', { name: 'Copyright holder' }).fill('AP Images, Oslo');
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Show old and new' }).click();
  await expect(dialog.getByRole('row').filter({ hasText: 'AP Images, Oslo' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Change 1 entry' }).click();
  await expect(dialog).toBeHidden();
  expect(await storyForReaders(page)).toMatchObject({
    photos: [{ photo: { copyrightHolder: 'AP Images, Oslo' } }],
  });
});

test('a story can be imported with the keyboard alone', async ({ page }) => {
  const tabTo = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The control was not reached in 80 presses of Tab.');
  };
  await page.goto('/admin/plugins/newswire/import');
  const paste = page.getByLabel('Wire copy');
  await expect(paste).toBeVisible();
  await tabTo(paste);
  await page.keyboard.insertText(
    'Bakers of Vestvik agree on a common oven\n\nVESTVIK, Norway (AFP) — Four bakers will share one oven from June.\n\n© 2026 AFP',
  );
  await tabTo(page.getByRole('button', { name: 'Preview' }));
  await page.keyboard.press('Enter');
  const importAsDraft = page.getByRole('button', { name: 'Import as draft' });
  await expect(importAsDraft).toBeVisible();
  await tabTo(importAsDraft);
  await page.keyboard.press('Enter');
  const article = page.getByRole('link', { name: 'Bakers of Vestvik agree on a common oven' });
  await expect(article).toBeVisible();
  // Strapi's tables are grids: arrows move between the cells, and into one that holds a single link or button.
  const cells = page.getByRole('gridcell');
  await tabTo(cells.first());
  await page.keyboard.press('ArrowDown');
  await expect(cells.nth(3).getByRole('button')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(4)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(article).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Headline*')).toHaveValue('Bakers of Vestvik agree on a common oven');
});
