import type { Core } from '@strapi/strapi';
import { setImmediate as turn } from 'node:timers/promises';
import type { Run, Target } from '../../contracts/imports';
import { ILLUSTRATION, UID, type NewswireUid } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, textOf, type Entity } from '../documents';
import { withdrawDifferences } from './corrections/differences';
import { retrying } from './retry';
import type { OpenRun } from './runs';
import { isSameStamp, stampOf, TARGET_UID, type Touch } from './touch';
import { inTransaction } from '../transaction';

type Undo = NonNullable<Run['undo']>;

/** The rows of a run are read in steps of so many. */
const STEP_ROWS = 25;

/**
 * Undoes a run, the last item first: what it created is removed, what it updated goes back. What somebody has worked on
 * since is left and listed. Each item is undone entirely or not at all, and told with it; calling it again goes on where it
 * stopped.
 */
export async function undoRun(strapi: Core.Strapi, run: OpenRun): Promise<Undo> {
  let done: Undo = { ...(await undoneSoFar(strapi, run)), state: 'running' };
  const back = new Set<string>();
  let last: number | undefined;
  await record(strapi, run, done);
  for (;;) {
    const rows = (await strapi.db.query(UID.wireItem).findMany({
      select: ['id', 'key', 'touched'],
      where: {
        run: { id: run.id },
        outcome: { $notIn: ['quarantined', 'skipped'] },
        undoneAt: null,
        ...(last === undefined ? {} : { id: { $lt: last } }),
      },
      orderBy: { id: 'desc' },
      limit: STEP_ROWS,
    })) as Entity[];
    if (rows.length === 0) break;
    for (const row of rows) {
      const touched = (row['touched'] ?? []) as Touch[];
      done = await retrying(() =>
        inTransaction(strapi, async () => {
          const undone = await undoRow(strapi, Number(row['id']), touched, back);
          const isUndone = undone.left.length === 0 || undone.removed + undone.restored > 0;
          if (isUndone) await withdrawDifferences(strapi, String(row['key']));
          const sum = added(done, undone, touched);
          await record(strapi, run, sum);
          return sum;
        }),
      );
      for (const touch of touched) back.add(touch.documentId);
      // SQLite answers without ever letting the event loop turn: meanwhile no request would be answered.
      await turn();
    }
    last = Number(rows.at(-1)?.['id']);
  }
  done = { ...done, state: 'finished' };
  await record(strapi, run, done);
  return done;
}

/** What an undo that was begun before has done; nothing where there was none. */
async function undoneSoFar(strapi: Core.Strapi, run: OpenRun): Promise<Undo> {
  const row = (await strapi.db.query(UID.importRun).findOne({ select: ['id', 'undo'], where: { id: run.id } })) as Entity | null; // prettier-ignore
  return (row?.['undo'] as Undo | null | undefined) ?? { state: 'running', removed: 0, restored: 0, left: [] };
}

/** With what became of one more item, whose documents may have been left in an undo before. */
function added(done: Undo, { removed, restored, left }: RowResult, touched: readonly Touch[]): Undo {
  const again = new Set(touched.map(({ documentId }) => documentId));
  return {
    ...done,
    removed: done.removed + removed,
    restored: done.restored + restored,
    left: [...done.left.filter(({ documentId }) => !again.has(documentId)), ...left],
  };
}

/** An undo that says nothing for so long is nobody's any more: its process was ended. */
const SILENT_MS = 60_000;
/** So many of the newest undos are looked through. */
const MOST_RUNS = 200;

/** The runs whose undo was begun and is not going on in any process. */
export async function undosToResume(strapi: Core.Strapi, now: Date): Promise<string[]> {
  const runs = (await strapi.db.query(UID.importRun).findMany({
    select: ['id', 'documentId', 'undo', 'updatedAt'],
    where: { undo: { $notNull: true } },
    orderBy: { id: 'desc' },
    limit: MOST_RUNS,
  })) as Entity[];
  return runs
    .filter(({ undo, updatedAt }) => {
      const isRunning = (undo as Undo | null)?.state === 'running';
      return isRunning && now.getTime() - new Date(String(updatedAt)).getTime() > SILENT_MS;
    })
    .map(({ documentId }) => String(documentId));
}

const record = (strapi: Core.Strapi, run: OpenRun, undo: Undo): Promise<unknown> =>
  strapi.db.query(UID.importRun).updateMany({ where: { id: run.id }, data: { undo } });

type RowResult = Pick<Undo, 'removed' | 'restored' | 'left'>;

async function undoRow(
  strapi: Core.Strapi,
  id: number,
  touched: readonly Touch[],
  back: ReadonlySet<string>,
): Promise<RowResult> {
  const main = touched.filter(({ type }) => type !== 'category' && type !== 'photo');
  const edited = await withEdits(strapi, main.length > 0 ? main : touched, back);
  const [article] = touched.filter(({ type, before }) => type === 'article' && before === null);
  if (article && (await hasNewComments(strapi, article.documentId, touched))) edited.push(article);
  if (edited.length > 0) return { removed: 0, restored: 0, left: await namedAsNow(strapi, edited) };
  const result: RowResult = { removed: 0, restored: 0, left: [] };
  await auditAs({ surface: 'import', reason: 'An import was undone.' }, async () => {
    for (const touch of touched.toReversed()) {
      const outcome = await undoTouch(strapi, touch, back);
      if (outcome === 'left') result.left.push(...(await namedAsNow(strapi, [touch])));
      else if (outcome !== 'gone') result[outcome] += 1;
    }
  });
  // The claim is free, so that the item can come again.
  await strapi.db
    .query(UID.wireItem)
    .updateMany({ where: { id }, data: { undoneAt: new Date().toISOString(), claim: null } });
  return result;
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
  if (type !== 'article') {
    await documents.update({ documentId, data: before.draft });
    return 'restored';
  }
  if (before.published) await documents.update({ documentId, data: before.published, status: 'published' });
  else if (now.published) await documentsOf(strapi, UID.article).unpublish({ documentId });
  await documents.update({ documentId, data: before.draft });
  return 'restored';
}

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
async function namedAsNow(strapi: Core.Strapi, touches: readonly Touch[]): Promise<Target[]> {
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
