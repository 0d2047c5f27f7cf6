import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../contracts/uid';

const settings = z.object({
  feeds: z
    .object({
      /** This process polls feeds. Any number may: each feed is polled by one of them at a time. */
      poll: z.boolean().default(true),
      /** The directories in which folder feeds may watch; none when not given. */
      folders: z.array(z.string()).default([]),
      /** A feed is stopped after so many failures in a row. */
      stopAfter: z.int().min(1).max(1000).default(10),
      /** A poll whose process has died is taken over after so many seconds. */
      leaseSeconds: z.number().min(5).max(3600).default(60),
      /** An answer that takes longer is given up. */
      timeoutSeconds: z.number().min(1).max(600).default(60),
    })
    .prefault({}),
});

export type FeedSettings = z.infer<typeof settings>['feeds'];

/** The feeds' part of the plugin's configuration (`newswire.config.feeds`). */
export const feedSettings = (strapi: Core.Strapi): FeedSettings =>
  settings.parse(strapi.config.get(`plugin::${PLUGIN_ID}`) ?? {}).feeds;
