import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
import { shownCredit } from '../../rights/house-line';
import { rowsShowing } from '../../shown-in';
import { bothOf, endOf, NO_TIME, turn, type Span } from './usage-spans';

/** Something that stands in a published article: the article itself, or a photo in it. */
export interface Standing {
  /** What the row of the book is called as long as it stands there. */
  openKey: string;
  /** What the report tells of it. */
  told: Entity;
  /** When readers have it, as it is judged now; undefined for never. */
  shown: Span | undefined;
  /** Of the article. */
  publishedAt: number;
}

/**
 * What ran: a row for every article that readers have, and for every photo in it, from when to when they have it. It is
 * what an agency asks for when it audits a contract; the published rows alone forget what was taken down. What stands in a
 * published article and has not been shown (embargoed, expired, forbidden) has a row that begins at no time.
 */
export async function keepUsage(strapi: Core.Strapi, articles: readonly string[], now: Date): Promise<void> {
  if (articles.length === 0) return;
  const book = () => strapi.db.queryBuilder(UID.usage);
  const known = (await book()
    .init({ where: { articleDocumentId: { $in: [...articles] }, openKey: { $notNull: true } } })
    .execute()) as Entity[];
  const live = await liveArticles(strapi, articles);
  const standing = new Map(live.flatMap((row) => standingIn(row, now)).map((one) => [one.openKey, one]));
  const plan = planned(known, standing, now);
  const { forgotten, changed } = plan;
  if (forgotten.length > 0) {
    await book()
      .delete()
      .where({ id: { $in: forgotten } })
      .execute();
  }
  for (const { data, ids } of changed) {
    await book()
      .update({ ...data, updatedAt: now })
      .where({ id: { $in: ids } })
      .execute();
  }
  const entered = await enteredBefore(strapi, known, plan.made);
  await insertUsage(
    strapi,
    plan.made.map((one) => usageRow(one, now, entered)),
  );
}

interface Plan {
  /** Rows of what was never shown and stands there no more. */
  forgotten: unknown[];
  /** What is written into rows, those that are given the same together. */
  changed: { data: Entity; ids: unknown[] }[];
  made: Standing[];
}

function planned(known: readonly Entity[], standing: ReadonlyMap<string, Standing>, now: Date): Plan {
  const time = now.getTime();
  const forgotten: unknown[] = [];
  const changed = new Map<string, Plan['changed'][number]>();
  const made = new Map(standing);
  for (const row of known) {
    const before = spanOf(row);
    const one = standing.get(String(row['openKey']));
    const { known: after, next } = one
      ? turn(before, one.shown, time)
      : { known: endOf(before, time), next: undefined };
    if (!after) forgotten.push(row['id']);
    const isLeft = !one || next !== undefined;
    if (!isLeft) made.delete(one.openKey);
    const data = after && {
      ...(isLeft ? { openKey: null } : {}),
      ...(before.from === after.from ? {} : { startedAt: new Date(after.from) }),
      ...(before.until === after.until ? {} : { endedAt: endedAt(after) }),
      ...(one && after.until > time ? corrected(row, one) : {}),
    };
    if (!data || Object.keys(data).length === 0) continue;
    const key = JSON.stringify(data);
    const group: Plan['changed'][number] = changed.get(key) ?? { data, ids: [] };
    group.ids.push(row['id']);
    changed.set(key, group);
  }
  return { forgotten, changed: [...changed.values()], made: [...made.values()] };
}

/** What may be corrected while it runs: who is credited and what it is called. */
const TOLD = ['articleTitle', 'itemTitle', 'agencyDocumentId', 'agencyName', 'creditLine', 'copyrightHolder'] as const;

const corrected = (row: Entity, { told }: Standing): Entity =>
  Object.fromEntries(TOLD.flatMap((field) => ((row[field] ?? null) === told[field] ? [] : [[field, told[field]]])));

const spanOf = ({ startedAt, endedAt }: Entity): Span => ({
  from: Date.parse(timeOf(startedAt)),
  until: endedAt === null || endedAt === undefined ? NO_TIME : Date.parse(timeOf(endedAt)),
});

const endedAt = ({ until }: Span): Date | null => (until < NO_TIME ? new Date(until) : null);

