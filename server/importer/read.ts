import { WireError } from '../wire/errors';
import { DEFAULT_LIMITS } from '../wire/limits';
import { parse } from '../wire/parse';
import { Source } from '../wire/source';
import { isZip, unzip } from '../wire/zip';
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

/**
 * Reads all inputs of an import, the files of archives each on its own, and joins pictures with their stories. An input
 * that cannot be read keeps its error.
 */
export async function readBatch(inputs: readonly Input[]): Promise<Batch> {
  const entries: Entry[] = [];
  const read: ReadInput[] = [];
  for (const input of inputs) {
    for await (const file of filesOf(input)) {
      const at = read.length;
      if ('error' in file)
        read.push({ name: file.name, bytes: input.bytes, error: describe(file.error), warnings: [] });
      else read.push(...(await readFile(file, (entry) => entries.push({ ...entry, input: at }))));
    }
  }
  const pictures = entries.filter((entry) => entry.format === 'image');
  return { inputs: read, entries: pairPictures(entries), pictures };
}

/** The input itself, or the files in it where it is an archive: "wire.zip/story.xml". */
async function* filesOf(input: Input): AsyncGenerator<Input | { name: string; error: unknown }> {
  if (!isZip(input.bytes)) {
    yield input;
    return;
  }
  try {
    for await (const file of unzip(input.bytes, DEFAULT_LIMITS)) {
      const name = `${input.name}/${file.name}`;
      yield 'error' in file ? { name, error: file.error } : { name, bytes: file.bytes };
    }
  } catch (error) {
    yield { name: input.name, error };
  }
}

/** The file as it was read, and after it the pictures that came inside of it: "mail.eml/quay.jpg". */
async function readFile(file: Input, add: (entry: Omit<Entry, 'input'>) => void): Promise<ReadInput[]> {
  try {
    const { format, readings, warnings } = await parse({
      bytes: file.bytes,
      ...(file.name === '' ? {} : { fileName: file.name }),
    });
    const inside: ReadInput[] = [];
    for (const { item, provenance, images = [] } of readings) {
      const imageFiles: (string | undefined)[] = format === 'image' ? [file.name] : [];
      for (const { photo, name, bytes } of images) {
        const path = `${file.name}/${inside.length + 1}-${name}`;
        imageFiles[photo] = path;
        inside.push({ name: path, bytes, format: 'image', warnings: [] });
      }
      add({ item: storable(item), provenance, format, imageFiles });
    }
    const isShown = format !== 'image' && file.bytes.length <= MAX_SHOWN_TEXT;
    return [{ ...file, format, warnings, ...(isShown ? { text: new Source(file).text } : {}) }, ...inside];
  } catch (error) {
    return [{ ...file, error: describe(error), warnings: [] }];
  }
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
