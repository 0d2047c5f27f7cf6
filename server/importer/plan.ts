import type { Action, ActionReason, Outcome } from '../../contracts/imports';
import type { WireItem } from '../wire/item';
import { SIGNAL_RULES } from '../wire/vocabulary/signals';
import { compareAge, type Age } from './age';
import type { Identity } from './identity';

/** A version of an item that was received before. */
export interface LedgerEntry extends Age {
  key: string;
  outcome: string;
  /** Its run was undone: it says nothing any more. */
  isUndone?: boolean;
  target?: { type: 'article' | 'photo'; documentId: string };
}

export interface Plan {
  action: Action;
  reason: ActionReason;
  target?: { type: 'article' | 'photo'; documentId: string };
}

/**
 * What to do with an item, given what the ledger knows of its uri and which of those documents still exist.
 * A document that an editor has deleted is made anew when its copy arrives again.
 */
export function planItem(
  item: Pick<WireItem, 'pubStatus' | 'version' | 'versionCreated'>,
  { key, contentHash }: Pick<Identity, 'key' | 'contentHash'>,
  known: readonly LedgerEntry[],
  exists: (documentId: string) => boolean,
): Plan {
  const received = known
    .filter((entry) => entry.outcome !== 'quarantined' && !entry.isUndone)
    .map((entry) => ({ ...entry, isKill: entry.outcome === 'killed' }));
  const target = received.map((entry) => entry.target).findLast((one) => one !== undefined && exists(one.documentId));
  const at = target === undefined ? {} : { target };
  const isKill = item.pubStatus !== 'usable';
  const age: Age = { version: item.version, versionCreated: item.versionCreated, contentHash, isKill };
  const isKnown = received.some((entry) => entry.key === key);
  const wasKilled = received.some((entry) => entry.isKill && entry.key !== key && compareAge(age, entry) < 0);

  if (isKnown && (target !== undefined || isKill || wasKilled))
    return { action: 'skip', reason: 'already-received', ...at };
  if (received.some((entry) => compareAge(age, entry) < 0) && (target !== undefined || wasKilled)) {
    return { action: 'skip', reason: 'older-version', ...at };
  }
  if (isKill) return { action: 'kill', reason: target ? 'killed-by-provider' : 'killed-and-unknown', ...at };
  return target ? { action: 'update', reason: 'newer-version', ...at } : { action: 'create', reason: 'new' };
}

/** What is said of an item beside its plan. */
export interface Told {
  isCorrection: boolean;
  /** It is under an embargo that has not ended. */
  isHeld: boolean;
}

/** What the run and the ledger call a plan that was carried out. */
export function outcomeOf(plan: Plan, { isCorrection, isHeld }: Told): Outcome {
  if (plan.action === 'skip') return 'skipped';
  if (plan.action === 'kill') return 'killed';
  if (isHeld) return 'held';
  if (plan.action === 'create') return 'created';
  return isCorrection ? 'corrected' : 'updated';
}

/** The provider says that it corrects: in a field that says so, or in its note to editors where the format has none. */
export const saysCorrection = ({ signals, edNote, slugline }: Pick<WireItem, 'signals' | 'edNote' | 'slugline'>) =>
  signals?.includes('correction') === true ||
  [edNote, slugline].some((text) => text !== undefined && CORRECTION?.test(text.slice(0, MAX_NOTE)));

const CORRECTION = SIGNAL_RULES.find(([, signal]) => signal === 'correction')?.[0];
const MAX_NOTE = 2000;

/** True where an embargo on it has not ended. */
export const isEmbargoed = ({ embargoedUntil }: { embargoedUntil?: string | undefined }, now: Date): boolean =>
  embargoedUntil !== undefined && !(Date.parse(embargoedUntil) <= now.getTime());
