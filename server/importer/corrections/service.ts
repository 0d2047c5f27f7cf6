import type { Core } from '@strapi/strapi';
import { setCreatorFields } from '@strapi/utils';
import { z } from 'zod';
import { correctionsResponse, type CorrectionsResponse, type CorrectionType } from '../../../contracts/corrections';
import { UID } from '../../../contracts/uid';
import { auditAs } from '../../audit/context';
import { documentsOf, textOf, type Entity } from '../../documents';
import { draftWithRelations } from '../articles';
import { creatorFor, fileUnder } from '../filing';
import { isSame } from '../follow';
import { seenAsStory } from '../merge';
import { inTransaction } from '../../transaction';

/** So many notes to editors are shown. */
const MAX_NOTES = 5;
/** A document has no more fields than this. */
const MAX_FIELDS = 200;

export interface Decisions {
  accept: readonly string[];
  dismiss: readonly string[];
  user: { id: number; firstname?: string; lastname?: string; username?: string };
}

/** What the wire and the editors say differently of a document, and what the editors decide. */
export const corrections = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Undefined where there is no such document. */
  async describe(type: CorrectionType, documentId: string): Promise<CorrectionsResponse | undefined> {
    const document = await draftOf(strapi, type, documentId);
    if (!document) return undefined;
    const open = await openOf(strapi, type, documentId);
    return correctionsResponse.parse({
      data: {
        differences: open
          .map((row) => toDifference(row, document))
          .filter((one) => !isSame(one.now, one.wire))
          .sort((a, b) => (a.field < b.field ? -1 : 1)),
        corrections: await notesOf(strapi, documentId),
        ...(await closedOf(strapi, documentId, document)),
        ...heldOf(document, new Date()),
      },
    });
  },

  /** Writes what is accepted over what stands, and closes what is decided. All of it is done, or nothing. */
  async decide(type: CorrectionType, documentId: string, { accept, dismiss, user }: Decisions): Promise<void> {
    await inTransaction(strapi, async () => {
      const open = await openOf(strapi, type, documentId);
      const accepted = open.filter((row) => accept.includes(String(row['field'])));
      const dismissed = open.filter((row) => dismiss.includes(String(row['field'])) && !accepted.includes(row));
      if (accepted.length > 0) {
        const setBy = setCreatorFields({ user, isEdition: true });
        const data = Object.fromEntries(accepted.map((row) => [String(row['field']), valueOf(row['wire'])]));
        if ('categories' in data) data['categories'] = await filedUnder(strapi, data['categories'], user);
        const [version] = accepted.flatMap((row) => textOf(row, 'version') ?? []);
        const reason = version === undefined ? 'Taken from the wire.' : `Taken from the wire, version ${version}.`;
        await auditAs({ surface: 'admin', reason }, () =>
          documentsOf(strapi, UID[type]).update({ documentId, data: setBy(data) }),
        );
      }
      await close(strapi, accepted, 'accepted', user);
      await close(strapi, dismissed, 'dismissed', user);
    });
  },
});

async function close(
  strapi: Core.Strapi,
  rows: readonly Entity[],
  state: 'accepted' | 'dismissed',
  { firstname, lastname, username, id }: Decisions['user'],
): Promise<void> {
  if (rows.length === 0) return;
  const decidedBy = [firstname, lastname].filter(Boolean).join(' ') || (username ?? `#${id}`);
  await strapi.db.query(UID.difference).updateMany({
    where: { id: { $in: rows.map((row) => row['id']) } },
    data: { state, key: null, decidedBy, decidedAt: new Date().toISOString() },
  });
}

async function openOf(strapi: Core.Strapi, type: CorrectionType, documentId: string): Promise<Entity[]> {
  return (await strapi.db.query(UID.difference).findMany({
    where: { targetDocumentId: documentId, targetType: type, state: 'open' },
    orderBy: { id: 'asc' },
    limit: MAX_FIELDS,
  })) as Entity[];
}

/** Categories are offered by their names, and stored as relations. */
async function filedUnder(strapi: Core.Strapi, names: unknown, user: Decisions['user']): Promise<string[]> {
  const filed = await fileUnder(strapi, z.array(z.string()).parse(names ?? []), creatorFor(user));
  return filed.map(({ documentId }) => documentId);
}

/** The draft as it is compared with the wire. */
async function draftOf(strapi: Core.Strapi, type: CorrectionType, documentId: string): Promise<Entity | null> {
  if (type === 'photo') return (await strapi.db.query(UID.photo).findOne({ where: { documentId } })) as Entity | null;
  const article = await draftWithRelations(strapi, documentId);
  return article && seenAsStory(article);
}

const toDifference = (row: Entity, document: Entity) => ({
  field: String(row['field']),
  was: valueOf(row['was']),
  wire: valueOf(row['wire']),
  now: document[String(row['field'])] ?? null,
  at: timeOf(row['updatedAt']),
  ...defined('note', textOf(row, 'note')),
  ...defined('version', textOf(row, 'version')),
});

/** Values are kept in an object, since a database cannot tell no value from the value null. */
const valueOf = (kept: unknown): unknown => (kept as { value?: unknown } | null)?.value ?? null;

async function notesOf(strapi: Core.Strapi, documentId: string): Promise<object[]> {
  const rows = await ledgerOf(strapi, documentId, 'corrected', MAX_NOTES);
  return rows.map((row) => ({
    at: timeOf(row['createdAt']),
    ...defined('version', textOf(row, 'version')),
    ...defined('note', noteOf(row)),
  }));
}

async function closedOf(strapi: Core.Strapi, documentId: string, { pubStatus }: Entity): Promise<object> {
  if (pubStatus === 'usable') return {};
  const [row] = await ledgerOf(strapi, documentId, 'killed', 1);
  const run = row?.['run'] as Entity | null | undefined;
  return {
    closed: {
      pubStatus,
      ...(row ? { at: timeOf(row['createdAt']) } : {}),
      ...defined('note', row && noteOf(row)),
      ...defined('run', textOf(run, 'documentId')),
    },
  };
}

function heldOf({ embargoedUntil, publishWhenLifted, pubStatus }: Entity, now: Date): object {
  const until = embargoedUntil === null || embargoedUntil === undefined ? undefined : timeOf(embargoedUntil);
  if (until === undefined || until <= now.toISOString() || pubStatus !== 'usable') return {};
  return { held: { until, goesOut: publishWhenLifted === true } };
}

async function ledgerOf(strapi: Core.Strapi, documentId: string, outcome: string, limit: number): Promise<Entity[]> {
  return (await strapi.db.query(UID.wireItem).findMany({
    select: ['id', 'item', 'version', 'createdAt'],
    where: { targetDocumentId: documentId, outcome, undoneAt: null },
    populate: { run: { select: ['id', 'documentId'] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    limit,
  })) as Entity[];
}

const noteOf = ({ item }: Entity): string | undefined => textOf(item as Entity | null, 'edNote')?.slice(0, 2000);

const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();

const defined = (key: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [key]: value };
