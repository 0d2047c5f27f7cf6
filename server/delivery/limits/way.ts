import { isNewsType } from '../../../contracts/uid';
import { refusal } from '../refusal';

/** Lists in lists that a filter may go through: each is a join, of which every one more multiplies the rows that are looked at. */
const MAX_LISTS = 2;
/** Relations that one question may filter and sort through: SQLite joins 64 tables, of which a relation takes up to three. */
const MAX_RELATIONS = 20;

/** A relation, as far as a way through it depends on it. */
export interface Step {
  relation?: string;
  target?: string;
}

/** True for what a row may have many of. */
export const isList = ({ relation }: Step): boolean => /(?:ToMany|morphMany)$/.test(relation ?? '');

/** The way of a filter through relations: the types that it has come through, and how many of its steps were lists. */
export interface Way {
  types: readonly string[];
  lists: number;
}

export function refuseDepth(): never {
  throw refusal('filter-too-deep', 'Conditions stand in each other too often.');
}

/**
 * Counts the relations that one question goes through to news, or from news. Throws where they are more, or nested deeper,
 * than a database can be asked.
 */
export function createWays() {
  let relations = 0;
  return {
    step(way: Way, attribute: Step & { target: string }): Way {
      const next = { types: [...way.types, attribute.target], lists: way.lists + (isList(attribute) ? 1 : 0) };
      if (!next.types.some(isNewsType)) return next;
      // From articles to their categories to all of their articles: everything with everything.
      const comesBack = next.lists > 1 && way.types.includes(attribute.target);
      relations += 1;
      if (next.lists > MAX_LISTS || comesBack || relations > MAX_RELATIONS) {
        const limits = `two lists in each other, not back through the second, and ${MAX_RELATIONS} relations in all`;
        throw refusal('filter-too-deep', `A question filters and sorts through at most ${limits}.`);
      }
      return next;
    },
  };
}
