import type { ImporterProcess, Processes } from './processes';

/**
 * Processes that have booted and wait: a worker that is killed is followed at once by the next one, so that many kills do
 * not cost as many boots one after another.
 */
export interface Spares {
  /** The next one, working. */
  next(): Promise<ImporterProcess>;
}

/** So many boot or wait at the same time. */
const AHEAD = 3;

export function sparesOf(processes: Processes, total: number, config: Record<string, unknown>): Spares {
  const ready: Promise<ImporterProcess>[] = [];
  let begun = 0;
  const fill = (): void => {
    while (ready.length < AHEAD && begun < total) {
      begun += 1;
      const one = processes.start(1, config, { isStandby: true }).then(([process]) => {
        if (!process) throw new Error('No process was started.');
        return process;
      });
      one.catch(() => undefined);
      ready.push(one);
    }
  };
  fill();
  return {
    async next() {
      const process = await ready.shift();
      fill();
      if (!process) throw new Error(`There are no more than ${total} spares.`);
      await process.call('startRunner');
      return process;
    },
  };
}
