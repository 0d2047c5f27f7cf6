import type { Core } from '@strapi/strapi';
import type { PhotosResponse, PreviewInput, Run, RunResponse } from '../../contracts/imports';
import type { Entity } from '../documents';
import type { Decision } from './decisions';
import { creatorFor } from './filing';
import { dropInputs, giveInputs, keepInputs } from './inputs';
import type { Wanted as Listing } from './log';
import { examine, type Examined } from './examine';
import { previewBatch } from './preview';
import { readBatch, withUniqueNames, type Input } from './read';
import { refusedBy, runsWithQuarantine } from './refused';
import { roleOf } from '../process-role';
import { createRunner } from './runner';
import {
  endRun,
  findRun,
  hasEnded,
  itemsOfRun,
  listRuns,
  openRun,
  rowOfRun,
  type OpenRun,
  type RunOptions,
} from './runs';
import { settingsOf } from './settings';
import { undoPublishes, undoRun, undosToResume } from './undo';
import { fetchAgain, unfetchedOf } from './unfetched';
import { retrying } from './retry';
import type { Routing } from './routing';
import { readWork, sizeOf, workThrough, type Work } from './work';
import { inTransaction } from '../transaction';

export interface ImportOptions {
  origin: Run['origin'];
  /** The admin user who started it; absent for what runs by itself. */
  user?: { id: number } | undefined;
  publish: boolean;
  decisions: readonly Decision[];
  /** The feed that brought it, and what that says of its stories. */
  feed?: number | undefined;
  routing?: Routing | undefined;
}

/** More than this is not read before the answer. */
const MAX_INLINE_BYTES = 5 * 1024 * 1024;

/** An undo that takes longer than this goes on after the answer. */
const UNDO_WAIT_MS = 5000;
/** So often it is looked for undos that a process was ended in. */
const UNDO_LOOK_MS = 60_000;

