let last: Promise<unknown> = Promise.resolve();

/**
 * Changes files of the Media Library one after the other in this process: who writes a credit into a file that is being
 * taken away meanwhile would put it back. Must not be called within itself. Another process may still be at the same
 * file: look again after writing.
 */
export function inFileTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
