import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { AdminContext as Context } from '../admin-context';
import { feedRequest, type FeedRequest, type FeedsResponse } from '../../contracts/feeds';
import { PERMISSIONS } from '../../contracts/permissions';
import { FetchError } from '../fetch/errors';
import { checkedUrl } from '../fetch/safe-fetch';
import { allowedHosts } from '../fetch/settings';
import { getService } from '../get-service';
import type { FeedRow } from './feed';
import { allowedDirectory } from './kinds/folder';
import { FeedError } from './kinds/kind';

export const feedsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => getService(strapi, 'feeds');

  return {
    async find(ctx: Context) {
      const [data, agencies] = await Promise.all([service().list(), service().agencies()]);
      const meta = { agencies, folders: [...service().folders], mayPublish: mayPublish(ctx) };
      ctx.body = { data, meta } satisfies FeedsResponse;
    },

    async create(ctx: Context) {
      const request = await requestOf(strapi, ctx);
      if (!mayRoute(ctx, request)) return;
      ctx.body = await service().create(request);
      ctx.status = 201;
    },

    async update(ctx: Context) {
      const feed = await feedOf(strapi, ctx);
      const request = await requestOf(strapi, ctx, feed);
      if (!mayRoute(ctx, request)) return;
      ctx.body = { data: await service().update(feed, request) };
    },

    async remove(ctx: Context) {
      await service().remove((await feedOf(strapi, ctx)).documentId);
      ctx.status = 204;
    },

    async fetch(ctx: Context) {
      const feed = await feedOf(strapi, ctx);
      if (feed.kind === 'push') {
        throw new errors.ApplicationError('This feed is sent to us; there is nothing to fetch.', { code: 'is-push' });
      }
      const data = await service().fetchNow(feed);
      if (!data) {
        throw new errors.ApplicationError('This feed is being fetched already. Look again in a moment.', {
          code: 'is-being-fetched',
        });
      }
      ctx.body = { data };
    },

    async pause(ctx: Context) {
      ctx.body = { data: await service().pause((await feedOf(strapi, ctx)).documentId) };
    },

    async resume(ctx: Context) {
      ctx.body = { data: await service().resume((await feedOf(strapi, ctx)).documentId) };
    },

    async token(ctx: Context) {
      const feed = await feedOf(strapi, ctx);
      if (feed.kind !== 'push') {
        throw new errors.ApplicationError('Only a push feed has a token.', { code: 'is-no-push' });
      }
      ctx.body = await service().renewToken(feed.documentId);
    },
  };
};

async function feedOf(strapi: Core.Strapi, ctx: Context): Promise<FeedRow> {
  const feed = await getService(strapi, 'feeds').row(ctx.params['documentId'] ?? '');
  if (!feed)
    throw new errors.NotFoundError('There is no such feed. It may have been removed.', { code: 'no-such-feed' });
  return feed;
}

function mayPublish(ctx: Context): boolean {
  const ability = ctx.state['userAbility'] as { can(action: string): boolean } | undefined;
  return ability?.can(PERMISSIONS.publishOnImport) ?? false;
}

function mayRoute(ctx: Context, { publish }: FeedRequest): boolean {
  const may = !publish || mayPublish(ctx);
  if (!may) ctx.forbidden('You may not let a feed publish. Let it make drafts.', { code: 'may-not-publish' });
  return may;
}

/** The request, checked; where it cannot work it is refused now, not at the first poll. */
async function requestOf(strapi: Core.Strapi, ctx: Context, feed?: FeedRow): Promise<FeedRequest> {
  const parsed = feedRequest.safeParse(ctx.request.body);
  if (!parsed.success) {
    throw new errors.ValidationError('A feed needs a name, a kind, and an interval from 10 seconds to a day.', {
      code: 'invalid-feed',
      // What was entered may be a secret: only where it is wrong is told.
      fields: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))],
    });
  }
  const request = parsed.data;
  if (feed && feed.kind !== request.kind) {
    throw new errors.ValidationError('The kind of a feed cannot be changed. Make a new feed.', {
      code: 'kind-changed',
    });
  }
  try {
    if (request.kind === 'http') checkSecret(feed, request, checkedUrl(request.location, allowedHosts(strapi)));
    if (request.kind === 'folder') await allowedDirectory(request.location, getService(strapi, 'feeds').folders);
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof FeedError)) throw error;
    throw new errors.ValidationError(error.message, { code: error.code, fields: ['location'] });
  }
  return request;
}

/** A stored password goes to the host it was entered for: whoever may edit a feed may not send it elsewhere. */
function checkSecret(feed: FeedRow | undefined, { signIn }: FeedRequest, url: URL): void {
  if (!feed?.secret || signIn.kind !== 'keep') return;
  if (URL.canParse(feed.location) && new URL(feed.location).origin === url.origin) return;
  throw new FeedError('secret-for-another', 'The feed comes from another host now. Enter its password again.');
}
