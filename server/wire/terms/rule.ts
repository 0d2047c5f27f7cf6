/** What a sentence of an agency may forbid or demand. */
export const RESTRICTION_KINDS = [
  'mandatory-credit',
  'editorial-only',
  'no-archive',
  'no-sales',
  'no-resale',
  'no-third-party',
  'no-internet',
  'territory-excluded',
  'territory-only',
  'use-within-days',
  'not-before',
  'use-until',
  'one-time-use',
  'clients-only',
] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/**
 * A form of words. The pattern meets one clause: its words (small letters, no accents, single spaces, at most 600
 * characters), or their classes (`lexicon.ts`), a letter each. Its groups are: `where` a list of countries, `count` and
 * `unit` a time; a date stands behind it.
 */
export interface RestrictionRule {
  kind: RestrictionKind;
  meets: 'words' | 'classes';
  pattern: RegExp;
  /** Nobody writes so but in terms of use: the words around it need not be looked at. */
  isSure?: boolean;
  /** Words that everybody uses: what follows must be terms of use, too. */
  isLoose?: boolean;
  /** "not", "kein" before it turns it round: "not for editorial use only". */
  canBeNegated?: boolean;
  /** The words must be all that the sentence says: "Do not use". */
  isWhole?: boolean;
  /** It says how long something is allowed: "no UK use for 48 hours", "UK out until 5 January" says how long it is not. */
  allows?: boolean;
  /**
   * The clause restricts only where a country stands in `where`, or a date behind the words (`date`). With `when` it holds
   * without an end where no date can be read, if it says what is held ("do not use before midnight").
   */
  needs?: 'where' | 'when' | 'date';
}

/** What a rule asks for beside its words. */
export type Asks = Omit<RestrictionRule, 'kind' | 'meets' | 'pattern'>;

/** A rule that meets the words; the forms of each language stand beside each other. */
export const words = (kind: RestrictionKind, asks: Asks, ...forms: string[]): RestrictionRule => ({
  kind,
  meets: 'words',
  pattern: new RegExp(forms.join('|'), 'gu'),
  ...asks,
});
