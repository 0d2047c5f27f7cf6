import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port';

/** A Redis of the test's own, with a password: it may be stopped and flushed. Needs `redis-server` on the machine. */
export interface TestRedis {
  url: string;
  password: string;
  /** Forgets everything. */
  flush(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** The keys that are in it. */
  keys(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'newswire-redis-'));
  const port = await freePort();
  const password = 'harbour%s3cret';
  const url = `redis://default:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--requirepass', password];
    server = spawn('redis-server', [...options, '--save', '', '--appendonly', 'no'], { cwd: folder, stdio: 'ignore' });
    await new Promise<void>((spawned, failed) => {
      server?.once('spawn', () => spawned());
      server?.once('error', failed);
    });
    await answering(port);
  };
  const stop = async (): Promise<void> => {
    const stopping = server;
    server = undefined;
    if (!stopping || stopping.exitCode !== null) return;
    const gone = once(stopping, 'exit');
    stopping.kill('SIGKILL');
    await gone;
  };
  const ask = async <T>(question: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url);
    try {
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  };

  await start();
  return {
    url,
    password,
    start,
    stop,
    flush: async () => {
      await ask((redis) => redis.flushall());
    },
    keys: () => ask((redis) => redis.keys('*')),
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isOpen = await new Promise<boolean>((tried) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        tried(true);
      });
      socket.once('error', () => tried(false));
    });
    if (isOpen) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`Nothing answers on port ${port}.`);
}
