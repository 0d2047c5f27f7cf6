import type { Entity } from '../documents';

/** A field that an editor had changed when the wire changed it too: the editor's stays, the wire's is offered beside it. */
export interface Difference {
  field: string;
  /** As the wire had it before. */
  before: unknown;
  /** As the wire has it now. */
  wire: unknown;
}

export interface Followed {
  /** What is to be written: every field that no editor has changed, as the wire has it now. */
  data: Entity;
  /** Both have changed these. */
  kept: Difference[];
  /** An editor had changed these, and the wire says now what the editor says, or what it said before. */
  settled: string[];
}

/**
 * Three-way merge of a document, field by field: as it stands, as the wire delivered it before, as the wire delivers it
 * now. `written` is what is stored of the new version, which an editor may have corrected in the preview.
 */
export function follow(
  fields: readonly string[],
  { current, before, wire, written = wire }: { current: Entity; before: Entity; wire: Entity; written?: Entity },
): Followed {
  const followed: Followed = { data: {}, kept: [], settled: [] };
  for (const field of fields) {
    if (isSame(current[field], before[field])) followed.data[field] = written[field] ?? null;
    else if (isSame(wire[field], current[field]) || isSame(wire[field], before[field])) followed.settled.push(field);
    else followed.kept.push({ field, before: before[field] ?? null, wire: wire[field] ?? null });
  }
  return followed;
}

/** True for two values that are the same in the database; nothing, an empty text and an empty list are one. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));

function comparable(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value) && value.length === 0) return null;
  if (value instanceof Date) return value.toISOString();
  return sorted(value);
}

/** Databases keep the keys of JSON in an order of their own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
