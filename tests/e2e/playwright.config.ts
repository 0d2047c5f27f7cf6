import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const PORT = Number(process.env['NEWSWIRE_E2E_PORT'] ?? 4138);
const ROOT = resolve(__dirname, '../..');

// This file is read by the runner and by every worker: the first makes the folder, the others find it.
const data = (process.env['NEWSWIRE_E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'newswire-e2e-')));

/** The built plugin in the playground's Strapi, on an empty SQLite database, in the system's Chromium. */
export default defineConfig({
  testDir: __dirname,
  outputDir: join(ROOT, 'test-results'),
  globalTeardown: join(__dirname, 'teardown.ts'),
  // One editor, one database: the tests follow each other.
  workers: 1,
  timeout: 180_000,
  // Chromium and Strapi share the cores of a CI machine with nothing else, but these may be few and slow.
  expect: { timeout: 30_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env['CI']),
  webServer: {
    command: `node playground/demo.mjs --no-story --port ${PORT}`,
    cwd: ROOT,
    env: {
      PLAYGROUND_DATA: data,
      // All readers of a run come from one address.
      NEWSWIRE_CONFIG: JSON.stringify({ comments: { flood: { address: { points: 10_000 } } } }),
    },
    url: `http://127.0.0.1:${PORT}/_health`,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
  },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording takes a third of the time of all tests.
    trace: process.env['NEWSWIRE_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'log in', testMatch: 'log-in.setup.ts' },
    {
      name: 'desk',
      testMatch: '*.spec.ts',
      dependencies: ['log in'],
      use: { storageState: join(data, 'session.json') },
    },
  ],
});
