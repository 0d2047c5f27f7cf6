import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
import { rowsShowing } from '../../shown-in';

/**
 * What ran: a row for every article that readers have, and for every photo in it, open as long as they have it. It is
 * what an agency asks for when it audits a contract; the published rows alone forget what was taken down.
 */
export async function keepUsage(strapi: Core.Strapi, articles: readonly string[], now: Date): Promise<void> {
  if (articles.length === 0) return;
  const ids = [...articles];
  const open = (await strapi.db
    .queryBuilder(UID.usage)
    .init({ where: { articleDocumentId: { $in: ids }, endedAt: { $null: true } } })
    .execute()) as Entity[];
  const runs = new Map((await liveArticles(strapi, ids)).flatMap((row) => usageRows(row, now)).map((row) => [row.openKey, row])); // prettier-ignore
  const ended = open.filter(({ openKey }) => !runs.has(String(openKey)));
  if (ended.length > 0) {
    await strapi.db
      .queryBuilder(UID.usage)
      .update({ endedAt: now, openKey: null, updatedAt: now })
      .where({ id: { $in: ended.map(({ id }) => id) } })
      .execute();
  }
  const known = new Map(open.map((row) => [String(row['openKey']), row]));
  for (const [key, row] of runs) {
    const before = known.get(key);
    const told = before ? TOLD.filter((field) => (before[field] ?? null) !== (row[field] ?? null)) : [];
    if (!before || told.length === 0) continue;
    await strapi.db
      .queryBuilder(UID.usage)
      .update({ ...Object.fromEntries(told.map((field) => [field, row[field] ?? null])), updatedAt: now })
      .where({ id: before['id'] })
      .execute();
  }
  await insertUsage(
    strapi,
    [...runs.values()].filter(({ openKey }) => !known.has(openKey)),
  );
}

/** What may be corrected while it runs: who is credited and what it is called. */
const TOLD = ['articleTitle', 'itemTitle', 'agencyDocumentId', 'agencyName', 'creditLine', 'copyrightHolder'] as const;

export async function insertUsage(strapi: Core.Strapi, rows: readonly Entity[]): Promise<void> {
  const size = strapi.db.dialect.getBatchInsertSize();
  for (let at = 0; at < rows.length; at += size) {
    await strapi.db
      .queryBuilder(UID.usage)
      .insert(rows.slice(at, at + size))
      .onConflict('open_key')
      .ignore()
      .execute();
  }
}

/** The rows of a published article: itself and its photos. What is killed or withheld does not run. */
export function usageRows(article: Entity, now: Date): (Entity & { openKey: string })[] {
  if (article['pubStatus'] !== 'usable') return [];
  const illustrations = Array.isArray(article['photos']) ? (article['photos'] as Entity[]) : [];
  const photos = illustrations.flatMap(({ photo }) => (photo ? [photo as Entity] : []));
  const items = [
    usageRow(article, 'article', article, now),
    ...photos.filter(({ pubStatus }) => pubStatus === 'usable').map((photo) => usageRow(article, 'photo', photo, now)),
  ];
  return [...new Map(items.map((row) => [row.openKey, row])).values()];
}

function usageRow(
  article: Entity,
  itemType: 'article' | 'photo',
  item: Entity,
  now: Date,
): Entity & { openKey: string } {
  const agency = item['agency'] as Entity | null | undefined;
  return {
    openKey: `${String(article['documentId'])}:${String(item['documentId'])}`,
    articleDocumentId: article['documentId'],
    articleTitle: titleOf(article),
    itemType,
    itemDocumentId: item['documentId'],
    itemTitle: titleOf(item),
    agencyDocumentId: textOf(agency, 'documentId') ?? null,
    agencyName: textOf(agency, 'name') ?? null,
    creditLine: textOf(item, 'creditLine') ?? null,
    copyrightHolder: textOf(item, 'copyrightHolder') ?? null,
    // SQLite would compare an instant in words with one in numbers.
    startedAt: article['publishedAt'] ? new Date(timeOf(article['publishedAt'])) : now,
    endedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

const titleOf = (item: Entity): string => (textOf(item, 'headline') ?? textOf(item, 'caption') ?? '').slice(0, 200);

const RIGHTS = ['id', 'documentId', 'headline', 'creditLine', 'copyrightHolder', 'pubStatus'];
const AGENCY = { agency: { select: ['id', 'documentId', 'name'] } };

async function liveArticles(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Entity[]> {
  return (await strapi.db
    .queryBuilder(UID.article)
    .init({
      select: [...RIGHTS, 'publishedAt'],
      where: { documentId: { $in: [...documentIds] }, publishedAt: { $notNull: true } },
      populate: { ...AGENCY, photos: { populate: { photo: { select: [...RIGHTS, 'caption'], populate: AGENCY } } } },
    })
    .execute()) as Entity[];
}

/** Databases take a limited number of values in one statement. */
const ROWS_AT_ONCE = 500;

/** The published articles that have these photos. */
export async function articlesWith(strapi: Core.Strapi, photos: readonly string[]): Promise<string[]> {
  if (photos.length === 0) return [];
  const shown = await rowsShowing(strapi, photos);
  const found = new Set<string>();
  for (let at = 0; at < shown.length; at += ROWS_AT_ONCE) {
    const rows = (await strapi.db
      .queryBuilder(UID.article)
      .init({
        select: ['id', 'documentId'],
        where: { id: { $in: shown.slice(at, at + ROWS_AT_ONCE) }, publishedAt: { $notNull: true } },
      })
      .execute()) as Entity[];
    for (const { documentId } of rows) found.add(String(documentId));
  }
  return [...found];
}
