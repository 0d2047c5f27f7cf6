import type { Core } from '@strapi/strapi';
import { documentIdOf, type Entity } from '../documents';
import { currentAudit } from './context';
import { documentChanges, type DocumentChange, type RowChange } from './changes';
import { eventRow, writeEvents } from './events';
import { AUDITED } from './fields';
import { recordRows } from './row-hooks';
import { openScope, Scope, within } from './scope';
import { inTransaction } from '../transaction';

const WRITES: ReadonlySet<string> = new Set([
  'create', 'update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete',
]); // prettier-ignore

/** Told of the rows that were written, in the transaction of the write, after their events. */
export type Follow = (rows: readonly RowChange[]) => Promise<void>;

/**
 * Records every change of a rights field, whatever makes it: the database's hooks see each row that is written, and what
 * one call of the Document Service writes is told as one change, in its transaction: either both are there or neither.
 */
export function recordDocuments(strapi: Core.Strapi, follow: Follow): void {
  strapi.documents.use(async (context, next) => {
    if (!(context.uid in AUDITED) || !WRITES.has(context.action) || openScope()) return next();
    const scope = new Scope();
    const recorded = inTransaction(strapi, async () => {
      const result: unknown = await within(scope, async () => next());
      const { documentId } = context.params as { documentId?: string };
      const about = documentId ?? documentIdOf(result);
      await tell(strapi, scope.close(), follow, about === undefined ? undefined : { uid: context.uid, documentId: about }); // prettier-ignore
      return result;
    });
    return (await recorded) as Awaited<ReturnType<typeof next>>;
  });
}

/**
 * The other half of `recordDocuments`: the database's hooks. To be called before `watchListeners`: the bulk writer must not
 * take the plugin itself for a host that wants to be told of every row.
 */
export function recordWrites(strapi: Core.Strapi, follow: Follow): void {
  recordRows(strapi, (rows) => tell(strapi, rows, follow, undefined));
}

async function tell(
  strapi: Core.Strapi,
  rows: readonly RowChange[],
  follow: Follow,
  about: { uid: string; documentId: string } | undefined,
): Promise<void> {
  const { delivered, ...context } = currentAudit(strapi);
  const changes = documentChanges(rows);
  const events = changes.map((one) => eventRow(one, context));
  if (about && delivered !== undefined) deliver(changes, events, about, delivered, context);
  await writeEvents(strapi, events);
  await follow(rows);
}

/** What the wire brought is kept beside what was written, also where it changed nothing. */
function deliver(
  changes: readonly DocumentChange[],
  events: Entity[],
  about: { uid: string; documentId: string },
  delivered: Record<string, unknown>,
  context: Parameters<typeof eventRow>[1],
): void {
  const at = changes.findIndex(({ uid, documentId }) => uid === about.uid && documentId === about.documentId);
  const event = events[at];
  if (event) event['delivered'] = delivered;
  else events.push(eventRow({ ...about, applies: 'edited', changes: [] }, { ...context, delivered }));
}
