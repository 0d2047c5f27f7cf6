import type { Core } from '@strapi/strapi';
import { keepArticlesFound } from './keep';
import { startSearch, type Backfill } from './start';

const running = new WeakMap<Core.Strapi, Backfill>();

/** The search index as a part of the plugin that starts and stops with it. */
export const keepSearch = {
  /** To be called before `watchListeners`: the bulk writer tells of many rows at once, and need not of each. */
  listen(strapi: Core.Strapi): void {
    keepArticlesFound(strapi);
  },

  async start(strapi: Core.Strapi): Promise<void> {
    running.set(strapi, await startSearch(strapi));
  },

  /** Ends when every article that was there at the start is in the index. */
  whole: (strapi: Core.Strapi): Promise<void> => running.get(strapi)?.finished ?? Promise.resolve(),

  async stop(strapi: Core.Strapi): Promise<void> {
    running.get(strapi)?.stop();
    await keepSearch.whole(strapi);
    running.delete(strapi);
  },
};
