import { readFile } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A process may have a thousand files open where nobody has allowed it more. */
const AT_ONCE = 50;

/** All files at or under a path, in path order; undefined where there is nothing. */
export async function filesUnder(path: string): Promise<string[] | undefined> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return undefined;
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) found.push(...((await filesUnder(join(path, entry.name))) ?? []));
    else if (entry.isFile()) found.push(join(path, entry.name));
  }
  return found;
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
