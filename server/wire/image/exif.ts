import iconv from 'iconv-lite';
import { Bytes } from './blocks';
import { firstDirectory, subDirectory } from './tiff';

/*
 * EXIF (CIPA DC-008) is a TIFF block. Cameras and their owners leave the author, the notice and the time in it: in
 * ASCII by the standard, in UTF-8 or windows-1252 in fact, and padded with blanks where nobody filled them in.
 */

const TAGS = {
  ImageDescription: 270,
  DateTime: 306,
  Artist: 315,
  Copyright: 33432,
} as const;
const EXIF_DIRECTORY = 34665;
const EXIF_TAGS = {
  DateTimeOriginal: 36867,
  OffsetTimeOriginal: 36881,
} as const;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** EXIF lives in a segment of 64 kB; a text that is longer is damage. */
const MAX_TEXT = 0xffff;

/** The text tags by their EXIF names, "Artist"; blank values are left out. */
export type Exif = ReadonlyMap<string, string>;

/** Empty where the block is damaged: EXIF is the last of three sources, its damage is not the picture's. */
export function readExif(block: Uint8Array): Exif {
  const found = new Map<string, string>();
  const bytes = new Bytes(block);
  const first = firstDirectory(bytes);
  const second = subDirectory(bytes, first.get(EXIF_DIRECTORY));
  for (const [tags, directory] of [
    [TAGS, first],
    [EXIF_TAGS, second],
  ] as const) {
    for (const [name, tag] of Object.entries(tags)) {
      const text = textOf(directory.get(tag));
      if (text !== '') found.set(name, text);
    }
  }
  return found;
}

/** A Copyright has the photographer's notice and the editor's with a zero between them. */
function textOf(value: Buffer | undefined): string {
  if (!value || value.length > MAX_TEXT) return '';
  const parts = decode(value)
    .split('\0')
    .map((part) => part.trim());
  return parts.filter(Boolean).join('; ');
}

function decode(value: Buffer): string {
  try {
    return UTF8.decode(value);
  } catch {
    return iconv.decode(value, 'windows-1252');
  }
}