/** The importer: what was pasted or dropped goes in, documents, ledger rows and a run come out. */
export const importer = ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = settingsOf(strapi);
  const runner = createRunner(strapi, settings);
  /** By run: what is asked for twice is done once. */
  const undoing = new Map<string, Promise<unknown>>();
  let resuming: NodeJS.Timeout | undefined;

  const found = async (documentId: string): Promise<RunResponse> => {
    const run = await findRun(strapi, documentId);
    if (!run) throw new Error(`The import run ${documentId} is gone.`);
    return run;
  };

  /** Works through a run to its end, here and now. */
  async function importNow(work: Work, options: ImportOptions): Promise<RunResponse> {
    const opened = await retrying(() =>
      inTransaction(strapi, () => openRun(strapi, openingOf(options, work), runner.held)),
    );
    await runner.here(opened.documentId, () =>
      workThrough(strapi, { ...opened, ...runner.held }, work, { done: 0, counts: {} }),
    );
    return found(opened.documentId);
  }

  async function start(inputs: readonly Input[], options: ImportOptions): Promise<RunResponse> {
    const isSmall = inputs.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MAX_INLINE_BYTES;
    // Nobody waits until much has been read: how many items there are is known when the work begins.
    const work = isSmall ? await readWork(inputs, optionsOf(options), options.origin, settings) : undefined;
    if (work && sizeOf(work) <= settings.inlineItems) return importNow(work, options);
    const kept = await keepInputs(strapi, inputs);
    // In one transaction: whoever sees the run sees all of its inputs, and counts their items by the same places.
    const opened = await retrying(() =>
      inTransaction(strapi, async () => {
        const run = await openRun(strapi, openingOf(options, work));
        await giveInputs(strapi, kept, run.documentId);
        return run;
      }),
    );
    runner.wake(opened.documentId);
    return found(opened.documentId);
  }

  return {
    /** What an import of these inputs would do. Writes nothing. */
    async preview(inputs: readonly Input[]): Promise<PreviewInput[]> {
      return previewBatch(strapi, await readBatch(withUniqueNames(inputs)), new Date());
    },

    /** Whether there is anything new in these inputs. Writes nothing. */
    examine: (inputs: readonly Input[]): Promise<Examined> => examine(strapi, inputs),

    /** Imports these inputs and answers with the run, finished, however long it takes. */
    async import(inputs: readonly Input[], options: ImportOptions): Promise<RunResponse> {
      return importNow(await readWork(inputs, optionsOf(options), options.origin, settings), options);
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
    async retry(documentId: string, user?: { id: number }, keys?: readonly string[]): Promise<RunResponse | undefined> {
      const { run, options, origin, feed } = await openedAs(documentId);
      const { inputs, decisions } = await refusedBy(
        strapi,
        run,
        origin,
        { guess: options.routing === undefined },
        keys,
      );
      if (inputs.length === 0) return undefined;
      return start(inputs, { origin, user, publish: options.publish, decisions, feed, routing: options.routing });
    },

    /** Undoes what a run has written. Answers when that is done, or after a while with how far it is. */
    async undo(documentId: string): Promise<RunResponse> {
      const { work } = await beginUndo(documentId);
      await Promise.race([work, new Promise((late) => setTimeout(late, UNDO_WAIT_MS).unref())]);
      return found(documentId);
    },

    /** Whether undoing a run puts something before readers that they do not have now. */
    undoPublishes: async (documentId: string): Promise<boolean> =>
      undoPublishes(strapi, (await openedAs(documentId)).run),

    /** Whether a run has ended, and whether it published what it wrote; undefined where there is none. */
    async stateOf(documentId: string): Promise<{ hasEnded: boolean; published: boolean } | undefined> {
      const row = await rowOfRun(strapi, documentId);
      if (!row) return undefined;
      const options = row['options'] as RunOptions | null;
      return { hasEnded: hasEnded(row['state']), published: options?.publish ?? false };
    },

    findRun: (documentId: string) => findRun(strapi, documentId),
    itemsOf: (documentId: string, wanted: Listing) => itemsOfRun(strapi, documentId, wanted),
    listRuns: (page: number, pageSize: number) => listRuns(strapi, page, pageSize),

    /** The photos of a run whose pictures could not be fetched so far. */
    unfetched: async (documentId: string) => unfetchedOf(strapi, (await openedAs(documentId)).run.id),

    /** Has these photos fetched anew. */
    async fetchAgain(documentId: string): Promise<PhotosResponse> {
      const { run } = await openedAs(documentId);
      await fetchAgain(strapi, run.id);
      return unfetchedOf(strapi, run.id);
    },

    /** Works on a run here until it has ended, unless others do: then it waits for them. */
    async finish(documentId: string): Promise<RunResponse> {
      await runner.finish(documentId);
      return found(documentId);
    },

    /** The runs that have something in quarantine, the oldest first. */
    runsWithQuarantine: () => runsWithQuarantine(strapi),

    /** Takes up what waits, now and from time to time, if that is what this process is for. */
    startRunner(): void {
      const role = roleOf(strapi);
      if (role !== 'worker' && (role !== 'web' || !settings.worker)) return;
      runner.start();
      resuming = setInterval(() => void resumeUndos(), UNDO_LOOK_MS);
      resuming.unref();
      void resumeUndos();
    },
    /** Ends after the items that are being written. */
    async stopRunner(): Promise<void> {
      clearInterval(resuming);
      await Promise.all([runner.stop(), Promise.allSettled(undoing.values())]);
    },
  };

  async function beginUndo(documentId: string): Promise<{ work: Promise<unknown> }> {
    const { run } = await openedAs(documentId);
    const going = undoing.get(documentId);
    if (going) return { work: going };
    const work = undoRun(strapi, run).finally(() => undoing.delete(documentId));
    undoing.set(documentId, work);
    work.catch((error: unknown) =>
      strapi.log.error(`newswire: the import ${documentId} could not be undone entirely: ${String(error)}`),
    );
    return { work };
  }

  /** What a process that was ended has not undone. */
  async function resumeUndos(): Promise<void> {
    try {
      for (const documentId of await undosToResume(strapi, new Date())) await beginUndo(documentId);
    } catch (error) {
      strapi.log.warn(`newswire: undos that were begun could not be looked for: ${String(error)}`);
    }
  }

  async function openedAs(
    documentId: string,
  ): Promise<{ run: OpenRun; options: RunOptions; origin: Run['origin']; feed?: number }> {
    const row = await rowOfRun(strapi, documentId);
    if (!row) throw new Error(`There is no import run ${documentId}.`);
    const feed = row['feed'] as Entity | null | undefined;
    return {
      run: { id: Number(row['id']), documentId },
      options: (row['options'] as RunOptions | null) ?? { publish: false, decisions: [] },
      origin: row['origin'] as Run['origin'],
      ...(feed ? { feed: Number(feed['id']) } : {}),
    };
  }
};

const optionsOf = ({ publish, decisions, user, routing }: ImportOptions): RunOptions => ({
  publish,
  decisions,
  ...(routing ? { routing } : {}),
  ...(user ? { user: { id: user.id } } : {}),
});

const openingOf = (options: ImportOptions, work?: Work) => ({
  origin: options.origin,
  total: work ? sizeOf(work) : 0,
  options: optionsOf(options),
  feed: options.feed,
  creator: creatorFor(options.user),
});
