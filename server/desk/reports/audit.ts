import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { auditQuery } from '../../../contracts/desk';
import { UID } from '../../../contracts/uid';
import { timeOf, type Entity } from '../../documents';
import { BYTE_ORDER_MARK, csvLine } from './csv';

type Asked = z.infer<typeof auditQuery>;

const STEP = 1000;
const DAY = 86_400_000;
const COLUMNS = [
  'when',
  'who',
  'kind of user',
  'surface',
  'type',
  'document',
  'version',
  'field',
  'from',
  'to',
  'reason',
];

/** The history of rights, the oldest first, piece by piece: a line for every change (CSV), or for every event (NDJSON). */
export async function* auditExport(strapi: Core.Strapi, asked: Asked): AsyncGenerator<string> {
  if (asked.format === 'csv') yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  const line = asked.format === 'csv' ? csvOf : ndjsonOf;
  for (let last = 0; ;) {
    const rows = (await strapi.db.query(UID.rightsEvent).findMany({
      where: { $and: [whereOf(asked), { id: { $gt: last } }] },
      orderBy: { id: 'asc' },
      limit: STEP,
    })) as Entity[];
    if (rows.length === 0) return;
    yield rows.map(line).join('');
    last = Number(rows.at(-1)?.['id']);
  }
}

function whereOf({ type, documentId, from, to }: Asked): object {
  return {
    ...(type === undefined ? {} : { targetType: UID[type] }),
    ...(documentId === undefined ? {} : { targetDocumentId: documentId }),
    ...(from === undefined && to === undefined
      ? {}
      : {
          createdAt: {
            ...(from === undefined ? {} : { $gte: new Date(from) }),
            ...(to === undefined ? {} : { $lt: new Date(Date.parse(to) + DAY) }),
          },
        }),
  };
}

function csvOf(row: Entity): string {
  const about = [timeOf(row['createdAt']), row['actorName'], row['actorKind'], row['surface'], typeOf(row), row['targetDocumentId'], row['applies'] ?? 'edited']; // prettier-ignore
  return changesOf(row)
    .map(({ field, from, to }) => csvLine([...about, field, from, to, row['reason']]))
    .join('');
}

function ndjsonOf(row: Entity): string {
  const { id, changes, surface, actorKind, actorName, reason, delivered } = row;
  const event = { id, at: timeOf(row['createdAt']), type: typeOf(row), documentId: row['targetDocumentId'], applies: row['applies'] ?? 'edited', changes, surface, actorKind, actorName, reason, delivered }; // prettier-ignore
  return `${JSON.stringify(event)}\n`;
}

const typeOf = (row: Entity): string => String(row['targetType']).replace(/^.*\./, '');

interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

const changesOf = (row: Entity): Change[] => (Array.isArray(row['changes']) ? (row['changes'] as Change[]) : []);
