import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { documentIdOf, type Entity } from '../documents';
import { rejudge } from '../gate/judge';
import { restrictionsIn } from '../gate/stored-restrictions';
import { followStories, letsPhotosOut, photosIn } from '../gate/story-photos';
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
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID.article || !FOLLOWED.has(context.action)) return next();
    const followed = inTransaction(strapi, async () => {
      const { documentId, status } = context.params as { documentId?: string; status?: string };
      const isGoingOut = context.action === 'publish' || status === 'published';
      const had = LEAVING.has(context.action) ? {} : isGoingOut ? { publishedAt: { $notNull: true } } : undefined;
      // A version that goes out may have dropped a photo of the one before.
      const leaving = had && documentId ? await photosIn(strapi, { documentId, ...had }) : [];
      const result: unknown = await next();
      const id = documentId ?? documentIdOf(result);
      if (id !== undefined) {
        if (isGoingOut) {
          const shown = await releasePhotos(strapi, id, wake);
          const dropped = leaving.filter(({ id: photo }) => !shown.has(photo));
          if (dropped.length > 0) await follow(strapi, dropped, wake);
          await goneOut(strapi, id);
        } else if (context.action === 'update') await tightenAtOnce(strapi, id, new Date());
      }
      if (!isGoingOut && leaving.length > 0) await follow(strapi, leaving, wake);
      return result;
    });
    return (await followed) as Awaited<ReturnType<typeof next>>;
  });
}

const FOLLOWED: ReadonlySet<string> = new Set(['create', 'update', 'publish', 'unpublish', 'delete']);
/** What takes an article from readers, and with it the photos that only it shows. */
const LEAVING: ReadonlySet<string> = new Set(['unpublish', 'delete']);

/** Answers the ids of the photos that it shows. */
async function releasePhotos(strapi: Core.Strapi, documentId: string, wake: () => void): Promise<Set<unknown>> {
  const where = { documentId, publishedAt: { $notNull: true } };
  const article = (await strapi.db.query(UID.article).findOne({
    select: ['id', 'publishedAt', 'blockedBy', 'servableFrom', 'servableUntil'],
    where,
    populate: { photos: { populate: { photo: { select: ['id', 'released'] } } } },
  })) as (Entity & { photos?: { photo?: Entity | null }[] }) | null;
  const photos = (article?.photos ?? []).flatMap(({ photo }) => (photo ? [photo] : []));
  const shown = new Set(photos.map(({ id }) => id));
  if (!article) return shown;
  if (letsPhotosOut(article, new Date())) {
    const held = photos.flatMap(({ id, released }) => (released === false ? [id] : []));
    if (held.length > 0) await release(strapi, held, wake);
  }
  // It is published, and not to be seen: under an embargo, expired, killed.
  else await follow(strapi, await photosIn(strapi, where), wake);
  return shown;
}

/** Past the hooks, so that nobody seems to have worked on the photos: the run that brought them can still be undone. */
async function release(strapi: Core.Strapi, ids: readonly unknown[], wake: () => void): Promise<void> {
  await strapi.db
    .queryBuilder(UID.photo)
    .where({ id: { $in: ids } })
    .update({ released: true })
    .execute();
  await rejudge(strapi, UID.photo, { id: { $in: ids } }, new Date());
  await strapi.db.transaction(({ onCommit }) => onCommit(wake));
}

async function follow(strapi: Core.Strapi, photos: readonly Entity[], wake: () => void): Promise<void> {
  const now = new Date();
  await followStories(strapi, photos, now, async (ids) => {
    await rejudge(strapi, UID.photo, { id: { $in: ids } }, now);
    // Their files go out of reach, or back, after the commit.
    await strapi.db.transaction(({ onCommit }) => onCommit(wake));
  });
}

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
