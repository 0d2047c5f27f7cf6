import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditedRow } from './rows';
import type { RowChange } from './changes';

/** Rows that belong together are told as one change: publishing deletes the published row and makes another. */
export class Scope {
  private readonly rows = new Map<string, RowChange>();
  isOpen = true;

  /** `before` undefined: the row was made; `after` undefined: it is gone. */
  add(uid: string, before: AuditedRow | undefined, after: AuditedRow | undefined): void {
    const row = after ?? before;
    if (!row) return;
    const key = `${uid} ${row.documentId} ${row.side}`;
    const known = this.rows.get(key);
    this.rows.set(key, {
      uid,
      documentId: row.documentId,
      side: row.side,
      before: known ? known.before : before?.state,
      after: after?.state,
    });
  }

  close(): RowChange[] {
    this.isOpen = false;
    return [...this.rows.values()];
  }
}

const scopes = new AsyncLocalStorage<Scope | 'recorded'>();

/** The scope that a write belongs to; undefined for one of its own. Work that outlives its scope belongs to none. */
export function openScope(): Scope | undefined {
  const scope = scopes.getStore();
  return scope instanceof Scope && scope.isOpen ? scope : undefined;
}

export function within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  return scopes.run(scope, work);
}

/** For a writer that writes the events of its batches itself: the hooks write none for what it creates many of. */
export function recordedByWriter<T>(work: () => Promise<T>): Promise<T> {
  return scopes.run('recorded', work);
}

export const isRecordedByWriter = (): boolean => scopes.getStore() === 'recorded';

const announced = new WeakSet<object>();

/** Such a writer tells subscribers of the database of its rows after the commit: that is no write. */
export function announce<T extends object>(row: T): T {
  announced.add(row);
  return row;
}

export const isAnnounced = (row: unknown): boolean => typeof row === 'object' && row !== null && announced.has(row);
