import { expect } from '@playwright/test';
import { editor, session } from './desk';
import { test } from './test';

test('an editor logs in', async ({ page }) => {
  const { email, password } = editor();
  await page.goto('/admin');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password*', { exact: true }).fill(password);
  await page.getByLabel('Remember me').check();
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page.getByRole('link', { name: 'Newswire' })).toBeVisible();
  // Strapi's own announcement, which would stand in the pictures.
  await page.getByRole('button', { name: 'Close the banner.' }).click();
  await page.context().storageState({ path: session() });
});
