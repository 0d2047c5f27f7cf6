import type { Core } from '@strapi/strapi';
import { isAway } from './retry';

/**
 * Keeps a process alive when the database goes away between a write and its events. Strapi reads a document anew after the
 * commit, to tell of it, and nobody awaits that (core, `document-service/events`; database, `transaction-context`): Node
 * ends a process for a promise that fails so, and with it every import, page and poll that would have waited.
 * It is known by its error, which a connection to something else may share (`ECONNREFUSED`); what is no lost connection
 * ends the process as before. Answers what takes this back.
 */
export function outliveUnawaited(strapi: Core.Strapi): () => void {
  const heard = (reason: unknown): void => {
    if (isAway(reason)) {
      strapi.log.error(`newswire: the database went away before Strapi had told of a write: ${String(reason)}`);
      return;
    }
    // With a listener Node leaves the end to it; where others listen as well, it is theirs.
    if (process.listenerCount('unhandledRejection') === 1) throw reason;
  };
  process.on('unhandledRejection', heard);
  return () => process.off('unhandledRejection', heard);
}
