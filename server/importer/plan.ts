import type { Action, ActionReason, Outcome } from '../../contracts/imports';
import type { WireItem } from '../wire/item';
import { compareAge, type Age, type Identity } from './identity';

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
  identity: Pick<Identity, 'key'>,
  known: readonly LedgerEntry[],
  exists: (documentId: string) => boolean,
): Plan {
  const received = known.filter((entry) => entry.outcome !== 'quarantined' && !entry.isUndone);
  const target = received.map((entry) => entry.target).findLast((one) => one !== undefined && exists(one.documentId));
  const at = target === undefined ? {} : { target };
  const isKill = item.pubStatus !== 'usable';
  const isKnown = received.some((entry) => entry.key === identity.key);
  const wasKilled = received.some((entry) => entry.outcome === 'killed' && compareAge(item, entry) <= 0);

  if (isKnown && (target !== undefined || isKill || wasKilled))
    return { action: 'skip', reason: 'already-received', ...at };
  if (received.some((entry) => compareAge(item, entry) < 0) && (target !== undefined || wasKilled)) {
    return { action: 'skip', reason: 'older-version', ...at };
  }
  if (isKill) return { action: 'kill', reason: target ? 'killed-by-provider' : 'killed-and-unknown', ...at };
  return target ? { action: 'update', reason: 'newer-version', ...at } : { action: 'create', reason: 'new' };
}

/** What the run and the ledger call a plan that was carried out. */
export function outcomeOf(plan: Plan, isCorrection: boolean): Outcome {
  if (plan.action === 'skip') return 'skipped';
  if (plan.action === 'kill') return 'killed';
  if (plan.action === 'create') return 'created';
  return isCorrection ? 'corrected' : 'updated';
}
