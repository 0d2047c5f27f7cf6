import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { getService } from '../get-service';
import { subscribeUnwatched } from '../importer/bulk/listeners';

const FILE_UID = 'plugin::upload.file';

/** What a file says of its photo. */
const EMBEDDED: ReadonlySet<string> = new Set([
  'image', 'byline', 'creditLine', 'copyrightNotice', 'copyrightHolder', 'usageTerms', 'webStatementOfRights',
  'licensorUrl', 'dataMining', 'digitalSourceType', 'agency',
]); // prettier-ignore
/** What the upload plugin writes when it has made, cropped or replaced a file or its renditions. */
const REMADE: ReadonlySet<string> = new Set(['formats', 'hash', 'url']);
/** What an agency gives to the credit of its photos. */
const HOUSE: ReadonlySet<string> = new Set(['creditTemplate', 'name', 'aliases']);
/** Photos that are marked in one statement. */
const STEP = 500;
const MAX_STEPS = 2000;

/**
 * Keeps files in step with their photos: whoever writes a photo's rights or picture (admin, import, API, `strapi.db`),
 * and whenever the Media Library makes a rendition anew, the file is written again after the commit.
 */
export function followFiles(strapi: Core.Strapi): void {
  const wake = (): void => getService(strapi, 'embedder').wake();
  const afterCommit = async (): Promise<void> => {
    if (!strapi.db.inTransaction()) return wake();
    await strapi.db.transaction(({ onCommit }) => {
      onCommit(wake);
      return Promise.resolve();
    });
  };
  const isDue = (data: Entity): boolean => Object.keys(data).some((field) => EMBEDDED.has(field));

  // Photos that have an image are not written in bulk.
  subscribeUnwatched(strapi, {
    models: [UID.photo],
    beforeCreate({ params }) {
      const data = params.data as Entity;
      if (data['image']) data['embedDue'] = randomUUID();
    },
    beforeUpdate({ params }) {
      const data = params.data as Entity;
      if (isDue(data)) data['embedDue'] = randomUUID();
    },
    beforeUpdateMany({ params }) {
      const data = params.data as Entity;
      if (isDue(data)) data['embedDue'] = randomUUID();
    },
    async afterCreate({ params }) {
      if ((params.data as Entity)['embedDue']) await afterCommit();
    },
    async afterUpdate({ params }) {
      if ((params.data as Entity)['embedDue']) await afterCommit();
    },
    async afterUpdateMany({ params }) {
      if ((params.data as Entity)['embedDue']) await afterCommit();
    },
  });
  strapi.db.lifecycles.subscribe({
    models: [FILE_UID],
    async afterUpdate({ params, result }) {
      if (!Object.keys(params.data as Entity).some((field) => REMADE.has(field))) return;
      // It may be another picture now, under the same name.
      await mark(strapi, { image: { id: (result as Entity)['id'] } }, { pictureHash: null });
      await afterCommit();
    },
  });
  strapi.db.lifecycles.subscribe({
    models: [UID.agency],
    async afterUpdate({ params, result }) {
      if (!Object.keys(params.data as Entity).some((field) => HOUSE.has(field))) return;
      await mark(strapi, {
        $and: [{ agency: { id: (result as Entity)['id'] } }, { image: { id: { $notNull: true } } }],
      });
      await afterCommit();
    },
  });
}

/** Marks the files of these photos to be written. Readers see them otherwise than before, and nobody worked on them. */
async function mark(strapi: Core.Strapi, where: Entity, more: Entity = {}): Promise<void> {
  const photos = strapi.db.query(UID.photo);
  let after = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const rows = (await photos.findMany({
      select: ['id'],
      where: { $and: [where, { id: { $gt: after } }] },
      orderBy: { id: 'asc' },
      limit: STEP,
    })) as Entity[];
    const ids = rows.map(({ id }) => Number(id));
    const data = { ...more, embedDue: randomUUID(), refreshedAt: new Date() };
    if (ids.length > 0) await photos.updateMany({ where: { id: { $in: ids } }, data });
    if (ids.length < STEP) return;
    after = ids[ids.length - 1] ?? after;
  }
}
