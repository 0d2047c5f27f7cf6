import type { Core } from '@strapi/strapi';
import type { ItemResult } from '../progress';
import { flagNear } from './flag';

/** What of a step has a text that is new; after an interruption also what the step had written before it. */
const WRITTEN: ReadonlySet<string> = new Set(['created', 'updated', 'corrected']);

/**
 * Flags what a step of an import has written, before the step counts as done: whoever takes an interrupted run up does it
 * again. A story is never lost for it.
 */
export async function flagResults(
  strapi: Core.Strapi,
  results: readonly ItemResult[],
  isResumed: boolean,
): Promise<void> {
  const articles = results.flatMap(({ outcome, targets: [target] }) =>
    target?.type === 'article' && (WRITTEN.has(outcome) || isResumed) ? [target.documentId] : [],
  );
  try {
    await flagNear(strapi, [...new Set(articles)]);
  } catch (error) {
    strapi.log.error(`newswire: doubles of ${articles.length} stories could not be looked for: ${String(error)}`);
  }
}
