import { dateIn } from '../wire/text/when';
import { daysOf } from './durations';
import { NOT_A_RESTRICTION, RESTRICTION_RULES, type RestrictionKind, type RestrictionRule } from './restriction-rules';
import { foldClause, territoriesIn, territoryAtEnd } from './territories';

/** What may not be done with a story or photo, or must be, as the agency said it. */
export interface Restriction {
  kind: RestrictionKind;
  /** ISO 3166-1 alpha-2. */
  territory?: string;
  /** Days after transmission. */
  days?: number;
  /** ISO 8601, UTC. For `not-before` the first moment, for `use-until` the last. Absent: no end is given. */
  until?: string;
  /** The words it was read from, as printed. */
  sentence: string;
}

/** Longer texts are no terms of use. Characters. */
const LONGEST_TEXT = 20_000;
/** Longer clauses are read up to here. */
const LONGEST_CLAUSE = 300;
const MOST_RESTRICTIONS = 50;
/** Clauses end at a sentence's end, a semicolon, a dash, a slash, a bullet: not inside "U.S.", "4. März", "03/04/2031". */
const CLAUSE_END =
  /(?<!(?:^|[\s.])\p{L})(?<!(?:^|\s)\d{1,2})\.(?=\s|$)|[;!\n•*|"“”„«»]|\s[-–—]{1,2}\s|(?<!\d)\/|\/(?!\d)/u;

/**
 * Reads the restrictions in usage terms, instructions or a note to editors, in the order in which they stand: English,
 * French, German, Spanish, and the codes of the wires ("NARCH", "JPNOUT"). What no rule knows is not read.
 */
export function readRestrictions(text: string): Restriction[] {
  return distinct(clausesOf(text).flatMap((clause) => restrictionsIn(clause)));
}

/** The same for a caption, which is prose: only clauses in capitals and "Mandatory credit" count. */
export function readCaptionRestrictions(caption: string): Restriction[] {
  const clauses = clausesOf(caption).filter(
    (clause) => /^\W*mandatory credit\b/iu.test(clause) || isInCapitals(clause),
  );
  return distinct(clauses.flatMap((clause) => restrictionsIn(clause)));
}

/** Each restriction once, the first sentence that says it. */
export function distinct(restrictions: readonly Restriction[]): Restriction[] {
  const seen = new Set<string>();
  const kept = restrictions.filter(({ kind, territory, days, until }) => {
    const key = [kind, territory, days, until].join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.slice(0, MOST_RESTRICTIONS);
}

function clausesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function isInCapitals(clause: string): boolean {
  return /\p{Lu}{2}/u.test(clause) && clause === clause.toUpperCase();
}

function restrictionsIn(sentence: string): Restriction[] {
  const clause = foldClause(sentence.slice(0, LONGEST_CLAUSE));
  if (NOT_A_RESTRICTION.test(clause)) return [];
  return RESTRICTION_RULES.flatMap((rule) =>
    [...clause.matchAll(rule.pattern)].flatMap((match) => restrictionsBy(rule, match.groups ?? {}, sentence)),
  );
}

function restrictionsBy(
  rule: RestrictionRule,
  groups: Record<string, string | undefined>,
  sentence: string,
): Restriction[] {
  const { kind } = rule;
  const { where, count, unit } = groups;
  if (count !== undefined && unit !== undefined) {
    const days = daysOf(count, unit);
    return days === undefined ? [] : [{ kind, days, sentence }];
  }
  if (rule.needs === 'when') {
    const until = dateIn(sentence, { warn: () => undefined })?.iso;
    return until === undefined && kind !== 'not-before'
      ? []
      : [{ kind, ...(until === undefined ? {} : { until }), sentence }];
  }
  if (where !== undefined) {
    const territories = territoriesIn(where);
    const found = territories.length > 0 || !rule.atEnd ? territories : territoryAtEnd(where);
    if (found.length > 0) return found.map((territory) => ({ kind, territory, sentence }));
  }
  return rule.needs === 'where' ? [] : [{ kind, sentence }];
}
