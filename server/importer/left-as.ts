import type { Core } from '@strapi/strapi';
import type { Outcome } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import type { WireItem } from '../wire/item';
import type { Touch } from './touch';

/** How the wire left a document: what is otherwise now, somebody of the newsroom has decided. */
export interface LeftAs {
  pubStatus: WireItem['pubStatus'];
  /** It was sent out, and the wire has not taken it back: an item that found it taken off does not count. */
  published: boolean;
  /** The versions that wrote it, the newest first. */
  versions: WireItem[];
}

/** So many versions are looked back at. */
const MAX_LOOK_BACK = 20;

/** How the items that wrote a document left it. */
export async function leftAs(strapi: Core.Strapi, documentId: string): Promise<LeftAs | undefined> {
  const outcomes: readonly Outcome[] = ['created', 'updated', 'corrected', 'held', 'killed'];
  const rows = (await strapi.db.query(UID.wireItem).findMany({
    select: ['id', 'item', 'outcome', 'touched'],
    where: { targetDocumentId: documentId, outcome: { $in: outcomes }, undoneAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    limit: MAX_LOOK_BACK,
  })) as { item: WireItem; outcome: string; touched: Touch[] | null }[];
  const isSentOut = ({ touched }: (typeof rows)[number]) =>
    touched?.find((one) => one.documentId === documentId)?.after.published === true;
  const decisive = rows.find((row) => row.outcome === 'killed' || isSentOut(row));
  const [last] = rows;
  return (
    last && {
      pubStatus: last.item.pubStatus,
      published: decisive !== undefined && isSentOut(decisive),
      versions: rows.filter(({ outcome }) => outcome !== 'killed').map(({ item }) => item),
    }
  );
}
