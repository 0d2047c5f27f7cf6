import type { Core } from '@strapi/strapi';
import type { Entity } from '../documents';
import { UID } from '../../contracts/uid';
import { followJudgement } from '../desk/follow';
import { lockRows } from '../one-writer';
import { inTransaction } from '../transaction';
import { carries, gateColumns, GATE_COLUMNS, type GateColumns } from './columns';
import { tellTurned, turnsFor } from './turned';
import { followStories, isFollowed, photosOf, shownIn } from './story-photos';
import { closedByAnother, KNOWN_BY, sharing, touched, withPictureClosed } from './same-picture';
import { AGENCY_DECIDING, decidingRow, type JudgedUid } from './rights-of';
import { rightsSettings } from './settings';
import { unguarded } from './unguarded';

/** So many rows are read and judged at once. */
const PAGE = 500;

/** What a row is judged by, and what it carries already. */
const readFor = (uid: JudgedUid) => {
  const { select, populate } = decidingRow(uid);
  const picture = uid === UID.photo ? KNOWN_BY : ['publishedAt'];
  return { select: [...select, 'documentId', ...picture, ...GATE_COLUMNS], populate };
};

/** A `where` of Strapi's query engine. */
type Where = Record<string, unknown>;

/**
 * Judges rows anew, writes down what has changed, also in the book of what ran, and tells of it. Answers how many rows
 * were judged. `isWritten`: a write that has stamped the rows (`updatedAt`) is the reason; otherwise nobody has worked on
 * them, and `refreshedAt` tells.
 */
export async function rejudge(
  strapi: Core.Strapi,
  uid: JudgedUid,
  where: Where,
  now: Date = new Date(),
  { isWritten = false }: { isWritten?: boolean } = {},
): Promise<number> {
  const turned: unknown[] = [];
  let last = 0;
  let count = 0;
  for (;;) {
    const rows = await readRows(strapi, uid, { $and: [where, { id: { $gt: last } }] });
    const ids = await changing(strapi, uid, rows, now);
    if (ids.length > 0) {
      // Somebody may have killed one of them since they were read: what is written is judged from what stands there then.
      const judged = await inTransaction(strapi, async () =>
        judgeRows(strapi, uid, await lockRows(strapi, uid, { id: { $in: ids } }, readFor(uid)), now, isWritten),
      );
      turned.push(...judged);
    }
    count += rows.length;
    if (rows.length < PAGE) break;
    last = Number(rows.at(-1)?.['id']);
  }
  await tellTurned(strapi, uid, turned);
  return count;
}

const readRows = (strapi: Core.Strapi, uid: JudgedUid, where: Where): Promise<Entity[]> =>
  unguarded(() =>
    strapi.db.query(uid).findMany({
      ...readFor(uid),
      where,
      orderBy: { id: 'asc' },
      limit: PAGE,
    }),
  ) as Promise<Entity[]>;

/** The ids of those that carry another judgement than the one they have now. */
async function changing(strapi: Core.Strapi, uid: JudgedUid, rows: readonly Entity[], now: Date): Promise<unknown[]> {
  const gates = await judgements(strapi, uid, rows, { now, demands: rightsSettings(strapi).demand });
  return rows.filter((row, n) => gates[n] && !carries(row, gates[n])).map(({ id }) => id);
}

