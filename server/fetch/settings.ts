import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../contracts/uid';

const settings = z.object({
  fetch: z
    .object({
      /** Hosts that feeds and photos may be fetched from although their addresses are private: "wire.intranet:8080". */
      allowHosts: z.array(z.string()).default([]),
    })
    .prefault({}),
});

/** The hosts that the operator lets be asked, wherever they are (`newswire.config.fetch.allowHosts`). */
export const allowedHosts = (strapi: Core.Strapi): readonly string[] =>
  settings.parse(strapi.config.get(`plugin::${PLUGIN_ID}`) ?? {}).fetch.allowHosts;
