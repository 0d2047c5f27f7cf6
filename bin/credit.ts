import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readCredit, type CreditInput, type CreditReading } from '../server/rights/credit-line';

const field = z.string().optional();
/** One line of input; keys that are no credit field are passed over. */
const fields = z.object({
  byline: field,
  credit: field,
  source: field,
  caption: field,
  copyright: field,
  instructions: field,
});

interface Refusal {
  error: { code: 'malformed'; message: string };
}

/** Reads NDJSON credit fields on standard input and prints them taken apart: a line for each line that is not blank, in order. */
export async function runCredit(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('usage: newswire credit < fields.ndjson\n');
    return 2;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const printed = `${JSON.stringify(creditOfLine(line))}\n`;
    if (!process.stdout.write(printed)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

/** The answer to one line; a line that is no object of texts is refused, not thrown. */
export function creditOfLine(line: string): CreditReading | Refusal {
  try {
    const input: Record<string, string | undefined> = fields.parse(JSON.parse(line));
    const delivered = Object.entries(input).filter(([, text]) => text !== undefined);
    return readCredit(Object.fromEntries(delivered) satisfies CreditInput);
  } catch (error) {
    const message =
      error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
    return { error: { code: 'malformed', message } };
  }
}
