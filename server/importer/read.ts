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
  /** The dropped pictures as they were read, before they were joined with stories. */
  pictures: Entry[];
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
      for (const { item, provenance } of readings) {
        entries.push({
          item: storable(item),
          provenance,
          input: at,
          format,
          imageFiles: format === 'image' ? [input.name] : [],
        });
      }
      const isShown = format !== 'image' && input.bytes.length <= MAX_SHOWN_TEXT;
      read.push({ ...input, format, warnings, ...(isShown ? { text: new Source(input).text } : {}) });
    } catch (error) {
      read.push({ ...input, error: describe(error), warnings: [] });
    }
  }
  const pictures = entries.filter((entry) => entry.imageFiles.length > 0);
  return { inputs: read, entries: pairPictures(entries), pictures };
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

/** What a database cannot hold as text or JSON: NUL (PostgreSQL) and halves of surrogate pairs. No story needs them. */
const UNSTORABLE = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function storable<T>(value: T): T;
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, storable(one)]));
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof WireError) return { code: error.code, message: error.message };
  return { code: 'unreadable', message: 'This input could not be read. It is kept, so that it can be tried again.' };
}

/** The most bytes of one input: what the parsers accept. */
export const MAX_INPUT_BYTES = DEFAULT_LIMITS.bytes;
