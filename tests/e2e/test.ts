import { test as base, type BrowserContext, type Page } from '@playwright/test';

/**
 * Lets Strapi's admin show its actions and panels at once.
 *
 * It shows them from `requestIdleCallback`, which Chromium without a screen may not call while nothing is drawn (measured:
 * for minutes, on an idle machine too). Where a browser has none, as Safari, Strapi takes a timer; so do the tests.
 */
export const showAtOnce = (pages: Page | BrowserContext): Promise<unknown> =>
  pages.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    Reflect.deleteProperty(globalThis, 'cancelIdleCallback');
  });

/** Playwright's `test`, whose page shows the admin at once. */
export const test = base.extend({
  page: async ({ page }, use) => {
    await showAtOnce(page);
    await use(page);
  },
});
