import { gunzipSync, gzipSync } from 'node:zlib';
import { MAX_INPUT_BYTES } from './read';

/** Bytes as a text column holds them: gzip, base64. */
export const packed = (bytes: Uint8Array): string => gzipSync(bytes).toString('base64');

export const unpacked = (text: string): Uint8Array =>
  gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: MAX_INPUT_BYTES });
