import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../contracts/uid';

/** True for the address of a Redis server, with or without a password. */
const isRedisUrl = (text: string): boolean => /^rediss?:\/\/\S+$/.test(text) && URL.canParse(text);

/** The importer's part of the plugin's configuration (`config/plugins.js`, `newswire.config`). */
const settings = z.object({
  /** Large imports use the bulk writer; `false` sends every story through the Document Service. */
  bulk: z.boolean().default(true),
  /** An import of more stories than this is large. */
  bulkFrom: z.int().nonnegative().default(50),
  /** An import of more items than this goes on in the background. */
  inlineItems: z.int().nonnegative().default(20),
  /** Stories that look like one that is there are flagged. */
  nearDuplicates: z.boolean().default(true),
  /** After this many seconds without progress another process takes an import over: its own has died. */
  leaseSeconds: z.number().positive().max(3600).default(30),
  /** Where several instances share the work; without it each process works on what it finds in the database. */
  redisUrl: z
    .string()
    .refine(isRedisUrl, 'it must be the address of a Redis server: redis://host:6379, or rediss:// over TLS.')
    .optional(),
  /** `false`: this instance leaves background imports to others (`newswire worker`). */
  worker: z.boolean().default(true),
});

export type Settings = z.infer<typeof settings>;

/** Throws where the configuration says something that cannot be meant. The message holds no value: one may be secret. */
export function checkedSettings(config: unknown): Settings {
  const read = settings.safeParse(config ?? {});
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'config'}: ${message}`);
  throw new Error(`newswire cannot start with its configuration in config/plugins. ${wrong.join('; ')}`);
}

export const settingsOf = (strapi: Core.Strapi): Settings => checkedSettings(strapi.config.get(`plugin::${PLUGIN_ID}`));
