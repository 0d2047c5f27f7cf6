import { UID } from '../../../contracts/uid';

/** The types whose rows are long, by their uid and by their name in GraphQL. Sections and agencies may come as often as they like. */
const LONG: ReadonlySet<string> = new Set([
  ...[UID.article, UID.photo, UID.comment],
  ...['NewswireArticle', 'NewswirePhoto', 'NewswireComment'],
]);

/** An object on the way of a question, from the first: its type, and the field that led to it. */
export interface Step {
  type: string;
  by: string;
}

/**
 * True where a question comes back to a type that it came from: from comments to their article, and to all of its comments
 * again. Each row is then in the answer as often as there are others beside it: a hundred comments are ten thousand.
 * Down a tree (`replies { replies }`) every row is another one; down and up again (`replies { parent }`) it is not.
 */
export function comesBack(way: readonly Step[], { type, by }: Step): boolean {
  const here = way.at(-1);
  const before = way.slice(0, -1);
  if (!here || !LONG.has(type)) return false;
  if (here.type !== type) return before.some((one) => one.type === type);
  return before.at(-1)?.type === type && here.by !== by;
}
