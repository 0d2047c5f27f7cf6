import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundledPlugin } from './bundle';

const PLAYGROUND = resolve(__dirname, '../../playground');

/** Another process with a Strapi on the same database: a second server, or a worker. */
export interface ImporterProcess {
  pid: number;
  /** Calls a method of the importer service, or of another: "feeds.tick". */
  call(method: string, ...args: unknown[]): Promise<unknown>;
  /** kill -9 */
  kill(): Promise<void>;
}

/** How a process is started. */
export interface How {
  /** It works on nothing until `startRunner` is called. */
  isStandby?: boolean;
  /** A module that is loaded before anything else. */
  preload?: string;
}

export interface Processes {
  /** `config` is laid over the plugin's configuration of the Strapi that was started last. */
  start(count: number, config?: Record<string, unknown>, how?: How): Promise<ImporterProcess[]>;
  stop(): Promise<void>;
}

/** Makes the plugin loadable without Jest. The processes use the database of the Strapi that was started last. */
export async function preparedProcesses(): Promise<Processes> {
  const plugin = await bundledPlugin();
  const children: ChildProcess[] = [];
  return {
    start: (count, config = {}, { isStandby = false, preload } = {}) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const child = fork(join(__dirname, 'importer-process.js'), [PLAYGROUND], {
            env: {
              ...process.env,
              NEWSWIRE_PLUGIN: plugin,
              NEWSWIRE_CONFIG: configWith(config),
              ...(isStandby ? { NEWSWIRE_STANDBY: 'yes' } : {}),
            },
            execArgv: preload === undefined ? [] : ['--require', preload],
            serialization: 'advanced',
            stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
          });
          children.push(child);
          return ready(child);
        }),
      ),
    async stop() {
      await Promise.all(children.map(ended));
      await rm(plugin, { recursive: true, force: true });
    },
  };
}

function configWith(config: Record<string, unknown>): string {
  const given: unknown = JSON.parse(process.env['NEWSWIRE_CONFIG'] ?? '{}');
  return JSON.stringify({ ...(given as object), ...config });
}

interface Answer {
  ready?: true;
  id?: number;
  result?: unknown;
  error?: string;
}

async function ready(child: ChildProcess): Promise<ImporterProcess> {
  const waiting = new Map<number, { done(result: unknown): void; failed(error: Error): void }>();
  let calls = 0;
  await new Promise<void>((started, failed) => {
    child.on('message', (answer: Answer) => {
      if (answer.ready) return started();
      const call = waiting.get(answer.id ?? -1);
      if (answer.error === undefined) call?.done(answer.result);
      else call?.failed(new Error(answer.error));
    });
    child.once('exit', (code, signal) => {
      const error = new Error(`The process ended (${signal ?? code}).`);
      failed(error);
      for (const call of waiting.values()) call.failed(error);
    });
  });
  return {
    pid: child.pid ?? NaN,
    call: (method, ...args) =>
      new Promise((done, failed) => {
        calls += 1;
        waiting.set(calls, { done, failed });
        child.send({ id: calls, call: method, args });
      }),
    kill: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((gone) => {
    child.once('exit', () => gone());
    child.kill('SIGKILL');
  });
}
