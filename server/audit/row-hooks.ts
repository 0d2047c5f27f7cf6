import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import type { RowChange } from './changes';
import { AUDITED, AUDITED_TYPES, SUPPLIED_TYPES } from './fields';
import { auditedRows, auditedRowsById, sideOf, type AuditedRow } from './rows';
import { isAnnounced, isRecordedByWriter, openScope, Scope } from './scope';

interface Event {
  action: string;
  model: { uid: string };
  params: object;
  result?: unknown;
  state: Record<string, unknown>;
}

/** Rows as they were before a write, kept from `before…` to `after…`. */
interface Held {
  rows: AuditedRow[];
  /** Articles and photos that lose their agency with it. */
  supplied?: { uid: string; rows: AuditedRow[] }[];
}

/**
 * The database's hooks: the one place that sees every write, be it made by the Content Manager, REST, GraphQL, the
 * Document Service or `strapi.db.query`. Only SQL written by hand passes them by.
 */
export function recordRows(strapi: Core.Strapi, tell: (rows: readonly RowChange[]) => Promise<void>): void {
  const put = async (work: (scope: Scope) => void): Promise<void> => {
    const open = openScope();
    if (open) {
      work(open);
      return;
    }
    const own = new Scope();
    work(own);
    await tell(own.close());
  };
  const rowsBefore = async (event: Event): Promise<void> => {
    const { uid } = event.model;
    const rows = await auditedRows(strapi, uid, criteria(event.params));
    const supplied = isDelete(event) && uid === UID.agency ? await suppliedBy(strapi, rows) : undefined;
    const held: Held = { rows, ...(supplied ? { supplied } : {}) };
    event.state['held'] = held;
  };
  const rowsAfter = async (event: Event): Promise<void> => {
    const { held } = event.state;
    if (!isHeld(held)) return;
    const { uid } = event.model;
    const { rows, supplied = [] } = held;
    const ids = rows.map(({ id }) => id);
    const after = isDelete(event) ? new Map<number, AuditedRow>() : await auditedRowsById(strapi, uid, ids);
    await put((scope) => {
      for (const row of rows) scope.add(uid, row, after.get(row.id));
      for (const one of supplied) for (const row of one.rows) scope.add(one.uid, row, withoutAgency(row));
    });
  };

  strapi.db.lifecycles.subscribe({
    models: AUDITED_TYPES,
    async afterCreate(event: Event) {
      if (isAnnounced(event.result)) return;
      const { uid } = event.model;
      const id = Number((event.result as Entity | null)?.['id']);
      const made = (await auditedRowsById(strapi, uid, [id])).get(id);
      await put((scope) => scope.add(uid, undefined, made));
    },
    beforeCreateMany(event: Event) {
      // The rows must be known by something afterwards: MySQL does not tell their ids.
      const { documentId } = strapi.db.metadata.get(event.model.uid).attributes;
      const make = documentId && 'default' in documentId ? documentId.default : undefined;
      if (typeof make !== 'function') return;
      for (const row of dataOf(event.params)) row['documentId'] ??= (make as () => string)();
    },
    async afterCreateMany(event: Event) {
      if (isRecordedByWriter()) return;
      const { uid } = event.model;
      const made = await madeRows(strapi, uid, dataOf(event.params), event.result);
      await put((scope) => {
        for (const row of made) scope.add(uid, undefined, row);
      });
    },
    async beforeUpdate(event: Event) {
      await rowsBefore(event);
    },
    afterUpdate: rowsAfter,
    async beforeUpdateMany(event: Event) {
      const fields = AUDITED[event.model.uid] ?? [];
      const isTouched = Object.keys(dataIn(event.params) ?? {}).some((key) => fields.includes(key)); // prettier-ignore
      if (isTouched) await rowsBefore(event);
    },
    afterUpdateMany: rowsAfter,
    beforeDelete: rowsBefore,
    afterDelete: rowsAfter,
    beforeDeleteMany: rowsBefore,
    afterDeleteMany: rowsAfter,
  });
}

/** MySQL and MariaDB tell only the first id of a batch: there the rows are found by document and side. */
async function madeRows(
  strapi: Core.Strapi,
  uid: string,
  data: readonly Entity[],
  result: unknown,
): Promise<AuditedRow[]> {
  const { ids = [] } = (result ?? {}) as { ids?: unknown[] };
  if (ids.length === data.length) return [...(await auditedRowsById(strapi, uid, ids.map(Number))).values()];
  const written = new Set(data.map((row) => `${String(row['documentId'])} ${sideOf(uid, row)}`));
  const documents = [...new Set(data.map((row) => String(row['documentId'])))];
  const made: AuditedRow[] = [];
  for (let at = 0; at < documents.length; at += 500) {
    made.push(...(await auditedRows(strapi, uid, { where: { documentId: { $in: documents.slice(at, at + 500) } } })));
  }
  return made.filter(({ documentId, side }) => written.has(`${documentId} ${side}`));
}

/** Articles and photos name an agency through a table that its deletion empties, without a hook. */
async function suppliedBy(strapi: Core.Strapi, agencies: readonly AuditedRow[]): Promise<Held['supplied']> {
  const ids = agencies.map(({ id }) => id);
  const found = [];
  for (const uid of SUPPLIED_TYPES) {
    found.push({ uid, rows: await auditedRows(strapi, uid, { where: { agency: { id: { $in: ids } } } }) });
  }
  return found;
}

function withoutAgency({ state: { agency: _agency, ...state }, ...row }: AuditedRow): AuditedRow {
  return { ...row, state };
}

/** What says which rows a write is about. */
function criteria(params: object): object {
  return Object.fromEntries(Object.entries(params).filter(([key]) => ['where', '_q', 'filters'].includes(key)));
}

const dataIn = (params: object): unknown => ('data' in params ? params.data : undefined);

function dataOf(params: object): Entity[] {
  const data = dataIn(params);
  return Array.isArray(data) ? (data as Entity[]) : [];
}

const isDelete = ({ action }: Event): boolean => action.includes('Delete');

const isHeld = (held: unknown): held is Held => typeof held === 'object' && held !== null && 'rows' in held;
