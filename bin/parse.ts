import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { WireError } from '../server/wire/errors';
import { DEFAULT_LIMITS } from '../server/wire/limits';
import { parse } from '../server/wire/parse';
import { filesUnder } from './files';

const USAGE = 'usage: newswire parse [--ndjson] PATH…\n';

/** Prints one JSON object a file, in path order. `--ndjson` puts each on one line. */
export async function runParse(args: string[]): Promise<number> {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--ndjson');
  const paths = args.filter((arg) => !arg.startsWith('-'));
  if (unknown !== undefined || paths.length === 0) {
    process.stderr.write(unknown === undefined ? USAGE : `newswire parse: there is no option "${unknown}".\n${USAGE}`);
    return 2;
  }
  const indent = args.includes('--ndjson') ? undefined : 2;
  let status = 0;
  for (const path of paths) {
    const files = await filesUnder(path);
    if (!files) {
      process.stderr.write(`newswire parse: there is no file or folder "${path}".\n`);
      status = 2;
      continue;
    }
    for (const file of files) {
      const line = `${JSON.stringify(await report(file), undefined, indent)}\n`;
      if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
  return status;
}

async function report(file: string): Promise<object> {
  try {
    const { size } = await stat(file);
    if (size > DEFAULT_LIMITS.bytes) {
      throw new WireError('too-large', `The file has ${size} bytes, the limit is ${DEFAULT_LIMITS.bytes}.`);
    }
    const { format, readings, warnings } = await parse({ bytes: await readFile(file), fileName: basename(file) });
    return { file, format, items: readings.map((reading) => reading.item), warnings };
  } catch (error) {
    const known = error instanceof WireError;
    const message = error instanceof Error ? error.message : String(error);
    return { file, error: { code: known ? error.code : 'unreadable', message } };
  }
}
