import type { Selection } from './cost';

/** More fragments than this are no query of a front-end, and more steps into each other than a stack may take. */
const MOST_FRAGMENTS = 500;

/**
 * How many fields a document asks for once all of its fragments stand where they are spread; `Infinity` where one holds
 * itself. Each fragment is counted once, however often it is spread: ten in ten in ten are thirty steps here, and a
 * thousand for every rule that follows them.
 */
export function spreadSize(definitions: readonly Selection[]): number {
  const fragments = new Map<string, Selection>();
  for (const one of definitions) if (one.kind === 'FragmentDefinition') fragments.set(one.name?.value ?? '', one);
  if (fragments.size > MOST_FRAGMENTS) return Infinity;
  const known = new Map<string, number>();
  const going = new Set<string>();
  const sizeOf = (selection: Selection): number => {
    if (selection.kind === 'FragmentSpread') return sizeOfFragment(selection.name?.value ?? '');
    return (selection.selectionSet?.selections ?? []).reduce((sum, inner) => sum + sizeOf(inner), 1);
  };
  const sizeOfFragment = (name: string): number => {
    const size = known.get(name);
    if (size !== undefined) return size;
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    if (going.has(name)) return Infinity;
    going.add(name);
    const sum = sizeOf(fragment);
    going.delete(name);
    known.set(name, sum);
    return sum;
  };
  return definitions
    .filter(({ kind }) => kind !== 'FragmentDefinition')
    .reduce((sum, operation) => sum + sizeOf(operation), 0);
}
