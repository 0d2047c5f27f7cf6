import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { PLUGIN_ID, UID } from '../../contracts/uid';
import { currentAudit } from '../audit/context';
import { eventRow, writeEvents } from '../audit/events';
import type { Entity } from '../documents';
import { isAdminRequest } from '../request';
import { validity, type Reason } from '../rights/validity';
import { gateColumns } from './columns';
import { agenciesOf } from './judge';
import { decidingRow, rightsOf } from './rights-of';
import { rightsSettings } from './settings';
import { unguarded } from './unguarded';
import { inTransaction } from '../transaction';

/** How long a confirmation holds: from the dialog to the click that follows. */
const CONFIRMED_MS = 2 * 60_000;

interface Against {
  headline: string;
  reasons: Reason[];
}

/** Why the published row of an article may not be shown, now and later, as it stands; undefined where it may, or will. */
async function standsAgainst(strapi: Core.Strapi, documentId: string, now: Date): Promise<Against | undefined> {
  const { populate, select } = decidingRow(UID.article);
  const row = (await unguarded(() =>
    strapi.db.query(UID.article).findOne({
      select: [...select, 'blockedBy', 'headline'],
      where: { documentId, publishedAt: { $notNull: true } },
      populate,
    }),
  )) as Entity | null;
  // An embargo with an end opens by itself: the API keeps it until then.
  if (!row || row['blockedBy'] === null) return undefined;
  const demands = rightsSettings(strapi).demand;
  const { reasons } = validity(rightsOf(UID.article, row, row['agency'] as Entity | null, now), now, { demands });
  return reasons.length === 0 ? undefined : { headline: String(row['headline']), reasons };
}

/**
 * Asks before an article is published that may not be shown. `strict`: nobody can, and nothing of it is written. `warn`:
 * an editor can, after having confirmed it; code and imports can, and the API shows it to nobody all the same.
 */
export function checkPublication(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID.article || !publishes(context.action, context.params)) return next();
    const checked = inTransaction(strapi, async () => {
      const result: unknown = await next();
      const documentId = (context.params as { documentId?: string }).documentId ?? documentIdOf(result);
      if (documentId !== undefined) await check(strapi, documentId);
      return result;
    });
    return (await checked) as Awaited<ReturnType<typeof next>>;
  });
}

const publishes = (action: string, params: object): boolean =>
  action === 'publish' || (['create', 'update'].includes(action) && Reflect.get(params, 'status') === 'published');

async function check(strapi: Core.Strapi, documentId: string): Promise<void> {
  const against = await standsAgainst(strapi, documentId, new Date());
  if (!against) return;
  const { headline, reasons } = against;
  // By its headline: many are published at once, and one stands against all.
  const refused = `“${headline}” may not be shown (${reasons.join(', ')})`;
  if (rightsSettings(strapi).mode === 'strict') {
    const message = `${refused}, so nothing is published. Change what stands against it first.`;
    throw new errors.ApplicationError(message, { code: 'not-servable', reasons });
  }
  const { surface } = currentAudit(strapi);
  // An import that was started in the admin is nobody's click on Publish: a newer version that may not be shown must close.
  if (surface === 'import' || !isAdminRequest(strapi)) return;
  const confirmed = await takeConfirmation(strapi, documentId);
  if (confirmed) return record(strapi, documentId, reasons, confirmed.why);
  const message = `${refused}. Open it and confirm that it is to be published all the same.`;
  throw new errors.ApplicationError(message, { code: 'confirm-publication', reasons });
}

/** Kept in the database: the confirmation and the click may meet two processes. */
const confirmations = (strapi: Core.Strapi, documentId: string) =>
  strapi.store({ type: 'plugin', name: PLUGIN_ID, key: `confirmed-${documentId}` });

const confirmation = z.object({ by: z.number(), why: z.string(), until: z.number() });

export async function confirmPublication(
  strapi: Core.Strapi,
  documentId: string,
  why: string,
  by: { id: number },
): Promise<void> {
  const value: z.infer<typeof confirmation> = { by: by.id, why, until: Date.now() + CONFIRMED_MS };
  await confirmations(strapi, documentId).set({ value });
}

async function takeConfirmation(strapi: Core.Strapi, documentId: string): Promise<{ why: string } | undefined> {
  const store = confirmations(strapi, documentId);
  const found = confirmation.safeParse(await store.get({})).data;
  if (!found) return undefined;
  await store.delete({});
  const user: unknown = strapi.requestContext.get()?.state['user'];
  const id: unknown = typeof user === 'object' && user !== null ? Reflect.get(user, 'id') : undefined;
  return found.by === id && found.until > Date.now() ? found : undefined;
}

/** Who published it all the same, and why, stands in its history; in the transaction of the publication. */
async function record(strapi: Core.Strapi, documentId: string, against: Reason[], reason: string): Promise<void> {
  const changes = [{ field: 'publishedDespite', from: null, to: against }];
  const event = { uid: UID.article, documentId, applies: 'published' as const, changes };
  await writeEvents(strapi, [eventRow(event, { ...currentAudit(strapi), reason })]);
}

function documentIdOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('documentId' in result)) return undefined;
  return typeof result.documentId === 'string' ? result.documentId : undefined;
}

/**
 * Why a new row of an article would be refused by `strict`; empty where it would not. An import asks before it publishes,
 * and keeps a draft instead.
 */
export async function refusalOf(strapi: Core.Strapi, row: Entity, agencyId: number | undefined): Promise<Reason[]> {
  const { mode, demand: demands } = rightsSettings(strapi);
  if (mode !== 'strict') return [];
  const now = new Date();
  const agency = agencyId === undefined ? null : (await agenciesOf(strapi, [agencyId])).get(agencyId);
  const { blockedBy } = gateColumns(UID.article, row, agency, { now, demands });
  return blockedBy === null ? [] : validity(rightsOf(UID.article, row, agency, now), now, { demands }).reasons;
}
