import { runCredit } from './credit';
import { runImport } from './import';
import { runParse } from './parse';
import { runRetry } from './retry';
import { runRuns } from './runs';
import { runWorker } from './worker';

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  parse: runParse,
  credit: runCredit,
  import: runImport,
  retry: runRetry,
  runs: runRuns,
  worker: runWorker,
};

const USAGE = `usage: newswire COMMAND [options]

Without a Strapi:
  parse [--ndjson] PATH…   read files and folders, print the stories in them as JSON
  credit                   read credit fields as NDJSON on standard input, print them taken apart

In the folder of a Strapi project, or with --app FOLDER:
  import PATH… [--publish] [--wait]   import files and folders
  retry RUN… | --all [--wait]         import again what is in quarantine
  runs                                list the last imports
  worker                              work on imports until it is stopped
`;

/** The command line. Exit status 0: done; 2: a wrong option or a path that does not exist; more in each command's usage. */
export async function main(args: string[]): Promise<void> {
  const [name = '', ...rest] = args;
  const command = COMMANDS[name];
  if (command) {
    process.exitCode = await command(rest);
  } else if (['-h', '--help', 'help'].includes(name)) {
    process.stdout.write(USAGE);
  } else {
    process.stderr.write(name ? `newswire: there is no command "${name}".\n\n${USAGE}` : USAGE);
    process.exitCode = 2;
  }
}
