import type { Core } from '@strapi/strapi';
import { ILLUSTRATION, UID } from '../contracts/uid';
import { componentIs, joinOf, tableOf } from './tables';

/** More rows than this are not named in one condition: a photo that so many show is a form, a logo. */
export const MAX_ROWS = 10_000;

/** Databases take a limited number of values in one statement. */
const AT_ONCE = 500;

/**
 * The ids of the article rows, drafts and live ones, that show any of these photos (document ids). It goes from the photos
 * to the articles: Strapi's own filter over a component begins at the articles, and SQLite then reads all of them.
 */
export async function rowsShowing(strapi: Core.Strapi, photos: readonly string[]): Promise<number[]> {
  const inArticle = joinOf(strapi, UID.article, 'photos');
  const ofPhoto = joinOf(strapi, ILLUSTRATION, 'photo');
  const ids = new Set<number>();
  for (let at = 0; at < photos.length; at += AT_ONCE) {
    const rows = await strapi.db.transaction(async ({ trx }) => {
      const found: unknown = await strapi.db
        .connection({ f: tableOf(strapi, UID.photo) })
        .distinct({ id: `c.${inArticle.from}` })
        .join({ p: ofPhoto.table }, `p.${ofPhoto.to}`, 'f.id')
        .join({ c: inArticle.table }, `c.${inArticle.to}`, `p.${ofPhoto.from}`)
        .where(componentIs(strapi, 'c', ILLUSTRATION))
        .whereIn('f.document_id', photos.slice(at, at + AT_ONCE))
        .transacting(trx);
      return found as { id: number }[];
    });
    for (const { id } of rows) ids.add(Number(id));
  }
  return [...ids];
}
