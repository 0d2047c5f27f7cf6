import type { Run, RunResponse } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { TestStrapi } from './strapi';
import { ninjs } from './wire';

/** What a run is given: so many stories, so many files that nobody can read, so many stories a second time. */
export interface Load {
  about: string;
  good: number;
  broken?: number;
  again?: number;
  publish?: boolean;
}

/** Stories are in files of so many, as feeds bring them. */
const FILE_ITEMS = 50;

export function inputsOf({ about, good, broken = 0, again = 0 }: Load): { name: string; bytes: Buffer }[] {
  const stories = Array.from({ length: good + again }, (_, n) =>
    ninjs({
      uri: `urn:${about}:${n % good}`,
      headline: `${about} ${n % good}`,
      // A few categories, so that they are shared and new ones come up in the middle.
      service: [{ name: `Harbour ${Math.floor((n % good) / 400)}` }],
    }).bytes.toString(),
  );
  const inputs = [];
  for (let at = 0; at < stories.length; at += FILE_ITEMS) {
    const lines = stories.slice(at, at + FILE_ITEMS).join(',');
    inputs.push({ name: `feed-${at}.json`, bytes: Buffer.from(`[${lines}]`) });
  }
  for (let n = 0; n < broken; n += 1) {
    inputs.push({
      name: `cut-off-${n}.json`,
      bytes: Buffer.from(`{"uri":"urn:${about}:broken:${n}","headline":"Cut o`),
    });
  }
  return inputs;
}

interface Importer {
  start(inputs: unknown, options: unknown): Promise<RunResponse>;
  findRun(documentId: string): Promise<RunResponse | undefined>;
}

export const importerOf = ({ strapi }: TestStrapi): Importer => strapi.plugin('newswire').service('importer');

/** Begins a run with this load; `work` is where other processes are given it. */
export async function begin(app: TestStrapi, load: Load): Promise<Run> {
  const options = { origin: 'cli', publish: load.publish ?? false, decisions: [] };
  return (await importerOf(app).start(inputsOf(load), options)).data;
}

export async function stateOf(app: TestStrapi, { documentId }: Run): Promise<RunResponse['data']> {
  const run = await importerOf(app).findRun(documentId);
  if (!run) throw new Error(`The run ${documentId} is gone.`);
  return run.data;
}

/** Waits until something holds; a database that is away for a while does not matter. */
export async function until(holds: () => Promise<boolean>, seconds: number, pauseMs = 50): Promise<void> {
  let last: unknown;
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    try {
      if (await holds()) return;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((later) => setTimeout(later, pauseMs));
  }
  throw new Error(`It did not come true in ${seconds} s.`, { cause: last });
}

export async function finished(app: TestStrapi, run: Run, seconds: number): Promise<RunResponse['data']> {
  await until(async () => !['pending', 'running'].includes((await stateOf(app, run)).state), seconds, 200);
  return stateOf(app, run);
}

/** How many items have been written or refused so far. */
export const booked = (app: TestStrapi): Promise<number> => app.strapi.db.query(UID.wireItem).count();

/** Every good item is there once, every bad one is in quarantine, the run's counts add up, nothing is left over. */
export async function expectExactlyOnce(app: TestStrapi, run: RunResponse['data'], load: Load): Promise<void> {
  const { about, good, broken = 0, again = 0, publish = false } = load;
  const { db } = app.strapi;
  const where = { uri: { $startsWith: `urn:${about}:` } };
  const count = (uid: string, more: object): Promise<number> => db.query(uid).count({ where: { ...where, ...more } });
  const ofThis = { run: { documentId: run.documentId } };
  // What was refused without being broken, and why: no fault of the machine is the fault of an item.
  const refused = (await db.query(UID.wireItem).findMany({
    select: ['id', 'error'],
    where: { outcome: 'quarantined', inputName: { $notContains: 'cut-off' }, ...ofThis },
  })) as { error: unknown }[];
  const rows = await db.query(UID.article).findMany({ select: ['id', 'uri'], where: { ...where, publishedAt: null } });
  expect({
    state: run.state,
    done: run.done,
    total: run.total,
    counts: run.counts,
    sum: Object.values(run.counts).reduce((all, one) => all + one, 0),
    drafts: rows.length,
    uris: new Set(rows.map((row) => row.uri)).size,
    published: await count(UID.article, { publishedAt: { $notNull: true } }),
    ledger: await count(UID.wireItem, { outcome: 'created' }),
    quarantine: await db.query(UID.wireItem).count({ where: { outcome: 'quarantined', ...ofThis } }),
    refused: refused.map(({ error }) => error),
    inputs: await db.query(UID.importInput).count(),
  }).toEqual({
    state: 'finished',
    done: good + broken + again,
    total: good + broken + again,
    counts: {
      created: good,
      ...(broken > 0 ? { quarantined: broken } : {}),
      ...(again > 0 ? { skipped: again } : {}),
    },
    sum: good + broken + again,
    drafts: good,
    uris: good,
    published: publish ? good : 0,
    ledger: good,
    quarantine: broken,
    refused: [],
    inputs: 0,
  });
}
