import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { PLUGIN_ID, UID } from '../../contracts/uid';
import { isSame, stateOf } from '../audit/changes';
import { AUDITED } from '../audit/fields';
import type { Entity } from '../documents';
import { isAdminRequest } from '../request';

/** From the telling to the save that follows. */
const TOLD_MS = 60_000;

/** Relations are sent as what is to be changed of them, and decisions by nobody. */
const NO_FIELDS: ReadonlySet<string> = new Set(['agency', 'decisions']);

const opened = z.object({ fields: z.record(z.string(), z.unknown()), until: z.number() });

/** Kept in the database: the telling and the save may meet two processes. */
const storeOf = (strapi: Core.Strapi, user: number, documentId: string) =>
  strapi.store({ type: 'plugin', name: PLUGIN_ID, key: `form-${user}-${documentId}` });

/** Keeps what an editor's form was filled from, for the save that comes next. */
export async function rememberForm(
  strapi: Core.Strapi,
  documentId: string,
  fields: Record<string, unknown>,
  by: { id: number },
): Promise<void> {
  const value: z.infer<typeof opened> = { fields, until: Date.now() + TOLD_MS };
  await storeOf(strapi, by.id, documentId).set({ value });
}

/** Forgets what was told and never saved: a form that the browser itself refused, a page that was closed. */
export async function forgetOldForms(strapi: Core.Strapi): Promise<void> {
  const rows = strapi.db.query('strapi::core-store');
  const told = await rows.findMany({
    where: { key: { $startsWith: `plugin_${PLUGIN_ID}_form-` } },
    limit: MOST_FORGOTTEN,
  });
  const old = told.filter(({ value }) => {
    const found = opened.safeParse(JSON.parse(String(value))).data;
    return found === undefined || found.until <= Date.now();
  });
  await rows.deleteMany({ where: { id: { $in: old.map(({ id }) => Number(id)) } } });
}

/** At one start. */
const MOST_FORGOTTEN = 1000;

/**
 * Keeps a save from taking back what others have done to the rights of a document since the form was opened: a kill, a
 * restriction, an embargo. What the editor has not touched stays as it is now; what both have changed is refused.
 */
export function keepWhatOthersChanged(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action } = context;
    if (action !== 'update' || (uid !== UID.article && uid !== UID.photo) || !isAdminRequest(strapi)) return next();
    const { documentId, data } = context.params as { documentId: string; data?: Entity };
    const form = data && (await takeForm(strapi, documentId));
    if (form) await compare(strapi, uid, documentId, form, data);
    return next();
  });
}

async function takeForm(strapi: Core.Strapi, documentId: string): Promise<Entity | undefined> {
  const user: unknown = strapi.requestContext.get()?.state['user'];
  const id: unknown = typeof user === 'object' && user !== null ? Reflect.get(user, 'id') : undefined;
  if (typeof id !== 'number') return undefined;
  const store = storeOf(strapi, id, documentId);
  const found = opened.safeParse(await store.get({})).data;
  if (!found) return undefined;
  await store.delete({});
  return found.until > Date.now() ? found.fields : undefined;
}

async function compare(
  strapi: Core.Strapi,
  uid: typeof UID.article | typeof UID.photo,
  documentId: string,
  form: Entity,
  data: Entity,
): Promise<void> {
  const where = { documentId, ...(uid === UID.article ? { publishedAt: { $null: true } } : {}) };
  const row = (await strapi.db.query(uid).findOne({ where })) as Entity | null;
  if (!row) return;
  const [was, sent, now] = [stateOf(uid, form), stateOf(uid, data), stateOf(uid, row)];
  const both: string[] = [];
  for (const field of AUDITED[uid] ?? []) {
    if (NO_FIELDS.has(field) || !(field in form) || !(field in data)) continue;
    const isAnother = (a: unknown, b: unknown) => !isSame(a ?? null, b ?? null);
    if (!isAnother(was[field], now[field]) || !isAnother(sent[field], now[field])) continue;
    if (isAnother(sent[field], was[field])) both.push(field);
    else Reflect.deleteProperty(data, field);
  }
  if (both.length > 0) throw changedMeanwhile(both);
}

function changedMeanwhile(fields: readonly string[]): Error {
  const message =
    'Somebody else has changed this since you opened it. Copy what you wrote, reload the page, and look at both.';
  return new errors.ValidationError(message, {
    code: 'changed-meanwhile',
    fields,
    errors: fields.map((field) => ({ path: [field], message, name: 'ValidationError' })),
  });
}
