import { WireError } from './errors';
import type { FormatName, Warning } from './format';
import type { Provenance, Reading, WirePhoto } from './item';
import type { Limits } from './limits';
import type { WireInput } from './source';
import { unzip } from './zip';

/** What one file of an archive gave: its readings, or why there are none. */
export type EntryResult = { name: string } & (
  | { format: FormatName; readings: Reading[]; warnings: Warning[] }
  | { error: { code: WireError['code']; message: string } }
);

export interface ArchiveResult {
  /** Of the first file that could be read. */
  format: FormatName;
  /** The items of all files; pictures that belong to a story are among its photos. */
  readings: Reading[];
  warnings: Warning[];
  /** Each file of the archive on its own, in the order of the archive. */
  entries: EntryResult[];
}

type Read = Extract<EntryResult, { readings: Reading[] }>;

/**
 * Reads all files of an archive and joins stories with their pictures. Throws what `unzip` throws, `too-large` for more
 * items than one input may have, and, where no file could be read, the error of the first.
 */
export async function readArchive(
  bytes: Uint8Array,
  limits: Readonly<Limits>,
  parse: (input: WireInput) => Promise<Omit<Read, 'name'>>,
): Promise<ArchiveResult> {
  const entries: EntryResult[] = [];
  let items = 0;
  for await (const file of unzip(bytes, limits)) {
    try {
      if ('error' in file) throw file.error;
      const { format, readings, warnings } = await parse({ bytes: file.bytes, fileName: file.name });
      entries.push({ name: file.name, format, readings, warnings });
      items += readings.length;
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      entries.push({ name: file.name, error: { code: error.code, message: error.message } });
    }
    if (items > limits.items) {
      throw new WireError('too-large', `The archive has more than ${limits.items} items. Split it.`);
    }
  }
  const read = entries.filter((entry): entry is Read => 'readings' in entry);
  const [first] = read;
  if (first) {
    return { format: first.format, readings: join(read), warnings: entries.flatMap(warningsOf), entries };
  }
  const [failed] = entries;
  if (failed && 'error' in failed) {
    throw new WireError(failed.error.code, `${failed.name}: ${failed.error.message}`);
  }
  throw new WireError('no-content', 'There is no file in this archive. Check what was sent.');
}

function warningsOf(entry: EntryResult): Warning[] {
  if ('error' in entry) return [{ code: 'file-unreadable', message: `${entry.name}: ${entry.error.message}` }];
  return entry.warnings.map(({ code, message }) => ({ code, message: `${entry.name}: ${message}` }));
}

/** A file of one picture: it may belong to a story. */
interface Picture {
  name: string;
  reading: Reading;
  photo: WirePhoto;
}

/** All readings in order; a picture that a story refers to, or that has a story's name, goes into that story. */
function join(entries: readonly Read[]): Reading[] {
  const stories = entries.filter((entry) => entry.format !== 'image');
  const references = new Map<string, { reading: Reading; at: number }>();
  for (const { readings } of stories) {
    for (const reading of readings) {
      reading.item.photos?.forEach((photo, at) => {
        for (const key of keysOf(photo)) if (!references.has(key)) references.set(key, { reading, at });
      });
    }
  }
  const byStem = new Map(
    stories.flatMap(({ name, readings }) => {
      const [only] = readings;
      return only && readings.length === 1 ? [[stemOf(name), only] as const] : [];
    }),
  );
  return entries.flatMap((entry) => {
    const picture = pictureOf(entry);
    return picture && place(picture, references, byStem) ? [] : entry.readings;
  });
}

function pictureOf({ name, format, readings }: Read): Picture | undefined {
  const [reading] = readings;
  const photo = reading?.item.photos?.[0];
  return format === 'image' && reading && photo ? { name, reading, photo } : undefined;
}

/** By what a story may refer to a picture: its identifier, or the name of a file. */
function keysOf({ uri, renditions }: WirePhoto): string[] {
  const names = (renditions ?? []).map(({ href }) => baseName(href));
  return uri === undefined ? names : [uri, baseName(uri), ...names];
}

function place(
  { name, reading, photo }: Picture,
  references: ReadonlyMap<string, { reading: Reading; at: number }>,
  byStem: ReadonlyMap<string, Reading>,
): boolean {
  const referred = references.get(photo.uri ?? '') ?? references.get(baseName(name));
  if (referred) {
    put(referred.reading, referred.at, photo, reading.provenance);
    return true;
  }
  const story = storyNamed(stemOf(name), byStem);
  if (!story) return false;
  put(story, story.item.photos?.length ?? 0, photo, reading.provenance);
  return true;
}

/** "storm.jpg", "storm-1.jpg" and "storm_b.jpg" belong to "storm.xml". */
function storyNamed(stem: string, byStem: ReadonlyMap<string, Reading>): Reading | undefined {
  const shorter = /^(.{1,200})[-_. ][a-z0-9]{1,12}$/i.exec(stem)?.[1];
  return byStem.get(stem) ?? (shorter === undefined ? undefined : byStem.get(shorter));
}

/** What the story says of the picture stands; what it does not say, the picture's own metadata add. */
function put({ item, provenance }: Reading, at: number, photo: WirePhoto, origins: Provenance): void {
  const photos = (item.photos ??= []);
  photos[at] = { ...photo, ...photos[at] };
  for (const [path, origin] of Object.entries(origins)) {
    if (!path.startsWith('photos.0.')) continue;
    const here = `photos.${at}.${path.slice('photos.0.'.length)}`;
    provenance[here] ??= origin;
  }
}

function baseName(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .slice(path.replace(/[?#].*$/, '').lastIndexOf('/') + 1)
    .toLowerCase();
}

function stemOf(path: string): string {
  return baseName(path).replace(/\.[a-z0-9]{1,5}$/, '');
}
