import { WireError } from '../errors';

/** The blocks of a picture file that hold metadata, as bytes; none is copied except what was stored in pieces. */
export interface MetadataBlocks {
  kind: 'JPEG' | 'PNG' | 'WebP' | 'TIFF';
  /** IIM datasets (IPTC-NAA records), without Photoshop's wrapping. */
  iim?: Uint8Array;
  /** The main XMP packet, then the extended one where there is one. */
  xmp: Uint8Array[];
  /** A TIFF block, starting at its byte order mark. */
  exif?: Uint8Array;
  /** False where the file ends before its picture does. */
  complete: boolean;
}

/** Broken beyond the point where its metadata could be trusted to be all there. */
export function cutShort(kind: string): WireError {
  return new WireError('malformed', `This ${kind} is cut short. Fetch the picture again, the transfer broke off.`);
}

/** A view of bytes that knows its end: reads outside of it are 0, slices end with it. */
export class Bytes {
  readonly length: number;
  readonly #buffer: Buffer;

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  u8(at: number): number {
    return this.#buffer[at] ?? 0;
  }

  u16(at: number, littleEndian = false): number {
    if (at + 2 > this.length) return 0;
    return littleEndian ? this.#buffer.readUInt16LE(at) : this.#buffer.readUInt16BE(at);
  }

  u32(at: number, littleEndian = false): number {
    if (at + 4 > this.length) return 0;
    return littleEndian ? this.#buffer.readUInt32LE(at) : this.#buffer.readUInt32BE(at);
  }

  slice(start: number, end: number): Buffer {
    return this.#buffer.subarray(start, end);
  }

  /** One character a byte. */
  ascii(start: number, end: number): string {
    return this.#buffer.toString('latin1', Math.min(start, this.length), Math.min(end, this.length));
  }

  indexOf(byte: number, from: number): number {
    return this.#buffer.indexOf(byte, from);
  }
}
