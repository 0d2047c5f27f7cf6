/** What is being done to each file, by its hash in the Media Library. */
const last = new Map<string, Promise<unknown>>();

/**
 * Changes a file of the Media Library when everything else that this process does to it is done: who writes a credit into a
 * file that is being taken away meanwhile would put it back. Must not be called within itself. Another process may still be
 * at the same file: look again after writing.
 */
export function inFileTurn<T>(hash: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(hash) ?? Promise.resolve()).then(work);
  const done = mine
    .catch(() => undefined)
    .then(() => {
      if (last.get(hash) === done) last.delete(hash);
    });
  last.set(hash, done);
  return mine;
}

/** Nobody waits longer: what is done to a file may itself ask for the file. */
const MOST_WAITED_MS = 2000;

/**
 * Resolves when nothing is being done to files of these hashes, or after two seconds. A file that is replaced between its
 * size and its bytes is sent with the size of the one and the bytes of the other (koa-send: `stat`, then `createReadStream`).
 */
export async function turnsOver(hashes: readonly string[]): Promise<void> {
  const turns = hashes.flatMap((hash) => last.get(hash) ?? []);
  if (turns.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, MOST_WAITED_MS)));
  await Promise.race([Promise.all(turns), patience]);
  clearTimeout(timer);
}
