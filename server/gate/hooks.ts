import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { subscribeUnwatched } from '../importer/bulk/listeners';
import { joinOf, stored, tableOf } from '../tables';
import { inTransaction } from '../transaction';
import { GATE_COLUMNS } from './columns';
import { agenciesOf, currentRow, judgements, rejudge, rejudgeSharing } from './judge';
import { clearAfter, clearReplaced, withFiles } from './left-files';
import { readTerms } from './restrictions-written';
import { AGENCY_DECIDING, DECIDING, JUDGED, type JudgedUid } from './rights-of';
import { closesPicture, touched } from './same-picture';
import { rightsSettings } from './settings';
import { unguarded } from './unguarded';

interface Event {
  model: { uid: string };
  params: { data?: unknown; where?: unknown };
  /** Kept from before a write until after it. */
  state: { ids?: unknown[]; leaving?: Entity[]; pictures?: Pictures; alone?: unknown };
}

/** What a write of a photo means for its picture. */
interface Pictures {
  /** Photos whose pictures are closed or opened by it. */
  touched: Entity[];
  /** The photo as it was, with its file, where it is given another one. */
  replaced: Entity | undefined;
}

/**
 * Judges every row in the write that changes it, whoever makes it: the judgement stands in the row itself, so that lists,
 * counts, filters and relations of the public can ask for it in the database. What callers say of it is not listened to. `wake`
 * is called after the commit where there is something to do in the background.
 */
export function judgeWrites(strapi: Core.Strapi, wake: () => void): void {
  const wakeAfter = async () => {
    if (!strapi.db.inTransaction()) wake();
    else await strapi.db.transaction(({ onCommit }) => onCommit(wake));
  };
  strapi.db.lifecycles.subscribe({
    models: [...JUDGED],
    async beforeCreate(event: Event) {
      await judgeNew(strapi, uidOf(event), [dataOf(event)]);
    },
    async beforeCreateMany(event: Event) {
      await judgeNew(strapi, uidOf(event), event.params.data as Entity[]);
    },
    async beforeUpdate(event: Event) {
      const [uid, data] = [uidOf(event), dataOf(event)];
      drop(data, 'decisions');
      if (!decides(data)) return;
      const current = await currentRow(strapi, uid, event.params.where);
      if (!current) return;
      const agency = await agencyAfter(strapi, data, current['agency'] as Entity | null);
      const picture = await newPictureOf(strapi, data, current);
      const row = { ...current, ...defined(data), ...picture };
      const [gate] = await judgements(strapi, uid, [row], judgeOf(strapi), () => agency);
      if (!gate) return;
      Object.assign(data, picture, gate);
      if (!strapi.db.inTransaction()) event.state.alone = current['id'];
      if (uid === UID.photo) await keepPictures(strapi, event, current, { ...row, ...gate });
      if (gate.blockedBy !== current['blockedBy']) await wakeAfter();
    },
    async afterUpdate(event: Event) {
      const { pictures, alone } = event.state;
      // Between its reading and its writing another write may have come.
      if (alone !== undefined) await rejudge(strapi, uidOf(event), { id: alone }, new Date(), { isWritten: true });
      if (pictures?.replaced) await clearReplaced(strapi, pictures.replaced);
      if (pictures) await rejudgeSharing(strapi, pictures.touched, new Date());
    },
    async beforeUpdateMany(event: Event) {
      const [uid, data] = [uidOf(event), dataOf(event)];
      drop(data, 'decisions');
      if (!decides(data)) return;
      for (const column of GATE_COLUMNS) drop(data, column);
      event.state.ids = await idsOf(strapi, uid, event.params.where);
    },
    async afterUpdateMany(event: Event) {
      const { ids } = event.state;
      if (!ids) return;
      for (let at = 0; at < ids.length; at += STEP) {
        const some = { id: { $in: ids.slice(at, at + STEP) } };
        await rejudge(strapi, uidOf(event), some, new Date(), { isWritten: true });
      }
      await wakeAfter();
    },
  });
  // Photos that are written in bulk have no picture yet; told of each, the bulk writer would read every row again.
  subscribeUnwatched(strapi, {
    models: [UID.photo],
    async afterCreate(event: Event) {
      await rejudgeSharing(strapi, touched(undefined, dataOf(event)), new Date());
    },
  });
  const before = async (event: Event) => {
    event.state.leaving = await withFiles(strapi, event.params.where);
  };
  const after = async (event: Event) => {
    const { leaving: gone = [] } = event.state;
    await clearAfter(strapi, gone, new Date());
    const opened = gone.flatMap((row) => touched(row, undefined));
    await rejudgeSharing(strapi, opened, new Date());
    if (opened.length > 0) await wakeAfter();
  };
  strapi.db.lifecycles.subscribe({
    models: [UID.photo],
    beforeDelete: before,
    beforeDeleteMany: before,
    afterDelete: after,
    afterDeleteMany: after,
  });
  const leaving = ({ params }: Event) => markItemsOf(strapi, params.where);
  strapi.db.lifecycles.subscribe({
    models: [UID.agency],
    beforeDelete: leaving,
    beforeDeleteMany: leaving,
    afterDelete: wakeAfter,
    afterDeleteMany: wakeAfter,
  });
  strapi.db.lifecycles.subscribe({
    models: [UID.agency],
    beforeCreate: (event: Event) => readTerms(dataOf(event)),
    beforeCreateMany: (event: Event) => (event.params.data as Entity[]).forEach(readTerms),
    async beforeUpdate(event: Event) {
      const data = dataOf(event);
      readTerms(data);
      // Its items are judged anew after the commit, by whichever process comes first (`sweep.ts`).
      if (!AGENCY_DECIDING.some((field) => field in data)) return;
      data['judged'] = false;
      await wakeAfter();
    },
  });
}

