/** Media types of images by the bytes they begin with. The name of a file is never trusted. */
const SIGNATURES: readonly { type: string; at: number; bytes: string }[] = [
  { type: 'image/jpeg', at: 0, bytes: '\u00ff\u00d8\u00ff' },
  { type: 'image/png', at: 0, bytes: '\u0089PNG\r\n\u001a\n' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
  { type: 'image/tiff', at: 0, bytes: 'II*\u0000' },
  { type: 'image/tiff', at: 0, bytes: 'MM\u0000*' },
];

export function imageTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return SIGNATURES.find(({ at, bytes: magic }) => head.startsWith(magic, at))?.type ?? 'application/octet-stream';
}
