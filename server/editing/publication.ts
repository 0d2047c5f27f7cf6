import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { documentIdOf, type Entity } from '../documents';
import { rejudge } from '../gate/judge';
import { restrictionsIn } from '../gate/stored-restrictions';
import { followStories, letsPhotosOut, photosOf, setReleased, shownIn, type Judging } from '../gate/story-photos';
import { stricter } from '../rights/stricter';
import { inTransaction } from '../transaction';

/** What decides whether an article is shown at all, beside its being published. */
const CLOSING_FIELDS = ['pubStatus', 'embargoedUntil', 'expires'] as const;

/**
 * What follows from publishing and from closing an article, in the transaction of the write itself:
 * its photos are released while readers have it, and what closes or restricts its draft closes or restricts it to readers
 * at once. Opening it again takes a click on Publish, closing it does not wait for one.
 */
export function followPublication(strapi: Core.Strapi, wake: () => void): void {
  const judge: Judging = async (ids) => {
    await rejudge(strapi, UID.photo, { id: { $in: [...ids] } });
    // Their files go out of reach, or back, after the commit.
    await strapi.db.transaction(({ onCommit }) => onCommit(wake));
  };
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID.article || !FOLLOWED.has(context.action)) return next();
    const followed = inTransaction(strapi, async () => {
      const { documentId, status } = context.params as { documentId?: string; status?: string };
      const isGoingOut = context.action === 'publish' || status === 'published';
      const before = documentId ? beforeOf(documentId, isGoingOut, context.action) : undefined;
      const leaving = before ? photosOf(await shownIn(strapi, before)) : [];
      const result: unknown = await next();
      const id = documentId ?? documentIdOf(result);
      if (id !== undefined) {
        if (isGoingOut) {
          const shown = new Set((await releasePhotos(strapi, id, judge)).map((photo) => photo['id']));
          const dropped = leaving.filter((photo) => !shown.has(photo['id']));
          await followStories(strapi, dropped, new Date(), judge);
          await goneOut(strapi, id);
        } else if (context.action === 'update') await tightenAtOnce(strapi, id, new Date());
      }
      if (!isGoingOut) await followStories(strapi, leaving, new Date(), judge);
      return result;
    });
    return (await followed) as Awaited<ReturnType<typeof next>>;
  });
}

const FOLLOWED: ReadonlySet<string> = new Set(['create', 'update', 'publish', 'unpublish', 'delete']);
/** What takes an article from readers, and with it the photos that only it shows. */
const LEAVING: ReadonlySet<string> = new Set(['unpublish', 'delete']);

/** The rows whose photos may be shown no more: of what leaves all, and of what goes out the version before, which may have others. */
function beforeOf(documentId: string, isGoingOut: boolean, action: string): Entity | undefined {
  if (LEAVING.has(action)) return { documentId };
  return isGoingOut ? liveOf(documentId) : undefined;
}

/** Answers the photos that it shows. */
async function releasePhotos(strapi: Core.Strapi, documentId: string, judge: Judging): Promise<Entity[]> {
  const [live] = await shownIn(strapi, liveOf(documentId));
  if (!live) return [];
  const { article, photos } = live;
  const held = photos.filter(({ released }) => released === false).map(({ id }) => id);
  if (letsPhotosOut(article, new Date())) await setReleased(strapi, held, true, judge);
  // It is published, and not to be seen: under an embargo, expired, killed.
  else await followStories(strapi, photos, new Date(), judge);
  return photos;
}

const liveOf = (documentId: string): Entity => ({ documentId, publishedAt: { $notNull: true } });

/** What was published by hand does not go out once more when its embargo ends. */
async function goneOut(strapi: Core.Strapi, documentId: string): Promise<void> {
  const where = { documentId, publishWhenLifted: true };
  const articles = strapi.db.query(UID.article);
  if ((await articles.count({ where })) > 0) await articles.updateMany({ where, data: { publishWhenLifted: false } });
}

async function tightenAtOnce(strapi: Core.Strapi, documentId: string, now: Date): Promise<void> {
  const articles = strapi.db.query(UID.article);
  const rows = (await articles.findMany({
    select: ['id', 'publishedAt', 'restrictions', ...CLOSING_FIELDS],
    where: { documentId },
  })) as Entity[];
  const [draft, live] = [rows.find((row) => !row['publishedAt']), rows.find((row) => row['publishedAt'])];
  if (!draft || !live) return;
  const data = { ...closing(draft, live, now), ...restricting(draft, live) };
  if (Object.keys(data).length === 0) return;
  await articles.updateMany({ where: { documentId, publishedAt: { $notNull: true } }, data });
  // Readers of changes must be told; but rows that are saved at the same moment count as the same, and the draft has more.
  const updatedAt = new Date(now.getTime() - SAME_SAVE_MS);
  await strapi.db.queryBuilder(UID.article).where({ id: live['id'] }).update({ updatedAt }).execute();
}

/** Twice what the Content Manager takes for one save of both versions. */
const SAME_SAVE_MS = 1000;

/** All that closes a draft; of a draft that is open, an earlier end. */
function closing(draft: Entity, live: Entity, now: Date): Entity {
  if (isClosed(draft, now)) return Object.fromEntries(CLOSING_FIELDS.map((field) => [field, draft[field] ?? null]));
  const end = timeOf(draft['expires']);
  return end !== undefined && end < (timeOf(live['expires']) ?? Infinity) ? { expires: draft['expires'] } : {};
}

function restricting(draft: Entity, live: Entity): Entity {
  const standing = restrictionsIn(live['restrictions']);
  const restrictions = stricter(standing, restrictionsIn(draft['restrictions']));
  return restrictions === standing ? {} : { restrictions };
}

function isClosed({ pubStatus, embargoedUntil, expires }: Entity, now: Date): boolean {
  return (
    pubStatus !== 'usable' ||
    (timeOf(embargoedUntil) ?? -Infinity) > now.getTime() ||
    (timeOf(expires) ?? Infinity) <= now.getTime()
  );
}

const timeOf = (value: unknown): number | undefined =>
  value === null || value === undefined ? undefined : new Date(value instanceof Date ? value : String(value)).getTime();
