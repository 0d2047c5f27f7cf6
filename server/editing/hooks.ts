import type { Core } from '@strapi/strapi';
import { randomBytes } from 'node:crypto';
import { ILLUSTRATION, UID } from '../../contracts/uid';
import { checkRestrictions } from '../gate/restrictions-written';
import { foldName } from '../wire/fold';
import { sanitiseBody } from '../wire/html';
import { completeAgency } from './agency';
import { inertAddress, inertLine, inertParagraphs, inertText, inertValue } from './inert-text';
import { slugOf, slugWithId } from './slug';

type Row = Record<string, unknown>;

/** Databases take a limited number of values in one statement. */
const SLUGS_AT_ONCE = 500;

/** The columns that a slug is made of, by content type. */
const SLUGGED: Record<string, string> = { [UID.article]: 'headline', [UID.category]: 'name' };

const CREDIT = ['byline', 'creditLine', 'copyrightHolder', 'copyrightNotice', 'usageTerms'];

/** The fields that are text and no HTML, by content type: what looks like markup in them must never become any. */
const PLAIN: Record<string, readonly string[]> = {
  [UID.article]: [...CREDIT, 'headline', 'subheadline', 'slugline', 'dateline', 'located', 'abstract', 'edNote', 'language'],
  [UID.photo]: [
    ...CREDIT, 'headline', 'caption', 'altText', 'bylineTitle', 'source', 'instructions',
    'dateCreated', 'city', 'state', 'country', 'countryCode',
  ],
  [UID.category]: ['name', 'mediaTopic'],
  [UID.agency]: ['name', 'creditTemplate', 'copyrightHolder', 'copyrightNotice', 'usageTerms', 'restrictionTerms'],
  [ILLUSTRATION]: ['caption'],
}; // prettier-ignore
/** Lists of texts, and of objects that hold texts. */
const LISTS: Record<string, readonly string[]> = {
  [UID.article]: ['genres', 'keywords', 'subjects', 'restrictions'],
  [UID.photo]: ['keywords', 'restrictions'],
  [UID.category]: ['aliases'],
  [UID.agency]: ['aliases', 'restrictions'],
};
/** What carries restrictions of its own; an agency's are read from its terms (`gate/hooks.ts`). */
const RESTRICTED: ReadonlySet<string> = new Set([UID.article, UID.photo]);
/** What front-ends and feeds make links of. */
const ADDRESSES: Record<string, readonly string[]> = {
  [UID.photo]: ['webStatementOfRights', 'licensorUrl', 'digitalSourceType', 'dataMining'],
};
const NAMED: ReadonlySet<string> = new Set([UID.category, UID.agency]);

/**
 * What holds for every write, whoever makes it (Content Manager, import, Document Service, query engine):
 * bodies are sanitised, all other text is plain text, restrictions can be read, slugs are never empty and unique, names
 * can be matched.
 * These are database hooks because document middlewares do not see writes through `strapi.db`.
 */
export function subscribeToWrites(strapi: Core.Strapi): void {
  const complete = async (uid: string, data: Row, id?: unknown) => {
    clean(uid, data);
    if (uid === UID.agency) await completeAgency(strapi, data, id);
    const source = SLUGGED[uid];
    if (source !== undefined) await fillSlug(strapi, uid, source, data, id);
  };
  strapi.db.lifecycles.subscribe({
    models: [UID.article, UID.photo, UID.category, UID.agency, UID.comment, ILLUSTRATION],
    async beforeCreate(event) {
      await complete(event.model.uid, event.params.data as Row);
    },
    async beforeUpdate(event) {
      await complete(event.model.uid, event.params.data as Row, (event.params.where as Row | undefined)?.['id']);
    },
    async beforeCreateMany(event) {
      const { uid } = event.model;
      const rows = event.params.data as Row[];
      for (const data of rows) clean(uid, data);
      const source = SLUGGED[uid];
      if (source !== undefined) await fillSlugs(strapi, uid, source, rows);
    },
    beforeUpdateMany(event) {
      clean(event.model.uid, event.params.data as Row);
    },
  });
}

