import type { Entity } from '../documents';
import type { Model, Schema } from './guard';

/** Every entity in what a read has given, with its type: the rows themselves, and what is populated in them. */
export function eachEntity(
  schema: Schema,
  uid: string,
  value: unknown,
  visit: (uid: string, entity: Entity) => void,
): void {
  if (Array.isArray(value)) {
    for (const one of value) eachEntity(schema, uid, one, visit);
    return;
  }
  if (!isEntity(value) || isCount(value)) return;
  visit(uid, value);
  for (const { name, target } of relationsOf(schema.get(uid))) {
    const nested = value[name];
    if (typeof nested !== 'object' || nested === null) continue;
    if (target !== undefined) eachEntity(schema, target, nested, visit);
    else for (const one of Array.isArray(nested) ? nested : [nested]) eachEntity(schema, typeOf(one), one, visit);
  }
}

interface Relation {
  name: string;
  target: string | undefined;
}

/** Every public read asks for them, once for each row. */
const known = new WeakMap<Model, readonly Relation[]>();

function relationsOf(model: Model | undefined): readonly Relation[] {
  if (!model) return [];
  const found =
    known.get(model) ??
    Object.entries(model.attributes)
      .filter(([, { type }]) => type === 'relation')
      .map(([name, { target }]) => ({ name, target }));
  known.set(model, found);
  return found;
}

/** What a morph relation ends at says its type itself. */
const typeOf = (value: unknown): string =>
  isEntity(value) ? String(value['__type'] ?? value['__component'] ?? '') : '';

export const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** What `populate[…][count]=true` gives in the place of rows: how many there are, and nothing of any of them. */
export const isCount = (value: unknown): boolean =>
  isEntity(value) && typeof value['count'] === 'number' && Object.keys(value).length === 1;
