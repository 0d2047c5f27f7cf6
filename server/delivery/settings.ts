import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../contracts/uid';

/** What the plugin's configuration says about delivery (`config/plugins.js`, `newswire.config.delivery`). */
const settings = z.object({
  /** Relations are read for many rows at once; `false` leaves them to Strapi's own resolvers. */
  batching: z.boolean().default(true),
  /** How deep a GraphQL query may be, and how many entries a page may have, where the host has set neither. */
  maxDepth: z.int().positive().default(10),
  maxPageSize: z.int().positive().default(100),
  /** What a GraphQL query may cost (`limits/cost.ts`), counted before it is run. */
  maxCost: z.int().positive().default(20_000),
  /** Readers who ask the same at the same moment share one answer. */
  shareAnswers: z.boolean().default(true),
  /** For how many milliseconds more they do, unless something is written; 0 is only while it is being answered. */
  keepAnswersMs: z.int().nonnegative().max(5_000).default(250),
  /** For how long caches may keep a public answer; 0 is not at all. */
  cacheSeconds: z.int().nonnegative().max(86_400).default(30),
});

export type DeliverySettings = z.infer<typeof settings>;

/** Throws where the configuration says something that cannot be meant. */
export const deliverySettings = (strapi: Core.Strapi): DeliverySettings =>
  settings.parse(strapi.config.get(`plugin::${PLUGIN_ID}.delivery`) ?? {});
