/**
 * `npm run demo`: from a fresh clone to an imported story, its GraphQL answer and an admin that is left running.
 *
 *   npm run demo                  on the database of playground/data, until Ctrl-C
 *   npm run demo -- --once        on an empty database of its own; exit status 0 only if the answer is the expected one
 *   npm run demo -- --no-story    starts the admin and imports nothing
 *   npm run demo -- --port 4000   1337 when not given
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhatChanged } from './build.mjs';
import { PortTaken, startPlayground } from './start.mjs';

const STORY = new URL('story/', import.meta.url);
const read = (name) => readFileSync(new URL(name, STORY), 'utf8');

const copy = read('steam-ferry.txt');
const query = read('query.graphql');
const variables = { headline: copy.split('\n')[0] };

/** Imports the story as an editor's browser does: log in, send the pasted text and the picture, publish. */
async function importStory({ address, editor }) {
  const login = await request(`${address}/admin/login`, { json: editor });
  const form = new FormData();
  form.set('text', copy);
  form.set(
    'files',
    new Blob([readFileSync(new URL('steam-ferry.jpg', STORY))], { type: 'image/jpeg' }),
    'steam-ferry.jpg',
  );
  form.set('data', JSON.stringify({ publish: true }));
  const run = await request(`${address}/newswire/imports`, { form, token: login.data.token });
  return run.data.items;
}

async function request(url, { json, form, token }) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: json ? JSON.stringify(json) : form,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${answer.error?.message}`);
  return answer;
}

/** The Media Library gives every file a name of its own. */
const stable = (answer) => JSON.parse(JSON.stringify(answer).replace(/_[0-9a-f]{10}(?=\.jpe?g")/g, '_0123456789'));

async function main() {
  const { values: options } = parseArgs({
    options: { once: { type: 'boolean' }, port: { type: 'string' }, 'no-story': { type: 'boolean' } },
  });
  const port = Number(options.port ?? 1337);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error('--port is a number from 1 to 65535.');
  buildWhatChanged();

  if (options.once) return process.exit(await runOnce(port));

  const running = await startPlayground({ port });
  if (!options['no-story']) await tellStory(running);
  const { editor, address } = running;
  console.log(`\nThe admin is at ${address}/admin\n  e-mail    ${editor.email}\n  password  ${editor.password}`);
  console.log(`A front-end is at ${address}/site, its feed at ${address}/api/newswire/feeds/rss.`);
  console.log(`GraphQL is at ${address}/graphql, REST at ${address}/api/newswire/articles. Ctrl-C stops it.`);
}

/** On an empty database, which goes again whatever happens. */
async function runOnce(port) {
  const data = mkdtempSync(join(tmpdir(), 'newswire-demo-'));
  try {
    const running = await startPlayground({ port, data });
    const answer = await tellStory(running);
    await running.strapi.destroy();
    return compare(answer);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Imports the story, prints the query and gives its answer. */
async function tellStory(running) {
  for (const { outcome, title, error } of await importStory(running)) {
    console.log(`\nImport: ${outcome} – ${title}${error ? `\n${error.message}` : ''}`);
  }
  const answer = await request(`${running.address}/graphql`, { json: { query, variables } });
  console.log(`\n${query}\nvariables ${JSON.stringify(variables)}\n\n${JSON.stringify(answer, null, 2)}`);
  return answer;
}

function compare(answer) {
  try {
    assert.deepEqual(stable(answer), JSON.parse(read('answer.json')));
    console.log('\nThe answer is the expected one.');
    return 0;
  } catch (error) {
    console.error(`\nThe answer is not the expected one (playground/story/answer.json).\n${error.message}`);
    return 1;
  }
}

main().catch((error) => {
  console.error(error instanceof PortTaken ? `${error.message} (npm run demo -- --port 4000)` : error);
  process.exit(1);
});
