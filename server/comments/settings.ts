import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { MAX_TEXT, moderationMode } from '../../contracts/comments';
import { PLUGIN_ID } from '../../contracts/uid';

const days = z.int().positive().max(36_500).nullable();
const words = z.array(z.string().trim().min(1).max(100)).max(5000).default([]);
const pace = (points: number) =>
  z.object({ points: z.int().positive().default(points), seconds: z.int().positive().default(300) });

/** The comments' part of the plugin's configuration: `newswire.config.comments` in `config/plugins.js`. */
const comments = z.strictObject({
  /** When a comment that no check objects to is shown: after a moderator's look, at once, or at once for known authors. */
  moderation: moderationMode.default('before'),
  /** So many approved comments, and none turned down, make an author known. */
  historyApproved: z.int().positive().default(3),
  /** Readers without an account may write. */
  anonymous: z.boolean().default(true),
  requireEmail: z.boolean().default(true),
  /** A reply below this depth stands beside the one it answers. 1: no threads. */
  maxDepth: z.int().min(1).max(20).default(5),
  minLength: z.int().min(1).default(2),
  maxLength: z.int().positive().max(MAX_TEXT).default(4000),
  /** More links than this are held. */
  maxLinks: z.int().nonnegative().default(1),
  /** Whether addresses in a comment become links (`nofollow ugc`) in its `html`. */
  renderLinks: z.boolean().default(false),
  /** A comment with one of these words is turned down; with a suspect one, held. Whole words, in any language. */
  blockedWords: words,
  suspectWords: words,
  /** An article takes no comments so many days after it was first created. */
  closeAfterDays: days.default(null),
  /** Within so many hours the same text again is held. */
  repeatedHours: z.int().positive().max(8760).default(24),
  /** Own comments can be edited and deleted for so many minutes. */
  editMinutes: z.int().nonnegative().max(525_600).default(15),
  flood: z
    .object({
      /** More than so many comments in so many seconds are held; */
      author: pace(5).prefault({}),
      address: pace(10).prefault({}),
      /** after so many times as many they are not taken at all. */
      refuseAt: z.int().min(2).max(1000).default(5),
    })
    .prefault({}),
  akismet: z
    .object({
      key: z.string().min(1),
      /** The site's own address, as registered with Akismet. */
      site: z.url(),
      endpoint: z.url().default('https://rest.akismet.com/1.1/'),
      timeoutMs: z.int().positive().max(30_000).default(4000),
    })
    .optional(),
  /** What is kept for how long; null keeps it. Run once a day. */
  retention: z
    .object({
      spamDays: days.default(30),
      rejectedDays: days.default(180),
      removedDays: days.default(180),
      /** The keyed hash of the address that a comment came from. */
      addressDays: days.default(30),
      /** E-mail addresses of anonymous readers. */
      emailDays: days.default(null),
    })
    .prefault({}),
  /** What hashes and tokens are keyed with. When not given it is derived from Strapi's `server.app.keys`. */
  secret: z.string().min(16).optional(),
});

const settings = z.object({ comments: comments.prefault({}), redisUrl: z.string().optional() });

export type CommentSettings = z.infer<typeof comments> & { redisUrl?: string | undefined };

/** Throws where the configuration says something that cannot be meant. */
export function commentSettings(strapi: Core.Strapi): CommentSettings {
  const { comments, redisUrl } = settings.parse(strapi.config.get(`plugin::${PLUGIN_ID}`) ?? {});
  return { ...comments, redisUrl };
}
