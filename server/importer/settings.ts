import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../contracts/uid';

/** The importer's part of the plugin's configuration (`config/plugins.js`, `newswire.config`). */
const settings = z.object({
  /** Large imports use the bulk writer; `false` sends every story through the Document Service. */
  bulk: z.boolean().default(true),
  /** An import of more stories than this is large. */
  bulkFrom: z.int().nonnegative().default(50),
  /** An import of more items than this goes on in the background. */
  inlineItems: z.int().nonnegative().default(20),
  /** After this many seconds without progress another process takes an import over: its own has died. */
  leaseSeconds: z.number().positive().max(3600).default(30),
});

export type Settings = z.infer<typeof settings>;

/** Throws where the configuration says something that cannot be meant. */
export const settingsOf = (strapi: Core.Strapi): Settings =>
  settings.parse(strapi.config.get(`plugin::${PLUGIN_ID}`) ?? {});
