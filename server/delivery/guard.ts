import { isNewsType, UID } from '../../contracts/uid';
import { refuseCondition, refuseNoCondition, refuseOperator, refuseWithin } from './limits/conditions';
import { createWays, isList, refuseDepth, type Way } from './limits/way';
import type { Place, Visible, Where } from './visible';

/** What the guard needs to know of a model: the target of each relation, by attribute. */
export interface Model {
  attributes: Record<string, Attribute>;
}

interface Attribute {
  type: string;
  target?: string;
  relation?: string;
}

export interface Schema {
  get(uid: string): Model | undefined;
  uids(): string[];
}

/** The parameters of a read, as Strapi's query engine takes them. */
export interface ReadParams {
  select?: unknown;
  where?: unknown;
  populate?: unknown;
  orderBy?: unknown;
}

/** Reads may nest; Strapi's own limits are far below this. */
const MAX_DEPTH = 30;

/**
 * Adds to a read, at every depth, what keeps hidden rows out: to the rows themselves, to populated relations, to filters
 * through relations (a filter on a hidden row would tell what is in it) and to sorting through them.
 *
 * This stands at the query engine because GraphQL resolves relations with `strapi.db.query().load`, past the Document
 * Service and its middlewares: a guard there would miss nested reads.
 *
 * A list of news that is populated has one row more than `maxRows` at most, so that whoever counts them can tell.
 */
export function guardRead(
  schema: Schema,
  uid: string,
  params: ReadParams,
  visible: Visible,
  maxRows = Infinity,
): ReadParams {
  const read = new Guard(schema, visible, maxRows);
  return {
    ...params,
    ...('select' in params ? { select: withHouseCredit(uid, params.select) } : {}),
    where: read.where(uid, params.where, 0, 'row'),
    ...(params.populate === undefined ? {} : { populate: read.populate(uid, params.populate, 0) }),
    ...(params.orderBy === undefined ? {} : { orderBy: read.orderBy(uid, params.orderBy) }),
  };
}

class Guard {
  private readonly ways = createWays();

  constructor(
    private readonly schema: Schema,
    private readonly visible: Visible,
    private readonly maxRows: number,
  ) {}

  where(uid: string, where: unknown, depth: number, place: Place, way: Way = begin(uid)): Where {
    const asked = this.filters(uid, where, depth, way);
    // Rows of which only a part is hidden stay in a list, and are not found in it by that part.
    const visible = this.visible(uid, isEmpty(asked) ? place : 'filter');
    if (!visible) return asked;
    return isEmpty(asked) ? visible : { $and: [asked, visible] };
  }

  populate(uid: string, populate: unknown, depth: number): unknown {
    const model = this.schema.get(uid);
    if (!model || depth > MAX_DEPTH) return {};
    const guarded: Record<string, unknown> = {};
    for (const [name, value] of entriesOf(populate, model)) {
      const attribute = model.attributes[name];
      if (attribute?.type !== 'relation' || value === false) guarded[name] = value;
      else guarded[name] = this.relation(attribute, value, depth + 1, isOwnFile(uid, name));
    }
    return guarded;
  }

  /** Sorting through a hidden row would tell its place among the others. */
  orderBy(uid: string, orderBy: unknown, way: Way = begin(uid)): unknown {
    if (Array.isArray(orderBy)) return orderBy.map((one) => this.orderBy(uid, one, way)).filter((one) => !isEmpty(one));
    if (!isRecord(orderBy)) return this.hidesPart(uid) ? [] : orderBy;
    const attributes = this.schema.get(uid)?.attributes ?? {};
    const kept = Object.entries(orderBy).flatMap(([name, order]): [string, unknown][] => {
      const { target, relation } = attributes[name] ?? {};
      if (target === undefined) {
        if (isNewsType(uid)) refuseWithin(name, order);
        return this.hidesPart(uid) && name !== 'id' ? [] : [[name, order]];
      }
      if (this.hides(target)) return [];
      return [[name, this.orderBy(target, order, this.ways.step(way, { target, ...(relation ? { relation } : {}) }))]];
    });
    return Object.fromEntries(kept);
  }

  private hides(uid: string): boolean {
    return this.visible(uid, 'filter') !== undefined;
  }

  /** True of rows that are shown without what is hidden of them: an illustration without its photo and its caption. */
  private hidesPart(uid: string): boolean {
    return this.hides(uid) && this.visible(uid, 'row') === undefined;
  }

  private relation(attribute: Attribute, value: unknown, depth: number, isOpen: boolean): unknown {
    const params = this.limited(attribute, isRecord(value) ? value : {});
    const { target } = attribute;
    if (target !== undefined) return this.nested(target, params, depth, isOpen);
    // A morph relation can end at any type: each gets its own conditions.
    const { on, ...shared } = params;
    const types = isRecord(on) ? Object.entries(on) : this.schema.uids().map((uid) => [uid, shared] as const);
    return {
      on: Object.fromEntries(
        types.map(([uid, one]) => [uid, this.nested(uid, isRecord(one) ? one : {}, depth, false)]),
      ),
    };
  }

