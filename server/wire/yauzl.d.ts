/** The part of yauzl 3 that Newswire uses; the package brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    compressedSize: number;
    uncompressedSize: number;
    crc32: number;
    compressionMethod: number;
    generalPurposeBitFlag: number;
    relativeOffsetOfLocalHeader: number;
    fileNameRaw: Buffer;
    extraFields: { id: number; data: Buffer }[];
    isEncrypted(): boolean;
  }

  export interface ZipFile {
    /** As the end record says; entries may be fewer, the reader fails then. */
    entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export interface Options {
    decodeStrings?: boolean;
    validateEntrySizes?: boolean;
  }

  export function fromBufferPromise(buffer: Buffer, options?: Options): Promise<ZipFile>;
  export function getFileNameLowLevel(
    generalPurposeBitFlag: number,
    fileNameBuffer: Buffer,
    extraFields: Entry['extraFields'],
    strictFileNames: boolean,
  ): string;
}
