import { contradictionIn } from '../../rights/credit/contradiction';
import { foldName } from '../../wire/fold';
import { textOf, type Entity } from '../../documents';

/** What is wrong with the credit of a document, as far as its own fields tell. */
export const ISSUE_KINDS = ['missing-credit', 'unknown-agency', 'conflict'] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

const APPLIES: Readonly<Record<IssueKind, (row: Entity) => boolean>> = {
  'missing-credit': (row) => textOf(row, 'creditLine') === undefined,
  'unknown-agency': namesUnknown,
  conflict: (row) =>
    contradictionIn({
      byline: textOf(row, 'byline'),
      creditLine: textOf(row, 'creditLine'),
      caption: textOf(row, 'caption'),
    }) !== undefined,
};

/** The issues of an article or photo, given by its attributes, with its agency. */
export function issuesOf(row: Entity): IssueKind[] {
  return ISSUE_KINDS.filter((kind) => APPLIES[kind](row));
}

/** Somebody besides the author is credited, and is none of the newsroom's agencies. */
function namesUnknown(row: Entity): boolean {
  if (row['agency']) return false;
  const named = textOf(row, 'creditLine') ?? textOf(row, 'source');
  return named !== undefined && foldName(named) !== foldName(textOf(row, 'byline') ?? '');
}
