import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violation of WCAG 2.1 A or AA in a part of the page. Soft: the journey goes on and every finding is told. */
export async function expectAccessible(page: Page, part: string): Promise<void> {
  await page.locator(part).first().waitFor();
  await page.evaluate(SETTLED);
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  expect.soft(found, part).toEqual([]);
}

/**
 * Dialogs fade in: until then their words have less contrast than they will have. What turns for ever does not count. For the
 * page, whose types the tests do not have.
 */
const SETTLED = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished),
).then(() => undefined)`;
