/**
 * Where a benchmark runs: a Strapi with the plugin from its sources, on a database of its own that goes with it, or on
 * one that is kept (`NEWSWIRE_BENCH_DATABASE`: a database of the server, or a folder for SQLite).
 */
import { createStrapi, type Core } from '@strapi/strapi';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import newswire from '../server/index';
import { createDatabase, databaseKind, keptDatabase, type TestDatabase } from '../tests/support/database';

const PLAYGROUND = resolve(__dirname, '../../playground');

export interface Place {
  strapi: Core.Strapi;
  /** For files of the benchmark; goes when it ends. */
  folder: string;
}

/** Boots Strapi, works, and leaves nothing behind but a database that is kept. */
export async function inPlace(
  work: (place: Place) => Promise<void>,
  kept: string | undefined = process.env['NEWSWIRE_BENCH_DATABASE'],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'newswire-bench-'));
  const data = kept !== undefined && databaseKind === 'sqlite' ? resolve(kept) : folder;
  const database = await databaseOf(kept);
  const plugin = join(folder, 'plugin');
  await writePlugin(plugin);
  await mkdir(join(data, 'public', 'uploads'), { recursive: true });
  Object.assign(process.env, {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PLAYGROUND_DATA: data,
    NEWSWIRE_PLUGIN: plugin,
    // Doubles are looked for after the writing: invented stories are all alike, and would measure nothing else.
    NEWSWIRE_CONFIG: process.env['NEWSWIRE_CONFIG'] ?? JSON.stringify({ nearDuplicates: false }),
    ...database.env,
  });
  const strapi = createStrapi({ appDir: PLAYGROUND, distDir: PLAYGROUND, autoReload: false, serveAdminPanel: false });
  try {
    await strapi.load();
    await work({ strapi, folder });
  } finally {
    await strapi.destroy();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The plugin as Strapi loads it, from a folder, and yet the one of this process: what a benchmark takes from the sources
 * keeps who writes in the same module (`audit/events.ts`) that Strapi's hooks ask.
 */
async function writePlugin(folder: string): Promise<void> {
  const here = 'newswire.bench.plugin';
  Object.assign(globalThis, { [Symbol.for(here)]: newswire });
  await mkdir(folder);
  await writeFile(join(folder, 'strapi-server.js'), `module.exports = globalThis[Symbol.for('${here}')];\n`);
  const manifest = { name: 'newswire-bench', private: true, strapi: { kind: 'plugin', name: 'newswire' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}

const databaseOf = (kept: string | undefined): Promise<TestDatabase> =>
  kept === undefined ? createDatabase() : keptDatabase(kept);

/** Seconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export { databaseKind };
