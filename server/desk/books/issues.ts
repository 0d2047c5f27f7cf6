import type { RightsType } from '../../../contracts/rights';
import {
  agenciesNamedIn,
  contradictionIn,
  isCalledIn,
  type FindNamed,
  type Named,
} from '../../rights/credit/contradiction';
import { saysNothing } from '../../rights/blank';
import { demandedCredit, namedCredit } from '../../rights/house-line';
import { foldName } from '../../wire/fold';
import { textOf, type Entity } from '../../documents';

/** What is wrong with the credit of a document, as far as its own fields tell. */
export const ISSUE_KINDS = ['missing-credit', 'unknown-agency', 'conflict'] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

const APPLIES: Readonly<Record<IssueKind, (row: Entity, find: FindNamed, type: RightsType) => boolean>> = {
  'missing-credit': hasNoCredit,
  'unknown-agency': namesUnknown,
  conflict: (row, find) => contradictionOf(row, find) !== undefined,
};

/** The issues of an article or photo, given by its attributes, with its agency; `find` knows the newsroom's agencies. */
export function issuesOf(type: RightsType, row: Entity, find: FindNamed = () => undefined): IssueKind[] {
  return ISSUE_KINDS.filter((kind) => APPLIES[kind](row, find, type));
}

/** Where the fields of an article or photo, and its agency, name different people or agencies. */
export function contradictionOf(row: Entity, find: FindNamed) {
  const [byline, creditLine, caption] = (['byline', 'creditLine', 'caption'] as const).map((field) => saidIn(row, field)); // prettier-ignore
  return contradictionIn({ byline, creditLine, caption, agency: agencyOf(row) }, find);
}

/** True where only the newsroom's agencies can tell whether something is wrong. */
export function asksForAgencies(row: Entity): boolean {
  const [agency, creditLine] = [agencyOf(row), saidIn(row, 'creditLine')];
  if (!agency) return somebodyIn(row) !== undefined;
  return creditLine !== undefined && !isCalledIn(agency, creditLine);
}

/** Readers see none; of a photo also where they see its agency's name alone, since nobody has said more. */
function hasNoCredit(row: Entity, _: FindNamed, type: RightsType): boolean {
  const agency = row['agency'] as Entity | null | undefined;
  return (type === 'photo' ? namedCredit(row, agency) : demandedCredit(row, agency, type)) === undefined;
}

/** Somebody besides the author is credited, and none of the newsroom's agencies. */
function namesUnknown(row: Entity, find: FindNamed): boolean {
  const named = agencyOf(row) ? undefined : somebodyIn(row);
  return named !== undefined && !agenciesNamedIn(named, find).some(({ documentId }) => documentId !== undefined);
}

/** Who besides the author is credited. */
function somebodyIn(row: Entity): string | undefined {
  const named = saidIn(row, 'creditLine') ?? saidIn(row, 'source');
  return named === undefined || foldName(named) === foldName(saidIn(row, 'byline') ?? '') ? undefined : named;
}

function agencyOf(row: Entity): Named | undefined {
  const agency = row['agency'] as Entity | null | undefined;
  return agency ? { documentId: String(agency['documentId']), name: textOf(agency, 'name') ?? '' } : undefined;
}

function saidIn(row: Entity, field: string): string | undefined {
  const line = textOf(row, field);
  return saysNothing(line) ? undefined : line?.trim();
}
