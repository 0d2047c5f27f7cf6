import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../contracts/uid';
import { foldName } from '../wire/fold';
import type { Agency } from '../wire/vocabulary/agency';
import { AGENCIES } from '../wire/vocabulary/agency-table';
import { COMPONENT_LAYOUTS, TYPE_LAYOUTS, type FieldLayout, type TypeLayout } from './layouts';

/** What is done once in the life of a database, by name. A name is never used for anything else. */
const STEPS: Record<string, (strapi: Core.Strapi) => Promise<void>> = {
  layouts: layOutEditViews,
  agencies: seedAgencies,
};

/**
 * Lays out the edit views and fills in the known agencies, on the first start only: afterwards both belong to the
 * newsroom, and what an editor has changed is never written over.
 */
export async function firstStart(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'first-start' });
  const done = ((await store.get({})) ?? {}) as Record<string, boolean>;
  for (const [name, step] of Object.entries(STEPS)) {
    if (done[name]) continue;
    await step(strapi);
    done[name] = true;
    await store.set({ value: done });
  }
}

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list?: string[]; edit: { name: string; size: number }[][] };
}

interface ConfigurationService {
  findConfiguration(model: unknown): Promise<Configuration>;
  updateConfiguration(model: unknown, configuration: Configuration): Promise<unknown>;
}

async function layOutEditViews(strapi: Core.Strapi): Promise<void> {
  const manager = strapi.plugin('content-manager');
  const types = manager.service('content-types') as ConfigurationService & { findContentType(uid: string): unknown };
  const components = manager.service('components') as ConfigurationService & { findComponent(uid: string): unknown };
  for (const [uid, layout] of Object.entries(TYPE_LAYOUTS)) await layOut(types, types.findContentType(uid), layout);
  for (const [uid, layout] of Object.entries(COMPONENT_LAYOUTS))
    await layOut(components, components.findComponent(uid), layout);
}

async function layOut(
  service: ConfigurationService,
  model: unknown,
  layout: Pick<TypeLayout, 'mainField' | 'edit'> & Partial<TypeLayout>,
): Promise<void> {
  const { settings, metadatas } = await service.findConfiguration(model);
  for (const field of layout.edit.flat()) describe(metadatas, field);
  for (const [name, label] of Object.entries(layout.labels ?? {})) describe(metadatas, { name, label });
  const sort = layout.sort ? { defaultSortBy: layout.sort.by, defaultSortOrder: layout.sort.order } : {};
  await service.updateConfiguration(model, {
    settings: { ...settings, mainField: layout.mainField, ...sort },
    metadatas,
    layouts: {
      ...(layout.list ? { list: [...layout.list] } : {}),
      edit: layout.edit.map((row) => row.map(({ name, size }) => ({ name, size }))),
    },
  });
}

function describe(
  metadatas: Configuration['metadatas'],
  { name, label, help, mainField }: Omit<FieldLayout, 'size'>,
): void {
  const meta = metadatas[name];
  if (!meta) return;
  Object.assign(meta.edit, { label, description: help ?? '', ...(mainField === undefined ? {} : { mainField }) });
  Object.assign(meta.list, { label });
}

async function seedAgencies(strapi: Core.Strapi): Promise<void> {
  const known = (await strapi.db.query(UID.agency).findMany({ select: ['nameKey'] })) as { nameKey: string }[];
  const names = new Set(known.map((row) => row.nameKey));
  const missing = AGENCIES.filter((agency) => !names.has(foldName(agency.name)));
  await strapi.db.query(UID.agency).createMany({
    data: missing.map((agency) => ({
      name: agency.name,
      aliases: [agency.fullName, ...(agency.aliases ?? [])].map((alias) => alias.trim()),
      ...usualLines(agency),
      // The hook of agencies reads them into `restrictions`.
      restrictionTerms: agency.restrictions?.join(' ') ?? null,
      validityDays: agency.validityDays ?? null,
    })),
  });
}

/**
 * The lines of an agency as the table has them; where it knows none, the plainest that say what is known: photographer and
 * agency, that a contract allows the use, and of a news agency that what it sends is its own. Editors change them.
 */
function usualLines({ kind, creditTemplate, copyrightHolder, copyrightNotice, usageTerms, name }: Agency) {
  const holder = copyrightHolder ?? (kind === 'news' ? name : null);
  return {
    creditTemplate: creditTemplate ?? (kind === 'release' ? null : '{byline}/{agency}'),
    copyrightHolder: holder,
    copyrightNotice: copyrightNotice ?? (holder === null ? null : `© {year} ${holder}`),
    // True of whatever an agency sends, under whichever contract.
    usageTerms: usageTerms ?? (kind === 'release' ? null : `Used under contract with ${name}. All other use needs its permission.`), // prettier-ignore
  };
}
