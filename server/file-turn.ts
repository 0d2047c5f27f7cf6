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
