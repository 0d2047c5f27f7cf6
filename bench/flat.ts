/**
 * The importer beside a million stories: how fast stories are written into a database that is kept
 * (`NEWSWIRE_BENCH_DATABASE`) and into an empty one, and how long the preview of a pasted story takes.
 *
 *     NEWSWIRE_TEST_DATABASE=postgres NEWSWIRE_BENCH_DATABASE=newswire_million npm run bench:flat [-- STORIES]
 */
import type { Core } from '@strapi/strapi';
import { spawnSync } from 'node:child_process';
import { ninjs } from '../tests/support/wire';
import { plainText } from './fixtures-text';
import { databaseKind, inPlace, timed } from './place';
import { markup, stories } from './stories';

const ROUNDS = 60;

interface Measured {
  articles: number;
  speed: number;
  preview: number;
}

async function measure(strapi: Core.Strapi, count: number): Promise<Measured> {
  const importer = strapi.plugin('newswire').service('importer');
  const about = `flat-${Date.now()}`;
  const send = (from: number, some: number): Promise<unknown> => {
    const inputs = stories(some).map((story, n) => {
      const photo = { uri: `urn:${about}:photo:${from + n}`, type: 'picture', description_text: story.photo.caption };
      return ninjs({
        uri: `urn:${about}:${from + n}`,
        headline: `${story.headline} (${about} ${from + n})`,
        body_html: markup(story),
        associations: { main: { ...photo, byline: story.photo.byline } },
      });
    });
    return importer.import(inputs, { origin: 'cli', publish: true, decisions: [] });
  };
  await send(0, 400);
  const seconds = await timed(() => send(400, count));
  const times: number[] = [];
  for (const story of stories(ROUNDS + 5)) {
    const bytes = Buffer.from(plainText(story));
    times.push(await timed(() => importer.preview([{ name: '', bytes }])));
  }
  const sorted = times.slice(5).sort((a, b) => a - b);
  return {
    articles: Number(await strapi.db.query('plugin::newswire.article').count()),
    speed: count / seconds,
    preview: (sorted[Math.floor(sorted.length / 2)] ?? NaN) * 1000,
  };
}

/** Each in a process of its own, by turns, because the machine may be busy with other work. */
function compare(count: number, kept: string): void {
  const best = new Map<string, Measured>();
  for (const round of ['empty', 'kept', 'empty', 'kept']) {
    const { NEWSWIRE_BENCH_DATABASE: _kept, ...env } = process.env;
    const { stdout, status, stderr } = spawnSync(process.execPath, [__filename, String(count), 'measure'], {
      env: round === 'kept' ? { ...env, NEWSWIRE_BENCH_DATABASE: kept } : env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
    const before = best.get(round);
    best.set(round, {
      articles: measured.articles,
      speed: Math.max(measured.speed, before?.speed ?? 0),
      preview: Math.min(measured.preview, before?.preview ?? Infinity),
    });
    const { articles, speed, preview } = measured;
    process.stdout.write(
      `${databaseKind}, ${articles} rows of articles: ${Math.round(speed)} stories/s, preview ${preview.toFixed(1)} ms at the median\n`,
    );
  }
  const ratio = (best.get('kept')?.speed ?? 0) / (best.get('empty')?.speed ?? 1);
  process.stdout.write(`of the speed into an empty one: ${ratio.toFixed(2)}\n`);
}

const count = Number(process.argv[2] ?? 2000);
const kept = process.env['NEWSWIRE_BENCH_DATABASE'];
if (process.argv[3] === 'measure') {
  void inPlace(async ({ strapi }) => {
    process.stdout.write(`${JSON.stringify(await measure(strapi, count))}\n`);
  });
} else if (kept === undefined) throw new Error('NEWSWIRE_BENCH_DATABASE names no database.');
else compare(count, kept);
