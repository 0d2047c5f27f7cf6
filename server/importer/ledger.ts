import type { Core } from '@strapi/strapi';
import { gzipSync } from 'node:zlib';
import { UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import type { WireItem } from '../wire/item';
import type { Identity } from './identity';
import type { LedgerEntry } from './plan';

/** What is known of the earlier versions of an item, the oldest receipt first. */
export async function knownVersions(strapi: Core.Strapi, uriKey: string): Promise<LedgerEntry[]> {
  const rows = (await strapi.db.query(UID.wireItem).findMany({
    select: ['id', 'key', 'version', 'versionCreated', 'outcome', 'targetType', 'targetDocumentId'],
    where: { uriKey },
    orderBy: { id: 'asc' },
    limit: MAX_VERSIONS,
  })) as Entity[];
  return rows.map((row) => {
    const [type, documentId] = [textOf(row, 'targetType'), textOf(row, 'targetDocumentId')];
    const time = row['versionCreated'];
    return {
      key: String(row['key']),
      outcome: String(row['outcome']),
      version: textOf(row, 'version'),
      versionCreated: time === null || time === undefined ? undefined : new Date(String(time)).toISOString(),
      ...(documentId !== undefined && (type === 'article' || type === 'photo') ? { target: { type, documentId } } : {}),
    };
  });
}

/** The item from which a document was last written. */
export async function lastDelivered(strapi: Core.Strapi, documentId: string): Promise<WireItem | undefined> {
  const row = (await strapi.db.query(UID.wireItem).findOne({
    select: ['id', 'item'],
    where: { targetDocumentId: documentId, outcome: { $in: ['created', 'updated', 'corrected'] } },
    orderBy: { id: 'desc' },
  })) as { item?: WireItem } | null;
  return row?.item;
}

export interface LedgerRow {
  identity: Identity;
  item: WireItem;
  provenance: object;
  warnings: unknown[];
  format: string;
  inputName: string;
  inputHash: string;
  /** The bytes as received; null where another row of the same input keeps them. */
  raw: Uint8Array | null;
  outcome: string;
  run: number;
  /** The first version of its item: no other process may enter one too. */
  claims: boolean;
  /** The keys that the plan was made from. Rows of these may be written anew; any other row is somebody else's. */
  known: readonly string[];
}

/**
 * Enters an item version. Its `key` is unique in the database, so of two processes that are given the same item the
 * second fails here, before anything else is written; `claim` does the same for two first versions of one item.
 */
export async function enter(strapi: Core.Strapi, row: LedgerRow): Promise<number> {
  const { identity, item, raw, claims, known, ...same } = row;
  const data = {
    ...same,
    key: identity.key,
    claim: claims ? identity.uriKey : null,
    uri: identity.uri,
    uriKey: identity.uriKey,
    contentHash: identity.contentHash,
    version: item.version ?? null,
    versionCreated: item.versionCreated ?? null,
    item,
    raw: raw === null ? null : packed(raw),
  };
  const wireItems = strapi.db.query(UID.wireItem);
  // The document of an earlier claim is gone, or the plan would not make a new one.
  if (claims && known.length > 0) {
    await wireItems.updateMany({ where: { claim: identity.uriKey, key: { $in: known } }, data: { claim: null } });
  }
  if (known.includes(identity.key)) {
    const old = (await wireItems.update({ where: { key: identity.key }, data })) as { id: number };
    return old.id;
  }
  const { id } = (await wireItems.create({ data })) as { id: number };
  return id;
}

export async function settle(
  strapi: Core.Strapi,
  id: number,
  target: { type: string; documentId: string } | undefined,
): Promise<void> {
  if (target === undefined) return;
  await strapi.db.query(UID.wireItem).update({
    where: { id },
    data: { targetType: target.type, targetDocumentId: target.documentId },
  });
}

/** An input of which nothing could be read, kept with its bytes and its error. Entered once, however often it comes. */
export async function quarantine(
  strapi: Core.Strapi,
  input: { name: string; bytes: Uint8Array; hash: string; error: object; run: number; key?: string },
): Promise<void> {
  const key = input.key ?? `input:${input.hash}`;
  const data = {
    key,
    inputHash: input.hash,
    inputName: input.name,
    raw: packed(input.bytes),
    outcome: 'quarantined',
    error: input.error,
    run: input.run,
  };
  const wireItems = strapi.db.query(UID.wireItem);
  const known = (await wireItems.findOne({ select: ['id'], where: { key } })) as { id: number } | null;
  if (known) await wireItems.update({ where: { id: known.id }, data });
  else await wireItems.create({ data });
}

/** True for an error of the database that says: somebody else has entered this just now. */
export function isTaken(error: unknown): boolean {
  for (let cause = error, n = 0; n < 5 && typeof cause === 'object' && cause !== null; n += 1) {
    const code: unknown = Reflect.get(cause, 'code');
    if (typeof code === 'string' && UNIQUE_VIOLATIONS.has(code)) return true;
    cause = Reflect.get(cause, 'cause') as unknown;
  }
  return false;
}

const UNIQUE_VIOLATIONS: ReadonlySet<string> = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ER_DUP_ENTRY']);

/** More versions of one item than this do not change what its next version does. */
const MAX_VERSIONS = 1000;

const packed = (bytes: Uint8Array): string => gzipSync(bytes).toString('base64');
