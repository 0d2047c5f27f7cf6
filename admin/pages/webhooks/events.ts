import { EVENTS } from '../../../contracts/events';

export type EventKey = keyof typeof EVENTS;

/** In the order in which the form shows them. */
export const EVENT_KEYS: readonly EventKey[] = [
  'articleKilled',
  'articleCorrected',
  'articleEmbargoLifted',
  'articleRightsChanged',
  'photoKilled',
];

/** Which of our events a webhook is told. */
export const ourEvents = (events: readonly string[]): EventKey[] =>
  EVENT_KEYS.filter((key) => events.includes(EVENTS[key]));

/** The events of Strapi, which its own form knows. */
export const otherEvents = (events: readonly string[]): string[] =>
  events.filter((event) => !EVENT_KEYS.some((key) => EVENTS[key] === event));
