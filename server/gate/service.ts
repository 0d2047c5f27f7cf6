import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { RightsType } from '../../contracts/rights';
import { shownDecision, validityResponse, type ShownDecision, type ValidityResponse } from '../../contracts/validity';
import { UID } from '../../contracts/uid';
import type { Change } from '../audit/changes';
import { eventRow, writeEvents } from '../audit/events';
import { textOf, type Entity } from '../documents';
import { gateOf } from '../rights/gate';
import { validity } from '../rights/validity';
import { confirmPublication } from './publish-check';
import { rejudge } from './judge';
import { decidingRow, rightsOf, type JudgedUid } from './rights-of';
import { closedByAnother } from './same-picture';
import { rightsSettings } from './settings';
import { createSweep } from './sweep';
import { retrying } from '../importer/retry';
import { lockRows } from '../one-writer';
import { inTransaction } from '../transaction';

/** More decisions about one item are a quarrel. */
const MOST_DECISIONS = 50;

export interface Editor {
  id: number;
  name: string;
}

/** What the validity panel shows, and the decisions of editors. */
export const rightsGate = ({ strapi }: { strapi: Core.Strapi }) => ({
  sweep: createSweep(strapi),

  /** Whether it may be shown, in every respect; undefined for no such document. */
  async describe(type: RightsType, documentId: string): Promise<ValidityResponse | undefined> {
    const row = await draftOf(strapi, UID[type], documentId);
    if (!row) return undefined;
    const now = new Date();
    const { mode } = rightsSettings(strapi);
    const verdict = judgement(strapi, UID[type], row, now);
    return validityResponse.parse({
      data: {
        ...verdict,
        ...(type === 'article' ? await publishedOtherwise(strapi, documentId, verdict, now) : {}),
        ...(type === 'photo' ? await closedWith(strapi, row) : {}),
        unreleased: row['released'] === false,
        decisions: decisionsOf(row),
        mode,
        hiddenPhotos: type === 'article' ? hiddenPhotos(strapi, row, now) : [],
      },
    });
  },

  /** Adds a decision to every row of the document; it holds at once. False where there are too many already. */
  async decide(type: RightsType, documentId: string, said: Omit<ShownDecision, 'id' | 'who' | 'at'>, by: Editor) {
    const now = new Date().toISOString();
    const made: ShownDecision = { id: randomUUID(), ...said, who: by.name, at: now };
    return change(strapi, UID[type], documentId, by, said.why, (decisions) =>
      decisions.length < MOST_DECISIONS ? [...decisions, made] : undefined,
    );
  },

  /** Takes a decision back. False where there is none of this id. */
  async withdraw(type: RightsType, documentId: string, id: string, why: string, by: Editor): Promise<boolean> {
    return change(strapi, UID[type], documentId, by, why, (decisions) => {
      const left = decisions.filter((one) => one.id !== id);
      return left.length === decisions.length ? undefined : left;
    });
  },

  /** Lets this editor publish an article, though it may not be shown, within the next minutes. */
  confirm: (documentId: string, why: string, by: Editor) => confirmPublication(strapi, documentId, why, by),
});

async function change(
  strapi: Core.Strapi,
  uid: JudgedUid,
  documentId: string,
  by: Editor,
  why: string,
  edit: (decisions: readonly ShownDecision[]) => readonly ShownDecision[] | undefined,
): Promise<boolean> {
  const decided = async (): Promise<boolean> => {
    await lockRows(strapi, uid, { documentId });
    const before = await draftOf(strapi, uid, documentId);
    if (!before) return false;
    const [from, to] = [decisionsOf(before), edit(decisionsOf(before))];
    if (!to) return false;
    const decisions = JSON.stringify(to);
    await strapi.db.queryBuilder(uid).where({ documentId }).update({ decisions }).execute();
    await rejudge(strapi, uid, { documentId });
    await recordDecision(strapi, uid, documentId, by, why, { field: 'decisions', from, to });
    return true;
  };
  return retrying(() => inTransaction(strapi, decided));
}