/** Databases take a limited number of values in one statement. */
const STEP = 500;

/** What these agencies have supplied is judged without them as soon as they are gone (`sweep.ts`): until then as before. */
async function markItemsOf(strapi: Core.Strapi, where: unknown): Promise<void> {
  const gone = (await strapi.db.query(UID.agency).findMany({ select: ['id'], where })) as Entity[];
  const ids = gone.map(({ id }) => Number(id));
  for (const uid of JUDGED) {
    const { table, from, to } = joinOf(strapi, uid, 'agency');
    await inTransaction(strapi, ({ trx }) =>
      trx(tableOf(strapi, uid))
        .whereIn('id', trx(table).select(from).whereIn(to, ids))
        .update({ rejudge_at: stored(strapi, new Date()) }),
    );
  }
}

const uidOf = ({ model }: Event): JudgedUid => (model.uid === UID.photo ? UID.photo : UID.article);
const dataOf = ({ params }: Event): Entity => params.data as Entity;

const decides = (data: Entity): boolean =>
  [...DECIDING, ...GATE_COLUMNS, 'agency', 'image', 'contentHash'].some((field) => data[field] !== undefined);

const judgeOf = (strapi: Core.Strapi) => ({ now: new Date(), demands: rightsSettings(strapi).demand });

async function keepPictures(strapi: Core.Strapi, event: Event, before: Entity, after: Entity): Promise<void> {
  const isReplaced = closesPicture(before) && before['fileHash'] !== after['fileHash'];
  const [replaced] = isReplaced ? await withFiles(strapi, { id: before['id'] }) : [];
  event.state.pictures = { touched: touched(before, after), replaced };
}

async function judgeNew(strapi: Core.Strapi, uid: JudgedUid, rows: readonly Entity[]): Promise<void> {
  const linked = rows.map((data) => relationId(data['agency']));
  const agencies = await agenciesOf(
    strapi,
    linked.filter((id) => id !== undefined && id !== null),
  );
  for (const data of rows) {
    if (hasDecisions(data)) data['decisions'] = await decisionsSoFar(strapi, uid, data['documentId']);
    Object.assign(data, await pictureOf(strapi, data));
  }
  const agencyOf = (data: Entity) => agencies.get(relationId(data['agency']));
  const gates = await judgements(strapi, uid, rows, judgeOf(strapi), agencyOf);
  for (const [n, data] of rows.entries()) Object.assign(data, gates[n]);
}

const hasDecisions = ({ decisions }: Entity): boolean => Array.isArray(decisions) && decisions.length > 0;

/** A row that is published takes over what was decided on its draft; nobody brings decisions along otherwise. */
async function decisionsSoFar(strapi: Core.Strapi, uid: JudgedUid, documentId: unknown): Promise<unknown> {
  if (typeof documentId !== 'string') return null;
  const query = { select: ['decisions'], where: { documentId } };
  const row = (await unguarded(() => strapi.db.query(uid).findOne(query))) as Entity | null;
  return row?.['decisions'] ?? null;
}

async function agencyAfter(
  strapi: Core.Strapi,
  data: Entity,
  before: Entity | null,
): Promise<Entity | null | undefined> {
  const id = relationId(data['agency']);
  if (id === undefined || id === before?.['id']) return before;
  return id === null ? null : (await agenciesOf(strapi, [id])).get(id);
}

/** The file of a photo, by the part of its address that all its renditions share. */
async function pictureOf(strapi: Core.Strapi, data: Entity): Promise<Entity> {
  const id = relationId(data['image']);
  if (id === undefined) return {};
  if (id === null) return { fileHash: null };
  const query = { select: ['hash'], where: { id } };
  const file = (await unguarded(() => strapi.db.query('plugin::upload.file').findOne(query))) as Entity | null;
  return { fileHash: file?.['hash'] ?? null, sealed: false };
}

/** The same on an update: another file is another picture, which nobody knows yet (`media/known-picture.ts`). */
async function newPictureOf(strapi: Core.Strapi, data: Entity, current: Entity): Promise<Entity> {
  const picture = await pictureOf(strapi, data);
  const isAnother = 'fileHash' in picture && picture['fileHash'] !== current['fileHash'];
  if (!isAnother) return picture;
  return { ...picture, pictureHash: null, ...(data['contentHash'] === undefined ? { contentHash: null } : {}) };
}

/** A to-one relation as Strapi's query engine takes it; undefined where nothing is said of it. */
function relationId(value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? null : relationId(value.at(-1));
  if (typeof value !== 'object') return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if ('id' in value) return relationId(value.id);
  if ('set' in value) return value.set === null ? null : relationId(value.set);
  const connect = 'connect' in value ? value.connect : undefined;
  if (Array.isArray(connect) && connect.length > 0) return relationId(connect);
  const disconnect = 'disconnect' in value ? value.disconnect : undefined;
  return Array.isArray(disconnect) && disconnect.length > 0 ? null : undefined;
}

async function idsOf(strapi: Core.Strapi, uid: JudgedUid, where: unknown): Promise<unknown[]> {
  const rows = (await unguarded(() => strapi.db.query(uid).findMany({ select: ['id'], where }))) as Entity[];
  return rows.map(({ id }) => id);
}

const defined = (data: Entity): Entity =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

function drop(data: Entity, field: string): void {
  Reflect.deleteProperty(data, field);
}
