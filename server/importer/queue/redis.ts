import { DelayedError, Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { AT_ONCE, type Carried, type Carry, type RunQueue } from './queue';

export interface RedisQueueOptions {
  redisUrl: string;
  /** The runs of one database are one queue, whatever else is in the same Redis. */
  prefix: () => Promise<string>;
  leaseSeconds: number;
  log: { warn(message: string): void; debug(message: string): void };
}

const NAME = 'imports';
/** A failed attempt is made again after one second, two, four …; after the last one the database gives the run out anew. */
const ATTEMPTS = 10;
const BACKOFF_MS = 1000;
/** A worker that has died often says nothing of the run that it had. */
const MAX_STALLED = 1000;
/** Redis that is away is waited for this long when a process ends. */
const CLOSE_WAIT_MS = 3000;
/** Redis that is away is told once in so many milliseconds. */
const COMPLAIN_EVERY_MS = 60_000;

/** The queue of all instances that have the same database, on BullMQ. */
export function redisQueue({ redisUrl, prefix, leaseSeconds, log }: RedisQueueOptions): RunQueue {
  const complain = complaining(log, secretOf(redisUrl));
  const adding = new Set<string>();
  const inHand = new Set<Promise<Carried>>();
  const clients: Redis[] = [];
  let isStopping = false;
  let worker: Promise<Worker> | undefined;
  let opened: Promise<Queue> | undefined;

  /** The connections are ours, so that a process can end whatever state they are in. */
  const connect = (options: { enableOfflineQueue?: boolean; maxRetriesPerRequest: number | null }): Redis => {
    const client = new Redis(redisUrl, options).on('error', complain);
    clients.push(client);
    return client;
  };

  const queue = (): Promise<Queue> =>
    (opened ??= prefix().then((known) => {
      // What Redis does not take now is not kept for later: the database keeps it.
      const connection = connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1 });
      return new Queue(NAME, { prefix: known, connection }).on('error', complain);
    }));

  async function add(run: string): Promise<void> {
    await (
      await queue()
    ).add('run', { run }, {
      jobId: run,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: BACKOFF_MS },
      removeOnComplete: true,
      removeOnFail: true,
    }); // prettier-ignore
  }

  async function begin(carry: Carry): Promise<Worker> {
    const process = async (job: Job<{ run: string }>, token?: string): Promise<void> => {
      const going = carry(job.data.run);
      inHand.add(going);
      const carried = await going.finally(() => inHand.delete(going));
      if (carried === 'done') return;
      await job.moveToDelayed(carried.again.getTime(), token);
      throw new DelayedError();
    };
    const lockDuration = leaseSeconds * 1000;
    const made = new Worker<{ run: string }>(NAME, process, {
      prefix: await prefix(),
      connection: connect({ maxRetriesPerRequest: null }),
      concurrency: AT_ONCE,
      lockDuration,
      stalledInterval: lockDuration / 2,
      maxStalledCount: MAX_STALLED,
    });
    made.on('error', complain);
    made.on('failed', (_job, error) => complain(error));
    if (isStopping) await made.close();
    return made;
  }

  return {
    add(run) {
      if (isStopping || adding.has(run)) return;
      adding.add(run);
      add(run)
        .catch(complain)
        .finally(() => adding.delete(run));
    },
    work(carry) {
      worker ??= begin(carry);
      worker.catch(complain);
    },
    async stop() {
      isStopping = true;
      const made = await worker?.catch(() => undefined);
      const closing = made?.close().catch(complain);
      await Promise.allSettled(inHand);
      // A Redis that is away must not keep a process from ending: what it was not told, the database knows.
      await Promise.race([closing, sleep(CLOSE_WAIT_MS, undefined, { ref: false })]);
      made?.disconnect().catch(complain);
      for (const client of clients) client.disconnect();
    },
  };
}

/** The password of an address, as it is written there and as it is meant; both must never be in a log. */
function secretOf(redisUrl: string): string[] {
  const { password } = new URL(redisUrl);
  return password === '' ? [] : [password, decodeURIComponent(password)];
}

function complaining(log: RedisQueueOptions['log'], secrets: readonly string[]): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    const said = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), String(error));
    const message = `newswire: the queue in Redis: ${said}. Imports wait in the database meanwhile.`;
    const now = performance.now();
    if (now < quietUntil) return log.debug(message);
    quietUntil = now + COMPLAIN_EVERY_MS;
    log.warn(message);
  };
}
