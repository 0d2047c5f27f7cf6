import type { PubStatus } from '../wire/item';
import type { Restriction } from '../wire/terms/restrictions';
import { saysNothing } from './blank';

/** Why something may not be shown, gravest first. */
export const REASONS = [
  'killed',
  'withheld',
  'denied',
  'embargoed',
  'expired',
  'window-closed',
  'territory',
  'not-editorial',
  'no-rights',
  'no-credit',
] as const;
export type Reason = (typeof REASONS)[number];

/** What an editor has decided about one item, against or beyond what the agency said. */
export interface Decision {
  effect: 'allow' | 'deny';
  who: string;
  why: string;
  /** ISO 8601; from the beginning where absent. */
  from?: string;
  /** ISO 8601, the first moment after it. A denial without one lasts; an allowance without one does not count. */
  until?: string;
}

/** What is known of the rights in an article or photo. Dates are ISO 8601; one that cannot be read counts against showing. */
export interface Rights {
  /** Absent: usable. */
  pubStatus?: PubStatus;
  embargoedUntil?: string;
  expires?: string;
  /** When it was sent, or received where the wire does not say; windows begin here. */
  transmittedAt?: string;
  /** As readers would be given it. */
  creditLine?: string;
  agency?: string;
  copyrightHolder?: string;
  copyrightNotice?: string;
  usageTerms?: string;
  restrictions?: readonly Restriction[];
  /** A restriction is there that nobody can read: what it forbids is not known, so nothing is allowed. */
  isUnreadable?: boolean;
  /** The agency's usual window, in days. */
  validityDays?: number;
  decisions?: readonly Decision[];
}

/** What it is to be used for. */
export interface Use {
  /** ISO 3166-1 alpha-2 of the reader; null where it is not known, absent where the newsroom does not judge by place. */
  territory?: string | null;
  /** Absent: editorial. */
  purpose?: 'editorial' | 'commercial' | 'archive' | 'syndication';
  /** Absent: web. */
  channel?: 'web' | 'print';
  /** It has been published before. */
  usedBefore?: boolean;
  /** What must be known before anything is shown. Absent: both. */
  demands?: readonly ('credit' | 'rights')[];
}

export interface Validity {
  servable: boolean;
  /** All that stand against it, gravest first; empty where it is servable. */
  reasons: Reason[];
  /** It must not be shown without its credit line. */
  mandatoryCredit: boolean;
  /** ISO 8601, UTC. Where servable: when that ends by itself. */
  until?: string;
  /** Where not servable, and only time stands against it: when it may be shown. */
  from?: string;
  /** The decision without which it would not be servable, and what it lifts. */
  override?: { who: string; why: string; until: string; lifts: Reason[] };
}

const DAY = 86_400_000;

/** No editor can allow these: a kill is final, an embargo is kept, and nothing runs without its credit. */
const FINAL: ReadonlySet<Reason> = new Set(['killed', 'withheld', 'embargoed', 'no-credit']);

interface Judged {
  rights: Rights;
  use: Use;
  /** Milliseconds. */
  now: number;
}

const APPLIES: Readonly<Record<Reason, (judged: Judged) => boolean>> = {
  killed: ({ rights }) => rights.pubStatus === 'canceled',
  withheld: ({ rights }) => rights.pubStatus === 'withheld',
  denied: (judged) => isDenied(judged) || forbidsUse(judged),
  embargoed: ({ rights, now }) => embargoEnds(rights).some((end) => !(end <= now)),
  expired: ({ rights, now }) => expiries(rights).some((end) => !(end > now)),
  'window-closed': ({ rights, now }) => windowEnds(rights).some((end) => !(end > now)),
  territory: excludesTerritory,
  'not-editorial': ({ rights, use }) => use.purpose === 'commercial' && has(rights, 'editorial-only'),
  'no-rights': ({ rights, use }) =>
    demands(use, 'rights') &&
    [rights.agency, rights.copyrightHolder, rights.copyrightNotice, rights.usageTerms].every(saysNothing),
  'no-credit': ({ rights, use }) =>
    (demands(use, 'credit') || has(rights, 'mandatory-credit')) && saysNothing(rights.creditLine),
};

/**
 * Whether an article or photo may be shown at a moment for a use, and all that stands against it. Deny wins; what an
 * editor allows lifts only what can be lifted, for as long as the decision says, under the editor's name.
 */
export function validity(rights: Rights, now: Date, use: Use = {}): Validity {
  const judged = { rights, use, now: now.getTime() };
  const reasons = REASONS.filter((reason) => APPLIES[reason](judged));
  const mandatoryCredit = has(rights, 'mandatory-credit');
  if (reasons.length === 0) {
    const until = lastMoment(rights);
    return { servable: true, reasons, mandatoryCredit, ...(until === undefined ? {} : { until }) };
  }
  const isFinal = isDenied(judged) || reasons.some((reason) => FINAL.has(reason));
  const allowed = isFinal ? undefined : longestAllowance(judged);
  if (allowed) {
    const { who, why, until } = allowed;
    return { servable: true, reasons: [], mandatoryCredit, until, override: { who, why, until, lifts: reasons } };
  }
  const from = reasons.every((reason) => reason === 'embargoed') ? firstMoment(rights) : undefined;
  return { servable: false, reasons, mandatoryCredit, ...(from === undefined ? {} : { from }) };
}

