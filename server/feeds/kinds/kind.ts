import type { Input } from '../../importer/read';
import type { FeedRow } from '../feed';
import type { Credentials } from '../secrets';

/** What a poll may do, and for how long. */
export interface PollContext {
  now: Date;
  credentials: Credentials | undefined;
  allowHosts: readonly string[];
  timeoutMs: number;
  /** The directories in which a folder feed may watch. */
  folders: readonly string[];
}

/** What a poll found. Nothing is lost if the process dies here: it is found again. */
export interface Arrival {
  inputs: Input[];
  /** Where the next poll goes on. Kept only after the inputs are in an import. */
  cursor: unknown;
  againSeconds?: number;
  /** To be called when the inputs are in an import, with the names of those that nothing can be read of. */
  taken?: (unreadable: readonly string[]) => Promise<void>;
  /** Something that was left out, and why: the feed is not well, whatever else it brought. */
  problem?: { code: string; message: string };
}

/** A way in which items arrive when they are asked for. */
export interface PolledKind {
  poll(feed: FeedRow, context: PollContext): Promise<Arrival>;
  /** Formats that cannot be what is meant: a page that asks to sign in is not a story. */
  refuses: readonly string[];
}

/** Why a feed cannot be polled, in words for an editor. */
export class FeedError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'FeedError';
  }
}
