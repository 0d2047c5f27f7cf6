import { createHash } from 'node:crypto';
import { instant } from '../dates';
import { WireError } from '../errors';
import type { Format, ParseContext } from '../format';
import { Bytes, type MetadataBlocks } from '../image/blocks';
import { type Exif, readExif } from '../image/exif';
import { dateCreated, type Found, iimDate, keywords, type Metadata, textFields } from '../image/fields';
import { readIim } from '../image/iim';
import { isJpeg, jpegBlocks } from '../image/jpeg';
import { isPng, pngBlocks } from '../image/png';
import { isTiff, tiffBlocks } from '../image/tiff';
import { isWebp, webpBlocks } from '../image/webp';
import { readXmp, type Xmp, xmpFieldTexts, xmpText } from '../image/xmp';
import type { Provenance, Reading, WireItem, WirePhoto } from '../item';

/*
 * A picture on its own: JPEG, PNG, WebP or TIFF, with what its makers wrote into it.
 *
 * Specifications: IPTC Photo Metadata Standard 2025.1 (https://iptc.org/std/photometadata/specification/), IIM 4.2,
 * XMP (ISO 16684), EXIF (CIPA DC-008). Where fields are kept: `image/fields.ts`; the containers: `image/jpeg.ts` and
 * its neighbours.
 *
 * What agencies do differently: many write IIM only, with or without naming its charset; some have a date or a rights
 * field in one of the blocks only; the copyright notice may be nothing but the photographer's name; the caption often
 * repeats the credit. Fields are read one by one from the first block that has them, and kept as delivered.
 */

/** PNG, JPEG, WebP or TIFF by the first bytes. */
export function isImage(bytes: Uint8Array): boolean {
  return containerOf(new Bytes(bytes)) !== undefined;
}

/**
 * Reads a picture. Pure: nothing is decoded or written.
 * Throws `malformed` for bytes that are no picture of a known kind, or one that is cut before its picture begins.
 */
export function readImage(bytes: Uint8Array, context: ParseContext): Reading {
  const file = new Bytes(bytes);
  const container = containerOf(file);
  if (!container) {
    throw new WireError(
      'malformed',
      'This is no JPEG, PNG, WebP or TIFF, whatever its name says. Fetch the picture again.',
    );
  }
  const blocks = container.read(file);
  if (!blocks.complete) {
    context.warn(
      'picture-cut-short',
      `This ${blocks.kind} ends before its picture does. Fetch it again before you publish it.`,
    );
  }
  const metadata = readMetadata(blocks, context);
  const provenance: Provenance = {};
  const photo = readPhoto(metadata, provenance);
  const uri = embeddedId(metadata.xmp) ?? {
    value: `newswire:image:${createHash('sha256').update(bytes).digest('hex')}`,
    path: 'sha256 of the file',
  };
  photo.uri = uri.value;
  provenance['photos.0.uri'] = { path: uri.path, confidence: 1 };
  warnOfAi(metadata.xmp, context);
  return { item: readItem(photo, metadata, provenance, context), provenance };
}

export const image: Format = {
  name: 'image',
  detect: ({ bytes, head, fileName, mediaType }) =>
    isImage(bytes) || (claimsToBe(fileName, mediaType) && !isMarkup(head)),
  parse: ({ bytes }, context) => [readImage(bytes, context)],
};

const CONTAINERS: readonly { is(file: Bytes): boolean; read(file: Bytes): MetadataBlocks }[] = [
  { is: isJpeg, read: jpegBlocks },
  { is: isPng, read: pngBlocks },
  { is: isWebp, read: webpBlocks },
  { is: isTiff, read: tiffBlocks },
];

function containerOf(file: Bytes): (typeof CONTAINERS)[number] | undefined {
  return CONTAINERS.find((container) => container.is(file));
}

/** So that a broken download gets an error that speaks of pictures. */
function claimsToBe(fileName = '', mediaType = ''): boolean {
  return /\.(?:jpe?g|png|webp|tiff?)$/i.test(fileName) || /^image\/(?:jpe?g|png|webp|tiff)\b/i.test(mediaType);
}

