import type { Core } from '@strapi/strapi';
import { COUNT_LIMIT } from '../../../contracts/desk';
import type { RightsType } from '../../../contracts/rights';
import { UID } from '../../../contracts/uid';
import { textOf, textsOf, type Entity } from '../../documents';
import { keepIssues } from './issue-book';

/** So many are read at once; nobody works through more than the inbox counts. */
const STEP = 500;

/**
 * Looks again at what these agencies, which were made or changed, may settle: a credit that named nobody the newsroom
 * knew, and one that is missing but for the agency's house form.
 */
export async function lookAgain(strapi: Core.Strapi, agencies: readonly string[]): Promise<void> {
  if (agencies.length === 0) return;
  const names = await namesOf(strapi, agencies);
  await eachStep(strapi, { kind: 'unknown-agency' }, async (type, ids) =>
    keepIssues(strapi, type, await namingAny(strapi, type, ids, names)),
  );
  await eachStep(strapi, { kind: 'missing-credit', agencyDocumentId: { $in: [...agencies] } }, (type, ids) =>
    keepIssues(strapi, type, ids),
  );
}

/** The documents of these issues, the newest first. */
async function eachStep(
  strapi: Core.Strapi,
  where: Entity,
  look: (type: RightsType, ids: readonly string[]) => Promise<void>,
): Promise<void> {
  let last: number | undefined;
  for (let read = 0; read < COUNT_LIMIT; read += STEP) {
    const issues = (await strapi.db
      .queryBuilder(UID.rightsIssue)
      .init({
        select: ['id', 'targetType', 'targetDocumentId'],
        where: { ...where, ...(last === undefined ? {} : { id: { $lt: last } }) },
        orderBy: { id: 'desc' },
        limit: STEP,
      })
      .execute()) as Entity[];
    for (const type of ['photo', 'article'] as const) {
      await look(type, issues.filter(({ targetType }) => targetType === type).map((one) => String(one['targetDocumentId']))); // prettier-ignore
    }
    if (issues.length < STEP) return;
    last = Number(issues.at(-1)?.['id']);
  }
}

async function namesOf(strapi: Core.Strapi, agencies: readonly string[]): Promise<string[]> {
  const rows = (await strapi.db
    .queryBuilder(UID.agency)
    .init({ select: ['id', 'name', 'aliases'], where: { documentId: { $in: [...agencies] } } })
    .execute()) as Entity[];
  const all = rows.flatMap((row) => [textOf(row, 'name') ?? '', ...textsOf(row['aliases'])]);
  return all.map((name) => name.trim()).filter((name) => name !== '');
}

/** Those of these documents whose credit has one of the names anywhere: few, and the others need not be read. */
async function namingAny(
  strapi: Core.Strapi,
  type: RightsType,
  ids: readonly string[],
  names: readonly string[],
): Promise<string[]> {
  if (ids.length === 0 || names.length === 0) return [];
  const fields = type === 'photo' ? ['creditLine', 'source'] : ['creditLine'];
  const has = fields.flatMap((field) => names.map((name) => ({ [field]: { $containsi: name } })));
  const rows = (await strapi.db
    .queryBuilder(UID[type])
    .init({ select: ['id', 'documentId'], where: { $and: [{ documentId: { $in: [...ids] } }, { $or: has }] } })
    .execute()) as Entity[];
  return [...new Set(rows.map(({ documentId }) => String(documentId)))];
}
