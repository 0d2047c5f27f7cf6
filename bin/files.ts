import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

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
