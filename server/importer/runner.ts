import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { dropInputs, dropUngiven, keptInputs } from './inputs';
import { inProcessQueue } from './queue/in-process';
import { queuePrefix } from './queue/prefix';
import type { Carried, RunQueue } from './queue/queue';
import { redisQueue } from './queue/redis';
import { isPassing } from './retry';
import { endRun, giveBack, recordTotal, takeRun, waitingRuns, type HeldRun, type TakenRun } from './runs';
import type { Settings } from './settings';
import { outliveUnawaited } from './unawaited';
import { isShorterThan, readWork, sizeOf, workThrough } from './work';

/** The database is asked this often for runs that wait: others may have begun them, or left them behind. */
const MAX_SWEEP_MS = 5000;

/** Whoever waits for a run that others work on looks this often. */
const FINISH_PAUSE_MS = 500;

export interface Runner {
  /** This process, for the runs that it works on. */
  held: Pick<HeldRun, 'owner' | 'leaseSeconds'>;
  /** Works on a run that is not given to the queue: however late its lease is renewed, this process does not take it. */
  here<T>(run: string, work: () => Promise<T>): Promise<T>;
  /** Says that a run waits. */
  wake(run: string): void;
  /** Works on one run until it has ended; where others work on it, waits for them. */
  finish(run: string): Promise<void>;
  /** Works on what waits, also on what was left behind, until `stop`. */
  start(): void;
  /** Ends after the items that are being written; what is left goes on in another process. */
  stop(): Promise<void>;
}

/** Carries the background imports: takes from the database what the queue gives out, and works on it. */
export function createRunner(strapi: Core.Strapi, settings: Settings): Runner {
  const { leaseSeconds } = settings;
  // Names the machine and the process, for whoever looks into the database.
  const held = { owner: `${hostname()}/${process.pid}/${randomUUID()}`, leaseSeconds };
  const carrying = new Set<string>();
  const queue = queueFor(strapi, settings);
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let noLongerOutlive = (): void => undefined;

  async function carry(documentId: string): Promise<Carried> {
    if (isStopping) return { again: new Date() };
    // A queue may give out twice what takes long.
    if (carrying.has(documentId)) return { again: new Date(Date.now() + leaseSeconds * 1000) };
    carrying.add(documentId);
    try {
      const taken = await takeRun(strapi, documentId, held);
      if (!taken) return 'done';
      return 'again' in taken ? taken : await carryTaken(taken);
    } finally {
      carrying.delete(documentId);
    }
  }

  async function carryTaken({ run, origin, options, progress, isResumed }: TakenRun): Promise<Carried> {
    try {
      const inputs = await keptInputs(strapi, run.documentId);
      const work = await readWork(inputs, options, origin, settings);
      await recordTotal(strapi, run, sizeOf(work));
      const isInterrupted = inputs.length === 0 || isShorterThan(work, progress.done);
      const state = isInterrupted
        ? 'failed'
        : await workThrough(strapi, run, work, progress, { isResumed, isStopping: () => isStopping });
      if (isInterrupted) await endRun(strapi, run, 'failed', { error: { code: 'interrupted' } });
      if (state === undefined) {
        await giveBack(strapi, run);
        return { again: new Date() };
      }
      await dropInputs(strapi, run.documentId);
      return 'done';
    } catch (error) {
      // A database that is away comes back, and the run goes on. Anything else would come again.
      if (!isPassing(error)) await endRun(strapi, run, 'failed', { error: { code: 'failed' } });
      throw error;
    }
  }

  /** A database that is away is waited for. */
  async function carryOrWait(run: string): Promise<Carried> {
    try {
      return await carry(run);
    } catch (error) {
      if (!isPassing(error)) throw error;
      strapi.log.warn(`newswire: the import ${run} waits for the database: ${String(error)}`);
      return { again: new Date() };
    }
  }

  const sweep = (): void => {
    waitingRuns(strapi, leaseSeconds)
      .then((runs) => runs.forEach((run) => queue.add(run)))
      .catch((error: unknown) => strapi.log.debug(`newswire: waiting imports could not be read: ${String(error)}`));
  };

  return {
    held,
    async here(run, work) {
      carrying.add(run);
      try {
        return await work();
      } finally {
        carrying.delete(run);
      }
    },
    wake: (run) => queue.add(run),
    async finish(run) {
      while (!isStopping && (await carryOrWait(run)) !== 'done') await sleep(FINISH_PAUSE_MS);
    },
    start() {
      if (timer || isStopping) return;
      noLongerOutlive = outliveUnawaited(strapi);
      queue.work(carry);
      timer = setInterval(sweep, Math.min(MAX_SWEEP_MS, (leaseSeconds * 1000) / 2));
      timer.unref();
      sweep();
      dropUngiven(strapi).catch((error: unknown) =>
        strapi.log.debug(`newswire: what was left of deliveries could not be removed: ${String(error)}`),
      );
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await queue.stop();
      noLongerOutlive();
    },
  };
}

function queueFor(strapi: Core.Strapi, { redisUrl, leaseSeconds }: Settings): RunQueue {
  if (redisUrl === undefined) {
    return inProcessQueue((error) => {
      strapi.log.error(`newswire: an import stopped and will be taken up again: ${String(error)}`);
    });
  }
  return redisQueue({ redisUrl, prefix: () => queuePrefix(strapi), leaseSeconds, log: strapi.log });
}
