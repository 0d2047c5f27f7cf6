import { runCredit } from './credit';
import { runParse } from './parse';

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  parse: runParse,
  credit: runCredit,
};

const USAGE = `usage: newswire COMMAND [options]

  parse [--ndjson] PATH…   read files and folders, print the stories in them as JSON
  credit                   read credit fields as NDJSON on standard input, print them taken apart
`;

/** The command line. Exit status 0: done; 2: a wrong option or a path that does not exist. */
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
