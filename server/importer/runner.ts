import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { dropInputs, keptInputs } from './inputs';
import { isPassing } from './retry';
import { endRun, giveBack, takeRun, type HeldRun, type TakenRun } from './runs';
import type { Settings } from './settings';
import { readWork, sizeOf, workThrough } from './work';

/** So many imports go on at once in one process; the others wait in the database. */
const AT_ONCE = 2;

export interface Runner {
  /** This process, for the runs that it works on. */
  held: Pick<HeldRun, 'owner' | 'leaseSeconds'>;
  /** Takes the runs that nobody works on, as far as there is room for them. */
  wake(): void;
  /** Looks for runs that were left behind now and then, until `stop`. */
  start(): void;
  /** Ends after the items that are being written; what is left goes on in the next process. */
  stop(): Promise<void>;
}

/**
 * Carries the background imports. The runs themselves wait in the database, where every process sees them: this only
 * says which of them this process works on now.
 */
export function createRunner(strapi: Core.Strapi, settings: Settings): Runner {
  const { leaseSeconds } = settings;
  const held = { owner: randomUUID(), leaseSeconds };
  const going = new Set<Promise<void>>();
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = (): void => {
    if (isStopping || going.size >= AT_ONCE) return;
    const one = carryNext().catch((error: unknown) => {
      strapi.log.error(`newswire: an import stopped and will be taken up again: ${String(error)}`);
      return false;
    });
    const settled = one.then((found) => {
      going.delete(settled);
      if (found) wake();
    });
    going.add(settled);
  };

  /** True where there was a run to carry. */
  async function carryNext(): Promise<boolean> {
    const taken = await takeRun(strapi, held);
    if (!taken) return false;
    wake();
    await carry(taken);
    return true;
  }

  async function carry({ run, options, progress, isResumed }: TakenRun): Promise<void> {
    try {
      const inputs = await keptInputs(strapi, run.documentId);
      const work = await readWork(inputs, options, settings);
      const isInterrupted = inputs.length === 0 || sizeOf(work) < progress.done;
      const state = isInterrupted
        ? 'failed'
        : await workThrough(strapi, run, work, progress, { isResumed, isStopping: () => isStopping });
      if (isInterrupted) await endRun(strapi, run, 'failed', { code: 'interrupted' });
      if (state === undefined) return await giveBack(strapi, run);
      await dropInputs(strapi, run.documentId);
    } catch (error) {
      // A database that is away comes back: the lease ends, and the run goes on. Anything else would come again.
      if (!isPassing(error)) await endRun(strapi, run, 'failed', { code: 'failed' });
      throw error;
    }
  }

  return {
    held,
    wake,
    start() {
      timer = setInterval(wake, (leaseSeconds * 1000) / 2);
      timer.unref();
      wake();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await Promise.all(going);
    },
  };
}
