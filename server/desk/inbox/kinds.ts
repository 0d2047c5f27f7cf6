import type { Core } from '@strapi/strapi';
import type { InboxKind } from '../../../contracts/desk';
import type { RightsType } from '../../../contracts/rights';
import { ILLUSTRATION } from '../../../contracts/uid';
import { NEVER } from '../../rights/gate';
import { deskTables } from '../tables';
import { componentIs, stored } from '../../tables';

type Knex = Core.Strapi['db']['connection'];
export type Query = ReturnType<Knex>;

export interface Asked {
  type: RightsType;
  agency?: string | undefined;
  now: Date;
}

const DAYS = 86_400_000;
/** So far ahead an end of rights is told. */
export const EXPIRING_DAYS = 7;

type Build = (strapi: Core.Strapi, asked: Asked) => Query;

/** The documents of each kind, as a query that gives `documentId` and is answered from an index. */
export const INBOX: Readonly<Record<InboxKind, Build>> = {
  'missing-credit': issue('missing-credit'),
  'unknown-agency': issue('unknown-agency'),
  conflict: issue('conflict'),
  expiring: (strapi, asked) => {
    const { now } = asked;
    const soon = new Date(now.getTime() + EXPIRING_DAYS * DAYS);
    return items(strapi, asked).where('t.servable_until', '>', stored(strapi, now)).where('t.servable_until', '<=', stored(strapi, soon)).orderBy('t.servable_until'); // prettier-ignore
  },
  'expired-live': (strapi, asked) =>
    published(strapi, over(strapi, items(strapi, asked), asked), asked).orderBy('t.id', 'desc'),
  'killed-in-use': (strapi, asked) =>
    used(strapi, items(strapi, asked).whereIn('t.blocked_by', ['killed', 'withheld', 'same-picture']), asked).orderBy(
      't.id',
      'desc',
    ),
};

/** What was closed by time: judged so already, or to be judged so within the minute (`server/gate/sweep.ts`). */
function over(strapi: Core.Strapi, query: Query, { now }: Asked): Query {
  return query.where((either) => {
    void either.whereIn('t.blocked_by', ['expired', 'window-closed']).orWhere((due) => {
      void due
        .whereNull('t.blocked_by')
        .where('t.servable_until', '<=', stored(strapi, now))
        .where('t.servable_until', '>', stored(strapi, new Date(NEVER)));
    });
  });
}

/** What stands in the book of issues, kept by every write. */
function issue(kind: string): Build {
  return (strapi, { type, agency }) => {
    const query = strapi.db
      .connection({ t: deskTables(strapi).issues })
      .select({ documentId: 't.target_document_id' })
      .where({ 't.kind': kind, 't.target_type': type })
      .orderBy('t.id', 'desc');
    return agency === undefined ? query : query.where('t.agency_document_id', agency);
  };
}

/** Photos, and the published rows of articles. */
function items(strapi: Core.Strapi, { type, agency }: Asked): Query {
  const tables = deskTables(strapi);
  const query = strapi.db.connection({ t: tables.items[type] }).select({ documentId: 't.document_id' });
  if (type === 'article') query.whereNotNull('t.published_at');
  if (agency === undefined) return query;
  const link = tables.agency[type];
  return query
    .join({ l: link.table }, `l.${link.from}`, 't.id')
    .join({ a: tables.agencies }, 'a.id', `l.${link.to}`)
    .where('a.document_id', agency);
}

/** A photo is published while it stands in a published article; of articles only published rows are asked for. */
function published(strapi: Core.Strapi, query: Query, { type }: Asked): Query {
  if (type === 'article') return query;
  const { usages } = deskTables(strapi);
  return query.whereExists((uses) => {
    void uses
      .from({ u: usages })
      .whereRaw('?? = ??', ['u.item_document_id', 't.document_id'])
      .whereNotNull('u.open_key');
  });
}

/** A photo is in use while any version of any article has it. */
function used(strapi: Core.Strapi, query: Query, { type }: Asked): Query {
  if (type === 'article') return query;
  const { inArticle, ofPhoto } = deskTables(strapi);
  return query.whereExists((uses) => {
    void uses
      .from({ p: ofPhoto.table })
      .join({ c: inArticle.table }, `c.${inArticle.to}`, `p.${ofPhoto.from}`)
      .where(componentIs(strapi, 'c', ILLUSTRATION))
      .whereRaw('?? = ??', [`p.${ofPhoto.to}`, 't.id']);
  });
}
