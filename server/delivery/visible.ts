import { ILLUSTRATION, UID } from '../../contracts/uid';
import type { Reader } from './reader';

/** A `where` of Strapi's query engine. */
export type Where = Record<string, unknown>;

/** What of a type may be seen, in the place where it is read; undefined where the type has nothing to hide. */
export type Visible = (uid: string, place: Place) => Where | undefined;
/** `row`: what is answered with. `filter`: what another row is filtered by. */
export type Place = 'row' | 'filter';

/**
 * What of each type a reader may see, as conditions that the database itself applies. The columns hold what the pure
 * function `validity` says of the row (`gate/judge.ts`); a row that was never judged has none, and is not shown.
 */
export function visibleWhere(uid: string, reader: Reader, place: Place = 'row'): Where | undefined {
  return CONDITIONS[uid]?.(reader, place);
}

/** The conditions of an article or photo, its publication aside. */
export function servable({ now, territory }: Reader): Where[] {
  const conditions: Where[] = [{ servableFrom: { $lte: now } }, { servableUntil: { $gt: now } }];
  return territory === undefined ? conditions : [...conditions, there(territory)];
}

/** "+ NO SE " is only there, "- JP " everywhere but there (`rights/gate.ts`). A reader who may be anywhere sees neither. */
function there(territory: string | null): Where {
  const everywhere = { servableIn: { $null: true } };
  if (territory === null) return everywhere;
  const named = ` ${territory} `;
  return {
    $or: [
      everywhere,
      { $and: [{ servableIn: { $startsWith: '+' } }, { servableIn: { $contains: named } }] },
      { $and: [{ servableIn: { $startsWith: '-' } }, { servableIn: { $notContains: named } }] },
    ],
  };
}

// Each is one `$and`: Strapi takes operators or fields in a relation's conditions, never both (database/query/helpers/where).
const article = (reader: Reader): Where => ({ $and: [...servable(reader), { publishedAt: { $notNull: true } }] });
const photo = (reader: Reader): Where => ({ $and: servable(reader) });
const never = (): Where => ({ id: { $null: true } });

const CONDITIONS: Record<string, (reader: Reader, place: Place) => Where | undefined> = {
  [UID.article]: article,
  [UID.photo]: photo,
  [UID.comment]: (reader) => ({ $and: [{ moderationStatus: 'approved' }, { article: article(reader) }] }),
  // It stays in its story without its photo; by its caption, which tells of the photo, it is not found.
  [ILLUSTRATION]: (reader, place) => (place === 'filter' ? { $and: [{ photo: photo(reader) }] } : undefined),
  // The desk's own books. They have no public route; this keeps them out of `populate` and `strapi.db` as well.
  [UID.feed]: never,
  [UID.importRun]: never,
  [UID.importInput]: never,
  [UID.importStep]: never,
  [UID.wireItem]: never,
  [UID.storedImage]: never,
  [UID.storyPrint]: never,
  [UID.nearDuplicate]: never,
  [UID.difference]: never,
  [UID.rightsEvent]: never,
  [UID.rightsIssue]: never,
  [UID.usage]: never,
  [UID.commentEvent]: never,
  [UID.commentBan]: never,
};
