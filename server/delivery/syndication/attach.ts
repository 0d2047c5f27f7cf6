import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import type { Context, Next } from 'koa';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { articleLd, photoLd } from './json-ld';
import { readFor, type Auth, type OutgoingUid } from './readers';
import { siteOf, type Site } from './site';
import { publishedPhoto, publishedStory } from './story';

const WRITE: Record<OutgoingUid, (row: Entity, site: Site) => object> = {
  [UID.article]: (row, site) => articleLd(publishedStory(row, site), site),
  [UID.photo]: (row, site) => photoLd(publishedPhoto(row, site)),
};

/** GraphQL's names of the types that have `jsonLd`. */
const TYPES: Record<OutgoingUid, string> = { [UID.article]: 'NewswireArticle', [UID.photo]: 'NewswirePhoto' };

/** The structured data of documents, by id; undefined for what this reader may not see. Two or three reads, however many. */
async function jsonLdOf(
  strapi: Core.Strapi,
  auth: Auth,
  uid: OutgoingUid,
  documentIds: readonly string[],
): Promise<Map<string, object>> {
  const where = { documentId: { $in: [...documentIds] }, ...(uid === UID.article ? { publishedAt: { $notNull: true } } : {}) }; // prettier-ignore
  const rows = await readFor(strapi, auth, uid, { where });
  const site = siteOf(strapi);
  return new Map(rows.map((row) => [String(row['documentId']), WRITE[uid](row, site)]));
}

interface Extension {
  use(make: (tools: { nexus: Nexus }) => { types: unknown[] }): void;
}
interface Nexus {
  extendType(config: { type: string; definition(t: { field(name: string, config: object): void }): void }): unknown;
}

/** Adds `jsonLd` to articles and photos in GraphQL; all of one answer are read together. Must run in `register()`. */
export function addJsonLdToGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql') as Core.Plugin | undefined;
  if (!graphql) return;
  const requests = new WeakMap<object, Map<OutgoingUid, DataLoader<string, object | null>>>();
  const loaderOf = (context: GraphqlContext, uid: OutgoingUid) => {
    const loaders = requests.get(context) ?? new Map<OutgoingUid, DataLoader<string, object | null>>();
    requests.set(context, loaders);
    const made =
      loaders.get(uid) ??
      new DataLoader<string, object | null>(async (ids) => {
        const found = await jsonLdOf(strapi, context.state.auth, uid, ids);
        return ids.map((id) => found.get(id) ?? null);
      });
    loaders.set(uid, made);
    return made;
  };
  const resolverOf = (uid: OutgoingUid) => (parent: Entity, _: unknown, context: GraphqlContext) =>
    loaderOf(context, uid).load(String(parent['documentId']));
  (graphql.service('extension') as Extension).use(({ nexus }) => ({
    types: ([UID.article, UID.photo] as const).map((uid) =>
      nexus.extendType({
        type: TYPES[uid],
        definition: (t) =>
          t.field('jsonLd', {
            type: 'JSON',
            description: 'schema.org structured data (JSON-LD), ready for a script element.',
            resolve: resolverOf(uid),
          }),
      }),
    ),
  }));
}

interface GraphqlContext {
  state: { auth: Auth };
}

/** Lets REST readers ask for `?jsonLd=true`. Must run in `register()`. */
export function addJsonLdToRest(strapi: Core.Strapi): void {
  const paths = /^\/(?:newswire\/)?(?:articles|photos)(?:\/:id)?$/;
  strapi.contentAPI.addQueryParams({
    jsonLd: {
      schema: (z) => z.enum(['true', 'false']).optional(),
      // The routes are the same objects when Strapi starts again in one process, and have it already then.
      matchRoute: ({ path, method, request }) =>
        method === 'GET' && paths.test(path) && !('jsonLd' in (request?.query ?? {})),
    },
  });
}

/** A route's middleware, `plugin::newswire.json-ld`: adds `jsonLd` to each article or photo of an answer that asked for it. */
export const withJsonLd =
  ({ uid }: { uid: OutgoingUid }, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    if (ctx.query['jsonLd'] !== 'true' || ctx.status !== 200) return;
    const { data } = ctx.body as { data?: Entity | Entity[] | null };
    const entries = Array.isArray(data) ? data : data ? [data] : [];
    const ids = entries.map(({ documentId }) => String(documentId));
    const found = await jsonLdOf(strapi, ctx.state['auth'], uid, ids);
    for (const entry of entries) entry['jsonLd'] = found.get(String(entry['documentId'])) ?? null;
  };
