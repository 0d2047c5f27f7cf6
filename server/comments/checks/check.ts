import type { Finding } from '../../../contracts/comments';
import type { SpamService } from '../spam/service';
import type { CommentSettings } from '../settings';
import type { Submission } from '../submission';

/** What the checks ask about the past. */
export interface Evidence {
  isBanned(submission: Submission): Promise<boolean>;
  /** Whether this text has come before, from anybody, since then. */
  hasText(textKey: string, since: Date, except: string | undefined): Promise<boolean>;
  /** How many times over its pace an author or address is: below 1 all is well. */
  pace(author: string | undefined, source: string): Promise<number>;
}

export interface CheckContext {
  settings: CommentSettings;
  now: Date;
  evidence: Evidence;
  spam: SpamService | undefined;
}

/** What a check has found, without its name. Nothing found is undefined. */
export type Found = Omit<Finding, 'check'> | undefined;

/** One reason to doubt a comment. It names what it found to the moderator; the reader is never told. */
export type Check = (submission: Submission, context: CheckContext) => Found | Promise<Found>;
