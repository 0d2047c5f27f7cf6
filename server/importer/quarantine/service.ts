import type { Core } from '@strapi/strapi';
import {
  quarantineResponse,
  rawResponse,
  type QuarantineResponse,
  type RawResponse,
} from '../../../contracts/quarantine';
import { UID } from '../../../contracts/uid';
import { textOf, type Entity } from '../../documents';
import { decodeText } from '../../wire/decode';
import { unpacked } from '../packing';

/** So much of a copy is shown in the admin. */
const MAX_SHOWN = 500_000;

/** The copy of an item as it came. */
export interface Raw {
  name: string;
  bytes: Uint8Array;
}

/** What could not be read or written, whichever import it came with, and the copy of any item. */
export const quarantine = ({ strapi }: { strapi: Core.Strapi }) => {
  const wireItems = () => strapi.db.query(UID.wireItem);
  const held = (keys: readonly string[]) => ({ key: { $in: keys }, outcome: 'quarantined' });

  async function raw(key: string): Promise<Raw | undefined> {
    const row = (await wireItems().findOne({
      select: ['id', 'raw', 'inputHash', 'inputName'],
      where: { key },
    })) as Entity | null;
    if (!row) return undefined;
    // An input that brought many items is kept once, with one of them.
    const inputHash = textOf(row, 'inputHash');
    const keeper = textOf(row, 'raw')
      ? row
      : inputHash === undefined
        ? null
        : ((await wireItems().findOne({
            select: ['id', 'raw'],
            where: { inputHash, raw: { $notNull: true } },
          })) as Entity | null);
    const kept = textOf(keeper, 'raw');
    return kept === undefined ? undefined : { name: textOf(row, 'inputName') ?? '', bytes: unpacked(kept) };
  }

  return {
    async list(page: number, pageSize: number): Promise<QuarantineResponse> {
      const where = { outcome: 'quarantined' };
      const total = await wireItems().count({ where });
      const rows = (await wireItems().findMany({
        select: ['id', 'key', 'inputName', 'format', 'error', 'item', 'updatedAt'],
        where,
        populate: { run: { select: ['id', 'documentId'] } },
        orderBy: { id: 'desc' },
        limit: pageSize,
        offset: (page - 1) * pageSize,
      })) as Entity[];
      const pagination = { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total };
      return quarantineResponse.parse({ data: rows.map(toQuarantined), meta: { pagination } });
    },

    /** The keys that are in quarantine among these, by the import that last tried them. */
    async byRun(keys: readonly string[]): Promise<Map<string, string[]>> {
      const rows = (await wireItems().findMany({
        select: ['id', 'key'],
        where: held(keys),
        populate: { run: { select: ['id', 'documentId'] } },
        orderBy: { id: 'asc' },
      })) as Entity[];
      const runs = new Map<string, string[]>();
      for (const row of rows) {
        const run = textOf(row['run'] as Entity | null, 'documentId');
        if (run !== undefined) runs.set(run, [...(runs.get(run) ?? []), String(row['key'])]);
      }
      return runs;
    },

    /** Takes these off the list. Their bytes and errors stay in the ledger; the same copy can come again. */
    async dismiss(keys: readonly string[]): Promise<number> {
      const { count } = await wireItems().updateMany({ where: held(keys), data: { outcome: 'skipped' } });
      return count;
    },

    raw,

    /** The copy as an editor may look at it. */
    async rawText(key: string): Promise<RawResponse | undefined> {
      const found = await raw(key);
      if (!found) return undefined;
      const { name, bytes } = found;
      const text = textIn(bytes);
      const isCut = text !== undefined && text.length > MAX_SHOWN;
      const shown = text === undefined ? {} : { text: text.slice(0, MAX_SHOWN) };
      return rawResponse.parse({ data: { name, size: bytes.length, isCut, ...shown } });
    },
  };
};

/** Undefined where it is no text: what has zero bytes in it and no mark of UTF-16 is none. */
function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = decodeText(bytes);
    return text.slice(0, 10_000).includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

function toQuarantined(row: Entity): object {
  const item = row['item'] as Entity | null;
  const run = row['run'] as Entity | null;
  const updatedAt = row['updatedAt'];
  return {
    key: row['key'],
    title: textOf(item, 'headline')?.slice(0, 200) ?? '',
    inputName: textOf(row, 'inputName') ?? '',
    ...(textOf(row, 'format') ? { format: textOf(row, 'format') } : {}),
    error: row['error'] ?? { code: 'unreadable', message: '' },
    at: new Date(updatedAt instanceof Date ? updatedAt : String(updatedAt)).toISOString(),
    ...(textOf(run, 'documentId') ? { run: textOf(run, 'documentId') } : {}),
  };
}
