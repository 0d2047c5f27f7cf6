import type { Core } from '@strapi/strapi';
import { errors, setCreatorFields } from '@strapi/utils';
import { createHmac } from 'node:crypto';
import {
  RIGHTS_FIELDS,
  rightsResponse,
  type BulkResponse,
  type RightsFields,
  type RightsResponse,
  type RightsType,
  type RightsValue,
} from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import { appSecretOf, keyFrom } from '../app-secret';
import { auditAs } from '../audit/context';
import { documentsOf, isPublished, textOf, timeOf, type Entity } from '../documents';
import { restrictionsIn } from '../gate/stored-restrictions';
import { demandedCredit, houseLines } from '../rights/house-line';
import { MAX_ROWS, rowsShowing } from '../shown-in';

/** The last so many changes that the panel shows. */
const HISTORY = 20;

export interface BulkEdit {
  type: RightsType;
  documentIds: readonly string[];
  set: RightsFields;
  agency?: string | null | undefined;
  surface: 'bulk' | 'inbox';
  dryRun: boolean;
  reason?: string | undefined;
  user: { id: number };
  /** What this editor may do in the Content Manager, asked for each document. */
  may: {
    read(entity: Entity, field: string): boolean;
    update(entity: Entity, field: string): boolean;
    publish(entity: Entity): boolean;
  };
  /** What the editor was shown of each document (`seenOf`): what has changed since is left as it is. */
  seen?: Readonly<Record<string, string>> | undefined;
}

type BulkDocument = BulkResponse['data']['documents'][number];

/** What the Credits & copyright panel shows, and the edit of many at once. */
export const rightsDesk = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** What was delivered, what the agency usually wants, what is missing and what was changed; undefined for no such document. */
  async describe(type: RightsType, documentId: string): Promise<RightsResponse | undefined> {
    const document = await draftOf(strapi, type, documentId);
    if (!document) return undefined;
    const events = await eventsOf(strapi, type, documentId);
    const import_ = events.find((event) => event['delivered'] !== null);
    const agency = document['agency'] as Entity | null;
    return rightsResponse.parse({
      data: {
        delivered: import_ ? import_['delivered'] : null,
        ...(import_ ? { deliveredAt: timeOf(import_['createdAt']) } : {}),
        suggested: agency ? suggestionOf(type, agency, document) : null,
        ...(agency ? { agency: textOf(agency, 'name') } : {}),
        agencyRestrictions: restrictionsIn(agency?.['restrictions']),
        ...(type === 'photo' && agency?.['validityDays'] ? { agencyDays: Number(agency['validityDays']) } : {}),
        photosWithoutCredit: type === 'article' ? photosWithoutCredit(document) : [],
        publishedUses: type === 'photo' ? await publishedUses(strapi, documentId) : 0,
        history: events.slice(0, HISTORY).map((event) => ({
          at: timeOf(event['createdAt']),
          ...(textOf(event, 'actorName') ? { by: textOf(event, 'actorName') } : {}),
          surface: event['surface'],
          // Events of before versions were told apart are of what editors work on.
          applies: event['applies'] ?? 'edited',
          ...(textOf(event, 'reason') ? { reason: textOf(event, 'reason') } : {}),
          changes: (event['changes'] as { field: string; from: unknown; to: unknown }[]).map(({ field, from, to }) => ({
            field,
            from: shown(from),
            to: shown(to),
          })),
        })),
      },
    });
  },

  /** Old and new value of each document, and the write of it unless it is a dry run. One refused document stops no other. */
  async bulk(edit: BulkEdit): Promise<BulkResponse> {
    const agency = typeof edit.agency === 'string' ? await agencyOf(strapi, edit.agency) : edit.agency;
    const documents: BulkDocument[] = [];
    for (const documentId of edit.documentIds) documents.push(await editOne(strapi, edit, agency, documentId));
    return { data: { saved: !edit.dryRun, documents } };
  },
});

interface NamedAgency {
  documentId: string;
  name: string;
}

async function agencyOf(strapi: Core.Strapi, documentId: string): Promise<NamedAgency> {
  const found = (await strapi.db.query(UID.agency).findOne({ where: { documentId } })) as Entity | null;
  if (!found) {
    throw new errors.ValidationError('There is no such agency. Load the page again and choose another.', {
      code: 'no-such-agency',
    });
  }
  return { documentId, name: textOf(found, 'name') ?? '' };
}

async function editOne(
  strapi: Core.Strapi,
  edit: BulkEdit,
  agency: NamedAgency | null | undefined,
  documentId: string,
): Promise<BulkDocument> {
  const { type, set, dryRun, reason, user, may, surface } = edit;
  const document = await draftOf(strapi, type, documentId);
  if (!document)
    return refused(documentId, '', 'not-found', 'This document is gone. Close the dialog and load the list again.');
  const title = titleOf(document);
  const changes = [...changesOf(document, set), ...agencyChange(document, agency)];
  const forbidden = changes.filter(({ field }) => !may.update(document, field));
  if (forbidden.length > 0) {
    const names = forbidden.map(({ field }) => field).join(', ');
    return refused(
      documentId,
      title,
      'forbidden',
      `You may not change ${names} here. Ask for the permission, or leave the field out.`,
    );
  }
  const goesLive = type === 'article' && may.publish(document) && (await isLiveAsIs(strapi, documentId));
  const draftOnly = type === 'article' && !goesLive && (await isPublished(strapi, documentId));
  const seen = seenOf(strapi, documentId, changes);
  if (edit.seen && (edit.seen[documentId] ?? seen) !== seen) {
    const message = 'Somebody has changed it since you looked. Close the dialog and look again.';
    return refused(documentId, title, 'changed-meanwhile', message);
  }
  const told: BulkDocument = {
    documentId,
    title,
    // Who may write a field and not read it is not told what stands there.
    changes: changes.map((one) => (may.read(document, one.field) ? one : { ...one, from: null })),
    seen,
    ...(draftOnly && changes.length > 0 ? { draftOnly } : {}),
  };
  if (dryRun || changes.length === 0) return told;
  const data = setCreatorFields({ user, isEdition: true })(
    Object.fromEntries(changes.map(({ field, to }) => [field, field === 'agency' ? (agency?.documentId ?? null) : to])),
  );
  try {
    await auditAs({ surface, ...(reason === undefined ? {} : { reason }) }, () =>
      documentsOf(strapi, UID[type]).update({ documentId, data, ...(goesLive ? { status: 'published' } : {}) }),
    );
    return told;
  } catch (error) {
    const message =
      error instanceof Error && error.name === 'ValidationError'
        ? error.message
        : 'It could not be saved. Open it and try there.';
    return refused(documentId, title, 'not-saved', message);
  }
}

