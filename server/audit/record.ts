import type { Core } from '@strapi/strapi';
import { RIGHTS_FIELDS } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { currentAudit } from './context';

/** Every field whose change is recorded: what is credited, who owns it, where and until when it may be shown. */
export const AUDITED_FIELDS = [...RIGHTS_FIELDS, 'restrictions', 'pubStatus', 'embargoedUntil', 'expires'] as const;

const AUDITED_TYPES: ReadonlySet<string> = new Set([UID.article, UID.photo]);
const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'discardDraft']);

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

/**
 * Records every change of a rights field that goes through the Document Service, in the transaction of the write: either
 * both are there or neither. The events are never updated or deleted by the plugin, and no API does either.
 */
export function recordRightsChanges(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (!AUDITED_TYPES.has(context.uid) || !WRITES.has(context.action)) return next();
    const recorded = strapi.db.transaction(async () => {
      const params = context.params as { documentId?: string };
      const before = params.documentId === undefined ? null : await draftOf(strapi, context.uid, params.documentId);
      const result: unknown = await next();
      const documentId = params.documentId ?? documentIdOf(result);
      if (documentId !== undefined) {
        const after = await draftOf(strapi, context.uid, documentId);
        await writeEvent(strapi, context.uid, documentId, changesBetween(before, after));
      }
      return result;
    });
    return (await recorded) as Awaited<ReturnType<typeof next>>;
  });
}

/** Fields that differ, with old and new value; null where there is none. */
export function changesBetween(before: Entity | null, after: Entity | null): Change[] {
  return AUDITED_FIELDS.flatMap((field) => {
    const [from, to] = [comparable(before?.[field]), comparable(after?.[field])];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
}

async function writeEvent(strapi: Core.Strapi, uid: string, documentId: string, changes: Change[]): Promise<void> {
  const { surface, reason, delivered, actor } = currentAudit(strapi);
  if (changes.length === 0 && delivered === undefined) return;
  await strapi.db.query(UID.rightsEvent).create({
    data: {
      targetType: uid,
      targetDocumentId: documentId,
      changes,
      surface,
      reason: reason ?? null,
      delivered: delivered ?? null,
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? null,
    },
  });
}

/** The row that editors work on: the draft where there are two. */
async function draftOf(strapi: Core.Strapi, uid: string, documentId: string): Promise<Entity | null> {
  const isArticle = uid === UID.article;
  return (await strapi.db.query(uid).findOne({
    select: ['id', ...AUDITED_FIELDS],
    where: { documentId, ...(isArticle ? { publishedAt: { $null: true } } : {}) },
  })) as Entity | null;
}

function documentIdOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('documentId' in result)) return undefined;
  return typeof result.documentId === 'string' ? result.documentId : undefined;
}

const comparable = (value: unknown): unknown => {
  if (value === undefined || value === '') return null;
  return value instanceof Date ? value.toISOString() : value;
};
