import { comesBack, type Step } from './back';

/** As much of a parsed GraphQL query as its cost depends on (`graphql`, `DocumentNode`). */
export interface Selection {
  kind: string;
  name?: { value: string };
  alias?: { value: string };
  typeCondition?: { name: { value: string } } | undefined;
  arguments?: readonly { name: { value: string }; value: Value }[] | undefined;
  selectionSet?: { selections: readonly Selection[] } | undefined;
}

export interface Value {
  kind: string;
  value?: unknown;
  name?: { value: string };
  fields?: readonly { name: { value: string }; value: Value }[];
  values?: readonly Value[];
}

export interface VariableDefinition {
  variable: { name: { value: string } };
  defaultValue?: Value | undefined;
}

/** A type of a schema, by what graphql-js gives: lists and non-nulls wrap others, objects have fields. */
export interface Type {
  ofType?: Type;
  name?: string;
  getFields?(): Record<string, { type: Type }>;
}

export interface Question {
  fragments: ReadonlyMap<string, Selection>;
  variables: Readonly<Record<string, unknown>>;
  typeNamed(name: string): Type | undefined;
  /** How many entries a list has whose size is not asked for, and the most that one can have. */
  usualPage: number;
  maxPage: number;
  /** Counting stops beyond it. */
  maxCost: number;
}

/** Fragments may be spread in fragments, twice each time: the walk ends after so many selections. */
const MAX_SELECTIONS = 10_000;

/**
 * What each question costs beside the objects of its answer, in objects: a field at the root is several statements of
 * SQL, whatever its answer. One below is one statement, however many objects it is asked of.
 */
export const ROOT_QUESTION = 250;
const NESTED_QUESTION = 10;
/** A discussion is put in order from all of its comments, 5,000 where a story has so many, however few are asked for. */
const DEAR: Readonly<Record<string, number>> = { newswireDiscussion: 2500 };

/** An object that a question comes back to (`back.ts`) is in the answer many times over, with all of its text. */
const AGAIN = 25;

/** What one object of the answer has been asked for so far, fragments included: keys of the answer, and their fields. */
interface Asked {
  keys: Set<string>;
  fields: Set<string>;
}
const nothing = (): Asked => ({ keys: new Set(), fields: new Set() });

/** The object that fields are asked of. */
interface Place {
  type: Type;
  /** How many of them there may be. */
  times: number;
  /** The size that is said on a connection: its rows are in `nodes`. */
  page: number | undefined;
  asked: Asked;
  way: readonly Step[];
}

/**
 * What a query may cost, in objects of its answer: each list counts as many as its page size, times those around it, each
 * question something of its own, a text that is asked for once more under another name as much as an object, and what the
 * question comes back to many times as much. Counted before anything is read; stops at `maxCost`.
 */
export function costOf(selections: readonly Selection[], root: Type, question: Question): number {
  let seen = 0;
  const walk = (some: readonly Selection[], place: Place): number => {
    let cost = 0;
    for (const selection of some) {
      seen += 1;
      if (seen > MAX_SELECTIONS || cost > question.maxCost) return Infinity;
      cost += of(selection, place);
    }
    return cost;
  };
  const of = (selection: Selection, place: Place): number => {
    const name = selection.name?.value ?? '';
    const typeOf = (condition: Selection['typeCondition']) => question.typeNamed(condition?.name.value ?? '') ?? place.type; // prettier-ignore
    if (selection.kind === 'FragmentSpread') {
      const fragment = question.fragments.get(name);
      return walk(fragment?.selectionSet?.selections ?? [], { ...place, type: typeOf(fragment?.typeCondition) });
    }
    const inner = selection.selectionSet?.selections ?? [];
    if (selection.kind === 'InlineFragment') return walk(inner, { ...place, type: typeOf(selection.typeCondition) });
    const field = place.type.getFields?.()[name];
    if (!field) return 0;
    const own = place.type === root ? (DEAR[name] ?? ROOT_QUESTION) : inner.length > 0 ? NESTED_QUESTION : 0;
    if (inner.length === 0) return own + (isAgain(selection, place.asked) ? place.times : 0);
    const { named, isList } = unwrap(field.type);
    const given = askedSize(selection, question);
    const times = place.times * (isList ? (given ?? place.page ?? question.usualPage) : 1);
    if (times > question.maxCost) return Infinity;
    const { way, isBack } = stepTo(named, name, place.way);
    const below = { type: named, times, page: isList ? undefined : given, asked: nothing(), way };
    return own + times * (isBack ? AGAIN : 1) + walk(inner, below);
  };
  return walk(selections, { type: root, times: 1, page: undefined, asked: nothing(), way: [] });
}

/** The way with the object that a field leads to. A connection is no step of its own: its rows stand in its place. */
function stepTo({ name = '' }: Type, field: string, way: readonly Step[]): { way: readonly Step[]; isBack: boolean } {
  const connection = field === 'nodes' ? way.at(-1) : undefined;
  const before = connection ? way.slice(0, -1) : way;
  const step = { type: name, by: connection?.by ?? field.replace(/_connection$/, '') };
  return { way: [...before, step], isBack: comesBack(before, step) };
}

/** True where the same field is asked for under another name before: its value is in the answer once more. */
function isAgain({ name, alias }: Selection, { keys, fields }: Asked): boolean {
  const field = name?.value ?? '';
  const key = alias?.value ?? field;
  const isNew = !keys.has(key);
  const isKnown = fields.has(field);
  keys.add(key);
  fields.add(field);
  return isNew && isKnown;
}

function unwrap(type: Type): { named: Type; isList: boolean } {
  let named = type;
  let isList = false;
  while (named.ofType) {
    isList ||= named.constructor.name === 'GraphQLList';
    named = named.ofType;
  }
  return { named, isList };
}

function askedSize(selection: Selection, { variables, maxPage }: Question): number | undefined {
  for (const { name, value } of selection.arguments ?? []) {
    const given = valueOf(value, variables);
    const page = name.value === 'pagination' && isRecord(given) ? (given['limit'] ?? given['pageSize']) : undefined;
    const size = name.value === 'first' ? given : page;
    // Strapi gives one row where none is asked for.
    if (typeof size === 'number') return size < 0 ? maxPage : Math.min(Math.max(size, 1), maxPage);
  }
  return undefined;
}

/** The values of an operation's variables: those that were sent, and the operation's own where none was. */
export function variablesOf(
  definitions: readonly VariableDefinition[],
  sent: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = definitions.map(({ variable, defaultValue }): [string, unknown] => [
    variable.name.value,
    defaultValue && valueOf(defaultValue, {}),
  ]);
  return { ...Object.fromEntries(defaults), ...sent };
}

function valueOf(value: Value, variables: Readonly<Record<string, unknown>>): unknown {
  if (value.kind === 'Variable') return variables[value.name?.value ?? ''];
  if (value.kind === 'IntValue') return Number(value.value);
  if (value.kind !== 'ObjectValue') return undefined;
  return Object.fromEntries((value.fields ?? []).map((field) => [field.name.value, valueOf(field.value, variables)]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
