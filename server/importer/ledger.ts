import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Outcome } from '../../contracts/imports';
import { textOf, type Entity } from '../documents';
import type { Story } from '../../contracts/story';
import type { WireItem } from '../wire/item';
import { cutShort } from './fits';
import { identify, type Identity } from './identity';
import { packed } from './packing';
import { leavesRaw } from './raws';
import { receiptsSoFar } from './receipts';
import type { LedgerEntry } from './plan';
import { retrying } from './retry';
import type { Touch } from './touch';
import { inTransaction } from '../transaction';

/** What is known of the earlier versions of an item, the oldest receipt first. */
export async function knownVersions(strapi: Core.Strapi, uriKey: string): Promise<LedgerEntry[]> {
  const rows = (await strapi.db.query(UID.wireItem).findMany({
    select: [...VERSION_COLUMNS],
    where: { uriKey },
    orderBy: { id: 'desc' },
    limit: MAX_VERSIONS,
  })) as Entity[];
  return rows.reverse().map(toEntry);
}

/** The same for many items at once, by `uriKey`. */
export async function knownVersionsOf(
  strapi: Core.Strapi,
  uriKeys: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry[]>> {
  const rows = (await strapi.db.query(UID.wireItem).findMany({
    select: [...VERSION_COLUMNS],
    where: { uriKey: { $in: uriKeys } },
    orderBy: { id: 'asc' },
  })) as Entity[];
  const known = new Map<string, LedgerEntry[]>();
  for (const row of rows) {
    const uriKey = String(row['uriKey']);
    const versions = known.get(uriKey) ?? [];
    versions.push(toEntry(row));
    known.set(uriKey, versions);
  }
  return known;
}

const VERSION_COLUMNS = [
  'id', 'key', 'uriKey', 'version', 'versionCreated', 'contentHash', 'outcome', 'targetType', 'targetDocumentId',
  'undoneAt',
] as const; // prettier-ignore

function toEntry(row: Entity): LedgerEntry {
  const [type, documentId] = [textOf(row, 'targetType'), textOf(row, 'targetDocumentId')];
  const time = row['versionCreated'];
  return {
    key: String(row['key']),
    outcome: String(row['outcome']),
    contentHash: textOf(row, 'contentHash'),
    ...(row['undoneAt'] ? { isUndone: true } : {}),
    version: textOf(row, 'version'),
    versionCreated: time === null || time === undefined ? undefined : new Date(String(time)).toISOString(),
    ...(documentId !== undefined && (type === 'article' || type === 'photo') ? { target: { type, documentId } } : {}),
  };
}

/**
 * The item from which a document was last written. A kill writes nothing but its note to editors: where one came after,
 * the note is the kill's.
 */
export async function lastDelivered(strapi: Core.Strapi, documentId: string): Promise<WireItem | undefined> {
  const written = await lastRow(strapi, documentId, ['created', 'updated', 'corrected', 'held']);
  if (!written) return undefined;
  const kill = await lastRow(strapi, documentId, ['killed']);
  const note = kill && timeOf(kill) > timeOf(written) ? kill.item.edNote : undefined;
  return note === undefined ? written.item : { ...written.item, edNote: note };
}

interface WrittenRow {
  id: number;
  updatedAt: string | number | Date;
  item: WireItem;
}

async function lastRow(
  strapi: Core.Strapi,
  documentId: string,
  outcomes: readonly Outcome[],
): Promise<WrittenRow | undefined> {
  const row = (await strapi.db.query(UID.wireItem).findOne({
    select: ['id', 'item', 'updatedAt'],
    where: { targetDocumentId: documentId, outcome: { $in: outcomes }, undoneAt: null },
    // A row may be written anew after later ones: its id says nothing of when.
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
  })) as WrittenRow | null;
  return row ?? undefined;
}

const timeOf = ({ updatedAt }: WrittenRow): number => new Date(updatedAt).getTime();

export interface LedgerRow {
  identity: Identity;
  item: WireItem;
  provenance: object;
  warnings: unknown[];
  format: string;
  inputName: string;
  inputHash: string;
  /** The bytes as received, packed; null where another row of the same input keeps them. */
  raw: string | null;
  outcome: string;
  run: number;
  /** Nothing stands for its item yet: no other process may enter a version too. */
  claims: boolean;
  /** The keys that the plan was made from. Rows of these may be written anew; any other row is somebody else's. */
  known: readonly string[];
}

/**
 * Enters an item version. Its `key` is unique in the database, so of two processes that are given the same item the
 * second fails here, before anything else is written; `claim` does the same for two first versions of one item.
 */
export async function enter(strapi: Core.Strapi, row: LedgerRow): Promise<number> {
  const { identity, claims, known } = row;
  const data = ledgerData(row);
  const wireItems = strapi.db.query(UID.wireItem);
  // The document of an earlier claim is gone, or the plan would not make a new one.
  if (claims && known.length > 0) {
    await wireItems.updateMany({ where: { claim: identity.uriKey, key: { $in: known } }, data: { claim: null } });
  }
  if (known.includes(identity.key)) {
    // A version that comes again after it was undone stands for nothing until it is written (`lastDelivered`).
    const earlier = await receiptsSoFar(strapi, identity.key);
    const isKept = await leavesRaw(strapi, identity.key, row.inputHash);
    // The bytes of this input stand in this row already.
    if (isKept && row.raw === null) delete data['raw'];
    const anew = { ...data, targetType: null, targetDocumentId: null, touched: null, earlier };
    const old = (await wireItems.update({ where: { key: identity.key }, data: anew })) as { id: number };
    return old.id;
  }
  const { id } = (await wireItems.create({ data })) as { id: number };
  return id;
}

/** The columns of a ledger row, before it is known what came of its item. */
export function ledgerData(row: LedgerRow): Entity {
  const { identity, item, claims, known: _known, ...same } = row;
  return {
    ...same,
    key: identity.key,
    claim: claims ? identity.uriKey : null,
    ...named(identity, item),
    inputName: row.inputName.slice(-255),
    item,
    error: null,
    story: null,
    undoneAt: null,
  };
}

/** Who an item is, for people and for look-ups. A column takes 255 characters: items are known by their hashes. */
const named = ({ uri, uriKey, contentHash }: Identity, item: WireItem | undefined): Entity => ({
  uri: cutShort(uri),
  uriKey,
  contentHash,
  version: item?.version === undefined ? null : cutShort(item.version),
  versionCreated: item?.versionCreated ?? null,
});

/** Enters what came of an item: where it stands, and what must be put back to undo it. */
export async function settle(
  strapi: Core.Strapi,
  id: number,
  {
    outcome,
    targets: [target],
    touched,
  }: { outcome: Outcome; targets: readonly { type: string; documentId: string }[]; touched: readonly Touch[] },
): Promise<void> {
  if (target === undefined) return;
  const { type, documentId } = target;
  await strapi.db.query(UID.wireItem).update({
    where: { id },
    data: { outcome, targetType: type, targetDocumentId: documentId, touched },
  });
  await keepOrder(strapi, documentId, id);
}

/**
 * What is written last of a document has the latest time, also by a clock that has gone back. Past the query engine's
 * hooks, which would write that clock's time again.
 */
async function keepOrder(strapi: Core.Strapi, documentId: string, id: number): Promise<void> {
  const last = (await strapi.db.query(UID.wireItem).findOne({
    select: ['id', 'updatedAt'],
    where: { targetDocumentId: documentId, id: { $ne: id } },
    orderBy: { updatedAt: 'desc' },
  })) as { updatedAt: string | number | Date } | null;
  const time = last ? new Date(last.updatedAt).getTime() : 0;
  if (time < Date.now()) return;
  const updatedAt = new Date(time + 1);
  await strapi.db.queryBuilder(UID.wireItem).where({ id }).update({ updatedAt }).execute();
}

/** What could not be read or written, with its bytes and its error. */
export interface Refused {
  name: string;
  bytes: Uint8Array;
  hash: string;
  error: { code: string; message: string };
  run: number;
  format?: string | undefined;
  /** Only where the input could be read: the item that could not be written, and what was to be stored of it. */
  item?: WireItem;
  story?: Story;
}

/** The key of an input of which nothing could be read. */
export const inputKey = (hash: string): string => `input:${hash}`;

/**
 * Keeps what could not be read or written, once, however often it comes. What somebody else has written meanwhile is
 * left as it is.
 */
export async function quarantine(strapi: Core.Strapi, refused: Refused): Promise<void> {
  const { item } = refused;
  const identity = item && identify(item);
  const key = identity?.key ?? inputKey(refused.hash);
  const data = {
    key,
    inputHash: refused.hash,
    inputName: refused.name.slice(-255),
    format: refused.format ?? null,
    outcome: 'quarantined',
    error: refused.error,
    run: refused.run,
    ...(identity && {
      item,
      story: refused.story ?? null,
      ...named(identity, item),
    }),
  };
  const wireItems = strapi.db.query(UID.wireItem);
  // One transaction: Strapi links a row with its run after it has written it.
  await retrying(() =>
    inTransaction(strapi, async () => {
      const known = (await wireItems.findOne({ select: ['id', 'outcome', 'error'], where: { key } })) as Entity | null;
      if (known && known['outcome'] !== 'quarantined' && !(await isBack(strapi, known, refused.run))) return;
      const isSame = known !== null && (await leavesRaw(strapi, key, refused.hash));
      // The bytes of an input are kept once, however many of its items are refused.
      const kept = await wireItems.count({ where: { inputHash: refused.hash, raw: { $notNull: true } } });
      // Bytes of another input must not stand under this one's hash.
      const raw = kept === 0 ? { raw: packed(refused.bytes) } : isSame ? {} : { raw: null };
      if (known) await wireItems.update({ where: { id: known['id'] }, data: { ...data, ...raw } });
      else await wireItems.create({ data: { ...data, ...raw } });
    }),
  );
}

/** It was dismissed, and somebody sends it anew. What a feed brings over and over stays dismissed. */
async function isBack(strapi: Core.Strapi, { outcome, error }: Entity, run: number): Promise<boolean> {
  if (outcome !== 'skipped' || error === null) return false;
  const where = { id: run, origin: 'feed' };
  return (await strapi.db.query(UID.importRun).count({ where })) === 0;
}

/** Takes inputs out of quarantine that can be read now. Their bytes stay with their items, or here where there are none. */
export async function release(strapi: Core.Strapi, hashes: readonly string[]): Promise<void> {
  const wireItems = strapi.db.query(UID.wireItem);
  const refused: string[] = [];
  for (let at = 0; at < hashes.length; at += KEYS_AT_ONCE) {
    const keys = hashes.slice(at, at + KEYS_AT_ONCE).map(inputKey);
    const rows = (await wireItems.findMany({
      select: ['id', 'inputHash'],
      where: { key: { $in: keys }, outcome: 'quarantined' },
    })) as Entity[];
    refused.push(...rows.map((row) => String(row['inputHash'])));
  }
  for (const hash of refused) {
    const where = { key: inputKey(hash), outcome: 'quarantined' };
    const elsewhere = { inputHash: hash, key: { $ne: inputKey(hash) }, raw: { $notNull: true } };
    if ((await wireItems.count({ where: elsewhere })) > 0) await wireItems.deleteMany({ where });
    else await wireItems.updateMany({ where, data: { outcome: 'skipped', error: null } });
  }
}

/**
 * Holds the books of an item until the transaction ends: of two processes with two versions of it the second waits, and
 * then plans from what the first has written. It writes a column over with its own value, because that locks on every
 * database; past the query engine's hooks, so that the row keeps its time.
 */
export async function hold(strapi: Core.Strapi, uriKey: string): Promise<void> {
  await strapi.db.queryBuilder(UID.wireItem).where({ claim: uriKey }).update({ claim: uriKey }).execute();
}

/** Databases take a limited number of values in one statement. */
const KEYS_AT_ONCE = 500;

/** Versions of one item. Which of them is the newest is told from all of them: they come in any order. */
const MAX_VERSIONS = 20_000;
