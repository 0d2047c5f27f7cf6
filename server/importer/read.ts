import { WireError } from '../wire/errors';
import { DEFAULT_LIMITS } from '../wire/limits';
import { parse } from '../wire/parse';
import { Source } from '../wire/source';
import { pairPictures, type Entry } from './pair';

/** Something that was pasted or dropped. `name` is "" for pasted text. */
export interface Input {
  name: string;
  bytes: Uint8Array;
}

export interface ReadInput extends Input {
  format?: string;
  /** The text that spans refer to; absent for images and for what is too long to show. */
  text?: string;
  error?: { code: string; message: string };
  warnings: { code: string; message: string }[];
}

export interface Batch {
  inputs: ReadInput[];
  /** All items of all inputs; an item's place here is its index in the preview and in the import. */
  entries: Entry[];
}

/** More text than this is not shown beside its fields. */
const MAX_SHOWN_TEXT = 1024 * 1024;

/** Reads all inputs of an import and joins pictures with their stories. An input that cannot be read keeps its error. */
export async function readBatch(inputs: readonly Input[]): Promise<Batch> {
  const entries: Entry[] = [];
  const read: ReadInput[] = [];
  for (const [at, input] of inputs.entries()) {
    try {
      const { format, readings, warnings } = await parse({
        bytes: input.bytes,
        ...(input.name === '' ? {} : { fileName: input.name }),
      });
      for (const reading of readings) {
        entries.push({ ...reading, input: at, format, imageFiles: format === 'image' ? [input.name] : [] });
      }
      const isShown = format !== 'image' && input.bytes.length <= MAX_SHOWN_TEXT;
      read.push({ ...input, format, warnings, ...(isShown ? { text: new Source(input).text } : {}) });
    } catch (error) {
      read.push({ ...input, error: describe(error), warnings: [] });
    }
  }
  return { inputs: read, entries: pairPictures(entries) };
}

/** Names in one import must differ: photos refer to their images by name. */
export function withUniqueNames(inputs: readonly Input[]): Input[] {
  const seen = new Map<string, number>();
  return inputs.map((input) => {
    if (input.name === '') return input;
    const count = (seen.get(input.name) ?? 0) + 1;
    seen.set(input.name, count);
    return count === 1 ? input : { ...input, name: input.name.replace(/(\.[^.]*)?$/, ` (${count})$1`) };
  });
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof WireError) return { code: error.code, message: error.message };
  return { code: 'unreadable', message: 'This input could not be read. It is kept, so that it can be tried again.' };
}

/** The most bytes of one input: what the parsers accept. */
export const MAX_INPUT_BYTES = DEFAULT_LIMITS.bytes;
