import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shareFirstStart } from './strapi';

const TESTS = resolve(__dirname, '..');
/** They start a server of their own; `.ci/run` sees to it that there is one to start. */
const NEEDS_REDIS = /redis[^/]*\.test\.ts$/;
const hasRedis = Boolean(process.env['NEWSWIRE_TEST_REDIS']);

/**
 * Runs the tests of a folder, or one part of them, as one file of Jest's: each still boots a Strapi of its own on a database
 * of its own, but the modules of Strapi are loaded once and its tables are copied: both take longer than most tests. Files
 * that replace modules are in `tests/alone`, since what is loaded cannot be replaced.
 */
export function together(folder: 'integration' | 'faults', part = 0, parts = 1): void {
  const files = readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && (hasRedis || !NEEDS_REDIS.test(name)))
    .sort();
  afterAll(shareFirstStart());
  for (const [at, name] of files.entries()) {
    if (at % parts !== part) continue;
    describe(name, () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- its tests belong into this `describe`
      require(join(TESTS, folder, name));
    });
  }
}
