import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import { isSameStamp, type Stamp, type Touch } from './touch';

/**
 * What an import has written of a version, kept in its ledger row while a later import writes the same version once more
 * (its picture has come, say): undoing that one leaves what this one has written, and its run can still be undone.
 */
export interface Receipt {
  run: number | null;
  outcome: string;
  targetType: string;
  targetDocumentId: string;
  claim: string | null;
  touched: Touch[];
}

/** So often one version may be written anew and every time be undone. */
const MOST_RECEIPTS = 20;

/** The receipts of a ledger row that is about to be written anew, the last one its own; null where it stands for nothing. */
export async function receiptsSoFar(strapi: Core.Strapi, key: string): Promise<Receipt[] | null> {
  const row = (await strapi.db.query(UID.wireItem).findOne({
    select: ['id', 'outcome', 'targetType', 'targetDocumentId', 'claim', 'touched', 'undoneAt', 'earlier'],
    where: { key },
    populate: { run: { select: ['id'] } },
  })) as Entity | null;
  const [targetType, targetDocumentId] = [textOf(row, 'targetType'), textOf(row, 'targetDocumentId')];
  if (!row || row['undoneAt'] || targetType === undefined || targetDocumentId === undefined) return null;
  const last: Receipt = {
    run: (row['run'] as { id: number } | null)?.id ?? null,
    outcome: String(row['outcome']),
    targetType,
    targetDocumentId,
    claim: textOf(row, 'claim') ?? null,
    touched: (row['touched'] ?? []) as Touch[],
  };
  return [...receiptsOf(row), last].slice(-MOST_RECEIPTS);
}

const receiptsOf = (row: Entity): Receipt[] => (row['earlier'] ?? []) as Receipt[];

/** A document that was put back: how it stood before what was undone, and how it stands now. */
export interface Restored {
  documentId: string;
  before: Stamp;
  now: Stamp;
}

/**
 * Enters that what a ledger row stood for is undone: it stands for what was written of it before, or for nothing, and then
 * its item can come again. True where there is an earlier receipt.
 */
export async function takeBack(strapi: Core.Strapi, row: Entity, restored: readonly Restored[]): Promise<boolean> {
  const wireItems = strapi.db.query(UID.wireItem);
  const earlier = receiptsOf(row);
  const last = earlier.pop();
  const where = { id: Number(row['id']) };
  if (!last) {
    await wireItems.updateMany({ where, data: { undoneAt: new Date().toISOString(), claim: null } });
    return false;
  }
  const isThere = last.run !== null && (await strapi.db.query(UID.importRun).count({ where: { id: last.run } })) > 0;
  const touched = last.touched.map((touch) => renewed(touch, restored));
  await wireItems.update({
    where,
    data: { ...last, touched, run: isThere ? last.run : null, earlier: earlier.length === 0 ? null : earlier },
  });
  return true;
}

/** Other versions of one item; more than these are not undone one after the other. */
const MOST_VERSIONS = 50;

/**
 * What the earlier versions of an item have left as it is again now, nobody has worked on: their imports can be undone, too.
 * Past the query engine's hooks: in the order of the ledger these rows stay where they are.
 */
export async function renewStamps(strapi: Core.Strapi, row: Entity, restored: readonly Restored[]): Promise<void> {
  if (restored.length === 0) return;
  const others = (await strapi.db.query(UID.wireItem).findMany({
    select: ['id', 'touched'],
    where: { uriKey: row['uriKey'], undoneAt: null, id: { $ne: row['id'] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    limit: MOST_VERSIONS,
  })) as { id: number; touched: Touch[] | null }[];
  for (const { id, touched } of others) {
    const anew = (touched ?? []).map((touch) => renewed(touch, restored));
    if (!anew.some((touch, n) => touch !== touched?.[n])) continue;
    const data = { touched: JSON.stringify(anew) };
    await strapi.db.queryBuilder(UID.wireItem).where({ id }).update(data).execute();
  }
}

function renewed(touch: Touch, restored: readonly Restored[]): Touch {
  const found = restored.find(
    ({ documentId, before }) => documentId === touch.documentId && isSameStamp(before, touch),
  );
  return found ? { ...touch, after: found.now } : touch;
}
