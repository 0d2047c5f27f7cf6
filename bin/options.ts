import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { HostError } from './host';

/** Exit statuses of the commands that work in a Strapi. */
export const EXIT = {
  done: 0,
  /** Something was not imported: it is in quarantine, or the import failed or was cancelled. */
  incomplete: 1,
  usage: 2,
  /** The Strapi could not be started, or the database does not answer. */
  noHost: 3,
} as const;

type Flags = NonNullable<ParseArgsConfig['options']>;

export interface Given {
  paths: string[];
  app: string;
  has(flag: string): boolean;
}

/** Reads the arguments of a command; every command that works in a Strapi takes `--app FOLDER`. */
export function given(args: string[], flags: readonly string[]): Given | { wrong: string } {
  const options: Flags = { app: { type: 'string' } };
  for (const flag of flags) options[flag] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const app = values['app'];
    return {
      paths: positionals,
      app: resolve(typeof app === 'string' ? app : '.'),
      has: (flag) => values[flag] === true,
    };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs a command that needs a Strapi; what goes wrong there is said in one line. */
export async function inHost(command: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const said =
      error instanceof HostError || !(error instanceof Error) ? String(error) : (error.stack ?? error.message);
    process.stderr.write(`newswire ${command}: ${said}\n`);
    return EXIT.noHost;
  }
}

export function refuse(command: string, usage: string, wrong?: string): number {
  process.stderr.write(wrong === undefined ? usage : `newswire ${command}: ${wrong}\n${usage}`);
  return EXIT.usage;
}
