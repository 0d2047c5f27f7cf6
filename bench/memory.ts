/**
 * The most memory that the import of one archive takes, above that of the idle process.
 *
 *     npm run bench:memory [-- STORIES]            100,000 stories of 6 KB, SQLite
 *     NEWSWIRE_TEST_DATABASE=postgres npm run bench:memory
 */
import type { Core } from '@strapi/strapi';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseKind, inPlace, timed } from './place';

/** Written by a process of its own, so that this one stays idle. */
const [, , count = '100000', isWriter, path = ''] = process.argv;

const resident = (): number => process.memoryUsage.rss() / 1e6;

async function measure(strapi: Core.Strapi, archive: string): Promise<void> {
  const importer = strapi.plugin('newswire').service('importer');
  global.gc?.();
  const idle = resident();
  let most = idle;
  const watch = setInterval(() => (most = Math.max(most, resident())), 20);
  let counts = {};
  let megabytes = 0;
  const seconds = await timed(async () => {
    const bytes = await readFile(archive);
    megabytes = bytes.length / 1e6;
    const run = await importer.import([{ name: 'wire.zip', bytes }], { origin: 'cli', publish: true, decisions: [] });
    counts = run.data.counts;
  });
  clearInterval(watch);
  process.stdout.write(
    `${databaseKind}: ${JSON.stringify(counts)} from an archive of ${megabytes.toFixed(0)} MB in ${seconds.toFixed(0)} s, ` +
      `${Math.round(Number(count) / seconds)}/s; idle ${idle.toFixed(0)} MB, at most ${most.toFixed(0)} MB: ` +
      `${(most - idle).toFixed(0)} MB above idle\n`,
  );
}

async function main(): Promise<void> {
  if (isWriter === 'write') {
    const { writeArchive } = await import('./archive');
    return writeArchive(path, Number(count));
  }
  await inPlace(async ({ strapi, folder }) => {
    const archive = join(folder, 'wire.zip');
    const { status } = spawnSync(process.execPath, [__filename, count, 'write', archive], { stdio: 'inherit' });
    if (status !== 0) throw new Error('The archive could not be written.');
    await measure(strapi, archive);
  });
}

void main();
