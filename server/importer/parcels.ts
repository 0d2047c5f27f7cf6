import type { Limits } from '../wire/limits';
import { isZip, openArchive, type Archive, type Packed } from '../wire/zip';
import { picturesNamed, stemOf } from './pair';
import {
  addFile,
  addRefused,
  finished,
  newDraft,
  readBatch,
  withUniqueNames,
  type Batch,
  type BatchDraft,
  type HowRead,
  type Input,
} from './read';

/** So many files of an archive are read, imported and forgotten together; an archive of fewer is read whole. */
const PARCEL_FILES = 500;
/** Less where they are large. */
const PARCEL_BYTES = 16 * 1024 * 1024;

/** What an archive may hold that is never in memory as a whole; its files have the limits of whoever brings it. */
const LARGE = { entries: 200_000, unpackedBytes: 4 * 1024 ** 3 };

/** Of many files, nothing follows from which of them are read together. */
const HOW: HowRead = { guess: false, isShown: false };

const PICTURE = /\.(?:jpe?g|png|webp|tiff?)$/i;

/** All that is to be read, in parts that fit into memory. */
export interface Parcels {
  /** How many files there are, if they are read in parts. */
  files: number | undefined;
  /** The same parts in the same order each time. */
  read(): AsyncGenerator<Batch>;
}

/**
 * Divides what is imported: large archives are read in parts, everything else at once and first. In a large archive a
 * picture goes with the story that names its file, wherever it stands; what no story names comes last, on its own.
 */
export async function parcelsOf(given: readonly Input[], how: HowRead, limits: Readonly<Limits>): Promise<Parcels> {
  const inputs = withUniqueNames(given);
  const small: Input[] = [];
  const large: { name: string; archive: Archive }[] = [];
  for (const input of inputs) {
    const archive = isZip(input.bytes) ? await largeArchive(input.bytes, limits) : undefined;
    if (archive) large.push({ name: input.name, archive });
    else small.push(input);
  }
  return {
    files: large.length === 0 ? undefined : large.reduce((sum, { archive }) => sum + archive.count, small.length),
    async *read() {
      if (small.length > 0) yield await readBatch(small, how, limits);
      for (const { name, archive } of large) yield* parcelsIn(name, archive, limits);
    },
  };
}

/** Undefined for an archive that is small, or that cannot be opened: the reader tells why. */
async function largeArchive(bytes: Uint8Array, limits: Readonly<Limits>): Promise<Archive | undefined> {
  try {
    const archive = await openArchive(bytes, { ...limits, ...LARGE });
    return archive.count > PARCEL_FILES ? archive : undefined;
  } catch {
    return undefined;
  }
}

async function* parcelsIn(archiveName: string, archive: Archive, limits: Readonly<Limits>): AsyncGenerator<Batch> {
  const pictures = new Map<string, Packed[]>();
  const add = async (draft: BatchDraft, file: Packed): Promise<number> => {
    const unpacked = await file.unpack();
    const name = `${archiveName}/${file.name}`;
    if ('error' in unpacked) addRefused(draft, { name, bytes: new Uint8Array(), error: unpacked.error });
    else await addFile(draft, { name, bytes: unpacked.bytes });
    return 'error' in unpacked ? 0 : unpacked.bytes.length;
  };
  for await (const file of archive.files()) {
    if (PICTURE.test(file.name)) pictures.set(stemOf(file.name), [...(pictures.get(stemOf(file.name)) ?? []), file]);
  }
  let draft = newDraft(HOW, limits);
  let bytes = 0;
  const isFull = (): boolean => draft.inputs.length >= PARCEL_FILES || bytes >= PARCEL_BYTES;
  const close = async (): Promise<Batch> => {
    for (const stem of draft.entries.flatMap(({ item }) => picturesNamed(item))) {
      for (const picture of pictures.get(stem) ?? []) await add(draft, picture);
      pictures.delete(stem);
    }
    const batch = finished(draft);
    [draft, bytes] = [newDraft(HOW, limits), 0];
    return batch;
  };
  for await (const file of archive.files()) {
    if (PICTURE.test(file.name)) continue;
    bytes += await add(draft, file);
    if (isFull()) yield await close();
  }
  if (draft.inputs.length > 0) yield await close();
  for (const files of pictures.values()) {
    for (const file of files) bytes += await add(draft, file);
    if (isFull()) yield await close();
  }
  if (draft.inputs.length > 0) yield await close();
}
