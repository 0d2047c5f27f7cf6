import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import {
  INBOX_KINDS,
  type inboxQuery,
  type InboxCountsResponse,
  type InboxResponse,
  type InboxRow,
} from '../../../contracts/desk';
import type { RightsType } from '../../../contracts/rights';
import { UID } from '../../../contracts/uid';
import { textOf, timeOf, type Entity } from '../../documents';
import { AGENCY_DECIDING, rightsOf, type JudgedUid } from '../../gate/rights-of';
import { rightsSettings } from '../../gate/settings';
import { ALWAYS, lastEnd, NEVER } from '../../rights/gate';
import { stored } from '../../tables';
import { agenciesFor } from '../books/issue-book';
import { contradictionOf } from '../books/issues';
import { deskTables } from '../tables';
import { counted } from './count';
import { INBOX } from './kinds';

const TYPES: readonly RightsType[] = ['photo', 'article'];

/** What the desk has to look at: lists of documents with something wrong, and how many there are. */
export const rightsInbox = ({ strapi }: { strapi: Core.Strapi }) => ({
  async counts(now = new Date()): Promise<InboxCountsResponse> {
    const asked = INBOX_KINDS.flatMap((kind) => TYPES.map((type) => ({ kind, type })));
    const data = await Promise.all(
      asked.map(async ({ kind, type }) => ({
        kind,
        type,
        ...(await counted(strapi.db.connection, INBOX[kind](strapi, { type, now }))),
      })),
    );
    return { data };
  },

  async list(asked: z.infer<typeof inboxQuery>, now = new Date()): Promise<InboxResponse> {
    const { kind, type, agency, page, pageSize } = asked;
    const query = INBOX[kind](strapi, { type, agency, now });
    const [total, found] = await Promise.all([
      counted(strapi.db.connection, query),
      query
        .clone()
        .offset((page - 1) * pageSize)
        .limit(pageSize) as Promise<{ documentId: string }[]>,
    ]);
    const ids = [...new Set(found.map(({ documentId }) => documentId))];
    const rows = await rowsOf(strapi, type, ids, now);
    return { data: ids.flatMap((id) => rows.get(id) ?? []), meta: { pagination: { ...total, page, pageSize } } };
  },
});

async function rowsOf(
  strapi: Core.Strapi,
  type: RightsType,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, InboxRow>> {
  if (ids.length === 0) return new Map();
  const [rows, live] = await Promise.all([
    strapi.db.query(UID[type]).findMany({
      where: { documentId: { $in: [...ids] } },
      populate: { agency: { select: ['id', 'documentId', ...AGENCY_DECIDING] } },
    }) as Promise<Entity[]>,
    liveAmong(strapi, ids, now),
  ]);
  const find = await agenciesFor(strapi, rows);
  const published = new Map(rows.filter(isPublished).map((row) => [row['documentId'], row]));
  const edited = rows.filter((row) => type === 'photo' || !isPublished(row));
  return new Map(
    edited.map((row) => {
      // What editors mend is the draft; whose time is over is what was published.
      const judged = published.get(row['documentId']) ?? row;
      const until = endOfRights(strapi, UID[type], judged, now);
      const contradiction = contradictionOf(row, find);
      return [
        String(row['documentId']),
        {
          ...inboxRowOf(type, row),
          ...(until === undefined ? {} : { until }),
          ...(contradiction ? { contradiction } : {}),
          live: live.has(String(row['documentId'])),
        },
      ];
    }),
  );
}

const isPublished = ({ publishedAt }: Entity): boolean => publishedAt !== null && publishedAt !== undefined;

function inboxRowOf(type: RightsType, row: Entity): Omit<InboxRow, 'live'> {
  const texts = ['byline', 'creditLine', 'copyrightHolder'] as const;
  const agency = textOf(row['agency'] as Entity | null, 'name');
  return {
    type,
    documentId: String(row['documentId']),
    title: (textOf(row, 'headline') ?? textOf(row, 'caption') ?? '').slice(0, 200),
    ...Object.fromEntries(texts.flatMap((field) => (textOf(row, field) ? [[field, textOf(row, field)]] : []))),
    ...(agency === undefined ? {} : { agency }),
    pubStatus: row['pubStatus'] as InboxRow['pubStatus'],
  };
}

/** The end of its rights: as it is judged, or when it came where it lies behind. */
function endOfRights(strapi: Core.Strapi, uid: JudgedUid, row: Entity, now: Date): string | undefined {
  const judged = row['servableUntil'] ? timeOf(row['servableUntil']) : NEVER;
  if (judged > NEVER && judged < ALWAYS) return judged;
  const { demand: demands } = rightsSettings(strapi);
  const ended = lastEnd(rightsOf(uid, row, row['agency'] as Entity | null, now), now, { demands });
  return ended ?? (row['expires'] ? timeOf(row['expires']) : undefined);
}

/** Which of these readers have. */
async function liveAmong(strapi: Core.Strapi, ids: readonly string[], now: Date): Promise<Set<string>> {
  const time = stored(strapi, now);
  const rows = (await strapi.db
    .connection(deskTables(strapi).usages)
    .distinct({ documentId: 'item_document_id' })
    .whereIn('item_document_id', [...ids])
    .whereNotNull('open_key')
    .where('started_at', '<=', time)
    .where((open) => void open.whereNull('ended_at').orWhere('ended_at', '>', time))) as { documentId: string }[];
  return new Set(rows.map(({ documentId }) => documentId));
}
