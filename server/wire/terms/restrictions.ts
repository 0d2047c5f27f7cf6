import { MONTH_NAMES } from '../vocabulary/months';
import { clauseOf, type Clause } from './clause';
import { daysOf } from './durations';
import { datedIn, momentIn } from './last-day';
import { classesOf, isProse, isTurnedRound, NOT_A_RESTRICTION, type Found } from './prose';
import type { RestrictionKind, RestrictionRule } from './rule';
import { RESTRICTION_RULES } from './rules';

/** What may not be done with a story or photo, or must be, as the agency said it. */
export interface Restriction {
  kind: RestrictionKind;
  /** ISO 3166-1 alpha-2. */
  territory?: string;
  /** Days after transmission, in parts of a day where hours are said: 0.5. */
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
/** More than there are countries: a continent alone is 50, and what is cut off would be allowed. */
const MOST_RESTRICTIONS = 400;
const MONTHS = MONTH_NAMES.join('|');
/**
 * A sentence ends at a full stop, a semicolon, a dash, a bullet: not inside "U.S.", "4. März", "Jan. 5", "max. 14", and not
 * before the time of a day, nor between two days: "1 June 2026 - 14 June 2026".
 */
const SENTENCE_END = new RegExp(
  String.raw`(?<!(?:^|[\s.])\p{L})(?<!(?:^|\s)\d{1,2})(?<!(?:^|[\s([])(?:max|min|excl|exkl|exc|incl|inkl|inc|ca|bzw|st|std|ee))(?<!(?:^|\s)(?:${MONTHS})(?=\.\s\d))\.(?=\s|$)|[;!\n•*|]|\s[-–—]{1,2}\s(?!\d{1,2}[.:h]\d)(?!(?<=(?:\d|\s(?:${MONTHS}))\.?\s[-–—]{1,2}\s)\d{1,2}(?:\.\s?\d|/\d|(?:st|nd|rd|th|er|\.)?\s?(?:de\s)?(?:${MONTHS})(?!\p{L})))`,
  'iu',
);
/** What parts the clauses of a sentence: a slash but in "03/04/2031", and quotation marks. */
const CLAUSE_END = /(?<!\d)\/|\/(?!\d)|["“”„«»]/u;
/**
 * Reads the restrictions in usage terms, instructions or a note to editors, in the order in which they stand: English,
 * French, German, Spanish, and the codes of the wires ("NARCH", "JPNOUT"). What no rule knows is not read. `sent`: when the
 * thing was sent, ISO 8601, by which days without a year are told; today where it is not known.
 */
export function readRestrictions(text: string, sent?: string): Restriction[] {
  return distinct(sentencesOf(text).flatMap((sentence) => restrictionsIn(sentence, sent)));
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

export function sentencesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The restrictions of one sentence. */
export function restrictionsIn(sentence: string, sent?: string): Restriction[] {
  const clauses = clausesOf(sentence.slice(0, LONGEST_SENTENCE)).filter(({ text }) => text !== '');
  return clauses.flatMap((clause) =>
    foundIn(clause)
      .filter(({ rule }) => rule.isWhole !== true || clauses.length === 1)
      .flatMap((found) => restrictionsBy(found, sentence, sent)),
  );
}

interface Match extends Found {
  rule: RestrictionRule;
  groups: Record<string, string | undefined>;
  territories: readonly string[];
}

const SURE_RULES = RESTRICTION_RULES.filter(({ isSure }) => isSure === true);

/** What the rules find in a clause, in the order in which it ends; `surely`: those that need not ask for the words around. */
export function foundIn(clause: Clause, surely = false): Match[] {
  return (surely ? SURE_RULES : RESTRICTION_RULES)
    .flatMap((rule) => matchesOf(rule, clause))
    .filter((found) => !isTurnedRound(found, found.rule))
    .filter((found) => found.rule.isSure === true || !isProse(found, found.rule.isLoose === true))
    .sort((a, b) => a.to - b.to);
}

function matchesOf(rule: RestrictionRule, clause: Clause): Match[] {
  const { tokens } = clause;
  return [...clause[rule.meets === 'words' ? 'text' : 'classes'].matchAll(rule.pattern)].map((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    const [first = 0, last = 0] = match.indices?.groups?.['where'] ?? [];
    return {
      rule,
      clause,
      groups: match.groups ?? {},
      territories: tokens.slice(first, last).flatMap((token) => token.territories),
      ...(rule.meets === 'words' ? { from, to } : { from: tokens[from]?.from ?? 0, to: tokens[to - 1]?.to ?? 0 }),
    };
  });
}

/** The clauses of a sentence. A slash beside a country parts nothing: "UK / IRELAND OUT". */
export function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  let wasPlace = false;
  for (const part of sentence.replace(/\bD\/A\/CH\b/gu, 'D-A-CH').split(CLAUSE_END)) {
    const clause = clauseOf(part);
    const isPlace = /^l?P$/u.test(clause.classes);
    const before = isPlace || wasPlace ? clauses.pop() : undefined;
    clauses.push(before ? clauseOf(`${before.printed}, ${part}`) : clause);
    wasPlace = isPlace;
  }
  return clauses.map(withoutRelease);
}

/** Words that say that nothing is restricted are taken out. */
function withoutRelease(clause: Clause): Clause {
  const text = clause.text.replace(NOT_A_RESTRICTION, (words) => '|'.repeat(words.length));
  const classes = clause.tokens.map(({ from }, n) => (text.charAt(from) === '|' ? ',' : clause.classes.charAt(n)));
  return { ...clause, text, classes: classes.join('') };
}

function restrictionsBy(
  { rule: { kind, needs }, clause, groups, territories, from, to }: Match,
  sentence: string,
  sent: string | undefined,
): Restriction[] {
  const { count, unit } = groups;
  if (count !== undefined && unit !== undefined) {
    const days = daysOf(count, unit);
    return days === undefined ? [] : [{ kind, days, sentence }];
  }
  if (needs === 'when' || needs === 'date') {
    const behind = clause.tokens.find((token) => token.from >= to)?.printedFrom ?? clause.printed.length;
    const isLast = kind === 'use-until' && !BEFORE.test(clause.text.slice(from, to));
    const moment = momentIn(clause.printed.slice(behind), isLast, sent) ?? datedIn(sentence, isLast);
    // What holds without a date is not lifted by one whose year was guessed.
    const isSaid = moment !== undefined && !(needs === 'when' && moment.isGuessed === true);
    if (isSaid) return [{ kind, until: moment.iso, sentence }];
    const isHeld = /[uN]/u.test(classesOf(clause, from, to)) || !/[nf]/u.test(classesOf(clause, from, to));
    return needs === 'when' && isHeld ? [{ kind, sentence }] : [];
  }
  if (territories.length > 0) return [...new Set(territories)].map((territory) => ({ kind, territory, sentence }));
  return needs === 'where' ? [] : [{ kind, sentence }];
}

/** "Use before 3 March": the day itself is no longer allowed. */
const BEFORE = /\b(?:before|prior to|avant(?: le)?|antes del?)$/u;
