import type { Run } from '../../contracts/imports';
import { WireError } from '../wire/errors';
import { DEFAULT_LIMITS, type Limits } from '../wire/limits';
import { parse } from '../wire/parse';
import { Source } from '../wire/source';
import { isZip, unzip } from '../wire/zip';
import { pairPictures, type Entry, type Pairing } from './pair';

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

export interface HowRead extends Pairing {
  /** With the texts that spans refer to. True where not given. */
  isShown?: boolean;
}

/** More text than this is not shown beside its fields. */
const MAX_SHOWN_TEXT = 1024 * 1024;

/**
 * Reads all inputs of an import, the files of archives each on its own, and joins pictures with their stories. An input
 * that cannot be read keeps its error.
 */
export async function readBatch(
  inputs: readonly Input[],
  how: HowRead = {},
  limits: Readonly<Limits> = DEFAULT_LIMITS,
): Promise<Batch> {
  const draft = newDraft(how, limits);
  for (const input of inputs) {
    for await (const file of filesOf(input, limits)) {
      if ('error' in file) addRefused(draft, { name: file.name, bytes: input.bytes, error: file.error });
      else await addFile(draft, file);
    }
  }
  return finished(draft);
}

/** A batch that files are still added to. */
export interface BatchDraft {
  inputs: ReadInput[];
  entries: Entry[];
  how: HowRead;
  limits: Readonly<Limits>;
}

export const newDraft = (how: HowRead, limits: Readonly<Limits>): BatchDraft => ({
  inputs: [],
  entries: [],
  how,
  limits,
});

export async function addFile(draft: BatchDraft, file: Input): Promise<void> {
  const { inputs, entries } = draft;
  const at = inputs.length;
  inputs.push(...(await readFile(file, draft, (entry) => entries.push({ ...entry, input: at }))));
}

export function addRefused({ inputs }: BatchDraft, { error, ...file }: Input & { error: unknown }): void {
  inputs.push({ ...file, error: describe(error), warnings: [] });
}

/** Joins the pictures of a batch with its stories. */
export function finished({ inputs, entries, how }: BatchDraft): Batch {
  return { inputs, entries: pairPictures(entries, how), pictures: entries.filter((entry) => entry.format === 'image') };
}

/** The input itself, or the files in it where it is an archive: "wire.zip/story.xml". */
async function* filesOf(
  input: Input,
  limits: Readonly<Limits>,
): AsyncGenerator<Input | { name: string; error: unknown }> {
  if (!isZip(input.bytes)) {
    yield input;
    return;
  }
  try {
    let isEmpty = true;
    for await (const file of unzip(input.bytes, limits)) {
      const name = `${input.name}/${file.name}`;
      isEmpty = false;
      yield 'error' in file ? { name, error: file.error } : { name, bytes: file.bytes };
    }
    if (isEmpty) throw new WireError('no-content', 'There is no file in this archive. Check what was sent.');
  } catch (error) {
    yield { name: input.name, error };
  }
}

/** The file as it was read, and after it the pictures that came inside of it: "mail.eml/quay.jpg". */
async function readFile(
  file: Input,
  { how: { isShown: withText = true }, limits }: BatchDraft,
  add: (entry: Omit<Entry, 'input'>) => void,
): Promise<ReadInput[]> {
  try {
    const source = { bytes: file.bytes, ...(file.name === '' ? {} : { fileName: file.name }) };
    const { format, readings, warnings } = await parse(source, { limits });
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
    const isShown = withText && format !== 'image' && file.bytes.length <= MAX_SHOWN_TEXT;
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
  if (typeof value === 'string') {
    return value.isWellFormed() && !value.includes('\u0000') ? value : value.replace(UNSTORABLE, '');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(storable);
    return items.every((item, n) => item === value[n]) ? value : items;
  }
  // Nearly every item is storable as it is, and is not made anew.
  const changed = Object.entries(value).flatMap(([key, one]) => {
    const kept = storable(one);
    return kept === one ? [] : [[key, kept] as const];
  });
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof WireError) return { code: error.code, message: error.message };
  return { code: 'unreadable', message: 'This input could not be read. It is kept, so that it can be tried again.' };
}

/** The most bytes of one input in the admin: what the parsers accept. */
export const MAX_INPUT_BYTES = DEFAULT_LIMITS.bytes;

/** What the command line takes: whoever may use it may fill the machine anyway. An input must fit into one text. */
const COMMAND_LIMITS: Readonly<Limits> = {
  ...DEFAULT_LIMITS,
  bytes: 350 * 1024 * 1024,
  items: 1_000_000,
  entries: 200_000,
  unpackedBytes: 4 * 1024 * 1024 * 1024,
};

/** The most bytes of any input. */
export const MAX_KEPT_BYTES = COMMAND_LIMITS.bytes;

export const limitsFor = (origin: Run['origin']): Readonly<Limits> =>
  origin === 'cli' ? COMMAND_LIMITS : DEFAULT_LIMITS;
