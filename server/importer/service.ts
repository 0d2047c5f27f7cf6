import type { Core } from '@strapi/strapi';
import type { PreviewInput, Run, RunResponse } from '../../contracts/imports';
import type { Decision } from './decisions';
import { dropInputs, keepInputs } from './inputs';
import { previewBatch } from './preview';
import { readBatch, withUniqueNames, type Input } from './read';
import { refusedBy } from './refused';
import { createRunner } from './runner';
import {
  endRun,
  findRun,
  giveBack,
  hasEnded,
  holding,
  listRuns,
  openRun,
  rowOfRun,
  type OpenRun,
  type RunOptions,
} from './runs';
import { settingsOf } from './settings';
import { undoRun } from './undo';
import { creatorFor, readWork, sizeOf, workThrough, type Work } from './work';

export interface ImportOptions {
  origin: Run['origin'];
  /** The admin user who started it; absent for what runs by itself. */
  user?: { id: number } | undefined;
  publish: boolean;
  decisions: readonly Decision[];
}

/** An undo that takes longer than this goes on after the answer. */
const UNDO_WAIT_MS = 5000;

/** The importer: what was pasted or dropped goes in, documents, ledger rows and a run come out. */
export const importer = ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = settingsOf(strapi);
  const runner = createRunner(strapi, settings);
  const undoing = new Set<Promise<boolean>>();

  const found = async (documentId: string): Promise<RunResponse> => {
    const run = await findRun(strapi, documentId);
    if (!run) throw new Error(`The import run ${documentId} is gone.`);
    return run;
  };

  /** Works through a run to its end, here and now. */
  async function importNow(work: Work, options: ImportOptions): Promise<RunResponse> {
    const opened = await openRun(strapi, openingOf(work, options), runner.held);
    await workThrough(strapi, { ...opened, ...runner.held }, work, { done: 0, counts: {}, items: [] });
    return found(opened.documentId);
  }

  async function start(inputs: readonly Input[], options: ImportOptions): Promise<RunResponse> {
    const work = await readWork(inputs, optionsOf(options), settings);
    if (sizeOf(work) <= settings.inlineItems) return importNow(work, options);
    const opened = await openRun(strapi, openingOf(work, options), runner.held);
    // Held until all of it is kept, so that nobody takes half of it.
    const held = { ...opened, ...runner.held };
    await holding(strapi, held, () => keepInputs(strapi, opened.documentId, inputs));
    await giveBack(strapi, held);
    runner.wake();
    return found(opened.documentId);
  }

  return {
    /** What an import of these inputs would do. Writes nothing. */
    async preview(inputs: readonly Input[]): Promise<PreviewInput[]> {
      return previewBatch(strapi, await readBatch(withUniqueNames(inputs)), new Date());
    },

    /** Imports these inputs and answers with the run, finished, however long it takes. */
    async import(inputs: readonly Input[], options: ImportOptions): Promise<RunResponse> {
      return importNow(await readWork(inputs, optionsOf(options), settings), options);
    },

    /** Begins an import. A small one is finished with the answer; a large one goes on in the background. */
    start,

    /** Ends a run: what is written stays, the rest is not begun. False where it had ended already. */
    async cancel(documentId: string): Promise<boolean> {
      const isCancelled = await endRun(strapi, { documentId }, 'cancelled');
      if (isCancelled) await dropInputs(strapi, documentId);
      return isCancelled;
    },

    /** Imports what a run has in quarantine; undefined where it has nothing there. */
    async retry(documentId: string, user: { id: number }): Promise<RunResponse | undefined> {
      const { run, options, origin } = await openedAs(documentId);
      const { inputs, decisions } = await refusedBy(strapi, run);
      if (inputs.length === 0) return undefined;
      return start(inputs, { origin, user, publish: options.publish, decisions });
    },

    /** Undoes what a run has written. Answers when that is done, or after a while with how far it is. */
    async undo(documentId: string): Promise<RunResponse> {
      const { run } = await openedAs(documentId);
      const work = undoRun(strapi, run);
      const settled: Promise<boolean> = work.then(
        () => undoing.delete(settled),
        (error: unknown) => {
          strapi.log.error(`newswire: the import ${documentId} could not be undone entirely: ${String(error)}`);
          return undoing.delete(settled);
        },
      );
      undoing.add(settled);
      await Promise.race([work, new Promise((late) => setTimeout(late, UNDO_WAIT_MS).unref())]);
      return found(documentId);
    },

    /** Whether a run has ended, and whether it published what it wrote; undefined where there is none. */
    async stateOf(documentId: string): Promise<{ hasEnded: boolean; published: boolean } | undefined> {
      const row = await rowOfRun(strapi, documentId);
      if (!row) return undefined;
      const options = row['options'] as RunOptions | null;
      return { hasEnded: hasEnded(row['state']), published: options?.publish ?? false };
    },

    findRun: (documentId: string) => findRun(strapi, documentId),
    listRuns: (page: number, pageSize: number) => listRuns(strapi, page, pageSize),

    /** Takes up what was left behind, now and from time to time. */
    startRunner: () => runner.start(),
    /** Ends after the items that are being written. */
    async stopRunner(): Promise<void> {
      await Promise.all([runner.stop(), ...undoing]);
    },
  };

  async function openedAs(documentId: string): Promise<{ run: OpenRun; options: RunOptions; origin: Run['origin'] }> {
    const row = await rowOfRun(strapi, documentId);
    if (!row) throw new Error(`There is no import run ${documentId}.`);
    return {
      run: { id: Number(row['id']), documentId },
      options: (row['options'] as RunOptions | null) ?? { publish: false, decisions: [] },
      origin: row['origin'] as Run['origin'],
    };
  }
};

const optionsOf = ({ publish, decisions, user }: ImportOptions): RunOptions => ({
  publish,
  decisions,
  ...(user ? { user: { id: user.id } } : {}),
});

const openingOf = (work: Work, options: ImportOptions) => ({
  origin: options.origin,
  total: sizeOf(work),
  options: optionsOf(options),
  creator: creatorFor(options.user),
});
