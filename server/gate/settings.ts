import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../contracts/uid';

/** A name of a header or query argument, as HTTP has them. */
const name = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);

/** The rights part of the plugin's configuration (`config/plugins.js`, `newswire.config.rights`). */
const settings = z.object({
  /** What happens when something is published that may not be shown: `strict` refuses, `warn` lets an editor confirm. */
  mode: z.enum(['strict', 'warn']).default('warn'),
  /** What must be known of an item before anything of it is shown, beside what its agency demands. */
  demand: z.array(z.enum(['credit', 'rights'])).default([]),
  /** Where the reader's country is told. Absent: the newsroom does not judge by place. */
  territory: z.object({ header: name.optional(), argument: name.optional() }).optional(),
  /** How often, in seconds, what time has changed is judged anew. Nothing is shown too long meanwhile. */
  everySeconds: z.number().min(1).max(86_400).default(60),
  /** The folder that keeps the files of killed photos, outside of what is served. Absent: `private/newswire` beside the public folder. */
  vault: z.string().min(1).optional(),
});

export type RightsSettings = z.infer<typeof settings>;

const known = new WeakMap<Core.Strapi, RightsSettings>();

/** Throws where the configuration says something that cannot be meant. */
export function rightsSettings(strapi: Core.Strapi): RightsSettings {
  const found = known.get(strapi) ?? settings.parse(strapi.config.get(`plugin::${PLUGIN_ID}.rights`) ?? {});
  known.set(strapi, found);
  return found;
}
