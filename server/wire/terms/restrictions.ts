import { dateIn } from '../text/when';
import { daysOf } from './durations';
import { NOT_A_RESTRICTION, RESTRICTION_RULES, type RestrictionKind, type RestrictionRule } from './rules';
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
/** Longer sentences are read up to here. */
const LONGEST_SENTENCE = 600;
const MOST_RESTRICTIONS = 50;
/** A sentence ends at a full stop, a semicolon, a dash, a bullet: not inside "U.S.", "4. März". */
const SENTENCE_END = /(?<!(?:^|[\s.])\p{L})(?<!(?:^|\s)\d{1,2})\.(?=\s|$)|[;!\n•*|]|\s[-–—]{1,2}\s/u;
/** What parts the clauses of a sentence: a slash but in "03/04/2031", and quotation marks. */
const CLAUSE_END = /(?<!\d)\/|\/(?!\d)|["“”„«»]/u;

/**
 * Reads the restrictions in usage terms, instructions or a note to editors, in the order in which they stand: English,
 * French, German, Spanish, and the codes of the wires ("NARCH", "JPNOUT"). What no rule knows is not read.
 */
export function readRestrictions(text: string): Restriction[] {
  return distinct(sentencesOf(text).flatMap((sentence) => restrictionsIn(sentence)));
}

/** The same for a caption, which is prose: only sentences in capitals and "Mandatory credit" count. */
export function readCaptionRestrictions(caption: string): Restriction[] {
  const sentences = sentencesOf(caption).filter((text) => /^\W*mandatory credit\b/iu.test(text) || isInCapitals(text));
  return distinct(sentences.flatMap((sentence) => restrictionsIn(sentence)));
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

function sentencesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function isInCapitals(sentence: string): boolean {
  return /\p{Lu}{2}/u.test(sentence) && sentence === sentence.toUpperCase();
}

function restrictionsIn(sentence: string): Restriction[] {
  const clauses = sentence.slice(0, LONGEST_SENTENCE).split(CLAUSE_END).map(foldClause);
  return clauses.flatMap((clause) => {
    if (NOT_A_RESTRICTION.test(clause)) return [];
    const matches = RESTRICTION_RULES.flatMap((rule) =>
      [...clause.matchAll(rule.pattern)].map((match) => ({
        rule,
        end: match.index + match[0].length,
        groups: match.groups ?? {},
      })),
    );
    return matches.sort((a, b) => a.end - b.end).flatMap(({ rule, groups }) => restrictionsBy(rule, groups, sentence));
  });
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
    const until = momentIn(sentence, kind);
    if (until === undefined) return kind === 'not-before' ? [{ kind, sentence }] : [];
    return [{ kind, until, sentence }];
  }
  if (where !== undefined) {
    const territories = territoriesIn(where);
    const found = territories.length > 0 || !rule.atEnd ? territories : territoryAtEnd(where);
    if (found.length > 0) return found.map((territory) => ({ kind, territory, sentence }));
  }
  return rule.needs === 'where' ? [] : [{ kind, sentence }];
}

/** A day without a time of day lasts to its end where it is the last one. */
function momentIn(sentence: string, kind: RestrictionKind): string | undefined {
  const date = dateIn(sentence, { warn: () => undefined });
  if (!date) return undefined;
  return kind === 'use-until' && !date.hasTime ? `${date.iso.slice(0, 10)}T23:59:59.999Z` : date.iso;
}
