import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<true>();

/**
 * Runs the plugin's own reads that must see everything, in a request of the public too: to judge a row, to say why a
 * photo is not shown. What they read must never be answered with.
 */
export const unguarded = <T>(work: () => Promise<T>): Promise<T> => storage.run(true, work);

export const isUnguarded = (): boolean => storage.getStore() === true;
