import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { UID } from '../../../contracts/uid';
import { foldName } from '../../wire/fold';

/** Sections of a site are nested a few times; a circle of them ends here. */
const MAX_LEVELS = 8;
const MAX_SECTIONS = 500;

interface Section {
  id: number;
}

/** A category, by slug or document id, and all below it. */
export async function sectionIds(strapi: Core.Strapi, category: string): Promise<number[]> {
  const categories = strapi.db.query(UID.category);
  const where = { $or: [{ slug: category }, { documentId: category }] };
  const found = (await categories.findOne({ select: ['id'], where })) as Section | null;
  if (!found) {
    throw new errors.NotFoundError('There is no such category. "category" is its slug or its documentId.', {
      code: 'unknown-category',
    });
  }
  const ids = new Set([found.id]);
  let parents = [found.id];
  for (let level = 0; level < MAX_LEVELS && parents.length > 0; level += 1) {
    const children = (await categories.findMany({
      select: ['id'],
      where: { parent: { id: { $in: parents } } },
      limit: MAX_SECTIONS,
    })) as Section[];
    parents = children.map(({ id }) => id).filter((id) => !ids.has(id) && ids.size < MAX_SECTIONS);
    for (const id of parents) ids.add(id);
  }
  return [...ids];
}

/** An agency, by its name or document id. */
export async function agencyId(strapi: Core.Strapi, agency: string): Promise<number> {
  const where = { $or: [{ nameKey: foldName(agency) }, { documentId: agency }] };
  const found = (await strapi.db.query(UID.agency).findOne({ select: ['id'], where })) as Section | null;
  if (found) return found.id;
  throw new errors.NotFoundError('There is no such agency. "agency" is its name or its documentId.', {
    code: 'unknown-agency',
  });
}