  private limited(attribute: Attribute, params: Record<string, unknown>): Record<string, unknown> {
    const isNews = attribute.target === undefined || isNewsType(attribute.target);
    if (this.maxRows === Infinity || !isNews || params['count'] === true || !isList(attribute)) return params;
    const { limit } = params;
    const isFew = typeof limit === 'number' && limit >= 0 && limit <= this.maxRows;
    return isFew ? params : { ...params, limit: this.maxRows + 1 };
  }

  private nested(
    uid: string,
    params: Record<string, unknown>,
    depth: number,
    isOpen: boolean,
  ): Record<string, unknown> {
    const where = isOpen
      ? this.filters(uid, params['where'], depth, begin(uid))
      : this.where(uid, params['where'], depth, 'row');
    return {
      ...params,
      ...('select' in params ? { select: withHouseCredit(uid, params['select']) } : {}),
      ...(isEmpty(where) ? {} : { where }),
      ...('populate' in params ? { populate: this.populate(uid, params['populate'], depth) } : {}),
      ...('orderBy' in params ? { orderBy: this.orderBy(uid, params['orderBy']) } : {}),
    };
  }

  /** The asked-for conditions, with those through relations narrowed to visible rows. */
  private filters(uid: string, where: unknown, depth: number, way: Way): Where {
    if (Array.isArray(where)) return { $and: where.map((one: unknown) => this.filters(uid, one, depth, way)) };
    // What lies behind a story or a photo is asked for as they are.
    const isOurs = way.types.some(isNewsType);
    if (isOurs) {
      refuseNoCondition(where);
      if (depth > MAX_DEPTH && isRecord(where) && !isEmpty(where)) refuseDepth();
    }
    if (!isRecord(where) || depth > MAX_DEPTH) return {};
    const attributes = this.schema.get(uid)?.attributes ?? {};
    return Object.fromEntries(
      Object.entries(where).map(([key, value]) => {
        if (key === '$and' || key === '$or')
          return [key, asArray(value).map((one) => this.filters(uid, one, depth + 1, way))];
        if (key === '$not') return [key, this.filters(uid, value, depth + 1, way)];
        const { target, relation, type } = attributes[key] ?? {};
        if (target === undefined) {
          if (isOurs) {
            refuseOperator(key);
            refuseCondition(key, type, value);
          }
          return [key, value];
        }
        // A relation is compared by the id of its row.
        const onIds = isRecord(value) ? onId(value) : { id: value };
        if (isOurs && onIds !== value) refuseCondition(key, 'increments', onIds['id']);
        const next = this.ways.step(way, { target, ...(relation ? { relation } : {}) });
        const narrows = this.hides(target) || next.types.some(isNewsType);
        if (!isRecord(value) && !this.hides(target)) return [key, value];
        const narrowed = this.where(target, narrows ? onIds : value, depth + 1, 'filter', next);
        // Strapi takes "$not" for the relation's id where it stands there alone.
        return [key, narrows && '$not' in narrowed ? { $and: [narrowed] } : narrowed];
      }),
    );
  }
}

const begin = (uid: string): Way => ({ types: [uid], lists: 0 });

/** Whoever is given a credit line needs its house form (`annotate.ts`). */
function withHouseCredit(uid: string, select: unknown): unknown {
  if (uid !== UID.article && uid !== UID.photo) return select;
  const asked = typeof select === 'string' ? [select] : select;
  return Array.isArray(asked) && asked.includes('creditLine') ? [...(asked as unknown[]), 'houseCredit'] : select;
}

/** The image of a photo that is shown is shown. */
const isOwnFile = (uid: string, name: string): boolean => uid === UID.photo && name === 'image';

/** `{ $in: [1, 2] }` on a relation means its id. */
function onId(value: Record<string, unknown>): Record<string, unknown> {
  const operators = Object.keys(value);
  const logical = ['$and', '$or', '$not'];
  return operators.length > 0 && operators.every((key) => key.startsWith('$') && !logical.includes(key))
    ? { id: value }
    : value;
}

/** `populate` may be true, "*", a name, a list of names, or an object. */
export function entriesOf(populate: unknown, model: Model): [string, unknown][] {
  if (populate === true || populate === '*') {
    return Object.keys(model.attributes).filter((name) => model.attributes[name]?.type === 'relation').map((name) => [name, true]); // prettier-ignore
  }
  if (typeof populate === 'string') return [pathEntry(populate)];
  if (Array.isArray(populate)) return populate.map((path) => pathEntry(String(path)));
  return isRecord(populate) ? Object.entries(populate) : [];
}

/** "photos.photo" is `{ photos: { populate: ["photo"] } }`. */
function pathEntry(path: string): [string, unknown] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, true] : [path.slice(0, dot), { populate: [path.slice(dot + 1)] }];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
const isEmpty = (value: unknown): boolean => isRecord(value) && Object.keys(value).length === 0;
const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
