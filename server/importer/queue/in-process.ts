import { AT_ONCE, type Carry, type RunQueue } from './queue';

/** What the queue asks of its library. */
interface Tasks {
  add(task: () => Promise<void>): Promise<unknown>;
  clear(): void;
  onIdle(): Promise<void>;
}

/** `p-queue` is an ES module: a bundle that is CommonJS reaches it by `import()`, also on Node 20. */
async function tasksOf(concurrency: number): Promise<Tasks> {
  const { default: PQueue } = await import('p-queue');
  return new PQueue({ concurrency });
}

/** The queue of one process, on `p-queue`. Other processes see the runs in the database. */
export function inProcessQueue(onError: (error: unknown) => void): RunQueue {
  const known = new Set<string>();
  let tasks: Promise<Tasks> | undefined;
  let carry: Carry | undefined;
  let isStopping = false;

  return {
    add(run) {
      if (!tasks || !carry || isStopping || known.has(run)) return;
      const work = carry;
      known.add(run);
      const one = tasks.then((queue) =>
        queue.add(async () => {
          // Whatever is left of it waits in the database, and is given to the queue again.
          if (!isStopping) await work(run);
        }),
      );
      one.catch(onError).finally(() => known.delete(run));
    },
    work(work) {
      carry = work;
      tasks ??= tasksOf(AT_ONCE);
      tasks.catch(onError);
    },
    async stop() {
      isStopping = true;
      const queue = await tasks?.catch(() => undefined);
      await queue?.onIdle();
    },
  };
}
