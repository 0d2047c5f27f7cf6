import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { UID } from '../../../contracts/uid';
import { restPrefix } from '../../rest-prefix';
import { entriesOf, type Model } from '../guard';
import { refusal } from '../refusal';
import { deliverySettings } from '../settings';
import { isList } from './way';

/** Lists in lists that REST gives: Strapi pages none but the first, so that each one more may multiply the answer by thousands. */
const MAX_LISTS = 2;

/** What is asked for by its plural name; every other address of the plugin gives articles. */
const TYPES: Readonly<Record<string, string>> = {
  photos: UID.photo,
  categories: UID.category,
  comments: UID.comment,
  agencies: UID.agency,
};

/** Refuses what is populated too deep, or through too many lists, before anything is read. GraphQL counts for itself (`apollo.ts`). */
export function limitPopulate(strapi: Core.Strapi): void {
  const prefix = restPrefix(strapi);
  const { maxDepth } = deliverySettings(strapi);
  strapi.server.use(async (ctx: Context, next: Next) => {
    const { populate } = ctx.query as { populate?: unknown };
    if (populate !== undefined && ctx.path.startsWith(prefix)) {
      const name = ctx.path.slice(prefix.length).split('/', 1)[0] ?? '';
      check(strapi, TYPES[name] ?? UID.article, populate, { depth: 1, lists: 0, maxDepth });
    }
    await next();
  });
}

interface Place {
  depth: number;
  lists: number;
  maxDepth: number;
}

function check(strapi: Core.Strapi, uid: string, populate: unknown, { depth, lists, maxDepth }: Place): void {
  const model = strapi.db.metadata.get(uid) as Model | undefined;
  if (!model) return;
  for (const [name, value] of entriesOf(populate, model)) {
    const attribute = model.attributes[name];
    if (attribute?.type !== 'relation') continue;
    const through = lists + (isList(attribute) ? 1 : 0);
    if (depth > maxDepth || through > MAX_LISTS) {
      throw refusal(
        'populate-too-deep',
        `At most ${maxDepth} levels and ${MAX_LISTS} lists in each other are populated.`,
      );
    }
    const next = { depth: depth + 1, lists: through, maxDepth };
    for (const [target, below] of belowOf(attribute.target, value)) check(strapi, target, below, next);
  }
}

/** What is populated below, by type: a relation to any type says it for each of them (`on`). */
function belowOf(target: string | undefined, value: unknown): [string, unknown][] {
  const field = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
  const types: [string, unknown][] =
    target === undefined ? Object.entries(field(value, 'on') ?? {}) : [[target, value]];
  return types.map(([type, one]): [string, unknown] => [type, field(one, 'populate')]).filter(([, below]) => below !== undefined); // prettier-ignore
}