/**
 * Told apart without telling what it is, with a key: who may not read a field cannot try values until one fits. A host
 * without keys has no sessions either, and nobody who could be told.
 */
const seenOf = (strapi: Core.Strapi, documentId: string, changes: BulkDocument['changes']): string =>
  createHmac('sha256', keyFrom(appSecretOf(strapi) ?? '', 'rights desk'))
    .update(JSON.stringify([documentId, changes.map(({ field, from }) => [field, from])]))
    .digest('base64url')
    .slice(0, 22);

const refused = (documentId: string, title: string, code: string, message: string): BulkDocument => ({
  documentId,
  title,
  changes: [],
  error: { code, message },
});

function agencyChange(document: Entity, agency: NamedAgency | null | undefined): BulkDocument['changes'] {
  if (agency === undefined) return [];
  const now = document['agency'] as Entity | null;
  const isSame = (now?.['documentId'] ?? null) === (agency?.documentId ?? null);
  return isSame ? [] : [{ field: 'agency', from: textOf(now, 'name') ?? null, to: agency?.name ?? null }];
}

export function changesOf(document: Entity, set: RightsFields): BulkDocument['changes'] {
  return RIGHTS_FIELDS.flatMap((field) => {
    const wanted = set[field];
    if (wanted === undefined) return [];
    const [from, to] = [shown(document[field]), wanted === '' ? null : wanted];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** Published, and its draft holds nothing that is not: then a new credit may go live without taking unfinished work along. */
async function isLiveAsIs(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  const rows = (await strapi.db
    .query(UID.article)
    .findMany({ select: ['publishedAt', 'updatedAt'], where: { documentId } })) as Entity[];
  const [draft, live] = [rows.find((row) => !row['publishedAt']), rows.find((row) => row['publishedAt'])];
  if (!draft || !live) return false;
  return Math.abs(Date.parse(timeOf(draft['updatedAt'])) - Date.parse(timeOf(live['updatedAt']))) < SAME_SAVE_MS;
}

/** The Content Manager calls an article "modified" when its rows were saved further apart than this. */
const SAME_SAVE_MS = 500;

function suggestionOf(type: RightsType, agency: Entity, document: Entity): RightsFields | null {
  const year = document['copyrightYear'];
  const house = {
    name: textOf(agency, 'name') ?? '',
    creditTemplate: textOf(agency, 'creditTemplate'),
    copyrightHolder: textOf(agency, 'copyrightHolder'),
    copyrightNotice: textOf(agency, 'copyrightNotice'),
    usageTerms: textOf(agency, 'usageTerms'),
  };
  const about = { byline: textOf(document, 'byline'), year: typeof year === 'number' ? year : undefined };
  return houseLines(house, about, type);
}

function photosWithoutCredit(article: Entity): { documentId: string; title: string }[] {
  const illustrations = Array.isArray(article['photos']) ? (article['photos'] as Entity[]) : [];
  return illustrations.flatMap((one) => {
    const photo = one['photo'] as Entity | null | undefined;
    if (!photo || demandedCredit(photo, photo['agency'] as Entity | null) !== undefined) return [];
    return [{ documentId: String(photo['documentId']), title: titleOf(photo) }];
  });
}

async function publishedUses(strapi: Core.Strapi, documentId: string): Promise<number> {
  const shown = await rowsShowing(strapi, [documentId]);
  const where = { id: { $in: shown.slice(0, MAX_ROWS) }, publishedAt: { $notNull: true }, pubStatus: 'usable' };
  return strapi.db.query(UID.article).count({ where });
}

async function draftOf(strapi: Core.Strapi, type: RightsType, documentId: string): Promise<Entity | null> {
  const isArticle = type === 'article';
  return (await strapi.db.query(UID[type]).findOne({
    where: { documentId, ...(isArticle ? { publishedAt: { $null: true } } : {}) },
    populate: {
      agency: true,
      ...(isArticle ? { photos: { populate: { photo: { populate: { agency: true } } } } } : {}),
    },
  })) as Entity | null;
}

async function eventsOf(strapi: Core.Strapi, type: RightsType, documentId: string): Promise<Entity[]> {
  return (await strapi.db.query(UID.rightsEvent).findMany({
    where: { targetType: UID[type], targetDocumentId: documentId },
    orderBy: { id: 'desc' },
    limit: 200,
  })) as Entity[];
}

const titleOf = (document: Entity): string =>
  (textOf(document, 'headline') ?? textOf(document, 'caption') ?? '').slice(0, 200);

/** An agency is shown by its name; anything else that is neither text nor number (restrictions) as its JSON. */
function shown(value: unknown): RightsValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object' && 'name' in value && typeof value.name === 'string') return value.name;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