/** XML and JSON under the name of a picture are still that; text is not, nor is the error page of a server. */
function isMarkup(head: string): boolean {
  return /^[\s\xef\xbb\xbf]*(?:<(?!(?:!doctype\s+)?html\b)|[{[])/i.test(head);
}

const NO_EXIF: Exif = new Map();

function readMetadata(blocks: MetadataBlocks, context: ParseContext): Metadata {
  const xmp: Xmp = new Map();
  for (const packet of blocks.xmp) {
    for (const [name, value] of readXmp(packet, context)) if (!xmp.has(name)) xmp.set(name, value);
  }
  return {
    xmp,
    iim: blocks.iim ? readIim(blocks.iim) : new Map<string, string[]>(),
    exif: blocks.exif ? readExif(blocks.exif) : NO_EXIF,
  };
}

function readPhoto(metadata: Metadata, provenance: Provenance): WirePhoto {
  const photo: WirePhoto = {};
  for (const [name, { value, path }] of textFields(metadata)) {
    photo[name] = value;
    provenance[`photos.0.${name}`] = { path, confidence: 1 };
  }
  const date = dateCreated(metadata);
  if (date) {
    photo.dateCreated = date.value;
    provenance['photos.0.dateCreated'] = { path: date.path, confidence: 1 };
  }
  const words = keywords(metadata);
  if (words) {
    photo.keywords = words.value;
    provenance['photos.0.keywords'] = { path: words.path, confidence: 1 };
  }
  return photo;
}

/** What the item says again, for those who look at items only. Instructions are notes to editors. */
const REPEATED = [
  ['uri', 'uri'],
  ['headline', 'headline'],
  ['byline', 'byline'],
  ['creditLine', 'creditLine'],
  ['copyrightHolder', 'copyrightHolder'],
  ['copyrightNotice', 'copyrightNotice'],
  ['usageTerms', 'usageTerms'],
  ['edNote', 'instructions'],
] as const;

function readItem(photo: WirePhoto, { iim, xmp }: Metadata, provenance: Provenance, context: ParseContext): WireItem {
  const item: WireItem = { type: 'picture', pubStatus: 'usable', photos: [photo] };
  for (const [name, from] of REPEATED) {
    const value = photo[from];
    const origin = provenance[`photos.0.${from}`];
    if (value === undefined) continue;
    item[name] = value;
    if (origin) provenance[name] = origin;
  }
  if (photo.keywords) {
    item.keywords = photo.keywords;
    const origin = provenance['photos.0.keywords'];
    if (origin) provenance['keywords'] = origin;
  }
  const dates = [
    ['embargoedUntil', 'IIM 2:30', iimDate(iim, '2:30', '2:35')],
    ['expires', 'IIM 2:37', iimDate(iim, '2:37', '2:38')],
    ['versionCreated', 'XMP xmp:MetadataDate', zoned(xmpText(xmp.get('xmp:MetadataDate')))],
  ] as const;
  for (const [name, path, text] of dates) {
    const value = instant(text, context);
    if (value === undefined) continue;
    item[name] = value;
    provenance[name] = { path, confidence: 1 };
  }
  const urgency = xmpText(xmp.get('photoshop:Urgency')) ?? iim.get('2:10')?.[0];
  if (urgency !== undefined && /^[1-9]$/.test(urgency)) {
    item.urgency = Number(urgency);
    provenance['urgency'] = {
      path: xmp.has('photoshop:Urgency') ? 'XMP photoshop:Urgency' : 'IIM 2:10',
      confidence: 1,
    };
  }
  return item;
}

/** A date of the software, not of the agency: where it names no zone, it is not worth a warning. */
function zoned(text: string | undefined): string | undefined {
  return text !== undefined && /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : undefined;
}

/**
 * An identifier that stays when the caption is corrected. The IPTC's own GUID, or the supplier with the supplier's
 * number. Not the document id of Adobe: who opens one picture and saves it as another gives both the same.
 */
function embeddedId(xmp: Xmp): Found<string> | undefined {
  const guid = xmpText(xmp.get('Iptc4xmpExt:DigImageGUID'));
  if (guid !== undefined) return { value: guid, path: 'XMP Iptc4xmpExt:DigImageGUID' };
  const number = xmpText(xmp.get('plus:ImageSupplierImageID'));
  const [supplier] = ['plus:ImageSupplierID', 'plus:ImageSupplierName'].flatMap((field) =>
    xmpFieldTexts(xmp.get('plus:ImageSupplier'), field),
  );
  return number === undefined || supplier === undefined
    ? undefined
    : { value: `newswire:image:${supplier}:${number}`, path: 'XMP plus:ImageSupplierImageID' };
}

/** IPTC 2025.1 names the system and the prompt. WirePhoto has no field for them, editors should still hear of it. */
function warnOfAi(xmp: Xmp, context: ParseContext): void {
  const [system, version, prompt] = ['AISystemUsed', 'AISystemVersionUsed', 'AIPromptInformation'].map((name) =>
    xmpText(xmp.get(`Iptc4xmpExt:${name}`)),
  );
  if (system === undefined && prompt === undefined) return;
  const by = [system ?? 'an AI system', version].filter(Boolean).join(' ');
  context.warn('made-with-ai', `This picture was made with ${by}${prompt === undefined ? '' : `, prompt: ${prompt}`}.`);
}
