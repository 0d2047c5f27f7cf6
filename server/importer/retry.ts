import { setTimeout as sleep } from 'node:timers/promises';

/** Error codes that say: somebody else has entered this just now. */
const TAKEN: ReadonlySet<string> = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ER_DUP_ENTRY']);

/** Error codes after which the same transaction, begun anew, can succeed: locks, and a database that restarts. */
const PASSING: ReadonlySet<string> = new Set([
  'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED',
  // PostgreSQL: serialization failure, deadlock, lock not available. 25P02 hides one of them: Strapi's query engine
  // sends one more statement into a transaction that has failed (entity-manager, `create`).
  '40001', '40P01', '55P03', '25P02',
  // PostgreSQL that is stopped or starting, and connections that broke.
  '57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE',
  // MariaDB: deadlock, lock wait timeout, record changed since it was read, and connections that broke.
  'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'PROTOCOL_CONNECTION_LOST', 'ER_SERVER_SHUTDOWN',
]); // prettier-ignore

/** What `pg` says, without a code, where the server went away under it. */
const BROKEN = /^Connection (?:terminated|ended)|^Client has encountered a connection error/;

/** How often a transaction is begun, and the longest pause between two times: about ten seconds in all. */
const ATTEMPTS = 14;
const MAX_PAUSE_MS = 1000;

/** True for an error of the database that says: somebody else has entered this just now. */
export const isTaken = (error: unknown): boolean => causesOf(error).some((cause) => TAKEN.has(codeOf(cause)));

/** True for an error of the database that the next attempt may not meet. */
export const isPassing = (error: unknown): boolean =>
  causesOf(error).some((cause) => PASSING.has(codeOf(cause)) || (cause instanceof Error && BROKEN.test(cause.message)));

/**
 * Runs a transaction, again where another process was faster or held a lock, with growing pauses that differ between
 * processes. `work` must begin with what the database says now, and must be done entirely or not at all.
 */
export async function retrying<T>(work: () => Promise<T>, attempts: number = ATTEMPTS): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !(isTaken(error) || isPassing(error))) throw error;
      await sleep(Math.min(MAX_PAUSE_MS, 10 * 2 ** attempt) * (0.5 + Math.random()));
    }
  }
}

/** The error and what it was made from, outermost first. */
function causesOf(error: unknown): object[] {
  const causes: object[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null && causes.length < 5;) {
    causes.push(cause);
    cause = Reflect.get(cause, 'cause') as unknown;
  }
  return causes;
}

function codeOf(cause: object): string {
  const code: unknown = Reflect.get(cause, 'code');
  return typeof code === 'string' ? code : '';
}
