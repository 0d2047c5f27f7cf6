import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import { readerOf } from '../reader';
import { deliverySettings } from '../settings';

/** The types whose lists the public reads. */
const LISTED: ReadonlySet<string> = new Set([UID.article, UID.photo, UID.category, UID.comment]);

/** What a list may ask for to be read here; whatever asks for something else is left to Strapi. */
const listed = z
  .object({
    filters: z.looseObject({}).optional(),
    sort: z.union([z.string(), z.array(z.string())]).optional(),
    populate: z.union([z.string(), z.array(z.string()), z.looseObject({}).refine(wantsWholeRows)]).optional(),
    start: z.int().nonnegative().optional(),
    limit: z.int().positive().optional(),
    status: z.literal('published').optional(),
  })
  .strict();

/** Strapi adds `documentId` to the fields that are picked of a relation (`document-service/transform/populate.js`). */
function wantsWholeRows(populate: object): boolean {
  return Object.entries(populate).every(([name, value]) => name !== 'fields' && (!isObject(value) || wantsWholeRows(value))); // prettier-ignore
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

type Query = Parameters<ReturnType<Core.Strapi['db']['query']>['findMany']>[0];

/**
 * Lists of the public are read and counted without the transaction that the Document Service puts around every read
 * (`document-service/common.js`): `BEGIN` and `COMMIT` are two of the ten statements of a front page, and hold the only
 * connection that SQLite has. Everything else is as Strapi has it: its query engine reads, with all hooks. The Document
 * Service's look at the form of a question is left out: the content API has looked before, and a host's own controller
 * that has not gets the query engine's error. What asks for more than a list of rows is left to Strapi.
 *
 * It must be the last of all middlewares, or it would read past a host's: so it is put there by the first document that
 * is asked for when Strapi has loaded, which is after every `register()` and `bootstrap()`.
 */
export function readListsBare(strapi: Core.Strapi): void {
  if (!deliverySettings(strapi).batching) return;
  let isLast = false;
  strapi.documents.use(async (_, next) => {
    if (strapi.isLoaded && !isLast) {
      isLast = true;
      strapi.documents.use(async (context, read) => {
        const { uid, action, params } = context;
        const query = action === 'findMany' || action === 'count' ? bareQuery(strapi, uid, params) : undefined;
        return query ? strapi.db.query(uid)[action === 'count' ? 'count' : 'findMany'](query) : read();
      });
    }
    return next();
  });
}

function bareQuery(strapi: Core.Strapi, uid: string, params: object): Query | undefined {
  if (!LISTED.has(uid) || strapi.db.inTransaction() || readerOf(strapi) === undefined) return undefined;
  const asked = listed.safeParse(params);
  const { options, pluginOptions } = strapi.getModel(uid as typeof UID.article);
  const isLocalized = (pluginOptions?.['i18n'] as { localized?: boolean } | undefined)?.localized === true;
  const hasDrafts = options?.draftAndPublish === true;
  if (!asked.success || isLocalized || (hasDrafts && asked.data.status === undefined)) return undefined;
  const transform = strapi.get('query-params').transform as (uid: string, params: object) => Query & { where?: object };
  const query = transform(uid, asked.data);
  return hasDrafts ? { ...query, where: { publishedAt: { $notNull: true }, ...query.where } } : query;
}
