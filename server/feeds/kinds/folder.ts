import { constants } from 'node:fs';
import { mkdir, open, opendir, realpath, rename, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { MAX_INPUT_BYTES, type Input } from '../../importer/read';
import { FeedError, type Arrival, type PolledKind } from './kind';

/** A file that is being written has another size or time at the next poll. Both are kept as "size:time", by name. */
const cursor = z.object({
  seen: z.record(z.string(), z.string()).default({}),
  taken: z.record(z.string(), z.string()).default({}),
});

/** The most names that are looked at, and the most files and bytes that are taken at once. */
const MAX_NAMES = 10_000;
const MAX_FILES = 100;
const MAX_BYTES = 4 * MAX_INPUT_BYTES;

/** When a file was seen for the first time, it is looked at again after so many seconds. */
const SETTLE_SECONDS = 10;

/** Names of files that somebody is still writing, and hidden ones. */
const PARTIAL = /^\.|\.(?:tmp|temp|part|partial|filepart|crdownload|swp)$|~$/i;

/** Where files go that were taken, and those that nothing can be read of. */
const DONE = 'done';
const FAILED = 'failed';

/** A directory on the server that others put files into. */
export const folder: PolledKind = {
  refuses: [],

  async poll({ location, cursor: kept, afterwards }, { folders }) {
    const directory = await allowedDirectory(location, folders);
    const { seen, taken } = cursor.parse(kept ?? {});
    const files = (await listed(directory)).filter(({ name, stamp }) => taken[name] !== stamp);
    const settled = files.filter(({ name, stamp }) => seen[name] === stamp);
    const { chosen, large } = chooseSome(settled);
    const inputs: Input[] = [];
    for (const file of chosen) {
      const bytes = await contentOf(join(directory, file.name), file.stamp);
      if (bytes) inputs.push({ name: file.name, bytes });
    }
    const finish = (unreadable: readonly string[]) => moveAll(directory, inputs, [...unreadable, ...large]);
    const isMoved = afterwards === 'move';
    const names = new Set([...inputs.map(({ name }) => name), ...large]);
    const here = new Map(files.map(({ name, stamp }) => [name, stamp]));
    const stillHere = (name: string) => here.has(name) || taken[name] !== undefined;
    const next = {
      seen: Object.fromEntries(here),
      taken: isMoved
        ? {}
        : {
            ...Object.fromEntries(Object.entries(taken).filter(([name]) => stillHere(name))),
            ...Object.fromEntries([...names].map((name) => [name, here.get(name) ?? ''])),
          },
    };
    const isMore = settled.length > chosen.length + large.length;
    const isSettling = files.length > settled.length || inputs.length < chosen.length;
    return {
      inputs,
      cursor: next,
      ...(isMore ? { againSeconds: 0 } : isSettling ? { againSeconds: SETTLE_SECONDS } : {}),
      ...(isMoved ? { taken: finish } : {}),
      ...(large.length === 0 ? {} : { problem: tooLarge(large) }),
    } satisfies Arrival;
  },
};

/** The directory, where the operator lets feeds watch in it. Links are followed first: none leads out of it. */
export async function allowedDirectory(location: string, folders: readonly string[]): Promise<string> {
  const directory = await realpath(location).catch(() => undefined);
  if (directory === undefined || !(await stat(directory)).isDirectory()) {
    throw new FeedError('no-such-folder', 'There is no such directory on the server. Check the path.');
  }
  for (const allowed of folders) {
    const root = await realpath(allowed).catch(() => undefined);
    if (root !== undefined && (directory === root || directory.startsWith(root.endsWith(sep) ? root : root + sep))) {
      return directory;
    }
  }
  throw new FeedError(
    'folder-not-allowed',
    'Feeds may not watch this directory. Ask the operator to name it in the option feeds.folders.',
  );
}

interface Listed {
  name: string;
  size: number;
  stamp: string;
}

async function listed(directory: string): Promise<Listed[]> {
  const files: Listed[] = [];
  let names = 0;
  for await (const entry of await opendir(directory)) {
    names += 1;
    if (names > MAX_NAMES) break;
    if (!entry.isFile() || PARTIAL.test(entry.name)) continue;
    const found = await stat(join(directory, entry.name)).catch(() => undefined);
    if (found) files.push({ name: entry.name, size: found.size, stamp: stampOf(found) });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const stampOf = ({ size, mtimeMs }: { size: number; mtimeMs: number }): string => `${size}:${Math.trunc(mtimeMs)}`;

function chooseSome(files: readonly Listed[]): { chosen: Listed[]; large: string[] } {
  const large = files.filter(({ size }) => size > MAX_INPUT_BYTES).map(({ name }) => name);
  const chosen: Listed[] = [];
  let bytes = 0;
  for (const file of files) {
    if (file.size > MAX_INPUT_BYTES) continue;
    if (chosen.length >= MAX_FILES || bytes + file.size > MAX_BYTES) break;
    bytes += file.size;
    chosen.push(file);
  }
  return { chosen, large };
}

/** The bytes of a file; undefined where it is not the file that was seen: gone, a link, or written to again. */
async function contentOf(path: string, stamp: string): Promise<Uint8Array | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined);
  if (!file) return undefined;
  try {
    if (stampOf(await file.stat()) !== stamp) return undefined;
    const bytes = await file.readFile();
    return stampOf(await file.stat()) === stamp ? bytes : undefined;
  } finally {
    await file.close();
  }
}

async function moveAll(directory: string, inputs: readonly Input[], failed: readonly string[]): Promise<void> {
  const isFailed = new Set(failed);
  const names = new Set([...inputs.map(({ name }) => name), ...failed]);
  for (const name of names) {
    const place = join(directory, isFailed.has(name) ? FAILED : DONE);
    try {
      await mkdir(place, { recursive: true });
      const isTaken = await stat(join(place, name)).then(() => true, () => false); // prettier-ignore
      await rename(join(directory, name), join(place, isTaken ? `${Date.now()}-${name}` : name));
    } catch {
      throw new FeedError(
        'cannot-move',
        `Files of this directory cannot be moved to "${DONE}" in it. Let the server write there, or let it remember them.`,
      );
    }
  }
}

const tooLarge = (names: readonly string[]) => ({
  code: 'too-large',
  message: `${names[0] ?? ''} is larger than ${MAX_INPUT_BYTES / 1024 / 1024} MB. Split it, or import it with the command line.`,
});
