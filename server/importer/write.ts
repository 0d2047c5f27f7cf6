import type { Core } from '@strapi/strapi';
import type { Outcome, Target } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, textOf, type Entity } from '../documents';
import { createArticle, killArticle, updateArticle, type ArticleParts } from './articles';
import { saveComments } from './comments';
import { agencyOf, fileUnder, type Creator } from './filing';
import { photoUri, uriKeyOf } from './identity';
import { lastDelivered } from './ledger';
import { outcomeOf, type Plan } from './plan';
import { deliveredRights, photoFields, savePhoto, type StoredImage } from './photos';
import { toStory } from './story';
import { snapshotOf, stamped, type Touch, type Wrote } from './touch';

/** One item that is to be written, with everything that could be made ready before the transaction. */
export interface Job {
  plan: Plan;
  story: Story;
  /** The story as the wire brought it. */
  delivered: Story;
  uri: string;
  isCorrection: boolean;
  images: ReadonlyMap<string, StoredImage>;
  publish: boolean;
  creator: Creator;
}

export interface Written {
  outcome: Outcome;
  /** The article or photo first. */
  targets: Target[];
  /** Every document that was written, in the order of writing. */
  touched: Touch[];
}

/** Carries out a plan through the Document Service. To be called in a transaction: all of it is written, or nothing. */
export async function carryOut(strapi: Core.Strapi, job: Job): Promise<Written> {
  const { plan, story } = job;
  if (plan.action === 'skip') return { outcome: 'skipped', targets: [], touched: [] };
  if (plan.action === 'kill') return kill(strapi, job);
  const parts = story.type === 'picture' ? await writePicture(strapi, job) : await writeArticle(strapi, job);
  return {
    outcome: outcomeOf(plan, job.isCorrection),
    targets: parts.targets,
    touched: await stamped(strapi, parts.wrote),
  };
}

interface Parts {
  targets: Target[];
  wrote: Wrote[];
}

async function writeArticle(strapi: Core.Strapi, job: Job): Promise<Parts> {
  const { story, plan, uri, creator } = job;
  const before = plan.target ? await snapshotOf(strapi, 'article', plan.target.documentId) : null;
  const photos = [];
  for (const [n, photo] of (story.photos ?? []).entries()) {
    const image = photo.imageFile === undefined ? undefined : job.images.get(photo.imageFile);
    photos.push(await savePhoto(strapi, story, uri, n, { delivered: job.delivered.photos?.[n], image, creator }));
  }
  const categories = await fileUnder(strapi, story.categories ?? [], creator);
  const agency = await agencyOf(strapi, story.provider);
  const parts: ArticleParts = {
    uri,
    photos,
    categories,
    agency,
    delivered: job.delivered,
    publish: job.publish,
    creator,
  };
  const article = plan.target
    ? await rewrite(strapi, plan.target.documentId, job, parts)
    : await createArticle(strapi, story, parts);
  const comments = plan.target ? [] : await saveComments(strapi, article.documentId, story.comments ?? [], creator);
  const said = comments.map((documentId, n): Target => ({
    type: 'comment',
    documentId,
    title: story.comments?.[n]?.authorName ?? '',
  }));
  return {
    targets: [
      article,
      ...photos.map(({ documentId, title }): Target => ({ type: 'photo', documentId, title })),
      ...categories.map(({ documentId, name }): Target => ({ type: 'category', documentId, title: name })),
      ...said,
    ],
    wrote: [
      ...photos.flatMap(({ documentId, title, before: was }): Wrote[] =>
        was === undefined ? [] : [{ type: 'photo', documentId, title, before: was }],
      ),
      ...categories.flatMap(({ documentId, name, isNew }): Wrote[] =>
        isNew ? [{ type: 'category', documentId, title: name, before: null }] : [],
      ),
      { type: 'article', documentId: article.documentId, title: article.title, before },
      ...said.map(({ documentId, title }): Wrote => ({ type: 'comment', documentId, title, before: null })),
    ],
  };
}

async function rewrite(strapi: Core.Strapi, documentId: string, job: Job, parts: ArticleParts): Promise<Target> {
  const item = await lastDelivered(strapi, documentId);
  const before = item && toStory(item);
  const keys = (before?.photos ?? []).map((photo, n) => uriKeyOf(photoUri(job.uri, photo, n)));
  const rows = (await strapi.db
    .query(UID.photo)
    .findMany({ select: ['documentId'], where: { uriKey: { $in: keys } } })) as Entity[];
  const previousPhotos = rows.map((row) => String(row['documentId']));
  return updateArticle(strapi, documentId, job.story, before, { ...parts, previousPhotos });
}

async function writePicture(strapi: Core.Strapi, job: Job): Promise<Parts> {
  const { story, uri, creator, plan } = job;
  const [photo] = story.photos ?? [];
  const image = photo?.imageFile === undefined ? undefined : job.images.get(photo.imageFile);
  if (!plan.target) {
    const saved = await savePhoto(strapi, story, uri, 0, { delivered: job.delivered.photos?.[0], image, creator });
    const photo: Target = { type: 'photo', documentId: saved.documentId, title: saved.title };
    return { targets: [photo], wrote: saved.before === undefined ? [] : [{ ...photo, before: saved.before }] };
  }
  const { documentId } = plan.target;
  const snapshot = await snapshotOf(strapi, 'photo', documentId);
  const current = (await strapi.db.query(UID.photo).findOne({ where: { documentId } })) as Entity | null;
  const before = (await lastDelivered(strapi, documentId))?.photos?.[0] as Entity | undefined;
  const incoming = await photoFields(strapi, photo ?? {}, story);
  // What an editor has changed since the last version stays.
  const follows = Object.entries(incoming).filter(
    ([field]) => (current?.[field] ?? null) === (before?.[field] ?? null),
  );
  const data = {
    ...Object.fromEntries(follows),
    ...(image ? { image: image.fileId, contentHash: image.contentHash } : {}),
  };
  await auditAs({ surface: 'import', delivered: deliveredRights(job.delivered.photos?.[0] ?? {}) }, () =>
    documentsOf(strapi, UID.photo).update({ documentId, data }),
  );
  const target: Target = {
    type: 'photo',
    documentId,
    title: textOf(current, 'headline') ?? textOf(current, 'caption') ?? '',
  };
  return { targets: [target], wrote: [{ ...target, before: snapshot }] };
}

/** A kill of something that never came is kept in the ledger, so that an older version that comes late is not let in. */
async function kill(strapi: Core.Strapi, { plan, story }: Job): Promise<Written> {
  const { target } = plan;
  if (!target) return { outcome: 'killed', targets: [], touched: [] };
  const before = await snapshotOf(strapi, target.type, target.documentId);
  const killed =
    target.type === 'article'
      ? await killArticle(strapi, target.documentId, story)
      : await killPhoto(strapi, target.documentId, story);
  const { type, documentId, title } = killed;
  return {
    outcome: 'killed',
    targets: [killed],
    touched: await stamped(strapi, [{ type, documentId, title, before }]),
  };
}

async function killPhoto(strapi: Core.Strapi, documentId: string, story: Story): Promise<Target> {
  const reason = story.photos?.[0]?.instructions?.slice(0, 1000) ?? story.pubStatus;
  await auditAs({ surface: 'import', reason }, () =>
    documentsOf(strapi, UID.photo).update({ documentId, data: { pubStatus: story.pubStatus } }),
  );
  return { type: 'photo', documentId, title: story.headline ?? '' };
}
