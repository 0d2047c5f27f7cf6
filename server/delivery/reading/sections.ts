import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { foldName } from '../../wire/fold';
import { refusal } from '../refusal';

/** Sections of a site are nested a few times; a circle of them ends here. */
const MAX_LEVELS = 8;
const MAX_SECTIONS = 500;

interface Row {
  id: number;
  name: string;
}

/** A category with all below it. */
export interface Section {
  name: string;
  ids: number[];
}

/** A category, by slug or document id, and all below it. */
export async function sectionOf(strapi: Core.Strapi, category: string): Promise<Section> {
  const categories = strapi.db.query(UID.category);
  const where = { $or: [{ slug: category }, { documentId: category }] };
  const found = (await categories.findOne({ select: ['id', 'name'], where })) as Row | null;
  if (!found) throw refusal('no-such-category');
  const ids = new Set([found.id]);
  let parents = [found.id];
  for (let level = 0; level < MAX_LEVELS && parents.length > 0; level += 1) {
    const children = (await categories.findMany({
      select: ['id'],
      where: { parent: { id: { $in: parents } } },
      limit: MAX_SECTIONS,
    })) as Row[];
    parents = children.map(({ id }) => id).filter((id) => !ids.has(id) && ids.size < MAX_SECTIONS);
    for (const id of parents) ids.add(id);
  }
  return { name: found.name, ids: [...ids] };
}

/** An agency, by its name or document id. */
export async function agencyId(strapi: Core.Strapi, agency: string): Promise<number> {
  const where = { $or: [{ nameKey: foldName(agency) }, { documentId: agency }] };
  const found = (await strapi.db.query(UID.agency).findOne({ select: ['id'], where })) as Row | null;
  if (!found) throw refusal('no-such-agency');
  return found.id;
}
