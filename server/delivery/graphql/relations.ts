import type { Core } from '@strapi/strapi';
import { linkOf } from '../link';
import { askOnce, loadRelated, type Asked } from './loaders';
import { graphqlService, modelOf, type Args, type GraphqlContext, type Info, type Related, type Resolver } from './plugin'; // prettier-ignore
import type { Order, RelatedParams } from './related-rows';

const FILE = 'plugin::upload.file';

/**
 * Resolvers for every relation, component and file of a type, in place of Strapi's, which read one parent at a time.
 * Arguments, permissions (`resolversConfig`, set by Strapi's own type builder), sanitising and signed addresses stay as
 * Strapi has them (`plugin-graphql`, `builders/resolvers/association`); what cannot be batched goes to Strapi's own.
 */
export function batchedResolvers(strapi: Core.Strapi, uid: string): Record<string, { resolve: Resolver }> {
  const { attributes } = modelOf(strapi, uid);
  const { shadowCRUD } = graphqlService(strapi, 'extension');
  const isShown = (name: string, target: string) =>
    shadowCRUD(uid).field(name).hasOutputEnabled() && shadowCRUD(target).isEnabled();
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]): [string, { resolve: Resolver }][] => {
      const target = attribute.type === 'media' ? FILE : (attribute.component ?? attribute.target);
      if (typeof target !== 'string' || attribute.private || !isShown(name, target)) return [];
      if (attribute.type === 'component') {
        return linkOf(strapi, uid, name) ? [[name, { resolve: componentResolver(strapi, uid, name, target) }]] : [];
      }
      if (!linkOf(strapi, uid, name)) return [];
      const isMany = attribute.multiple === true || attribute.relation?.endsWith('Many') === true;
      const related = relationResolver(strapi, uid, name, target);
      if (!isMany) return [[name, { resolve: related(({ value }) => value) }]];
      return [
        [name, { resolve: related(({ nodes }) => nodes ?? []) }],
        [`${name}_connection`, { resolve: related((all) => all) }],
      ];
    }),
  );
}

/** What is answered of a relation; of none of this a promise more than needed is made, since each row asks. */
type Answer = (related: Related) => unknown;

function relationResolver(
  strapi: Core.Strapi,
  uid: string,
  name: string,
  target: string,
): (answer: Answer) => Resolver {
  const original = graphqlService(strapi, 'builders')
    .get('content-api')
    .buildAssociationResolver({ contentTypeUID: uid, attributeName: name });
  return (answer) => (parent, args, context, info) => {
    const published = publishedWhere(strapi, target, args, context, info);
    const id = parent['id'];
    if (!published || typeof id !== 'number') return original(parent, args, context, info).then(answer);
    return ask(strapi, { uid, name, target }, args, context, published).then((asked) => {
      if (!asked) return original(parent, args, context, info).then(answer);
      return loadRelated(strapi, context, asked, id).then((rows) => {
        const about = { args: asked.params, resourceUID: target };
        return answer(asked.link.many ? { nodes: rows, info: about } : { value: rows[0] ?? null, info: about });
      });
    });
  };
}

function componentResolver(strapi: Core.Strapi, uid: string, name: string, target: string): Resolver {
  const original = graphqlService(strapi, 'builders')
    .get('content-api')
    .buildComponentResolver({ contentTypeUID: uid, attributeName: name });
  return (parent, args, context, info) => {
    const id = parent['id'];
    if (typeof id !== 'number') return original(parent, args, context, info);
    return ask(strapi, { uid, name, target }, args, context, {}).then((asked) => {
      if (!asked) return original(parent, args, context, info);
      return loadRelated(strapi, context, asked, id).then((rows) => (asked.link.many ? rows : (rows[0] ?? null)));
    });
  };
}

interface Field {
  uid: string;
  name: string;
  target: string;
}