/** The moments at which the answer of `validity` can change, in milliseconds, each once and in order. */
export function turningPoints(rights: Rights): number[] {
  const decided = (rights.decisions ?? []).flatMap(({ from, until }) => [...dates(from), ...dates(until)]);
  const all = [...embargoEnds(rights), ...expiries(rights), ...windowEnds(rights), ...decided];
  return [...new Set(all.filter((time) => Math.abs(time) < FAR))].sort((a, b) => a - b);
}

/** The year 9999: later than any database holds. */
const FAR = 253_370_764_800_000;

/** A denial whose dates cannot be read is in force. */
function isDenied({ rights, now }: Judged): boolean {
  return (rights.decisions ?? []).some(
    ({ effect, from, until }) =>
      effect === 'deny' && !dates(from).some((begin) => begin > now) && !dates(until).some((end) => end <= now),
  );
}

/** An allowance that does not say by whom, why and until when is none, nor is one whose dates cannot be read. */
function longestAllowance({ rights, now }: Judged): (Decision & { until: string }) | undefined {
  return (rights.decisions ?? [])
    .flatMap(({ until, ...decision }) => (until === undefined ? [] : [{ ...decision, until }]))
    .filter(({ effect, who, why }) => effect === 'allow' && !isBlank(who) && !isBlank(why))
    .filter(({ from, until }) => dates(from).every((begin) => begin <= now) && Date.parse(until) > now)
    .sort((a, b) => Date.parse(b.until) - Date.parse(a.until))[0];
}

/** Restrictions on what is done with it, by use: a web site is the internet, syndication is a sale to third parties. */
function forbidsUse({ rights, use }: Judged): boolean {
  if (rights.isUnreadable === true) return true;
  const sold = use.purpose === 'syndication';
  return (rights.restrictions ?? []).some(({ kind, territory }) => {
    if (kind === 'no-internet') return (use.channel ?? 'web') === 'web';
    if (kind === 'no-archive') return use.purpose === 'archive';
    if (kind === 'one-time-use') return use.usedBefore === true;
    if (kind === 'no-sales') return sold && (territory === undefined || isThere(use, territory));
    return sold && (kind === 'no-resale' || kind === 'no-third-party' || kind === 'clients-only');
  });
}

function excludesTerritory({ rights, use }: Judged): boolean {
  if (use.territory === undefined) return false;
  const restrictions = rights.restrictions ?? [];
  const only = restrictions.filter(({ kind }) => kind === 'territory-only');
  const isExcluded = restrictions.some(
    ({ kind, territory }) => kind === 'territory-excluded' && territory !== undefined && isThere(use, territory),
  );
  return isExcluded || (only.length > 0 && !only.some(({ territory }) => territory === use.territory));
}

/** A reader whose place is not known may be anywhere. */
function isThere(use: Use, territory: string): boolean {
  return use.territory === null || use.territory === territory;
}

/** Milliseconds; NaN for a date that cannot be read, Infinity for an embargo without an end. */
function embargoEnds(rights: Rights): number[] {
  const restricted = restrictionsOf(rights, 'not-before').map(({ until }) =>
    until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until),
  );
  return [...dates(rights.embargoedUntil), ...restricted];
}

function expiries(rights: Rights): number[] {
  return [...dates(rights.expires), ...restrictionsOf(rights, 'use-until').flatMap(({ until }) => dates(until))];
}

/** A window that nobody knows the beginning of is NaN: closed. */
function windowEnds(rights: Rights): number[] {
  const days = restrictionsOf(rights, 'use-within-days').map((restriction) => restriction.days);
  const start = rights.transmittedAt === undefined ? Number.NaN : Date.parse(rights.transmittedAt);
  return [...days, rights.validityDays].flatMap((count) => (count === undefined ? [] : [start + count * DAY]));
}

function lastMoment(rights: Rights): string | undefined {
  return isoOf(Math.min(...expiries(rights), ...windowEnds(rights)));
}

function firstMoment(rights: Rights): string | undefined {
  return isoOf(Math.max(...embargoEnds(rights)));
}

/** Undefined where there is no such moment: no end at all, or one beyond what a date can hold. */
function isoOf(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function restrictionsOf(rights: Rights, kind: Restriction['kind']): Restriction[] {
  return (rights.restrictions ?? []).filter((restriction) => restriction.kind === kind);
}

function has(rights: Rights, kind: Restriction['kind']): boolean {
  return restrictionsOf(rights, kind).length > 0;
}

function demands(use: Use, what: 'credit' | 'rights'): boolean {
  return use.demands?.includes(what) ?? true;
}

function dates(date: string | undefined): number[] {
  return date === undefined ? [] : [Date.parse(date)];
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
