import { readFile } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A process may have a thousand files open where nobody has allowed it more. */
const AT_ONCE = 50;

/** All files at or under a path, in path order, links followed; undefined where there is nothing. */
export async function filesUnder(path: string): Promise<string[] | undefined> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return undefined;
  if (!info.isDirectory()) return [path];
  const found: string[] = [];
  await collect(path, found, new Set());
  return found;
}

/** `entered` are the real paths of the folders so far: a link that leads back into one of them would never end. */
async function collect(folder: string, found: string[], entered: Set<string>): Promise<void> {
  const real = await realpath(folder);
  if (entered.has(real)) return;
  entered.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (!kind) process.stderr.write(`newswire: the link "${path}" leads to no file or folder, and is left out.\n`);
    else if (kind.isDirectory()) await collect(path, found, entered);
    else if (kind.isFile()) found.push(path);
  }
}

/** The bytes of each file, in the order of the paths. Files of a story's size are read by a callback in half the time. */
export async function bytesOf(paths: readonly string[]): Promise<Buffer[]> {
  const read: Buffer[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    read.push(...(await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => whole(path)))));
  }
  return read;
}

const whole = promisify(readFile);
