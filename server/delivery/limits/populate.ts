import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { UID } from '../../../contracts/uid';
import { restPrefix } from '../../rest-prefix';
import { entriesOf, type Model } from '../guard';
import { refusal } from '../refusal';
import { deliverySettings } from '../settings';
import { comesBack, type Step } from './back';
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

/** Refuses what is populated too deep, through too many lists or back again, before anything is read. GraphQL counts for itself (`apollo.ts`). */
export function limitPopulate(strapi: Core.Strapi): void {
  const prefix = restPrefix(strapi);
  const { maxDepth } = deliverySettings(strapi);
  strapi.server.use(async (ctx: Context, next: Next) => {
    const { populate } = ctx.query as { populate?: unknown };
    if (populate !== undefined && ctx.path.startsWith(prefix)) {
      const name = ctx.path.slice(prefix.length).split('/', 1)[0] ?? '';
      check(strapi, TYPES[name] ?? UID.article, populate, { way: [], by: '', lists: 0, maxDepth });
    }
    await next();
  });
}

/** Where on its way a question is: what it has come through, and by which field it came here. */
interface Place {
  way: readonly Step[];
  by: string;
  lists: number;
  maxDepth: number;
}

function check(strapi: Core.Strapi, uid: string, populate: unknown, place: Place): void {
  const model = strapi.db.metadata.get(uid) as Model | undefined;
  if (!model) return;
  const { maxDepth } = place;
  const way = [...place.way, { type: uid, by: place.by }];
  for (const [name, value] of entriesOf(populate, model)) {
    const attribute = model.attributes[name];
    if (attribute?.type !== 'relation') continue;
    const { target } = attribute;
    const lists = place.lists + (isList(attribute) ? 1 : 0);
    if (way.length > maxDepth || lists > MAX_LISTS) {
      throw refusal(
        'populate-too-deep',
        `At most ${maxDepth} levels and ${MAX_LISTS} lists in each other are populated.`,
      );
    }
    if (target !== undefined && !isCounted(value) && comesBack(way, { type: target, by: name })) {
      throw refusal('populate-too-deep', `"${name}" comes back to what the question came from.`);
    }
    for (const [type, below] of belowOf(target, value)) check(strapi, type, below, { way, by: name, lists, maxDepth });
  }
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

/** How many there are is one number. */
const isCounted = (value: unknown): boolean => ['true', true].some((yes) => field(value, 'count') === yes);

/** What is populated below, by type: a relation to any type says it for each of them (`on`). */
function belowOf(target: string | undefined, value: unknown): [string, unknown][] {
  const types: [string, unknown][] =
    target === undefined ? Object.entries(field(value, 'on') ?? {}) : [[target, value]];
  return types.map(([type, one]): [string, unknown] => [type, field(one, 'populate')]).filter(([, below]) => below !== undefined); // prettier-ignore
}