/** The arguments as conditions of a read; undefined where only Strapi's own resolver can read what is asked. */
function ask(strapi: Core.Strapi, field: Field, args: Args, context: GraphqlContext, published: object) {
  const key = JSON.stringify([field.uid, field.name, args, published]);
  return askOnce(context, key, async (): Promise<Asked | undefined> => {
    const { auth } = context.state;
    const contentType = modelOf(strapi, field.target);
    const { transformArgs } = graphqlService(strapi, 'builders').utils;
    const given = transformArgs(args, { contentType, usePagination: true });
    // Strapi's own signatures are made for its own calls: `auth` is whatever the strategy has left in the state.
    const check = strapi.contentAPI as unknown as ContentApi;
    await check.validate.query(given, contentType, { auth });
    const sanitised = await check.sanitize.query(given, contentType, { auth });
    const transform = strapi.get('query-params').transform as (uid: string, query: Args) => Args;
    const link = linkOf(strapi, field.uid, field.name);
    const params = readable(strapi, field.target, transform(field.target, sanitised));
    if (!link || !params) return undefined;
    const where = [published, params.where].filter((one) => one !== undefined && Object.keys(one).length > 0);
    return { link, params: where.length === 0 ? params : { ...params, where: { $and: where } } };
  });
}

interface ContentApi {
  validate: { query(query: Args, type: unknown, options: { auth: unknown }): Promise<unknown> };
  sanitize: { query(query: Args, type: unknown, options: { auth: unknown }): Promise<Args> };
}

/** Sorting through a relation, or by what is no column, is left to Strapi. */
function readable(strapi: Core.Strapi, target: string, query: Args): RelatedParams | undefined {
  const { where, orderBy, limit, offset, ...others } = query;
  if (['_q', 'groupBy', 'filters', 'populate'].some((name) => name in others)) return undefined;
  const orders = ordersOf(strapi, target, orderBy);
  if (!orders) return undefined;
  return {
    ...(typeof where === 'object' && where !== null ? { where } : {}),
    ...(orders.length > 0 ? { orderBy: orders } : {}),
    ...(typeof limit === 'number' ? { limit } : {}),
    ...(typeof offset === 'number' ? { offset } : {}),
  };
}

function ordersOf(strapi: Core.Strapi, target: string, orderBy: unknown): Order[] | undefined {
  const { attributes } = strapi.db.metadata.get(target);
  const orders: Order[] = [];
  for (const order of Array.isArray(orderBy) ? (orderBy as unknown[]) : orderBy ? [orderBy] : []) {
    if (typeof order !== 'object' || order === null) return undefined;
    for (const [name, direction] of Object.entries(order)) {
      const attribute = attributes[name];
      if (!attribute || attribute.type === 'relation' || (direction !== 'asc' && direction !== 'desc'))
        return undefined;
      orders.push({ [name]: direction });
    }
  }
  return orders;
}

/**
 * Relations to a type with drafts show the version that the field of `Query` above them was asked for, as Strapi's own
 * resolver has it. Its rarer `publicationFilter` is left to that resolver.
 */
function publishedWhere(
  strapi: Core.Strapi,
  target: string,
  args: Args,
  context: GraphqlContext,
  info: Info,
): object | undefined {
  const contentType = strapi.getModel(target as typeof FILE) as { options?: { draftAndPublish?: boolean } };
  if (!contentType.options?.draftAndPublish) return {};
  let root = info.path;
  while (root.prev) root = root.prev;
  const above = context.rootQueryArgsByPath?.get(root.key) ?? {};
  if (above['publicationFilter'] !== undefined || above['hasPublishedVersion'] !== undefined) return undefined;
  const origin = above['_originField'];
  const inherits = typeof origin === 'string' && graphqlService(strapi, 'content-api').isBuiltInQueryField(origin);
  const status = args['status'] ?? (inherits ? (above['status'] ?? 'published') : undefined);
  if (status === undefined) return {};
  return { publishedAt: status === 'published' ? { $notNull: true } : { $null: true } };
}
