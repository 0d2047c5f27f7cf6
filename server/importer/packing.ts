import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync } from 'node:zlib';
import { MAX_KEPT_BYTES } from './read';

/** Bytes as a text column holds them: gzip, base64. The fastest level takes half the time and a tenth more room. */
export const packed = (bytes: Uint8Array): string => gzipSync(bytes, FAST).toString('base64');

/**
 * The same, in a thread of Node's pool where that pays: a stream and its way to the pool and back cost this thread ten
 * times what packing a story does.
 */
export const packedBeside = async (bytes: Uint8Array): Promise<string> =>
  bytes.length < WORTH_A_THREAD ? packed(bytes) : (await beside(bytes, FAST)).toString('base64');

const WORTH_A_THREAD = 128 * 1024;

const FAST = { level: 1 };
const beside: (bytes: Uint8Array, options: typeof FAST) => Promise<Buffer> = promisify(gzip);

export const unpacked = (text: string): Uint8Array =>
  gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: MAX_KEPT_BYTES });
