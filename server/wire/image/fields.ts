import { deliveredDate } from '../dates';
import { foldSpace } from '../html';
import type { WirePhoto } from '../item';
import type { Exif } from './exif';
import type { Iim } from './iim';
import { type Xmp, type XmpValue, xmpFieldTexts, xmpText, xmpTexts } from './xmp';

/*
 * The fields of a photo and where each is kept: IPTC Photo Metadata Standard 2025.1, appendix "Mapping"
 * (https://iptc.org/std/photometadata/specification/). XMP is asked first, then IIM, then EXIF, field by field
 * (Metadata Working Group, "Guidelines for handling image metadata", 2.0, chapter 5).
 */

/** The three blocks of a picture, read. */
export interface Metadata {
  xmp: Xmp;
  iim: Iim;
  exif: Exif;
}

/** A value, and the tag it was read from: "XMP photoshop:Credit", "IIM 2:110", "EXIF Artist". */
export interface Found<T> {
  value: T;
  path: string;
}

/** The photo's fields that are one string. */
export type TextField = Exclude<
  keyof WirePhoto,
  'keywords' | 'renditions' | 'pubStatus' | 'embargoedUntil' | 'expires' | 'uri' | 'dateCreated'
>;

interface Place {
  /** XMP property, then the field of its structures where it has them. */
  xmp?: readonly [property: string, field?: string][];
  iim?: string;
  exif?: string;
  /** Several values are one text, "A, B"; else the first (or the default language) counts. */
  several?: true;
}

const LOCATION = 'Iptc4xmpExt:LocationCreated';

/** Where each field is kept, in the order in which the places are asked. */
const PLACES: Record<TextField, Place> = {
  headline: { xmp: [['photoshop:Headline']], iim: '2:105' },
  caption: { xmp: [['dc:description']], iim: '2:120', exif: 'ImageDescription' },
  altText: { xmp: [['Iptc4xmpCore:AltTextAccessibility']] },
  byline: { xmp: [['dc:creator']], iim: '2:80', exif: 'Artist', several: true },
  bylineTitle: { xmp: [['photoshop:AuthorsPosition']], iim: '2:85' },
  creditLine: { xmp: [['photoshop:Credit']], iim: '2:110' },
  source: { xmp: [['photoshop:Source']], iim: '2:115' },
  copyrightHolder: { xmp: [['plus:CopyrightOwner', 'plus:CopyrightOwnerName'], ['xmpRights:Owner']], several: true },
  copyrightNotice: { xmp: [['dc:rights']], iim: '2:116', exif: 'Copyright' },
  usageTerms: { xmp: [['xmpRights:UsageTerms']] },
  instructions: { xmp: [['photoshop:Instructions']], iim: '2:40' },
  webStatementOfRights: { xmp: [['xmpRights:WebStatement']] },
  licensorUrl: { xmp: [['plus:Licensor', 'plus:LicensorURL']] },
  dataMining: { xmp: [['plus:DataMining']] },
  digitalSourceType: { xmp: [['Iptc4xmpExt:DigitalSourceType']] },
  city: { xmp: [['photoshop:City'], [LOCATION, 'Iptc4xmpExt:City']], iim: '2:90' },
  state: { xmp: [['photoshop:State'], [LOCATION, 'Iptc4xmpExt:ProvinceState']], iim: '2:95' },
  country: { xmp: [['photoshop:Country'], [LOCATION, 'Iptc4xmpExt:CountryName']], iim: '2:101' },
  countryCode: { xmp: [['Iptc4xmpCore:CountryCode'], [LOCATION, 'Iptc4xmpExt:CountryCode']], iim: '2:100' },
};

/** The text fields that are there, in the order of the table. */
export function textFields(metadata: Metadata): [TextField, Found<string>][] {
  const fields: [TextField, Found<string>][] = [];
  for (const [name, place] of Object.entries(PLACES) as [TextField, Place][]) {
    const found = textAt(place, metadata);
    if (found) fields.push([name, name === 'dataMining' ? { ...found, value: lastPart(found.value) } : found]);
  }
  return fields;
}

/** Keywords without repetitions, undefined where there are none. */
export function keywords({ xmp, iim }: Metadata): Found<string[]> | undefined {
  return lists([
    ['XMP dc:subject', xmpTexts(xmp.get('dc:subject'))],
    ['IIM 2:25', iim.get('2:25') ?? []],
  ]);
}

