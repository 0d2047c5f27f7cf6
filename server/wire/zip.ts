import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { crc32 } from './crc32';
import { WireError } from './errors';
import type { Limits } from './limits';

/**
 * Zip archives, unpacked in memory and with distrust. What an archive declares is checked before a byte is inflated:
 * the number of its entries, their sizes and how far they claim to shrink, and that no two share the same bytes, as
 * bombs do. While it is inflated, each entry is held to the size that it declared. Names are labels, never paths.
 */

/** A file of an archive, or why it could not be unpacked. One that cannot does not keep the others back. */
export type Unpacked = { name: string } & ({ bytes: Buffer } | { error: WireError });

/** News shrinks to a tenth, a table of blanks to a hundredth; nothing that is meant to be read shrinks further. */
const MAX_RATIO = 200;
/** Below this size any ratio is harmless. */
const HARMLESS_BYTES = 1024 * 1024;
/** Smallest local header of an entry (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30;
const MAX_NAME = 255;

/** What archivers of operating systems add: no file that anybody sent. */
const FURNITURE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;
/** Files that make an archive a document of an office program. */
const OFFICE = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/(?:container|manifest)\.xml)$/;

/** An archive with entries, or an empty one. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/** A file of an archive that is not unpacked yet. */
export interface Packed {
  name: string;
  unpack(): Promise<Unpacked>;
}

/** An archive whose directory was read and found harmless. */
export interface Archive {
  /** How many files there are. */
  count: number;
  /** The files in the archive's own order, without folders and the furniture of operating systems. */
  files(): AsyncGenerator<Packed>;
}

type ArchiveLimits = Pick<Limits, 'bytes' | 'entries' | 'unpackedBytes'>;

/**
 * The files of an archive in its own order, one at a time. Folders and the furniture of operating systems are left out.
 * Throws, before the first file: `malformed` for a damaged archive, `too-large` for one that exceeds the limits or is a
 * bomb, `unrecognised-format` for a document of an office program.
 */
export async function* unzip(bytes: Uint8Array, limits: ArchiveLimits): AsyncGenerator<Unpacked> {
  const archive = await openArchive(bytes, limits);
  for await (const file of archive.files()) yield file.unpack();
}

/** Opens an archive; throws what `unzip` throws. Its directory is read twice rather than kept: it may name 100,000 files. */
export async function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared: Declared[] = [];
  let count = 0;
  let isOffice = false;
  for await (const { entry, name } of directoryOf(buffer, limits)) {
    const { compressedSize, uncompressedSize, relativeOffsetOfLocalHeader } = entry;
    declared.push({ compressedSize, uncompressedSize, relativeOffsetOfLocalHeader });
    if (!isFile(name)) continue;
    count += 1;
    isOffice ||= OFFICE.test(name);
  }
  if (isOffice) {
    throw new WireError(
      'unrecognised-format',
      'This is a document of an office program. Copy its text and paste it instead.',
    );
  }
  checkSizes(declared, buffer.length, limits);
  return {
    count,
    async *files() {
      for await (const { zip, entry, name } of directoryOf(buffer, limits)) {
        if (isFile(name)) yield { name, unpack: async () => ({ name, ...(await unpack(zip, entry, limits)) }) };
      }
    },
  };
}

const isFile = (name: string): boolean => name !== '' && !name.endsWith('/') && !FURNITURE.test(name);

async function* directoryOf(
  buffer: Buffer,
  limits: Pick<Limits, 'entries'>,
): AsyncGenerator<{ zip: ZipFile; entry: Entry; name: string }> {
  const zip = await reading(() => fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false }));
  if (zip.entryCount > limits.entries) {
    throw new WireError(
      'too-large',
      `The archive has ${zip.entryCount} files, the limit is ${limits.entries}. Split it.`,
    );
  }
  const entries = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const next = await reading(() => entries.next());
    if (next.done) return;
    yield { zip, entry: next.value, name: nameOf(next.value) };
  }
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new WireError('malformed', 'The archive is damaged or cut short. Ask the sender for it again.', {
      cause: error,
    });
  }
}

type Declared = Pick<Entry, 'compressedSize' | 'uncompressedSize' | 'relativeOffsetOfLocalHeader'>;

/** What the directory declares, added up. */
function checkSizes(entries: readonly Declared[], size: number, limits: Pick<Limits, 'unpackedBytes'>): void {
  let unpacked = 0;
  let end = 0;
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const { compressedSize, uncompressedSize, relativeOffsetOfLocalHeader } of inOrder) {
    unpacked += uncompressedSize;
    if (unpacked > limits.unpackedBytes) {
      throw new WireError(
        'too-large',
        `The archive holds more than ${limits.unpackedBytes} bytes when it is unpacked. Split it.`,
      );
    }
    if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * MAX_RATIO) throw bomb();
    // Entries that share their bytes unpack to more than any ratio shows.
    if (relativeOffsetOfLocalHeader < end) throw bomb();
    end = relativeOffsetOfLocalHeader + LOCAL_HEADER + compressedSize;
    if (end > size) {
      throw new WireError('malformed', 'The archive is damaged or cut short. Ask the sender for it again.');
    }
  }
}

function bomb(): WireError {
  return new WireError(
    'too-large',
    'The archive would unpack to far more than it could hold. It looks like an attack and was not opened.',
  );
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  limits: Pick<Limits, 'bytes'>,
): Promise<{ bytes: Buffer } | { error: WireError }> {
  const declared = entry.uncompressedSize;
  if (declared > limits.bytes) {
    return refused('too-large', `The file has ${declared} bytes, the limit is ${limits.bytes}.`);
  }
  if (entry.isEncrypted())
    return refused('unreadable', 'The file is encrypted. Ask the sender for it without a password.');
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      // Leaving the loop ends the stream.
      if (size > declared) return refused('malformed', 'The file is larger than the archive declares.');
      chunks.push(chunk);
    }
    if (size < declared) return refused('malformed', 'The file is smaller than the archive declares.');
    const bytes = Buffer.concat(chunks);
    if (crc32(bytes) !== entry.crc32) return refused('malformed', 'The file was damaged on its way. Ask the sender for it again.'); // prettier-ignore
    if (isZip(bytes))
      return refused('unrecognised-format', 'An archive within an archive is not opened. Unpack it first.');
    return { bytes };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused('unreadable', `The file cannot be unpacked: ${reason.replace(/\.$/, '')}.`);
  }
}

function refused(code: WireError['code'], message: string): { error: WireError } {
  return { error: new WireError(code, message) };
}

/** The name without roots and steps up, so that nobody who joins it to a folder leaves that folder. */
function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  const parts = name.replace(/[\u0000-\u001f\u007f]/g, '').split('/');
  const safe = parts.filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part));
  return safe.join('/').slice(-MAX_NAME) + (name.endsWith('/') ? '/' : '');
}
