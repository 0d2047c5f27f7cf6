import type { Core } from '@strapi/strapi';
import type { Run, Target } from '../../contracts/imports';
import { ILLUSTRATION, UID, type NewswireUid } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, textOf, type Entity } from '../documents';
import { renewStamps, takeBack, type Restored } from './receipts';
import { isSameLive, isSameStamp, stampOf, TARGET_UID, withoutGone, type Touch } from './touch';

/** What became of the documents of one item. */
export interface RowResult extends Pick<NonNullable<Run['undo']>, 'removed' | 'restored' | 'left'> {
  /** The ledger row stands for what an earlier import has written of the same version. */
  isEarlier: boolean;
}

/**
 * Undoes what one item has written, in the transaction that is open.
 *
 * @param row of the ledger: `id`, `uriKey`, `earlier`
 * @param back documents that this undo has put back already: what is different in them is its own doing
 */
export async function undoRow(
  strapi: Core.Strapi,
  row: Entity,
  touched: readonly Touch[],
  back: ReadonlySet<string>,
): Promise<RowResult> {
  const main = touched.filter(({ type }) => type !== 'category' && type !== 'photo');
  const edited = await withEdits(strapi, main.length > 0 ? main : touched, back);
  const [article] = touched.filter(({ type, before }) => type === 'article' && before === null);
  if (article && (await hasNewComments(strapi, article.documentId, touched))) edited.push(article);
  if (edited.length > 0) return { removed: 0, restored: 0, left: await namedAsNow(strapi, edited), isEarlier: false };
  const result: RowResult = { removed: 0, restored: 0, left: [], isEarlier: false };
  const restored: Restored[] = [];
  await auditAs({ surface: 'import', reason: 'An import was undone.' }, async () => {
    for (const touch of touched.toReversed()) {
      const outcome = await undoTouch(strapi, touch, back);
      if (outcome === 'left') result.left.push(...(await namedAsNow(strapi, [touch])));
      else if (outcome !== 'gone') result[outcome] += 1;
      const [before, now] = [touch.before?.at, outcome === 'restored' ? await stampOf(strapi, touch) : undefined];
      if (before && now) restored.push({ documentId: touch.documentId, before, now });
    }
  });
  await renewStamps(strapi, row, restored);
  return { ...result, isEarlier: await takeBack(strapi, row, restored) };
}

async function undoTouch(
  strapi: Core.Strapi,
  touch: Touch,
  back: ReadonlySet<string>,
): Promise<'removed' | 'restored' | 'left' | 'gone'> {
  const { type, documentId, before } = touch;
  const documents = documentsOf(strapi, TARGET_UID[type] satisfies NewswireUid);
  const now = await stampOf(strapi, touch);
  if (!now) return 'gone';
  if (!back.has(documentId) && !isSameStamp(now, touch)) return 'left';
  if (before === null) {
    if (await isUsed(strapi, touch)) return 'left';
    await documents.delete({ documentId });
    return 'removed';
  }
  if (type === 'article' && !isLeftToReaders(touch)) {
    const published = before.published && (await withoutGone(strapi, before.published));
    if (published) await documents.update({ documentId, data: published, status: 'published' });
    else if (now.published) await documentsOf(strapi, UID.article).unpublish({ documentId });
  }
  await documents.update({ documentId, data: await withoutGone(strapi, before.draft) });
  return 'restored';
}

/** The import has worked on the draft alone: readers had, and have, what they had. */
export const isLeftToReaders = ({ before, after }: Touch): boolean =>
  before?.at !== undefined && isSameLive(before.at, after);

async function withEdits(strapi: Core.Strapi, touched: readonly Touch[], back: ReadonlySet<string>): Promise<Touch[]> {
  const edited: Touch[] = [];
  for (const touch of touched) {
    const now = await stampOf(strapi, touch);
    if (now && !back.has(touch.documentId) && !isSameStamp(now, touch)) edited.push(touch);
  }
  return edited;
}

/** Readers have said something since, or a desk has: that is not ours to remove. */
async function hasNewComments(strapi: Core.Strapi, article: string, touched: readonly Touch[]): Promise<boolean> {
  const ours = touched.filter(({ type }) => type === 'comment').map(({ documentId }) => documentId);
  const where = { article: { documentId: article }, documentId: { $notIn: ours } };
  return (await strapi.db.query(UID.comment).count({ where })) > 0;
}

/** A photo that is in another story, and a category that holds one, stay. */
async function isUsed(strapi: Core.Strapi, { type, documentId }: Touch): Promise<boolean> {
  if (type === 'photo') return (await strapi.db.query(ILLUSTRATION).count({ where: { photo: { documentId } } })) > 0;
  if (type !== 'category') return false;
  const articles = await strapi.db.query(UID.article).count({ where: { categories: { documentId } } });
  const children = await strapi.db.query(UID.category).count({ where: { parent: { documentId } } });
  return articles + children > 0;
}

/** What stays is called as it is now: whoever has worked on a story may have given it another headline. */
export async function namedAsNow(strapi: Core.Strapi, touches: readonly Touch[]): Promise<Target[]> {
  const targets: Target[] = [];
  for (const { type, documentId, title } of touches) {
    const names = NAMES[type];
    const row = (await strapi.db.query(TARGET_UID[type]).findOne({
      select: ['id', ...names],
      where: { documentId },
      orderBy: { id: 'asc' },
    })) as Entity | null;
    const now = names.map((name) => row && textOf(row, name)).find((text) => text);
    targets.push({ type, documentId, title: (now ?? title).slice(0, 200) });
  }
  return targets;
}

const NAMES: Record<Target['type'], readonly string[]> = {
  article: ['headline'],
  photo: ['headline', 'caption'],
  category: ['name'],
  comment: ['text'],
};
