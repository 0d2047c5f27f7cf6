import type { Submission } from '../submission';

/** A service that tells spam from comments, and learns from moderators. It never throws and never takes long. */
export interface SpamService {
  /** How moderators know it. */
  readonly name: string;
  /** `unknown` where it could not be asked. */
  check(submission: Submission): Promise<'ham' | 'spam' | 'unknown'>;
  /** Tells it that it was wrong. */
  learn(comment: Learned, verdict: 'ham' | 'spam'): Promise<void>;
}

/** What is still known of a comment when a moderator has looked at it. */
export interface Learned {
  text: string;
  authorName: string;
  authorEmail: string | undefined;
}
