import type { CHECKS, CommentState, Finding } from '../../../contracts/comments';
import { banned } from './banned';
import type { Submission } from '../submission';
import type { Check, CheckContext } from './check';
import { flood } from './flood';
import { honeypot } from './honeypot';
import { length } from './length';
import { links } from './links';
import { repeated } from './repeated';
import { spamService } from './spam-service';
import { blockedWords, suspectWords } from './words';

type Name = (typeof CHECKS)[number];

/** All checks there are, the cheap ones first. A new check is a file and a line here (and in `contracts/comments.ts`). */
const CHAIN: readonly (readonly [Name, Check])[] = [
  ['honeypot', honeypot],
  ['banned', banned],
  ['length', length],
  ['links', links],
  ['blocked-words', blockedWords],
  ['suspect-words', suspectWords],
  ['repeated', repeated],
  ['flood', flood],
  ['spam-service', spamService],
];

/** Everything that speaks against a comment. Once it is turned down, nobody is asked any more. */
export async function runChecks(submission: Submission, context: CheckContext): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of CHAIN) {
    const found = await check(submission, context);
    if (!found) continue;
    findings.push({ check: name, ...found });
    if (found.verdict !== 'hold') break;
  }
  return findings;
}

const STATE: Record<Finding['verdict'], CommentState> = { hold: 'pending', reject: 'rejected', spam: 'spam' };
const GRAVITY = ['spam', 'reject', 'hold'] as const;

/** The state of a comment: by the gravest finding, and without any by whether its author is waited for. */
export function stateFor(findings: readonly Finding[], isTrusted: boolean): CommentState {
  const gravest = GRAVITY.find((verdict) => findings.some((one) => one.verdict === verdict));
  return gravest === undefined ? (isTrusted ? 'approved' : 'pending') : STATE[gravest];
}

/** From what readers see to what nobody should. */
const FROM_GOOD_TO_BAD: readonly CommentState[] = ['approved', 'pending', 'rejected', 'spam', 'removed'];

/** A comment that is judged again never comes out better than it was. */
export const worseOf = (one: CommentState, other: CommentState): CommentState =>
  FROM_GOOD_TO_BAD.indexOf(one) >= FROM_GOOD_TO_BAD.indexOf(other) ? one : other;
