import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { AUDITED, AUDITED_TYPES } from '../../server/audit/fields';
import { isSame, type Change, type State } from '../../server/audit/changes';
import { auditedRows } from '../../server/audit/rows';

type Sides = Map<string, Record<string, unknown>>;

interface LoggedEvent {
  id: number;
  targetType: string;
  targetDocumentId: string;
  applies: 'edited' | 'published' | 'both';
  changes: Change[];
  surface: string;
  actorName: string | null;
}

/** What the history of rights comes to, and every place where it does not follow from itself or not explain what stands. */
export async function replayed(strapi: Core.Strapi): Promise<{ events: LoggedEvent[]; contradictions: string[] }> {
  const events = (await strapi.db.query(UID.rightsEvent).findMany({ orderBy: { id: 'asc' } })) as LoggedEvent[];
  const states: Sides = new Map();
  const contradictions: string[] = [];
  for (const event of events) {
    for (const key of keysOf(event)) {
      const state = states.get(key) ?? {};
      for (const { field, from, to } of event.changes) {
        const known = state[field] ?? null;
        if (!isSame(known, from)) contradictions.push(`event ${event.id}: ${key} ${field} was ${text(known)}, not ${text(from)}`); // prettier-ignore
        state[field] = to;
      }
      states.set(key, state);
    }
  }
  const present = await presentStates(strapi);
  for (const key of new Set([...states.keys(), ...present.keys()])) {
    const type = key.split(' ')[0] ?? '';
    for (const field of AUDITED[type] ?? []) {
      const [told, stands] = [states.get(key)?.[field] ?? null, present.get(key)?.[field] ?? null];
      if (!isSame(told, stands)) contradictions.push(`${key} ${field} is ${text(stands)}, the history says ${text(told)}`); // prettier-ignore
    }
  }
  return { events, contradictions };
}

const text = (value: unknown): string => JSON.stringify(value);

/** A document without drafts has one row, which is both versions. */
function keysOf({ targetType, targetDocumentId, applies }: LoggedEvent): string[] {
  const key = `${targetType} ${targetDocumentId}`;
  if (targetType !== UID.article) return [`${key} both`];
  return applies === 'both' ? [`${key} edited`, `${key} published`] : [`${key} ${applies}`];
}

async function presentStates(strapi: Core.Strapi): Promise<Map<string, State>> {
  const present = new Map<string, State>();
  for (const uid of AUDITED_TYPES) {
    for (const row of await auditedRows(strapi, uid, {})) {
      present.set(`${uid} ${row.documentId} ${row.side}`, row.state);
    }
  }
  return present;
}
