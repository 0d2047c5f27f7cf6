import type { Core } from '@strapi/strapi';
import { EVENTS } from '../../contracts/events';
import type { Outcome, Target } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, textOf, type Entity } from '../documents';
import { tell, TOLD_COLUMNS } from '../editing/events';
import { refusalOf } from '../gate/publish-check';
import { articleData, createArticle, killArticle, updateArticle, type Updated } from './articles';
import { saveComments } from './comments';
import type { Offer } from './corrections/differences';
import { agencyOf, fileUnder, type Creator } from './filing';
import { lastDelivered } from './ledger';
import { leftAs } from './left-as';
import { isClosedByNewsroom, type ArticleParts } from './merge';
import { outcomeOf, type Plan } from './plan';
import { savePhoto, type SavedPhoto, type StoredImage } from './photos';
import { toStory } from './story';
import {
  closeKilled,
  closePhotos,
  followPhotos,
  leftOut,
  openPhotos,
  previousPhotos,
  updatePhoto,
} from './story-photos';
import { snapshotOf, stamped, type Touch, type Wrote } from './touch';

/** One item that is to be written, with everything that could be made ready before the transaction. */
export interface Job {
  plan: Plan;
  story: Story;
  /** The story as the wire brought it. */
  delivered: Story;
  uri: string;
  isCorrection: boolean;
  /** Under an embargo that has not ended. */
  isHeld: boolean;
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
  /** What editors and the wire have both changed. */
  offers: Offer[];
}

/** Carries out a plan through the Document Service. To be called in a transaction: all of it is written, or nothing. */
export async function carryOut(strapi: Core.Strapi, job: Job): Promise<Written> {
  const { plan, story } = job;
  if (plan.action === 'skip') return { outcome: 'skipped', targets: [], touched: [], offers: [] };
  if (plan.action === 'kill') return kill(strapi, job);
  const parts = story.type === 'picture' ? await writePicture(strapi, job) : await writeArticle(strapi, job);
  return {
    // What is kept from readers by the newsroom's own rule is held like what an embargo keeps.
    outcome: parts.targets[0]?.held ? 'held' : outcomeOf(plan, job),
    targets: parts.targets,
    touched: await stamped(strapi, parts.wrote),
    offers: parts.offers,
  };
}

interface Parts {
  targets: Target[];
  wrote: Wrote[];
  offers: Offer[];
}

async function writeArticle(strapi: Core.Strapi, job: Job): Promise<Parts> {
  const { story, plan, uri, creator, delivered } = job;
  const snapshot = plan.target ? await snapshotOf(strapi, 'article', plan.target.documentId) : null;
  const item = plan.target && (await lastDelivered(strapi, plan.target.documentId));
  const before = item && toStory(item);
  const left = plan.target && (await leftAs(strapi, plan.target.documentId));
  const isClosed = snapshot !== null && snapshot.draft['pubStatus'] !== 'usable';
  const isOpened = isClosed && !isClosedByNewsroom(snapshot.draft, left) && plan.target;
  const previous = await previousPhotos(strapi, uri, before);
  const opened = isOpened ? await openPhotos(strapi, isOpened.documentId, leftOut(previous, story, uri)) : [];
  const photos: SavedPhoto[] = [];
  for (const [n, photo] of (story.photos ?? []).entries()) {
    const image = photo.imageFile === undefined ? undefined : job.images.get(photo.imageFile);
    photos.push(await savePhoto(strapi, story, uri, n, { delivered: delivered.photos?.[n], image, creator }));
  }
  await closeKilled(strapi, photos);
  const offers = await followPhotos(strapi, photos, previous, { before, delivered, written: story });
  const categories = await fileUnder(strapi, story.categories ?? [], creator);
  const agency = await agencyOf(strapi, [story.provider]);
  // What may not be shown is kept as a draft where the newsroom refuses to publish it (`rights.mode`).
  const held = job.publish ? await refusalOf(strapi, articleData(story, uri), agency?.id) : [];
  const { isHeld } = job;
  const publish = job.publish && held.length === 0;
  const parts: ArticleParts = { uri, photos, categories, agency, delivered, publish, isHeld, creator };
  let article: Target;
  if (plan.target) {
    const { documentId } = plan.target;
    const updated = await updateArticle(strapi, documentId, story, before, {
      ...parts,
      previousPhotos: previous,
      snapshot,
      left,
    });
    article = updated.article;
    offers.push({ type: 'article', documentId, ...updated });
    if (outcomeOf(plan, job) === 'corrected') await tellCorrection(strapi, documentId, updated);
  } else article = await createArticle(strapi, story, parts);
  const comments = await saveComments(strapi, article.documentId, story.comments ?? [], {
    creator,
    before: before?.comments,
  });
  const said = comments.map(({ documentId, comment }): Target => ({
    type: 'comment',
    documentId,
    title: comment.authorName,
  }));
  return {
    targets: [
      { ...article, ...(held.length > 0 ? { held } : {}) },
      ...photos.map(({ documentId, title }): Target => ({ type: 'photo', documentId, title })),
      ...categories.map(({ documentId, name }): Target => ({ type: 'category', documentId, title: name })),
      ...said,
    ],
    wrote: onceEach([
      ...opened,
      ...photos.flatMap(({ documentId, title, before: was }): Wrote[] =>
        was === undefined ? [] : [{ type: 'photo', documentId, title, before: was }],
      ),
      ...categories.flatMap(({ documentId, name, isNew }): Wrote[] =>
        isNew ? [{ type: 'category', documentId, title: name, before: null }] : [],
      ),
      { type: 'article', documentId: article.documentId, title: article.title, before: snapshot },
      ...said.map(({ documentId, title }): Wrote => ({ type: 'comment', documentId, title, before: null })),
    ]),
    offers,
  };
}

