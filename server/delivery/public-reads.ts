import type { Core } from '@strapi/strapi';
import { isNewsType } from '../../contracts/uid';
import { restPrefix } from '../rest-prefix';
import { annotateRights } from './annotate';
import { eachEntity } from './entities';
import { guardRead, type ReadParams, type Schema } from './guard';
import { FILE, visibleFiles } from './hidden-files';
import { isMarked } from './marks';
import { readerOf, type Reader } from './reader';
import { refusal } from './refusal';
import { deliverySettings } from './settings';
import { visibleWhere, type Visible } from './visible';

interface Event {
  model: { uid: string };
  params: ReadParams;
  result?: unknown;
}

/**
 * Guards every read that is made while the public is being answered: REST, GraphQL, a host's own controllers. What
 * comes out says of itself that it may be shown, and of a photo that is missing why it may not (`rights`).
 *
 * What REST populates has no pages: a category would have every story there is. It gives no more than what GraphQL may ask
 * for. What a host's own code populates is for the host to say.
 */
export function guardPublicReads(strapi: Core.Strapi): void {
  const schema = schemaOf(strapi);
  const { maxCost } = deliverySettings(strapi);
  const rest = restPrefix(strapi);
  const mostRows = () => (strapi.requestContext.get()?.path.startsWith(rest) ? maxCost : Infinity);
  const guard = ({ model, params }: Event) => {
    const reader = model.uid === FILE && isMarked('ofShownPhotos', params) ? undefined : readerOf(strapi);
    if (reader) Object.assign(params, guardRead(schema, model.uid, params, visibleTo(strapi, reader), mostRows()));
  };
  const annotate = async ({ model, params, result }: Event) => {
    const reader = isMarked('askedLater', params) ? undefined : readerOf(strapi);
    if (!reader) return;
    if (params.populate !== undefined && newsIn(schema, model.uid, result) > mostRows()) {
      throw refusal('too-costly', `The answer would have more than ${maxCost} objects.`);
    }
    await annotateRights(strapi, schema, reader, model.uid, result);
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: guard,
    beforeFindMany: guard,
    beforeCount: guard,
    afterFindOne: annotate,
    afterFindMany: annotate,
  });
}

function newsIn(schema: Schema, uid: string, result: unknown): number {
  let found = 0;
  eachEntity(schema, uid, result, (type) => (found += isNewsType(type) ? 1 : 0));
  return found;
}

const visibleTo =
  (strapi: Core.Strapi, reader: Reader): Visible =>
  (uid, place) =>
    uid === FILE ? visibleFiles(strapi, reader) : visibleWhere(uid, reader, place);

function schemaOf(strapi: Core.Strapi): Schema {
  const uids = [...strapi.db.metadata.keys()];
  return {
    uids: () => uids,
    get: (uid) => strapi.db.metadata.get(uid) as ReturnType<Schema['get']>,
  };
}
