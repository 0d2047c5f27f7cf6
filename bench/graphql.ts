/**
 * How fast the public reads: a front page over GraphQL beside the same query on Strapi's own resolvers, the same at
 * every size of the database, search, and 200 requests a second for a minute. All on 127.0.0.1, in one run.
 *
 *     npm run bench:graphql                                              SQLite, a million stories
 *     NEWSWIRE_TEST_DATABASE=postgres npm run bench:graphql -- 100000    PostgreSQL, fewer
 */
import type { Core } from '@strapi/strapi';
import { Worker } from 'node:worker_threads';
import { PUBLIC_READS } from '../tests/support/newsroom';
import { databaseKind, inPlace, timed } from './place';
import { seedRows } from './graphql-rows';

const SMALL = 1_000;
const RUNS = 100;
/** Questions before the measured ones: the engine compiles what is asked often. */
const WARM = 200;
const RATE = 200;

const FRONT_PAGE = `{
  newswireArticles(sort: "versionCreated:desc", pagination: { limit: 25 }) {
    documentId headline slug abstract creditLine versionCreated
    agency { name }
    categories { name slug }
    photos { caption photo { caption byline creditLine copyrightNotice image { url width height formats } } }
    commentsCount
  }
}`;
const latest = (args: string) => `{ newswireLatest${args} { nodes { headline slug } pageInfo { endCursor } } }`;
const search = (text: string) =>
  `{ newswireSearch(text: ${JSON.stringify(text)}) { nodes { headline slug } pageInfo { endCursor } } }`;

const QUESTIONS: Record<string, string> = {
  'front page': FRONT_PAGE,
  latest: latest(''),
  'latest of a category': latest('(category: "section-7")'),
  'latest of an agency': latest('(agency: "agency2")'),
  'search for a word of every story': search('ferry'),
  'search for a word of one story in 500': search('w123'),
  'search for two words and a phrase': search('w77 "ferry leaves"'),
  'search for a beginning': search('w12*'),
};

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 1_000_000);
  let own = NaN;
  process.env['NEWSWIRE_CONFIG'] = JSON.stringify({ delivery: { batching: false } });
  await inPlace(async ({ strapi }) => {
    const address = await serve(strapi);
    await grant(strapi);
    await seedRows(strapi, 0, SMALL);
    own = await median(address, FRONT_PAGE, RUNS);
  });
  delete process.env['NEWSWIRE_CONFIG'];
  await inPlace(async ({ strapi }) => {
    const address = await serve(strapi);
    await grant(strapi);
    await seedRows(strapi, 0, SMALL);
    const small = await medians(address);
    console.log(`\n${databaseKind}, ${SMALL} stories`);
    print(small, {});
    console.log(`front page on Strapi's own resolvers   ${own.toFixed(1)} ms   ${(own / (small['front page'] ?? NaN)).toFixed(1)} times as long`); // prettier-ignore
    const seconds = await timed(() => seedRows(strapi, SMALL, count));
    console.log(`\n${databaseKind}, ${count} stories (written in ${seconds.toFixed(0)} s)`);
    print(await medians(address), small);
    await load(address);
  });
}

async function serve(strapi: Core.Strapi): Promise<string> {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((listening) => httpServer.listen(0, '127.0.0.1', listening));
  const address = httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}/graphql`;
}

async function grant(strapi: Core.Strapi): Promise<void> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const action of PUBLIC_READS) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
}

async function medians(address: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, query] of Object.entries(QUESTIONS)) found[name] = await median(address, query, RUNS);
  return found;
}

/** An empty answer is fast, and measures nothing. */
function full(name: string, text: string): void {
  const found = text.match(/"headline"/g)?.length ?? 0;
  if (found < 2) throw new Error(`${name} found ${found} stories: ${text.slice(0, 300)}`);
}

async function median(address: string, query: string, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs + WARM; run += 1) {
    const seconds = await timed(async () => {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        // Another question each time: no answer is shared.
        body: JSON.stringify({ query: `${query} # ${run}` }),
      });
      const text = await response.text();
      if (response.status !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 500));
      if (run === 0) full(query, text);
    });
    if (run >= WARM) times.push(seconds * 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function print(times: Record<string, number>, before: Record<string, number>): void {
  for (const [name, ms] of Object.entries(times)) {
    const ratio = before[name] ? `   ${(ms / before[name]).toFixed(2)} times ${SMALL} stories` : '';
    console.log(`${name.padEnd(38)} ${ms.toFixed(1)} ms${ratio}`);
  }
}

/** Asks at a steady rate, from a thread of its own, whatever the answers take. */
const READERS = `
const { workerData, parentPort } = require('node:worker_threads');
const { address, query, rate, seconds, method } = workerData;
const [url, init] = method === 'GET'
  ? [address + '?query=' + encodeURIComponent(query), { headers: { 'apollo-require-preflight': 'true' } }]
  : [address, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) }];
const times = []; let errors = 0; let first; let open = 0; let sent = 0; const total = rate * seconds; const start = performance.now();
async function ask() {
  open += 1; const began = performance.now();
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    if (response.status !== 200 || text.includes('"errors"')) { errors += 1; first ??= response.status + ' ' + text.slice(0, 200); }
    times.push(performance.now() - began);
  } catch (error) { errors += 1; first ??= String(error.cause ?? error); }
  open -= 1;
  if (sent === total && open === 0) { times.sort((a, b) => a - b); parentPort.postMessage({ sent, errors, first, seconds: (performance.now() - start) / 1000, median: times[times.length >> 1], p99: times[Math.floor(times.length * 0.99)] }); }
}
const timer = setInterval(() => {
  const due = Math.min(total, Math.floor((performance.now() - start) / 1000 * rate));
  while (sent < due) { sent += 1; void ask(); }
  if (sent === total) clearInterval(timer);
}, 5);
`;

async function load(address: string): Promise<void> {
  const seconds = Number(process.env['BENCH_SECONDS'] ?? 60);
  for (const method of ['GET', 'POST']) {
    const workerData = { address, query: FRONT_PAGE, rate: RATE, seconds, method };
    const result = await new Promise((done, fail) => {
      const worker = new Worker(READERS, { eval: true, workerData });
      worker.once('message', done);
      worker.once('error', fail);
    });
    console.log(`\n${RATE} front pages a second for ${seconds} s over ${method}:`, result);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
