import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../../contracts/uid';

/** The web site that shows the stories (`config/plugins.js`, `newswire.config.site`). */
const settings = z.object({
  /** The publication's name, in feeds and for search engines. */
  name: z.string().min(1).default('Newswire'),
  /** Where it is; this Strapi's own address when not given. No slash at the end. */
  url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')).optional(), // prettier-ignore
  /** The path of a story, with `{slug}` and, if wanted, `{documentId}`. */
  articlePath: z.string().startsWith('/').includes('{').default('/{slug}'),
  /** The language of feeds that mix several, and of stories that do not say theirs. BCP 47. */
  language: z.string().min(2).default('en'),
});

/** Addresses and names that the outgoing forms share. */
export interface Site {
  name: string;
  url: string;
  language: string;
  /** Where readers find a story. */
  articleUrl(story: { slug: string; documentId: string }): string;
  /** A file's address as others can fetch it. */
  fileUrl(path: string): string;
}

/** Throws where the configuration says something that cannot be meant. */
export function siteOf(strapi: Core.Strapi): Site {
  const config: unknown = strapi.config.get(`plugin::${PLUGIN_ID}.site`) ?? {};
  const { name, url, articlePath, language } = settings.parse(config);
  const home = String(strapi.config.get('server.absoluteUrl') ?? '').replace(/\/+$/, '');
  const site = url ?? home;
  return {
    name,
    url: site,
    language,
    articleUrl: ({ slug, documentId }) =>
      site +
      articlePath
        .replaceAll('{slug}', encodeURIComponent(slug))
        .replaceAll('{documentId}', encodeURIComponent(documentId)),
    fileUrl: (path) => (path.startsWith('/') ? home + path : path),
  };
}
