import type { Core, Modules, UID as Uid } from '@strapi/strapi';
import { UID, type NewswireUid } from '../contracts/uid';

/**
 * The Document Service of one of our types. Strapi learns content types from the generated types of an app; a plugin
 * has none, so its uids are told here, in one place.
 */
export function documentsOf(strapi: Core.Strapi, uid: NewswireUid): Modules.Documents.ServiceInstance<Uid.ContentType> {
  return strapi.documents(uid as Uid.ContentType);
}

/** A row or document whose fields are not known to the compiler. */
export type Entity = Record<string, unknown>;

/** A text field of an entity; undefined where it is empty. */
export function textOf(entity: Entity | null | undefined, field: string): string | undefined {
  const value = entity?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** True where readers can have a version of this article. */
export async function isPublished(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  const where = { documentId, publishedAt: { $notNull: true } };
  return (await strapi.db.query(UID.article).count({ where })) > 0;
}

/** The document that a write of the Document Service was about. */
export function documentIdOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('documentId' in result)) return undefined;
  return typeof result.documentId === 'string' ? result.documentId : undefined;
}

/** An instant as an entity has it, in ISO 8601. */
export const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();

/** The value of a field of JSON, which comes as text from some drivers; a text that is none stays as it is. */
export function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** The texts of a field of JSON that holds a list; none where it holds anything else. */
export function textsOf(value: unknown): string[] {
  const list = jsonOf(value);
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}
