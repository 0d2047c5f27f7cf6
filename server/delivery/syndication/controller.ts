import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { nextBoundary } from '../caching/boundary';
import { cacheControl } from '../caching/control';
import { deliverySettings } from '../settings';
import { atom } from './atom';
import type { FeedFormat } from './feed';
import { newsSitemap } from './news-sitemap';
import { ninjs } from './ninjs';
import { readFor } from './readers';
import { rss } from './rss';
import { siteOf } from './site';
import { publishedStory } from './story';

/** Stories in a feed that does not say otherwise. */
const LIMIT = 50;
const HOUR = 3_600_000;
/** Categories may nest this deep. */
const MAX_DEPTH = 10;

/** `/api/newswire/feeds/…`: the latest stories of everything, or of a category and those below it. */
export const syndicationController = ({ strapi }: { strapi: Core.Strapi }) => {
  const feed = (format: FeedFormat) => async (ctx: Context) => {
    const now = new Date();
    const site = siteOf(strapi);
    const category = await categoryOf(strapi, ctx.query['category']);
    const since = format.maxAgeHours === undefined ? undefined : new Date(now.getTime() - format.maxAgeHours * HOUR);
    const rows = await readFor(strapi, ctx.state['auth'], UID.article, {
      where: {
        ...(category ? { categories: { id: { $in: category.ids } } } : {}),
        // By the time that stands in it: what was imported today from an archive is no news.
        ...(since
          ? {
              $or: [
                { firstCreated: { $gte: since.toISOString() } },
                { firstCreated: { $null: true }, publishedAt: { $gte: since.toISOString() } },
              ],
            }
          : {}),
      },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      limit: format.limit ?? LIMIT,
    });
    const stories = rows.map((row) => publishedStory(row, site));
    const url = `${String(strapi.config.get('server.absoluteUrl') ?? '')}${ctx.url}`;
    const text = format.write({ site, url, stories, ...(category ? { title: category.name } : {}) });
    const end = await nextBoundary(strapi, now);
    answer(ctx, format, text, cacheControl(deliverySettings(strapi).cacheSeconds, end));
  };
  return { rss: feed(rss), atom: feed(atom), ninjs: feed(ninjs), newsSitemap: feed(newsSitemap) };
};

function answer(ctx: Context, format: FeedFormat, text: string, control: string): void {
  ctx.set('Cache-Control', control);
  ctx.set('ETag', `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`);
  // Feeds are read by machines; nothing in them is ever to run.
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.status = 200;
  ctx.type = format.contentType;
  if (ctx.fresh) ctx.status = 304;
  else ctx.body = text;
}

async function categoryOf(strapi: Core.Strapi, slug: unknown): Promise<{ name: string; ids: number[] } | undefined> {
  if (slug === undefined) return undefined;
  const categories = strapi.db.query(UID.category);
  const found = typeof slug === 'string' ? ((await categories.findOne({ where: { slug } })) as Entity | null) : null;
  if (!found) {
    throw new errors.NotFoundError('There is no such category. Give the slug of one, or leave it out.', {
      code: 'no-such-category',
    });
  }
  const ids = [Number(found['id'])];
  let level = ids;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const below = (await categories.findMany({
      select: ['id'],
      where: { parent: { id: { $in: level } } },
    })) as Entity[];
    level = below.map(({ id }) => Number(id)).filter((id) => !ids.includes(id));
    ids.push(...level);
  }
  return { name: String(found['name']), ids };
}