/** The articles that the book has told of before: what is new in them begins now, and not with their publication. */
async function enteredBefore(
  strapi: Core.Strapi,
  known: readonly Entity[],
  made: readonly Standing[],
): Promise<ReadonlySet<unknown>> {
  const entered = new Set(known.map(({ articleDocumentId }) => articleDocumentId));
  const others = [...new Set(made.map(({ told }) => told['articleDocumentId']))].filter((id) => !entered.has(id));
  if (others.length === 0) return entered;
  const rows = (await strapi.db
    .queryBuilder(UID.usage)
    .init({ select: ['id', 'articleDocumentId'], where: { articleDocumentId: { $in: others } } })
    .execute()) as Entity[];
  for (const { articleDocumentId } of rows) entered.add(articleDocumentId);
  return entered;
}

/** A new row of the book. */
export function usageRow(one: Standing, now: Date, entered: ReadonlySet<unknown> = new Set()): Entity {
  const { openKey, told, shown, publishedAt } = one;
  const since = entered.has(told['articleDocumentId']) ? now.getTime() : publishedAt;
  const { next: span = { from: NO_TIME, until: NO_TIME } } = turn(undefined, shown, now.getTime(), since);
  const times = { startedAt: new Date(span.from), endedAt: endedAt(span), createdAt: now, updatedAt: now };
  return { openKey, ...told, ...times };
}

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

/** What stands in a published article, given with its judgement: itself and its photos. What is killed or withheld does not. */
export function standingIn(article: Entity, now: Date): Standing[] {
  if (article['pubStatus'] !== 'usable') return [];
  const illustrations = Array.isArray(article['photos']) ? (article['photos'] as Entity[]) : [];
  const photos = illustrations.flatMap(({ photo }) => (photo ? [photo as Entity] : []));
  const items = [
    standingOf(article, 'article', article, now),
    ...photos
      .filter(({ pubStatus }) => pubStatus === 'usable')
      .map((photo) => standingOf(article, 'photo', photo, now)),
  ];
  return [...new Map(items.map((one) => [one.openKey, one])).values()];
}

function standingOf(article: Entity, itemType: 'article' | 'photo', item: Entity, now: Date): Standing {
  const agency = item['agency'] as Entity | null | undefined;
  return {
    openKey: `${String(article['documentId'])}:${String(item['documentId'])}`,
    told: {
      articleDocumentId: article['documentId'],
      articleTitle: titleOf(article),
      itemType,
      itemDocumentId: item['documentId'],
      itemTitle: titleOf(item),
      agencyDocumentId: textOf(agency, 'documentId') ?? null,
      agencyName: textOf(agency, 'name') ?? null,
      // As readers are given it.
      creditLine: textOf(item, 'houseCredit') ?? shownCredit(item, null) ?? null,
      copyrightHolder: textOf(item, 'copyrightHolder') ?? null,
    },
    shown: bothOf(judgedSpan(article), judgedSpan(item), now.getTime()),
    publishedAt: article['publishedAt'] ? Date.parse(timeOf(article['publishedAt'])) : now.getTime(),
  };
}

/** As the judgement in a row has it; undefined for a row that was never judged. */
function judgedSpan({ servableFrom, servableUntil }: Entity): Span | undefined {
  if (!servableFrom || !servableUntil) return undefined;
  return { from: Date.parse(timeOf(servableFrom)), until: Date.parse(timeOf(servableUntil)) };
}

const titleOf = (item: Entity): string => (textOf(item, 'headline') ?? textOf(item, 'caption') ?? '').slice(0, 200);

const RIGHTS = ['id', 'documentId', 'headline', 'creditLine', 'copyrightHolder', 'pubStatus', 'servableFrom', 'servableUntil', 'houseCredit']; // prettier-ignore
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

/** The articles in which the book has any of these standing: the articles themselves, or photos. Must be given at most 500. */
export async function articlesInBook(strapi: Core.Strapi, items: readonly string[]): Promise<string[]> {
  if (items.length === 0) return [];
  const rows = (await strapi.db
    .queryBuilder(UID.usage)
    .init({
      select: ['id', 'articleDocumentId'],
      where: { itemDocumentId: { $in: [...items] }, openKey: { $notNull: true } },
    })
    .execute()) as Entity[];
  return [...new Set(rows.map(({ articleDocumentId }) => String(articleDocumentId)))];
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