async function recordDecision(
  strapi: Core.Strapi,
  uid: JudgedUid,
  documentId: string,
  by: Editor,
  reason: string,
  change: Change,
): Promise<void> {
  const actor = { id: by.id, kind: 'admin' as const, name: by.name };
  const event = { uid, documentId, applies: 'both' as const, changes: [change] };
  await writeEvents(strapi, [eventRow(event, { surface: 'admin', reason, actor })]);
}

/** The photo that closes the picture of this one. */
async function closedWith(strapi: Core.Strapi, row: Entity) {
  if (row['blockedBy'] !== 'same-picture') return {};
  const other = (await closedByAnother(strapi, [row])).get(0);
  const photo = other && (await rowOf(strapi, UID.photo, { id: other['id'] }));
  return photo ? { samePicture: { documentId: String(photo['documentId']), title: titleOf(photo) } } : {};
}

const titleOf = (photo: Entity): string => (textOf(photo, 'headline') ?? textOf(photo, 'caption') ?? '').slice(0, 200);

function judgement(strapi: Core.Strapi, uid: JudgedUid, row: Entity, now: Date) {
  const demands = rightsSettings(strapi).demand;
  const rights = rightsOf(uid, row, row['agency'] as Entity | null, now);
  const { servableIn } = gateOf(rights, now, demands);
  const places = servableIn?.slice(1).trim().split(' ');
  const where = places && { [servableIn?.startsWith('+') ? 'only' : 'except']: places };
  const verdict = validity(rights, now, { demands });
  if (row['blockedBy'] !== 'same-picture') return { ...verdict, ...where };
  // Nothing of its own opens it: no allowance, and no day.
  const { mandatoryCredit, reasons } = verdict;
  return { servable: false, reasons: ['same-picture' as const, ...reasons], mandatoryCredit, ...where };
}

type Judgement = ReturnType<typeof judgement>;

/** What holds for readers, where that is not what holds for the draft: it was changed and is not published yet. */
async function publishedOtherwise(strapi: Core.Strapi, documentId: string, draft: Judgement, now: Date) {
  const live = await rowOf(strapi, UID.article, { documentId, publishedAt: { $notNull: true } });
  const published = live && judgement(strapi, UID.article, live, now);
  return published && !isDeepStrictEqual(published, draft) ? { published } : {};
}

function hiddenPhotos(strapi: Core.Strapi, article: Entity, now: Date) {
  const illustrations = Array.isArray(article['photos']) ? (article['photos'] as Entity[]) : [];
  return illustrations.flatMap((one) => {
    const photo = one['photo'] as Entity | null | undefined;
    if (!photo) return [];
    const { servable, reasons } = judgement(strapi, UID.photo, photo, now);
    return servable ? [] : [{ documentId: String(photo['documentId']), title: titleOf(photo), reasons }];
  });
}

const known = z.array(shownDecision).catch([]);
const decisionsOf = (row: Entity): ShownDecision[] =>
  known.parse(typeof row['decisions'] === 'string' ? JSON.parse(row['decisions']) : (row['decisions'] ?? []));

/** The row that editors work on: the draft where there are two. */
const draftOf = (strapi: Core.Strapi, uid: JudgedUid, documentId: string): Promise<Entity | null> =>
  rowOf(strapi, uid, { documentId, ...(uid === UID.article ? { publishedAt: { $null: true } } : {}) });

async function rowOf(strapi: Core.Strapi, uid: JudgedUid, where: object): Promise<Entity | null> {
  const { populate } = decidingRow(uid);
  const photos = { photos: { populate: { photo: { populate } } } };
  return (await strapi.db.query(uid).findOne({
    where,
    populate: { ...populate, ...(uid === UID.article ? photos : {}) },
  })) as Entity | null;
}
