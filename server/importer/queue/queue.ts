/**
 * Who works on which run. The runs themselves are rows in the database, and stay the truth: a queue that forgets
 * everything loses nothing, because what waits in the database is given to it again and again.
 */
export interface RunQueue {
  /** Says that a run waits. Never fails, and may be said any number of times. */
  add(run: string): void;
  /** Gives what waits to `carry`, a few runs at once, until `stop`. */
  work(carry: Carry): void;
  /** Takes nothing more; ends when what is in hand has been let go. */
  stop(): Promise<void>;
}

/** Carries a run as far as it goes here. It throws where the next attempt may succeed. */
export type Carry = (run: string) => Promise<Carried>;

/** `done`: there is nothing more to do. Otherwise the run is to be given out again, after that time. */
export type Carried = 'done' | { again: Date };

/** So many imports go on at once in one process; the others wait. */
export const AT_ONCE = 2;
