import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** Who may want to know what was written. */
export interface Listeners {
  /** To this event of the event hub: a webhook, a plugin, the host. */
  toEvent(name: string): boolean;
  /** To `afterCreate` of this type. */
  toCreation(uid: string): boolean;
}

const watched = new WeakMap<Core.Strapi, Listeners>();

type Subscribe = Core.Strapi['db']['lifecycles']['subscribe'];
const unwatched = new WeakMap<Core.Strapi, Subscribe>();

/**
 * For the plugin's own hooks: what they do after a creation the bulk writer does not need, so that no row is read again
 * for them.
 */
export function subscribeUnwatched(strapi: Core.Strapi, ...[subscriber]: Parameters<Subscribe>): void {
  (unwatched.get(strapi) ?? strapi.db.lifecycles.subscribe)(subscriber);
}

/** Where nobody has watched, everybody is told everything. */
export const listenersOf = (strapi: Core.Strapi): Listeners =>
  watched.get(strapi) ?? { toEvent: () => true, toCreation: () => true };

const subscriber = z.union([
  z.looseObject({ afterCreate: z.function().optional(), models: z.array(z.string()).optional() }),
  z.function(),
]);

/**
 * Keeps who listens, because neither the event hub nor the database tells, and an event costs a reading of its whole
 * entry with all relations: a quarter of a large import. To be called in `register`, before hosts and other plugins begin
 * to listen; the audit log of Strapi's paid editions begins earlier and is known by its license. Whoever has listened
 * once is told for ever.
 */
export function watchListeners(strapi: Core.Strapi): void {
  const events = new Set<string>();
  const types = new Set<string>();
  let hearsAllEvents = strapi.ee.features.isEnabled('audit-logs');
  let hearsAllTypes = false;
  const { eventHub } = strapi;
  const { on, subscribe } = eventHub;
  eventHub.on = (name, listener) => {
    events.add(name);
    return on(name, listener);
  };
  eventHub.subscribe = (listener) => {
    hearsAllEvents = true;
    return subscribe(listener);
  };
  const { lifecycles } = strapi.db;
  const subscribeToRows = lifecycles.subscribe;
  unwatched.set(strapi, subscribeToRows);
  lifecycles.subscribe = (given) => {
    const read = subscriber.safeParse(given).data;
    if (typeof read !== 'object') hearsAllTypes = true;
    else if (read.afterCreate !== undefined) {
      if (read.models === undefined) hearsAllTypes = true;
      for (const uid of read.models ?? []) types.add(uid);
    }
    return subscribeToRows(given);
  };
  watched.set(strapi, {
    toEvent: (name) => hearsAllEvents || events.has(name),
    toCreation: (uid) =>
      hearsAllTypes || types.has(uid) || strapi.db.metadata.get(uid).lifecycles?.afterCreate !== undefined,
  });
}
