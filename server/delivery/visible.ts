import { UID } from '../../contracts/uid';

/** A `where` of Strapi's query engine. */
export type Where = Record<string, unknown>;

/**
 * What of each type the public may see at an instant, as conditions that the database itself applies. A type that is
 * not listed has nothing to hide.
 */
export function visibleWhere(uid: string, now: Date): Where | undefined {
  return CONDITIONS[uid]?.(now.toISOString());
}

/** True for the types that have rows which must not be shown. */
export const isGuarded = (uid: string): boolean => uid in CONDITIONS;

// Each is one `$and`: Strapi takes operators or fields in a relation's conditions, never both (database/query/helpers/where).
const servable = (now: string): Where[] => [
  { pubStatus: 'usable' },
  { $or: [{ embargoedUntil: { $null: true } }, { embargoedUntil: { $lte: now } }] },
  { $or: [{ expires: { $null: true } }, { expires: { $gt: now } }] },
];

const article = (now: string): Where => ({ $and: [...servable(now), { publishedAt: { $notNull: true } }] });

const never = (): Where => ({ id: { $null: true } });

const CONDITIONS: Record<string, (now: string) => Where> = {
  [UID.article]: article,
  // A photo that came with a story is nobody's before its story is published (`editing/publication.ts`).
  [UID.photo]: (now) => ({ $and: [...servable(now), { $or: [{ released: true }, { released: { $null: true } }] }] }),
  [UID.comment]: (now) => ({ $and: [{ moderationStatus: 'approved' }, { article: article(now) }] }),
  // The desk's own books. They have no public route; this keeps them out of `populate` and `strapi.db` as well.
  [UID.feed]: never,
  [UID.importRun]: never,
  [UID.importInput]: never,
  [UID.wireItem]: never,
  [UID.rightsEvent]: never,
};
