import type { Core } from '@strapi/strapi';
import {
  run as runSchema,
  runItem,
  runResponse,
  type Outcome,
  type Run,
  type RunItem,
  type RunResponse,
  type RunsResponse,
} from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { documentsOf, textOf, type Entity } from '../documents';
import type { Creator } from './filing';

/** The rows of imports: where each came from, how far it is, what came of it. */
export interface OpenRun {
  id: number;
  documentId: string;
}

export async function openRun(
  strapi: Core.Strapi,
  origin: Run['origin'],
  total: number,
  creator: Creator,
): Promise<OpenRun> {
  const data = creator({
    origin,
    state: 'running',
    total,
    done: 0,
    counts: {},
    log: [],
    startedAt: new Date().toISOString(),
  });
  const { id, documentId } = await documentsOf(strapi, UID.importRun).create({ data });
  return { id: Number(id), documentId };
}

/** Writes how far a run is. `state` ends it. */
export async function recordProgress(
  strapi: Core.Strapi,
  run: OpenRun,
  items: readonly RunItem[],
  state: Run['state'],
): Promise<void> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of items) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const finishedAt = state === 'running' ? null : new Date().toISOString();
  await strapi.db.query(UID.importRun).update({
    where: { id: run.id },
    data: { state, done: items.length, counts, log: items, finishedAt },
  });
}

export async function findRun(strapi: Core.Strapi, documentId: string): Promise<RunResponse | undefined> {
  const row = (await strapi.db
    .query(UID.importRun)
    .findOne({ where: { documentId }, populate: { createdBy: true } })) as Entity | null;
  if (!row) return undefined;
  const log: unknown[] = Array.isArray(row['log']) ? row['log'] : [];
  return runResponse.parse({ data: { ...toRun(row), items: log.map((item) => runItem.parse(item)) } });
}

export async function listRuns(strapi: Core.Strapi, page: number, pageSize: number): Promise<RunsResponse> {
  const runs = strapi.db.query(UID.importRun);
  const [rows, total] = await Promise.all([
    runs.findMany({
      orderBy: { id: 'desc' },
      limit: pageSize,
      offset: (page - 1) * pageSize,
      populate: { createdBy: true },
    }) as Promise<Entity[]>,
    runs.count(),
  ]);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  return { data: rows.map(toRun), meta: { pagination: { page, pageSize, pageCount, total } } };
}

function toRun(row: Entity): Run {
  const by = row['createdBy'] as Entity | null | undefined;
  const name = [textOf(by, 'firstname'), textOf(by, 'lastname')].filter(Boolean).join(' ') || textOf(by, 'username');
  return runSchema.parse({
    documentId: row['documentId'],
    origin: row['origin'],
    state: row['state'],
    counts: row['counts'] ?? {},
    total: row['total'] ?? 0,
    done: row['done'] ?? 0,
    startedAt: timeOf(row['startedAt'] ?? row['createdAt']),
    ...(row['finishedAt'] ? { finishedAt: timeOf(row['finishedAt']) } : {}),
    ...(name ? { startedBy: name } : {}),
  });
}

const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();