/** Which fields, but never those that only editors see. */
async function tellCorrection(strapi: Core.Strapi, documentId: string, { article, changed }: Updated): Promise<void> {
  const { published } = article;
  const row = (await strapi.db.query(UID.article).findOne({
    select: ['id', ...TOLD_COLUMNS],
    where: { documentId, publishedAt: published ? { $notNull: true } : { $null: true } },
  })) as Entity | null;
  const fields = changed.filter((field) => field !== 'edNote');
  const event = EVENTS.articleCorrected;
  if (row) await tell(strapi, [{ event, uid: UID.article, row, about: { fields, published } }]);
}

/** A document that was written twice goes back to what it held before the first time. */
function onceEach(wrote: readonly Wrote[]): Wrote[] {
  const first = new Map<string, Wrote>();
  for (const one of wrote) if (!first.has(one.documentId)) first.set(one.documentId, one);
  return [...first.values()];
}

async function writePicture(strapi: Core.Strapi, job: Job): Promise<Parts> {
  const { story, uri, creator, plan, delivered } = job;
  const photo = story.photos?.[0] ?? {};
  const image = photo.imageFile === undefined ? undefined : job.images.get(photo.imageFile);
  if (!plan.target) {
    const saved = await savePhoto(strapi, story, uri, 0, { delivered: delivered.photos?.[0], image, creator });
    const target: Target = { type: 'photo', documentId: saved.documentId, title: saved.title };
    const wrote = saved.before === undefined ? [] : [{ ...target, before: saved.before }];
    return { targets: [target], wrote, offers: [] };
  }
  const { documentId } = plan.target;
  const snapshot = await snapshotOf(strapi, 'photo', documentId);
  const item = await lastDelivered(strapi, documentId);
  const before = item && toStory(item);
  const isClosed = snapshot !== null && isClosedByNewsroom(snapshot.draft, await leftAs(strapi, documentId));
  const { offer } = await updatePhoto(
    strapi,
    documentId,
    {
      before: before && { photo: before.photos?.[0] ?? {}, story: before },
      delivered: { photo: delivered.photos?.[0] ?? {}, story: delivered },
      written: { photo, story },
    },
    {
      ...(isClosed ? {} : { pubStatus: story.pubStatus }),
      ...(image ? { image: image.fileId, contentHash: image.contentHash } : {}),
    },
  );
  const title = textOf(snapshot?.draft, 'headline') ?? textOf(snapshot?.draft, 'caption') ?? '';
  const target: Target = { type: 'photo', documentId, title };
  return { targets: [target], wrote: [{ ...target, before: snapshot }], offers: [offer] };
}

/** A kill of something that never came is kept in the ledger, so that an older version that comes late is not let in. */
async function kill(strapi: Core.Strapi, { plan, story, uri }: Job): Promise<Written> {
  const { target } = plan;
  if (!target) return { outcome: 'killed', targets: [], touched: [], offers: [] };
  const { type, documentId } = target;
  const before = await snapshotOf(strapi, type, documentId);
  const reason = reasonOf(story);
  const written = await auditAs({ surface: 'import', reason }, async () => {
    if (type === 'photo') return { killed: await killPhoto(strapi, documentId, story), photos: [] };
    const killed = await killArticle(strapi, documentId, story);
    const item = await lastDelivered(strapi, documentId);
    const photos = story.pubStatus === 'canceled' && item ? await previousPhotos(strapi, uri, toStory(item)) : [];
    const ids = photos.map((photo) => photo.documentId);
    return { killed, photos: await closePhotos(strapi, documentId, ids, story.pubStatus) };
  });
  const { killed, photos } = written;
  return {
    outcome: 'killed',
    targets: [killed, ...photos.map(({ type, documentId, title }): Target => ({ type, documentId, title }))],
    touched: await stamped(strapi, [...photos, { type, documentId, title: killed.title, before }]),
    offers: [],
  };
}

async function killPhoto(strapi: Core.Strapi, documentId: string, story: Story): Promise<Target> {
  await documentsOf(strapi, UID.photo).update({ documentId, data: { pubStatus: story.pubStatus } });
  return { type: 'photo', documentId, title: story.headline ?? story.photos?.[0]?.caption ?? '' };
}

/** Why, in the provider's words, where it has said so. */
const reasonOf = ({ edNote, photos, pubStatus }: Story): string =>
  (edNote ?? photos?.[0]?.instructions ?? pubStatus).slice(0, 1000);
