import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { asked } from '../asked';
import { mustBeRead } from '../reading/permitted';
import { sectionOf } from '../reading/sections';
import { atom } from './atom';
import type { FeedFormat } from './feed';
import { newsSitemap } from './news-sitemap';
import { ninjs } from './ninjs';
import { readFor } from './readers';
import { rss } from './rss';
import { siteOf } from './site';
import { publishedStory } from './story';

/** Readers of feeds add marks of their own to an address: what else is in it is passed over. */
const question = z.looseObject({ category: z.string().max(1000).optional() });

/** Stories in a feed that does not say otherwise. */
const LIMIT = 50;
const HOUR = 3_600_000;

/** `/api/newswire/feeds/…`: the latest stories of everything, or of a category and those below it. */
export const syndicationController = ({ strapi }: { strapi: Core.Strapi }) => {
  const feed = (format: FeedFormat) => async (ctx: Context) => {
    const now = new Date();
    const site = siteOf(strapi);
    const { category: named } = asked(question, ctx.query);
    await mustBeRead(strapi, ctx.state['auth'], { category: named });
    const category = named === undefined ? undefined : await sectionOf(strapi, named);
    const since = format.maxAgeHours === undefined ? undefined : new Date(now.getTime() - format.maxAgeHours * HOUR);
    const rows = await readFor(strapi, ctx.state['auth'], UID.article, {
      where: {
        ...(category ? { categories: { id: { $in: category.ids } } } : {}),
        ...(since ? newSince(since.toISOString()) : {}),
      },
      // As `newswireLatest` has them: what was published today from an archive stands where it belongs.
      orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
      limit: format.limit ?? LIMIT,
    });
    const stories = rows.map((row) => publishedStory(row, site));
    const url = `${String(strapi.config.get('server.absoluteUrl') ?? '')}${ctx.url}`;
    const text = format.write({ site, url, stories, ...(category ? { title: category.name } : {}) });
    answer(ctx, format, text);
  };
  return { rss: feed(rss), atom: feed(atom), ninjs: feed(ninjs), newsSitemap: feed(newsSitemap) };
};

/** By the time that stands in it, or at which its embargo ended: what was imported today from an archive is no news. */
const newSince = (since: string): Entity => ({
  listedAt: { $gte: since },
  $or: [
    { firstCreated: { $gte: since } },
    { firstCreated: { $null: true }, publishedAt: { $gte: since } },
    { embargoedUntil: { $gte: since } },
  ],
});

/** Who may keep it for how long, and whether it has changed, is said where it is for every answer (`caching/http.ts`). */
function answer(ctx: Context, format: FeedFormat, text: string): void {
  // Feeds are read by machines; nothing in them is ever to run.
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.status = 200;
  ctx.type = format.contentType;
  ctx.body = text;
}
