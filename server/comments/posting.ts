import type { Core } from '@strapi/strapi';
import type { CommentState, Finding, ModerationMode, PostRequest } from '../../contracts/comments';
import { UID } from '../../contracts/uid';
import { publicReader } from '../delivery/reader';
import { visibleWhere } from '../delivery/visible';
import { documentsOf, textOf, type Entity } from '../documents';
import { inertParagraphs } from '../editing/inert-text';
import { asSystem } from '../request';
import { articleState } from './articles';
import { runChecks, stateFor } from './checks/chain';
import type { Submission } from './submission';
import { evidenceOf, isKnownGood } from './evidence';
import { textKey, type Keys } from './keys';
import { log, type Actor } from './log';
import type { Pace } from './pace';
import { authorOf, type Visitor } from './reader';
import { refusal } from '../delivery/refusal';
import type { CommentSettings } from './settings';
import type { SpamService } from './spam/service';
import { charactersIn, isInvisible, withoutPiles } from './text';
import { inTransaction } from '../transaction';

export interface Tools {
  strapi: Core.Strapi;
  settings: CommentSettings;
  keys: Keys;
  pace: Pace;
  spam: SpamService | undefined;
}

/** What a reader is told: whether the comment can be seen, never what was thought of it. */
export interface Posted {
  documentId: string;
  status: 'published' | 'held';
  /** For editing and deleting it; a signed-in reader needs none. */
  token: string | null;
  editableUntil: string;
}

export const MINUTE_MS = 60_000;

/** Takes a reader's comment on an article. */
export async function post(
  tools: Tools,
  visitor: Visitor,
  article: string,
  asked: PostRequest,
  now: Date,
): Promise<Posted> {
  const { strapi, settings, keys } = tools;
  const text = textOfComment(asked.text, settings);
  const author = authorOf(visitor, asked, settings, keys);
  const { isOpen, mode } = await articleState(strapi, article, settings, now);
  if (!isOpen) throw refusal('comments-closed');
  const parent = asked.parent === undefined ? undefined : await parentFor(tools, article, asked.parent, now);
  const submission: Submission = {
    text,
    authorName: author.name,
    authorEmail: author.email,
    authorKey: author.key,
    userId: author.userId,
    sourceHash: keys.address(visitor.ip),
    textKey: textKey(text),
    request: { ip: visitor.ip, userAgent: visitor.userAgent, referrer: visitor.referrer },
    trap: asked.website ?? '',
    article,
    editing: undefined,
  };
  const pace = await tools.pace.count(submission.authorKey, submission.sourceHash);
  if (pace > settings.flood.refuseAt) throw refusal('too-many-comments');

  const { findings, state } = await judge(tools, submission, mode, pace, now);
  // A spam service may have taken its time: meanwhile the article was killed.
  if (!(await articleState(strapi, article, settings, now)).isOpen) throw refusal('comments-closed');
  const documentId = await asSystem(() =>
    inTransaction(strapi, async () => {
      const { documentId } = await documentsOf(strapi, UID.comment).create({
        data: {
          article,
          ...(parent === undefined ? {} : { parent }),
          authorName: author.name,
          authorEmail: author.email ?? null,
          ...(author.userId === undefined ? {} : { user: author.userId }),
          text,
          postedAt: now.toISOString(),
          moderationStatus: state,
          reason: reasonOf(findings),
          findings,
          authorKey: author.key ?? null,
          sourceHash: submission.sourceHash,
        },
      });
      await log(strapi, readerOf(author.userId, author.name), [
        { comment: documentId, action: 'posted', to: state, reason: reasonOf(findings) ?? undefined },
      ]);
      return documentId;
    }),
  );
  return posted(tools, documentId, state, author.userId !== undefined, now);
}

/** The comment that is answered; of those too deep in the thread, the one beside which the answer shall stand. */
async function parentFor({ strapi, settings }: Tools, article: string, parent: string, now: Date): Promise<string> {
  const visible = visibleWhere(UID.comment, publicReader(strapi, now)) ?? {};
  const where = { $and: [{ documentId: parent, article: { documentId: article } }, visible] };
  const first = (await strapi.db.query(UID.comment).findOne({ select: ['id'], where })) as Entity | null;
  if (!first) throw refusal('no-such-parent');
  const line = await asSystem(() => ancestry(strapi, parent));
  // The line from the top down; the answer would stand below its last.
  return line[Math.min(line.length, Math.max(settings.maxDepth - 1, 1)) - 1] ?? parent;
}

/** Imported threads may be deeper than ours, and a moderator may have made a ring. */
const MAX_ANCESTORS = 100;

async function ancestry(strapi: Core.Strapi, documentId: string): Promise<string[]> {
  const line = [documentId];
  for (let at: string | undefined = documentId; at !== undefined && line.length < MAX_ANCESTORS;) {
    const row = (await strapi.db.query(UID.comment).findOne({
      select: ['id'],
      where: { documentId: at },
      populate: { parent: { select: ['documentId'] } },
    })) as Entity | null;
    at = textOf(row?.['parent'] as Entity | null | undefined, 'documentId');
    if (at === undefined || line.includes(at)) break;
    line.unshift(at);
  }
  return line;
}

export async function judge(
  { strapi, settings, keys, spam }: Tools,
  submission: Submission,
  mode: ModerationMode,
  pace: number,
  now: Date,
): Promise<{ findings: Finding[]; state: CommentState }> {
  return asSystem(async () => {
    const evidence = evidenceOf(strapi, keys, pace, now);
    const findings = await runChecks(submission, { settings, now, evidence, spam });
    const isTrusted = mode === 'after' || (mode === 'history' && (await isKnownGood(strapi, submission, settings)));
    return { findings, state: stateFor(findings, isTrusted) };
  });
}

/** Of what looks like one character, a reader is given no more than this of what it is made of. UTF-16. */
const UNITS_A_CHARACTER = 4;

export function textOfComment(given: string, { maxLength }: CommentSettings): string {
  const text = withoutPiles(inertParagraphs(given));
  if (isInvisible(text)) throw refusal('text-missing');
  if (charactersIn(text) > maxLength || text.length > maxLength * UNITS_A_CHARACTER)
    throw refusal('text-too-long', `At most ${maxLength} characters.`);
  return text;
}

export function posted(
  { keys, settings }: Tools,
  documentId: string,
  state: CommentState,
  isUser: boolean,
  begun: Date,
): Posted {
  const until = new Date(begun.getTime() + settings.editMinutes * MINUTE_MS);
  return {
    documentId,
    status: state === 'approved' ? 'published' : 'held',
    token: isUser ? null : keys.token(documentId, until),
    editableUntil: until.toISOString(),
  };
}

export const reasonOf = (findings: readonly Finding[]): string | null =>
  findings.length === 0 ? null : findings.map(({ check }) => check).join(', ');
export const readerOf = (id: number | undefined, name: string): Actor => ({ kind: 'reader', id, name });
