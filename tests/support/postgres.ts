import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';

const run = promisify(execFile);

/** A PostgreSQL of the test's own, which may be stopped. Needs `initdb` on the machine, and root or another user. */
export interface TestPostgres {
  address: string;
  /** At once, as if the machine had lost its power. */
  crash(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** PostgreSQL does not run as root: then it is the user `postgres`. */
async function asPostgres(folder: string, command: string, args: readonly string[]): Promise<void> {
  const line = [command, ...args].map((part) => `'${part}'`).join(' ');
  const options = { cwd: folder, timeout: 60_000 };
  if (userInfo().uid === 0) await run('su', ['postgres', '-c', line], options);
  else await run('sh', ['-c', line], options);
}

export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'newswire-postgres-'));
  if (userInfo().uid === 0) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), -1);
  }
  const data = join(folder, 'data');
  const port = await freePort();
  const control = (...args: string[]): Promise<void> => asPostgres(folder, 'pg_ctl', ['-D', data, '-w', ...args]);
  const start = (): Promise<void> =>
    control('-l', join(folder, 'log'), '-o', `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`, 'start');
  await asPostgres(folder, 'initdb', ['-D', data, '-U', 'postgres', '-A', 'trust']);
  await start();
  return {
    address: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    crash: () => control('-m', 'immediate', 'stop'),
    async remove() {
      await control('-m', 'immediate', 'stop').catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
