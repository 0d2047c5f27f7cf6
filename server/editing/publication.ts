import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';

/** What decides whether an article is shown at all, beside its being published. */
const CLOSING_FIELDS = ['pubStatus', 'embargoedUntil', 'expires'] as const;

/**
 * What follows from publishing and from closing an article, in the transaction of the write itself:
 * its photos are released when it is published, and what closes its draft closes it to readers at once. Opening it
 * again takes a click on Publish, closing it does not wait for one.
 */
export function followPublication(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID.article || !['create', 'update', 'publish'].includes(context.action)) return next();
    const followed = strapi.db.transaction(async () => {
      const result: unknown = await next();
      const { documentId, status } = context.params as { documentId?: string; status?: string };
      const id = documentId ?? documentIdOf(result);
      if (id !== undefined) {
        if (context.action === 'publish' || status === 'published') await releasePhotos(strapi, id);
        else if (context.action === 'update') await closeAtOnce(strapi, id, new Date());
      }
      return result;
    });
    return (await followed) as Awaited<ReturnType<typeof next>>;
  });
}

async function releasePhotos(strapi: Core.Strapi, documentId: string): Promise<void> {
  const article = (await strapi.db.query(UID.article).findOne({
    select: ['id'],
    where: { documentId, publishedAt: { $notNull: true } },
    populate: { photos: { populate: { photo: { select: ['id', 'released'] } } } },
  })) as { photos?: { photo?: Entity | null }[] } | null;
  const held = (article?.photos ?? []).flatMap(({ photo }) => (photo?.['released'] === false ? [photo['id']] : []));
  if (held.length > 0) {
    await strapi.db.query(UID.photo).updateMany({ where: { id: { $in: held } }, data: { released: true } });
  }
}

async function closeAtOnce(strapi: Core.Strapi, documentId: string, now: Date): Promise<void> {
  const articles = strapi.db.query(UID.article);
  const where = { documentId, publishedAt: { $null: true } };
  const draft = (await articles.findOne({ select: ['id', ...CLOSING_FIELDS], where })) as Entity | null;
  if (!draft || !isClosed(draft, now)) return;
  const data = Object.fromEntries(CLOSING_FIELDS.map((field) => [field, draft[field] ?? null]));
  await articles.updateMany({ where: { documentId, publishedAt: { $notNull: true } }, data });
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

function documentIdOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('documentId' in result)) return undefined;
  return typeof result.documentId === 'string' ? result.documentId : undefined;
}
