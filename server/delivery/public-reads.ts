import type { Core } from '@strapi/strapi';
import { annotateRights } from './annotate';
import { guardRead, type ReadParams, type Schema } from './guard';
import { FILE, visibleFiles } from './hidden-files';
import { isMarked } from './marks';
import { readerOf, type Reader } from './reader';
import { visibleWhere, type Visible } from './visible';

interface Event {
  model: { uid: string };
  params: ReadParams;
  result?: unknown;
}

/**
 * Guards every read that is made while the public is being answered: REST, GraphQL, a host's own controllers. What
 * comes out says of itself that it may be shown, and of a photo that is missing why it may not (`rights`).
 */
export function guardPublicReads(strapi: Core.Strapi): void {
  const schema = schemaOf(strapi);
  const guard = ({ model, params }: Event) => {
    const reader = model.uid === FILE && isMarked('ofShownPhotos', params) ? undefined : readerOf(strapi);
    if (reader) Object.assign(params, guardRead(schema, model.uid, params, visibleTo(strapi, reader)));
  };
  const annotate = async ({ model, params, result }: Event) => {
    const reader = isMarked('askedLater', params) ? undefined : readerOf(strapi);
    if (!reader) return;
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
