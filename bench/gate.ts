/**
 * What the gate costs: the same reads of the public with it and without it, by turns, in one run. Wanted: at most 1.10.
 *
 *     npm run bench:gate                                                           SQLite, a fresh database
 *     NEWSWIRE_TEST_DATABASE=postgres NEWSWIRE_BENCH_DATABASE=my_million npm run bench:gate
 */
import type { Core } from '@strapi/strapi';
import { UID } from '../contracts/uid';
import { documentsOf, type Entity } from '../server/documents';
import { ninjs } from '../tests/support/wire';
import { databaseKind, inPlace } from './place';
import { markup, stories } from './stories';

const FRESH_STORIES = 2000;
const ROUNDS = 60;
/** Of which the first are not counted: code is compiled, caches are filled. */
const WARM = 10;
const PAGE = { limit: 25, start: 0 } as const;

type Read = (strapi: Core.Strapi) => Promise<unknown>;

const articles = (strapi: Core.Strapi) => documentsOf(strapi, UID.article);
const withPhotos = { photos: { populate: { photo: true } }, categories: true, agency: true };

const reads = (slug: string): Record<string, Read> => ({
  'the latest 25 articles': (strapi) =>
    articles(strapi).findMany({ status: 'published', sort: 'versionCreated:desc', ...PAGE }),
  'a front page: 25 with photos, categories, agency': (strapi) =>
    articles(strapi).findMany({ status: 'published', sort: 'versionCreated:desc', populate: withPhotos, ...PAGE }),
  'an article by its slug': (strapi) =>
    articles(strapi).findMany({ status: 'published', filters: { slug }, populate: withPhotos, ...PAGE }),
  '25 photos': (strapi) => documentsOf(strapi, UID.photo).findMany({ sort: 'id:desc', ...PAGE }),
  'the number of articles': (strapi) => articles(strapi).count({ status: 'published' }),
});

/** As Strapi runs it for a request of the public. Outside of any request, nothing is guarded. */
function asPublic(strapi: Core.Strapi, read: Read): Promise<unknown> {
  const request = { path: '/api/newswire/articles', state: {}, query: {}, get: () => '', vary: () => undefined };
  return new Promise((done, failed) => {
    void strapi.requestContext.run(request as never, async () => {
      await read(strapi).then(done, failed);
    });
  });
}

async function measure(strapi: Core.Strapi): Promise<void> {
  const found = (await strapi.db.query(UID.article).findOne({
    select: ['slug'],
    where: { publishedAt: { $notNull: true } },
    orderBy: { id: 'desc' },
  })) as Entity;
  for (const [name, read] of Object.entries(reads(String(found['slug'])))) {
    const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
        const began = performance.now();
        await (way === 'with' ? asPublic(strapi, read) : read(strapi));
        if (round >= WARM) times[way].push(performance.now() - began);
      }
    }
    const [guarded, open] = [median(times.with), median(times.without)];
    const ratio = (guarded / open).toFixed(2);
    console.log(
      `${ratio.padStart(5)}  ${guarded.toFixed(2).padStart(8)} ms  ${open.toFixed(2).padStart(8)} ms  ${name}`,
    );
  }
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

async function fill(strapi: Core.Strapi): Promise<void> {
  if ((await strapi.db.query(UID.article).count()) > 0) return;
  const inputs = stories(FRESH_STORIES).map((story, n) =>
    ninjs({
      uri: `urn:gate:${n}`,
      headline: `${story.headline} ${n}`,
      body_html: markup(story),
      versioncreated: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
      associations: { main: { uri: `urn:gate:photo:${n}`, type: 'picture', description_text: story.photo.caption } },
    }),
  );
  await strapi.plugin('newswire').service('importer').import(inputs, { origin: 'cli', publish: true, decisions: [] });
}

async function main(): Promise<void> {
  await inPlace(async ({ strapi }) => {
    await fill(strapi);
    const count = await strapi.db.query(UID.article).count();
    console.log(`${databaseKind}, ${count} rows of articles: ratio, with the gate, without (medians)`);
    await measure(strapi);
  });
}

void main();
