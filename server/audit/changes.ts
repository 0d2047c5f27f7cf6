import type { Entity } from '../documents';
import { AUDITED } from './fields';

/** The rights fields of a row, by name; a field that is empty is absent. */
export type State = Readonly<Record<string, unknown>>;

/** Which version of a document: what editors work on, or what readers have. A type without drafts has one row, both. */
export type Side = 'edited' | 'published';
export type Applies = Side | 'both';

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

/** What has happened to one row since its first write in a scope. */
export interface RowChange {
  uid: string;
  documentId: string;
  side: Applies;
  before: State | undefined;
  after: State | undefined;
}

export interface DocumentChange {
  uid: string;
  documentId: string;
  applies: Applies;
  changes: Change[];
}

/** The rights fields of a row as the database gives it, or as it is about to be given to it: comparable, and JSON. */
export function stateOf(uid: string, row: Entity): State {
  const fields = (AUDITED[uid] ?? []).flatMap((field): [string, unknown][] => {
    const value = comparable(field, row[field]);
    return value === null ? [] : [[field, value]];
  });
  return Object.fromEntries(fields);
}

/** Fields that differ, with old and new value; null where there is none. */
export function changesBetween(uid: string, before: State | undefined, after: State | undefined): Change[] {
  return (AUDITED[uid] ?? []).flatMap((field) => {
    const [from, to] = [before?.[field] ?? null, after?.[field] ?? null];
    return isSame(from, to) ? [] : [{ field, from, to }];
  });
}

/** One row written several times is one change; what is the same on both sides of a document is told once. */
export function documentChanges(rows: readonly RowChange[]): DocumentChange[] {
  const net = rows.map(({ uid, documentId, side, before, after }) => ({
    uid,
    documentId,
    applies: side,
    changes: changesBetween(uid, before, after),
  }));
  const told: DocumentChange[] = [];
  for (const one of net.toSorted((a, b) => ORDER[a.applies] - ORDER[b.applies])) {
    if (one.changes.length === 0) continue;
    const twin = told.find(
      ({ uid, documentId, applies, changes }) =>
        one.applies === 'published' && applies === 'edited' && uid === one.uid && documentId === one.documentId && isSame(changes, one.changes), // prettier-ignore
    );
    if (twin) twin.applies = 'both';
    else told.push(one);
  }
  return told;
}

const ORDER: Readonly<Record<Applies, number>> = { edited: 0, both: 0, published: 1 };

const DATES: ReadonlySet<string> = new Set(['embargoedUntil', 'expires']);

/** An agency is known by its document: another name is a change of the agency, not of what names it. */
function comparable(field: string, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (field === 'agency') return agencyOf(value);
  if (value instanceof Date) return value.toISOString();
  if (DATES.has(field) && typeof value === 'string') return isoOf(value);
  return value;
}

function agencyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('documentId' in value)) return null;
  const { documentId } = value;
  return { documentId, name: 'name' in value ? value.name : null };
}

function isoOf(value: string): string {
  const time = Date.parse(value);
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}

/** Databases keep the keys of a JSON object in an order of their own. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
