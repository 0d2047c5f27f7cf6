import type { Entity } from '../documents';
import { closed, gateOf, type Gate } from '../rights/gate';
import { houseCredit } from '../rights/house-line';
import type { Use } from '../rights/validity';
import { rightsOf, typeOf, type JudgedUid } from './rights-of';

/** The columns in which every row of an article or photo carries the judgement about it. */
export const GATE_COLUMNS = [
  'servableFrom',
  'servableUntil',
  'servableIn',
  'blockedBy',
  'rejudgeAt',
  'houseCredit',
] as const;

/** The judgement as columns. A photo that came with a story is nobody's before its story is published. */
export type GateColumns = Omit<Gate, 'blockedBy'> & {
  blockedBy: Gate['blockedBy'] | 'unreleased' | 'same-picture';
  /** The credit in its agency's house form (`house-line.ts`); with it in the row, no read looks up the agency. */
  houseCredit: string | null;
};

export function gateColumns(
  uid: JudgedUid,
  row: Entity,
  agency: Entity | null | undefined,
  judge: { now: Date; demands: Use['demands'] },
): GateColumns {
  const gate = gateOf(rightsOf(uid, row, agency, judge.now), judge.now, judge.demands);
  const isUnreleased = row['released'] === false && gate.blockedBy === null;
  return {
    ...(isUnreleased ? closed('unreleased' as const) : gate),
    houseCredit: houseCredit(row, agency, typeOf(uid)) ?? null,
  };
}

/** True where a row carries this judgement already. */
export function carries(row: Entity, gate: GateColumns): boolean {
  return GATE_COLUMNS.every((column) => textOfValue(row[column]) === gate[column]);
}

function textOfValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' ? new Date(value).toISOString() : String(value as string);
}
