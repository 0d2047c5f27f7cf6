import type { Selection, Value } from './cost';

/**
 * The most values that one argument of a question holds, all conditions of a filter together: SQLite takes no condition of
 * a thousand parts, and no database a statement of tens of thousands of values.
 */
export const MOST_VALUES = 500;

/** True where an argument of any field, or a variable that it is given, holds more values than a database can be asked for. */
export function asksForTooMany(
  selections: readonly Selection[],
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const sizes = new Map(Object.entries(variables).map(([name, value]) => [name, sizeOfSent(value)]));
  const isTooMany = (selection: Selection): boolean =>
    (selection.arguments ?? []).some(({ value }) => sizeOf(value, sizes) > MOST_VALUES) ||
    (selection.selectionSet?.selections ?? []).some(isTooMany);
  return selections.some(isTooMany);
}

function sizeOf({ kind, name, values, fields }: Value, variables: ReadonlyMap<string, number>): number {
  if (kind === 'Variable') return variables.get(name?.value ?? '') ?? 0;
  const inner = [...(values ?? []), ...(fields ?? []).map(({ value }) => value)];
  return inner.length === 0 ? 1 : inner.reduce((sum, value) => sum + sizeOf(value, variables), 0);
}

function sizeOfSent(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  const inner: unknown[] = Object.values(value);
  return inner.length === 0 ? 1 : inner.reduce<number>((sum, one) => sum + sizeOfSent(one), 0);
}
