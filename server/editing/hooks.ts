import type { Core } from '@strapi/strapi';
import { randomBytes } from 'node:crypto';
import { UID } from '../../contracts/uid';
import { foldName } from '../wire/fold';
import { plainText, sanitiseBody } from '../wire/html';
import { slugOf, slugWithId } from './slug';

type Row = Record<string, unknown>;

/** The columns that a slug is made of, by content type. */
const SLUGGED: Record<string, string> = { [UID.article]: 'headline', [UID.category]: 'name' };
const NAMED: ReadonlySet<string> = new Set([UID.category, UID.agency]);

/**
 * What holds for every write, whoever makes it (Content Manager, import, Document Service, query engine):
 * bodies are sanitised, comments are plain text, slugs are never empty and unique, names can be matched.
 * These are database hooks because document middlewares do not see writes through `strapi.db`.
 */
export function subscribeToWrites(strapi: Core.Strapi): void {
  const complete = async (uid: string, data: Row, id?: unknown) => {
    clean(uid, data);
    const source = SLUGGED[uid];
    if (source !== undefined) await fillSlug(strapi, uid, source, data, id);
  };
  strapi.db.lifecycles.subscribe({
    models: [UID.article, UID.category, UID.agency, UID.comment],
    async beforeCreate(event) {
      await complete(event.model.uid, event.params.data as Row);
    },
    async beforeUpdate(event) {
      await complete(event.model.uid, event.params.data as Row, (event.params.where as Row | undefined)?.['id']);
    },
    async beforeCreateMany(event) {
      for (const data of event.params.data as Row[]) await complete(event.model.uid, data);
    },
    beforeUpdateMany(event) {
      clean(event.model.uid, event.params.data as Row);
    },
  });
}

function clean(uid: string, data: Row): void {
  if (uid === UID.article && typeof data['body'] === 'string') data['body'] = sanitiseBody(data['body']);
  if (uid === UID.comment && typeof data['text'] === 'string') data['text'] = plainText(data['text']);
  if (NAMED.has(uid) && typeof data['name'] === 'string') data['nameKey'] = foldName(data['name']);
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