function clean(uid: string, data: Row): void {
  if (RESTRICTED.has(uid)) checkRestrictions(data);
  for (const field of PLAIN[uid] ?? []) {
    const text = data[field];
    if (typeof text === 'string' && text.includes('<')) data[field] = inertText(text);
  }
  for (const field of LISTS[uid] ?? []) {
    if (data[field] !== undefined && data[field] !== null) data[field] = inertList(data[field]);
  }
  for (const field of ADDRESSES[uid] ?? []) {
    const address = data[field];
    if (typeof address === 'string') data[field] = inertAddress(address);
  }
  if (uid === UID.article && typeof data['body'] === 'string') data['body'] = sanitiseBody(data['body']);
  if (uid === UID.comment && typeof data['text'] === 'string') data['text'] = inertParagraphs(data['text']);
  if (uid === UID.comment && typeof data['authorName'] === 'string') data['authorName'] = inertLine(data['authorName']);
  if (NAMED.has(uid) && typeof data['name'] === 'string') data['nameKey'] = foldName(data['name']);
}

/** A list as it is, or as the text that some writers make of it. What is no JSON is left for the database to refuse. */
function inertList(list: unknown): unknown {
  if (typeof list !== 'string' || !list.includes('<')) return inertValue(list);
  try {
    return JSON.stringify(inertValue(JSON.parse(list)));
  } catch {
    return inertText(list);
  }
}

/**
 * Fills an empty slug and makes a taken one unique with two look-ups on the slug's index, however many rows there are.
 * Draft and published row of a document share their slug.
 */
async function fillSlug(strapi: Core.Strapi, uid: string, source: string, data: Row, id: unknown): Promise<void> {
  const isNew = id === undefined;
  const given = data['slug'];
  if (!isNew && given === undefined) return;
  const title = data[source];
  const wanted = typeof given === 'string' && given !== '' ? given : title;
  if (typeof wanted !== 'string' || wanted === '') return;
  const documentId = data['documentId'] ?? (isNew ? undefined : await documentIdOf(strapi, uid, id));
  const name = String(documentId ?? '');
  const slug = slugOf(wanted, name || 'story');
  data['slug'] = (await isTaken(strapi, uid, slug, documentId))
    ? slugWithId(slug, name || randomBytes(3).toString('hex'))
    : slug;
}

/** The same for many new rows, with one look-up for all of them. Rows of one document share their slug. */
async function fillSlugs(strapi: Core.Strapi, uid: string, source: string, rows: readonly Row[]): Promise<void> {
  const wanted = rows.flatMap((row) => {
    const title = row['slug'] || row[source];
    const documentId = String(row['documentId'] ?? '');
    return typeof title === 'string' && title !== ''
      ? [{ row, documentId, slug: slugOf(title, documentId || 'story') }]
      : [];
  });
  const owners = await ownersOf(strapi, uid, [...new Set(wanted.map(({ slug }) => slug))]);
  for (const { row, documentId, slug } of wanted) {
    const owned = owners.get(slug) ?? new Set();
    const isFree = owned.size === 0 || (documentId !== '' && owned.size === 1 && owned.has(documentId));
    row['slug'] = isFree ? slug : slugWithId(slug, documentId || randomBytes(3).toString('hex'));
    owners.set(slug, owned.add(documentId));
  }
}

/** The documents that have these slugs now. */
async function ownersOf(
  strapi: Core.Strapi,
  uid: string,
  slugs: readonly string[],
): Promise<Map<string, Set<unknown>>> {
  const owners = new Map<string, Set<unknown>>();
  for (let at = 0; at < slugs.length; at += SLUGS_AT_ONCE) {
    const rows = (await strapi.db.query(uid).findMany({
      select: ['id', 'slug', 'documentId'],
      where: { slug: { $in: slugs.slice(at, at + SLUGS_AT_ONCE) } },
    })) as Row[];
    for (const { slug, documentId } of rows) {
      owners.set(String(slug), (owners.get(String(slug)) ?? new Set()).add(documentId));
    }
  }
  return owners;
}

async function isTaken(strapi: Core.Strapi, uid: string, slug: string, documentId: unknown): Promise<boolean> {
  const other = await strapi.db.query(uid).findOne({
    select: ['id'],
    where: { slug, ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }) },
  });
  return Boolean(other);
}

async function documentIdOf(strapi: Core.Strapi, uid: string, id: unknown): Promise<unknown> {
  const row: unknown = await strapi.db.query(uid).findOne({ select: ['documentId'], where: { id } });
  return row && typeof row === 'object' && 'documentId' in row ? row.documentId : undefined;
}