/** Writes what has changed of rows that are locked. Answers the ids of those that readers have, by the new judgement, no more or again. */
async function judgeRows(
  strapi: Core.Strapi,
  uid: JudgedUid,
  rows: readonly Entity[],
  now: Date,
  isWritten: boolean,
): Promise<unknown[]> {
  const turned: unknown[] = [];
  const demands = rightsSettings(strapi).demand;
  const gates = await judgements(strapi, uid, rows, { now, demands });
  const pictures: Entity[] = [];
  const stories: unknown[] = [];
  const changed = new Map<string, { gate: GateColumns; ids: unknown[]; documents: string[] }>();
  for (const [n, row] of rows.entries()) {
    const gate = gates[n];
    if (!gate || carries(row, gate)) continue;
    if (uid === UID.photo) pictures.push(...touched(row, { ...row, ...gate }));
    else if (row['publishedAt'] && isFollowed(row, { ...row, ...gate })) stories.push(row['id']);
    const key = JSON.stringify(gate);
    const group = changed.get(key) ?? { gate, ids: [], documents: [] };
    group.ids.push(row['id']);
    group.documents.push(String(row['documentId']));
    changed.set(key, group);
    if (turnsFor(row, gate, now)) turned.push(row['id']);
  }
  if (changed.size === 0) return turned;
  const documents = [...new Set([...changed.values()].flatMap((group) => group.documents))];
  for (const { gate, ids } of changed.values())
    await writeGate(strapi, uid, ids, gate, isWritten ? {} : { refreshedAt: new Date() });
  // A judgement may be asked for a later day than today; the book does not go back either.
  await followJudgement(strapi, documents, new Date(Math.max(now.getTime(), Date.now())));
  await rejudgeSharing(strapi, pictures, now);
  if (stories.length === 0) return turned;
  const photos = photosOf(await shownIn(strapi, { id: { $in: stories } }));
  await followStories(strapi, photos, now, (ids) => rejudge(strapi, UID.photo, { id: { $in: ids } }, now));
  return turned;
}

/** The judgements of rows, each with its agency; of a photo also by the other photos of its picture. */
export async function judgements(
  strapi: Core.Strapi,
  uid: JudgedUid,
  rows: readonly Entity[],
  judge: Parameters<typeof gateColumns>[3],
  agencyOf: (row: Entity) => Entity | null | undefined = (row) => row['agency'] as Entity | null,
): Promise<GateColumns[]> {
  const gates = rows.map((row) => gateColumns(uid, row, agencyOf(row), judge));
  if (uid !== UID.photo) return gates;
  const closing = await closedByAnother(strapi, rows);
  return gates.map((gate, n) => (closing.has(n) ? withPictureClosed(gate) : gate));
}

/** Judges the photos anew whose pictures these photos close now, or do no longer. */
export async function rejudgeSharing(strapi: Core.Strapi, photos: readonly Entity[], now: Date): Promise<void> {
  const where = sharing(photos);
  if (where) await rejudge(strapi, UID.photo, where, now);
}

/** Past the lifecycle hooks, which would judge again, and `updatedAt`, which is the editors'. */
async function writeGate(
  strapi: Core.Strapi,
  uid: JudgedUid,
  ids: readonly unknown[],
  gate: GateColumns,
  stamp: { refreshedAt?: Date },
) {
  const { servableFrom, servableUntil, servableIn, blockedBy, rejudgeAt, houseCredit } = gate;
  await strapi.db
    .queryBuilder(uid)
    .where({ id: { $in: ids } })
    .update({
      servableFrom: new Date(servableFrom),
      servableUntil: new Date(servableUntil),
      servableIn,
      blockedBy,
      rejudgeAt: rejudgeAt === null ? null : new Date(rejudgeAt),
      houseCredit,
      ...stamp,
    })
    .execute();
}

/** What a row that is about to be written is judged by; null where it is not there. */
export async function currentRow(strapi: Core.Strapi, uid: JudgedUid, where: unknown): Promise<Entity | null> {
  const found = (await unguarded(() => strapi.db.query(uid).findOne({ ...readFor(uid), where }))) as Entity | null;
  if (!found || !strapi.db.inTransaction()) return found;
  // Locked by now (`one-writer.ts`): as it stands, and not as MySQL saw it when the transaction began to read.
  const [row] = await lockRows(strapi, uid, { id: found['id'] }, readFor(uid));
  return row ?? null;
}

/** The agencies of these ids, as far as they decide. */
export async function agenciesOf(strapi: Core.Strapi, ids: readonly unknown[]): Promise<Map<unknown, Entity>> {
  if (ids.length === 0) return new Map();
  const rows = (await unguarded(() =>
    strapi.db
      .query(UID.agency)
      .findMany({ select: ['id', ...AGENCY_DECIDING], where: { id: { $in: [...new Set(ids)] } } }),
  )) as Entity[];
  return new Map(rows.map((row) => [row['id'], row]));
}