/** When the photo was made: ISO 8601 as precise as delivered. */
export function dateCreated({ xmp, iim, exif }: Metadata): Found<string> | undefined {
  const candidates: [path: string, text: string | undefined][] = [
    ['XMP photoshop:DateCreated', xmpText(xmp.get('photoshop:DateCreated'))],
    ['IIM 2:55', iimDate(iim, '2:55', '2:60')],
    ['EXIF DateTimeOriginal', exifDate(exif)],
    ['XMP exif:DateTimeOriginal', xmpText(xmp.get('exif:DateTimeOriginal'))],
    ['XMP xmp:CreateDate', xmpText(xmp.get('xmp:CreateDate'))],
  ];
  for (const [path, text] of candidates) {
    const value = deliveredDate(text && withDashes(text));
    if (value !== undefined) return { value, path };
  }
  return undefined;
}

/** A date and a time of IIM as one text: CCYYMMDD and HHMMSS±HHMM. Unknown parts of a date are zeros (IIM 4.2, 2:55). */
export function iimDate(iim: Iim, dateSet: string, timeSet: string): string | undefined {
  const date = iim.get(dateSet)?.[0]?.replace(/[-:/.]/g, '');
  const parts = date === undefined ? null : /^(\d{4})(\d\d)(\d\d)$/.exec(date);
  if (!parts || parts[1] === '0000') return undefined;
  const [, year, month, day] = parts;
  if (month === '00') return year;
  if (day === '00') return `${year}-${month}`;
  const time = iim.get(timeSet)?.[0]?.replaceAll(':', '') ?? '';
  const clock = /^(\d\d)(\d\d)(\d\d)([+-]\d{4})?$/.exec(time);
  if (!clock) return `${year}-${month}-${day}`;
  return `${year}-${month}-${day}T${clock[1]}:${clock[2]}:${clock[3]}${clock[4] ?? ''}`;
}

function exifDate(exif: Exif): string | undefined {
  const date = exif.get('DateTimeOriginal');
  return date === undefined ? undefined : `${date}${exif.get('OffsetTimeOriginal') ?? ''}`;
}

/** EXIF, and XMP that was copied from it, write "2018:05:31 15:04:00". */
function withDashes(text: string): string {
  return text.replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3');
}

function textAt(place: Place, { xmp, iim, exif }: Metadata): Found<string> | undefined {
  for (const [property, field] of place.xmp ?? []) {
    const value = xmp.get(property);
    const text = foldSpace(value ? fromXmp(value, field, place.several) : '');
    if (text !== '') return { value: text, path: `XMP ${property}${field === undefined ? '' : `/${field}`}` };
  }
  const values = (place.iim === undefined ? undefined : iim.get(place.iim)) ?? [];
  const text = foldSpace((place.several ? values.join(', ') : values[0]) ?? '');
  if (text !== '') return { value: text, path: `IIM ${place.iim}` };
  const last = place.exif === undefined ? undefined : exif.get(place.exif);
  if (last === undefined) return undefined;
  // EXIF has one Artist; several are parted by semicolons (EXIF 2.32, 4.6.2; MWG 2.0, 5.4).
  const value = foldSpace(place.several ? last.split(';').map(foldSpace).filter(Boolean).join(', ') : last);
  return value === '' ? undefined : { value, path: `EXIF ${place.exif}` };
}

function fromXmp(value: XmpValue, field: string | undefined, several: true | undefined): string {
  const texts = field === undefined ? xmpTexts(value) : xmpFieldTexts(value, field);
  if (several) return texts.join(', ');
  return (field === undefined ? xmpText(value) : texts[0]) ?? '';
}

function lists(candidates: [path: string, values: readonly string[]][]): Found<string[]> | undefined {
  for (const [path, values] of candidates) {
    const value = [...new Set(values.map(foldSpace).filter(Boolean))];
    if (value.length > 0) return { value, path };
  }
  return undefined;
}

/** PLUS codes are URIs, "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED". */
function lastPart(code: string): string {
  return code.slice(Math.max(code.lastIndexOf('/'), code.lastIndexOf('#')) + 1);
}
