import type { Core } from '@strapi/strapi';
import { errors, setCreatorFields } from '@strapi/utils';
import type { z } from 'zod';
import type { takedownRequest, TakedownResponse, Use } from '../../contracts/desk';
import { ILLUSTRATION, UID } from '../../contracts/uid';
import type { Applies } from '../audit/changes';
import { auditAs, currentAudit } from '../audit/context';
import { eventRow, writeEvents } from '../audit/events';
import { documentsOf, timeOf, type Entity } from '../documents';
import { isSamePicture } from '../gate/same-picture';
import { tellReaders } from './takedown-news';
import { allPlacesOf, grouped, itemOf, titleOf, type Placed } from './uses';
import { inTransaction } from '../transaction';

type Request = z.infer<typeof takedownRequest>;
type Done = TakedownResponse['data']['done'][number];

/**
 * Takes a photo out of every article that has it, draft and published version each, or puts another in its place; takes
 * a story off the site. What editors are still writing stays unpublished: versions are changed row by row. Each
 * article is one transaction with its record; one that fails stops no other.
 */
export async function takeDown(
  strapi: Core.Strapi,
  request: Request,
  user: { id: number },
): Promise<TakedownResponse['data'] | undefined> {
  const item = await itemOf(strapi, request.type, request.documentId);
  if (!item) return undefined;
  const replacement = await replacementOf(strapi, request, item);
  return auditAs({ surface: 'takedown', reason: request.reason }, async () => {
    const withheld = await withhold(strapi, request, item, user);
    if (withheld) item['pubStatus'] = 'withheld';
    const placed = await allPlacesOf(strapi, request.type, item);
    const done: Done[] = [];
    const failed: TakedownResponse['data']['failed'] = [];
    const byArticle = new Map<string, Placed[]>();
    for (const place of placed) byArticle.set(place.documentId, [...(byArticle.get(place.documentId) ?? []), place]);
    for (const use of grouped(placed).values()) {
      const places = byArticle.get(use.documentId) ?? [];
      try {
        const outcome = await inTransaction(strapi, () =>
          takeFrom(strapi, request, item, { use, places, replacement }),
        );
        if (!outcome) continue;
        done.push({ ...use, outcome });
        if (request.type === 'photo') await tellReaders(strapi, item, places);
      } catch (error) {
        strapi.log.error(`newswire: a takedown failed in one article: ${String(error)}`);
        const message = 'It could not be changed. Open it and take it out there.';
        failed.push({ ...use, error: { code: 'not-saved', message } });
      }
    }
    await record(strapi, request, done, replacement);
    return { done, failed, withheld };
  });
}

async function replacementOf(
  strapi: Core.Strapi,
  { type, documentId, replacement }: Request,
  item: Entity,
): Promise<Entity | undefined> {
  if (replacement === undefined) return undefined;
  const found = replacement === documentId ? null : await itemOf(strapi, type, replacement);
  // Another photo of the same picture is closed with it.
  if (found && isOpen(found, new Date()) && !isSamePicture(found, item)) return found;
  throw new errors.ValidationError('Choose another photo that may be used.', { code: 'no-such-replacement' });
}

/** Readers would have it where it is put, by the judgement in its row; their country may still decide. */
function isOpen({ pubStatus, blockedBy, servableFrom, servableUntil }: Entity, now: Date): boolean {
  if (pubStatus !== 'usable' || blockedBy || !servableFrom || !servableUntil) return false;
  return timeOf(servableFrom) <= now.toISOString() && timeOf(servableUntil) > now.toISOString();
}

/** What is taken down everywhere must not come back by the next click: it is closed first. */
async function withhold(
  strapi: Core.Strapi,
  { type, documentId }: Request,
  item: Entity,
  user: { id: number },
): Promise<boolean> {
  if (item['pubStatus'] !== 'usable') return false;
  const data = setCreatorFields({ user, isEdition: true })({ pubStatus: 'withheld' });
  await documentsOf(strapi, UID[type]).update({ documentId, data });
  return true;
}

interface Place {
  use: Use;
  places: readonly Placed[];
  replacement: Entity | undefined;
}

async function takeFrom(
  strapi: Core.Strapi,
  { type }: Request,
  item: Entity,
  { use, places, replacement }: Place,
): Promise<Done['outcome'] | undefined> {
  if (type === 'article') {
    if (!use.published) return undefined;
    await documentsOf(strapi, UID.article).unpublish({ documentId: use.documentId });
    await tell(strapi, UID.article, use.documentId, { field: 'published', from: titleOf(item), to: null }, 'published');
    return 'unpublished';
  }
  for (const { articleRow, illustration } of places) {
    if (illustration === undefined) continue;
    if (replacement && !(await shows(strapi, articleRow, replacement))) {
      // The caption was written for the other photo.
      const data = { photo: replacement['id'], caption: null };
      await strapi.db.query(ILLUSTRATION).update({ where: { id: illustration }, data });
    } else await strapi.db.query(ILLUSTRATION).delete({ where: { id: illustration } });
    // The hooks of the article keep the books of the desk, and tell subscribers of the database.
    await strapi.db.query(UID.article).update({ where: { id: articleRow }, data: { updatedAt: new Date() } });
  }
  const change = { field: 'photos', from: titleOf(item), to: replacement ? titleOf(replacement) : null };
  await tell(strapi, UID.article, use.documentId, change, appliesTo(places));
  return replacement ? 'replaced' : 'removed';
}

/** A story shows a picture once: it may have had the replacement already, or have shown twice what is replaced. */
async function shows(strapi: Core.Strapi, articleRow: unknown, photo: Entity): Promise<boolean> {
  const where = { id: articleRow, photos: { photo: { id: photo['id'] } } };
  return (await strapi.db.query(UID.article).count({ where })) > 0;
}

async function tell(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  change: { field: string; from: unknown; to: unknown },
  applies: Applies = 'both',
): Promise<void> {
  await writeEvents(strapi, [eventRow({ uid, documentId, applies, changes: [change] }, currentAudit(strapi))]);
}

/** Which versions of an article had the photo. */
function appliesTo(places: readonly Placed[]): Applies {
  const isIn = (version: boolean) => places.some(({ published }) => published === version);
  return isIn(true) && isIn(false) ? 'both' : isIn(true) ? 'published' : 'edited';
}

/** What was done, kept with the photo or story itself. */
async function record(
  strapi: Core.Strapi,
  { type, documentId }: Request,
  done: readonly Done[],
  replacement: Entity | undefined,
): Promise<void> {
  if (done.length === 0) return;
  const from = done.map((one) => ({ documentId: one.documentId, title: one.title, outcome: one.outcome }));
  await tell(strapi, UID[type], documentId, { field: 'uses', from, to: replacement?.['documentId'] ?? null });
}
