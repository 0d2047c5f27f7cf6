import type { Core } from '@strapi/strapi';
import type { RightsType } from '../../../contracts/rights';
import { UID } from '../../../contracts/uid';
import { textOf, type Entity } from '../../documents';
import { filesByName } from '../../importer/filing';
import type { FindNamed } from '../../rights/credit/contradiction';
import { asksForAgencies, issuesOf, type IssueKind } from './issues';

const FIELDS: Readonly<Record<RightsType, readonly string[]>> = {
  article: ['byline', 'creditLine'],
  photo: ['byline', 'creditLine', 'source', 'caption'],
};

/** Brings the issues of these documents in line with what editors work on. Must be given at most 500. */
export async function keepIssues(strapi: Core.Strapi, type: RightsType, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  const book = () => strapi.db.queryBuilder(UID.rightsIssue);
  const known = (await book()
    .init({ where: { targetDocumentId: { $in: [...documentIds] } } })
    .execute()) as Entity[];
  const rows = await editedRows(strapi, type, documentIds);
  const find = await agenciesFor(strapi, rows);
  const wanted = new Map(rows.flatMap((row) => issueRows(type, row, new Date(), find)).map((row) => [row.key, row])); // prettier-ignore
  const stale = known.filter((row) => !isStill(row, wanted));
  if (stale.length > 0) {
    await book()
      .delete()
      .where({ id: { $in: stale.map(({ id }) => id) } })
      .execute();
  }
  const kept = new Set(known.filter((row) => !stale.includes(row)).map(({ key }) => key));
  await insertIssues(
    strapi,
    [...wanted.values()].filter(({ key }) => !kept.has(key)),
  );
}

/** Two processes that find the same issue write it once. */
export async function insertIssues(strapi: Core.Strapi, rows: readonly Entity[]): Promise<void> {
  const size = strapi.db.dialect.getBatchInsertSize();
  for (let at = 0; at < rows.length; at += size) {
    await strapi.db
      .queryBuilder(UID.rightsIssue)
      .insert(rows.slice(at, at + size))
      .onConflict('key')
      .ignore()
      .execute();
  }
}

/** Finds the newsroom's agencies by name, for these rows. They are read only where a row asks for them. */
export async function agenciesFor(strapi: Core.Strapi, rows: readonly Entity[]): Promise<FindNamed> {
  return rows.some(asksForAgencies) ? filesByName(strapi, UID.agency) : () => undefined;
}

/** The rows of the book for one document, given by its attributes and its agency. */
export function issueRows(type: RightsType, row: Entity, now: Date, find: FindNamed): (Entity & { key: string })[] {
  const documentId = String(row['documentId']);
  return issuesOf(type, row, find).map((kind: IssueKind) => ({
    key: `${type}:${documentId}:${kind}`,
    kind,
    targetType: type,
    targetDocumentId: documentId,
    agencyDocumentId: textOf(row['agency'] as Entity | null | undefined, 'documentId') ?? null,
    createdAt: now,
    updatedAt: now,
  }));
}

function isStill(row: Entity, wanted: ReadonlyMap<string, Entity>): boolean {
  const now = wanted.get(String(row['key']));
  return now !== undefined && (now['agencyDocumentId'] ?? null) === (row['agencyDocumentId'] ?? null);
}

/** Read with the query builder, past the public's guard: the answer is not for the public. */
async function editedRows(strapi: Core.Strapi, type: RightsType, documentIds: readonly string[]): Promise<Entity[]> {
  const where = {
    documentId: { $in: [...documentIds] },
    ...(type === 'article' ? { publishedAt: { $null: true } } : {}),
  };
  return (await strapi.db
    .queryBuilder(UID[type])
    .init({
      select: ['id', 'documentId', ...FIELDS[type]],
      where,
      populate: { agency: { select: ['id', 'documentId', 'name', 'creditTemplate'] } },
    })
    .execute()) as Entity[];
}
