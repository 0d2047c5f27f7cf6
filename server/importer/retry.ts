import type { Core } from '@strapi/strapi';
import { setTimeout as sleep } from 'node:timers/promises';

/** Error codes that say: somebody else has entered this just now. */
const TAKEN: ReadonlySet<string> = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ER_DUP_ENTRY']);

/** Error codes of locks: the same transaction, begun anew, can succeed. */
const LOCKED: ReadonlySet<string> = new Set([
  'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED',
  // PostgreSQL: serialization failure, deadlock, lock not available. 25P02 hides one of them: Strapi's query engine
  // sends one more statement into a transaction that has failed (entity-manager, `create`).
  '40001', '40P01', '55P03', '25P02',
  // MariaDB: deadlock, lock wait timeout, record changed since it was read.
  'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD',
]); // prettier-ignore

/** Error codes of a database that is stopped, starts, or cannot be reached: no item is to blame for it. */
const AWAY: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
  '57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006', '53300',
  'PROTOCOL_CONNECTION_LOST', 'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR', 'ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR',
]); // prettier-ignore

/**
 * What is said, without a code, where the server went away: by `pg`, and by knex of a transaction that went with it. Knex
 * puts the statement before it: "select … - Connection terminated unexpectedly".
 */
const BROKEN =
  /(?:^| - )(?:Connection (?:terminated|ended)|Client has encountered a connection error|Transaction query already complete)/;

/**
 * What Strapi says where its look-up of the related documents failed, whatever it failed of: the cause is dropped
 * (core, `services/entity-validator`). Of documents that are not there it says how many, and of which type.
 */
const NOT_LOOKED_UP = 'Invalid relations';

/** How often a transaction is begun, and the longest pause between two times: about ten seconds in all. */
const ATTEMPTS = 14;
const MAX_PAUSE_MS = 1000;

/** True for an error of the database that says: somebody else has entered this just now. */
export const isTaken = (error: unknown): boolean => causesOf(error).some((cause) => TAKEN.has(codeOf(cause)));

/** True where the database is away. What was to be written can be written when it is back. */
export const isAway = (error: unknown): boolean =>
  causesOf(error).some(
    (cause) =>
      AWAY.has(codeOf(cause)) ||
      (cause instanceof Error &&
        (cause.name === 'KnexTimeoutError' || cause.message === NOT_LOOKED_UP || BROKEN.test(cause.message))),
  );

/** True for an error of the database that the next attempt may not meet. */
export const isPassing = (error: unknown): boolean =>
  isAway(error) || causesOf(error).some((cause) => LOCKED.has(codeOf(cause)));

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

/** The database does not answer: what was to be written is not to blame, and comes again when it is back. */
export class DatabaseAway extends Error {}

/** How often something is begun anew by a database that was away and is back. */
const RETURNS = 3;

/**
 * Does what needs the database, again when that was away for longer than `retrying` waits and is back; `DatabaseAway`
 * where it still is. Other servers fail with the same errors (an upload provider, for one): those are passed on.
 */
export async function whileThere<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error)) throw error;
      if (!(await answers(strapi))) throw new DatabaseAway('The database does not answer.', { cause: error });
      if (attempt >= RETURNS) throw error;
    }
  }
}

const answers = (strapi: Core.Strapi): Promise<boolean> =>
  Promise.resolve(strapi.db.connection.raw('select 1')).then(
    () => true,
    () => false,
  );

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
