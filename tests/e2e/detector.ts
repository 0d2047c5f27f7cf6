import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

declare global {
  function newswireDormant(): string[];
  function newswirePutAsHtml(texts: readonly string[]): Promise<string[]>;
  function newswireTextsOfXml(source: string): string[];
}

/** What has run, or would run at a touch, in the pages of a context. */
export interface Detector {
  /** The pages in which a script of a payload has run. */
  readonly ran: string[];
  /** What in a page, its frames included, would run at a touch: handlers, and addresses that are scripts. */
  dormant(page: Page): Promise<string[]>;
}

/** To be set up before the first page is opened. */
export async function detector(context: BrowserContext): Promise<Detector> {
  const ran: string[] = [];
  await context.exposeBinding('newswireRan', ({ page }) => {
    ran.push(page.url());
  });
  await context.addInitScript({ path: join(__dirname, 'in-page.js') });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      ran.push(`a dialog in ${page.url()}`);
      void dialog.dismiss();
    });
  });
  return {
    ran,
    async dormant(page) {
      return (await Promise.all(page.frames().map((frame) => frame.evaluate(() => newswireDormant())))).flat();
    },
  };
}

/** An empty page without any content security policy. */
export async function openCareless(page: Page): Promise<void> {
  await page.route('https://careless.example/**', (route) =>
    route.request().url().endsWith('/page')
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Careless</title><main></main>' })
      : route.fulfill({ status: 404, body: '' }),
  );
  await page.goto('https://careless.example/page');
}

/** What becomes of texts in a front-end that escapes nothing: those which would have run. */
export async function putAsHtml(context: BrowserContext, texts: readonly string[]): Promise<string[]> {
  const page = await context.newPage();
  await openCareless(page);
  const flagged = await page.evaluate((given) => newswirePutAsHtml(given), texts);
  await page.close();
  return flagged;
}
