import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { packed, unpacked } from './packing';
import type { Input } from './read';
import { retrying } from './retry';

/** Large inputs are kept in pieces of so many bytes: a piece is packed, written and read on its own. */
const PIECE_BYTES = 1024 * 1024;

/** What is kept and belongs to no run yet. Ids of documents have no colon. */
const UNGIVEN = 'keeping:';
/** Whoever has not begun a run by then has died. */
const UNGIVEN_MS = 24 * 60 * 60 * 1000;

/**
 * What a run has still to read is kept in the database, so that another process can go on with it. Answers by which name
 * it is to be given to its run (`giveInputs`): before that, nobody can take a part of it for the whole.
 */
export async function keepInputs(strapi: Core.Strapi, inputs: readonly Input[]): Promise<string> {
  const kept = `${UNGIVEN}${randomUUID()}`;
  for (const [position, { name, bytes }] of inputs.entries()) {
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES) {
      const raw = packed(bytes.subarray(at, at + PIECE_BYTES));
      const data = { runDocumentId: kept, position, name, raw };
      await retrying(() => strapi.db.query(UID.importInput).create({ data, select: ['id'] }));
    }
  }
  return kept;
}

/** Gives what was kept to its run: all of it, in one statement. */
export async function giveInputs(strapi: Core.Strapi, kept: string, runDocumentId: string): Promise<void> {
  await strapi.db.query(UID.importInput).updateMany({ where: { runDocumentId: kept }, data: { runDocumentId } });
}

/** Forgets what a process kept that died before its run was begun: nobody was told that it had arrived. */
export async function dropUngiven(strapi: Core.Strapi): Promise<void> {
  const before = new Date(Date.now() - UNGIVEN_MS);
  const where = { runDocumentId: { $startsWith: UNGIVEN }, createdAt: { $lt: before } };
  await strapi.db.query(UID.importInput).deleteMany({ where });
}

export async function keptInputs(strapi: Core.Strapi, runDocumentId: string): Promise<Input[]> {
  const kept = strapi.db.query(UID.importInput);
  const rows = (await kept.findMany({
    select: ['id', 'position', 'name'],
    where: { runDocumentId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })) as Entity[];
  const inputs = new Map<unknown, { name: string; pieces: Uint8Array[] }>();
  for (const { id, position, name } of rows) {
    const input = inputs.get(position) ?? { name: String(name ?? ''), pieces: [] };
    inputs.set(position, input);
    const piece = (await kept.findOne({ select: ['id', 'raw'], where: { id } })) as Entity | null;
    if (piece) input.pieces.push(unpacked(String(piece['raw'])));
  }
  return [...inputs.values()].map(({ name, pieces }) => ({ name, bytes: wholeOf(pieces) }));
}

const wholeOf = (pieces: readonly Uint8Array[]): Uint8Array =>
  pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);

export async function dropInputs(strapi: Core.Strapi, runDocumentId: string): Promise<void> {
  await strapi.db.query(UID.importInput).deleteMany({ where: { runDocumentId } });
}
