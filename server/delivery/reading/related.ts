import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { foldName } from '../../wire/fold';
import { topicsOf } from '../search/document';
import { searchStore } from '../search/index-of';
import { newest } from './candidates';

/** So many of the newest with a shared topic, and of those in a shared category, are compared. */
const COMPARED = 100;
/** A shared subject or keyword says more than a shared section of the site. */
const TOPIC = 3;
const CATEGORY = 1;

interface Story {
  id: number;
  documentId: string;
  headline?: unknown;
  subjects?: unknown;
  keywords?: unknown;
  categories?: { id: number }[];
}

const FIELDS = ['id', 'documentId', 'headline', 'subjects', 'keywords', 'listedAt'];

/**
 * The ids of the published stories that share most with one, the newest first among equals. Another version of the same
 * story is no other story.
 */
export async function relatedIds(strapi: Core.Strapi, documentId: string): Promise<number[] | undefined> {
  const articles = strapi.db.query(UID.article);
  const populate = { categories: { select: ['id'] } };
  const where = { documentId, publishedAt: { $notNull: true } };
  const story = (await articles.findOne({ select: FIELDS, where, populate })) as Story | null;
  if (!story) return undefined;
  const topics = topicsOf({ ...story });
  const sections = (story.categories ?? []).map(({ id }) => id);
  const ids = new Set([
    ...(topics.length > 0 ? await searchStore(strapi).withTopics(strapi.db.connection, topics, COMPARED) : []),
    ...(sections.length > 0
      ? await newest(strapi, [{ attribute: 'categories', ids: sections }], undefined, COMPARED)
      : []
    ).map(({ id }) => id),
  ]);
  ids.delete(story.id);
  const others = (await articles.findMany({
    select: FIELDS,
    where: { id: { $in: [...ids] } },
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    populate,
  })) as Story[];
  const same = await nearDuplicates(strapi, story.documentId);
  return others
    .filter((other) => !same.has(other.documentId) && !isSame(other, story))
    .map((other) => ({ id: other.id, shared: sharedBy(other, topics, sections) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ id }) => id);
}

function sharedBy(other: Story, topics: readonly string[], sections: readonly number[]): number {
  const shared = topicsOf({ ...other }).filter((topic) => topics.includes(topic)).length;
  const together = (other.categories ?? []).filter(({ id }) => sections.includes(id)).length;
  return shared * TOPIC + together * CATEGORY;
}

/** The story itself, and those that the importer or an editor holds for the same one; the guard hides that list. */
async function nearDuplicates(strapi: Core.Strapi, documentId: string): Promise<Set<string>> {
  const rows = await strapi.db
    .queryBuilder(UID.nearDuplicate)
    .select(['other'])
    .where({ article: documentId, $or: [{ dismissed: false }, { dismissed: { $null: true } }] })
    .execute<{ other: string }[]>();
  return new Set([documentId, ...rows.map(({ other }) => other)]);
}

/** Two deliveries of one story under one headline. */
const isSame = (one: Story, other: Story): boolean => headlineOf(one) !== '' && headlineOf(one) === headlineOf(other);
const headlineOf = ({ headline }: Story): string => (typeof headline === 'string' ? foldName(headline) : '');
