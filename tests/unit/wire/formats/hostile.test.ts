import fc from 'fast-check';
import type { Format } from '../../../../server/wire/format';
import { anpa1312 } from '../../../../server/wire/formats/anpa-1312';
import { apMedia } from '../../../../server/wire/formats/ap-media';
import { dpaDigitalwires } from '../../../../server/wire/formats/dpa-digitalwires';
import { image } from '../../../../server/wire/formats/image';
import { iptc7901 } from '../../../../server/wire/formats/iptc-7901';
import { ninjs } from '../../../../server/wire/formats/ninjs';
import { BODY_ELEMENTS } from '../../../../server/wire/html';
import type { WireItem } from '../../../../server/wire/item';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';
import { Source } from '../../../../server/wire/source';
import { iimBlock, jpegWith, photoshopBlock, tiffBlock, xmpPacket } from '../../../support/jpeg';

/** A long run: `NEWSWIRE_FUZZ_RUNS=20000 npx jest hostile`. */
const RUNS = Number(process.env['NEWSWIRE_FUZZ_RUNS'] ?? 1000);

/** Whatever the bytes: items whose bodies are safe, or a `WireError`. */
async function check(format: Format, bytes: Buffer): Promise<void> {
  const source = new Source({ bytes });
  if (!format.detect(source)) return;
  try {
    const readings = await format.parse(source, { limits: DEFAULT_LIMITS, warn: () => undefined });
    for (const { item } of readings) expectSound(item);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'WireError') throw error;
  }
}

const SAFE_TAG = new RegExp(
  `^</?(?:${BODY_ELEMENTS.join('|')})(?: (?:href|colspan|rowspan|scope)="[^"<>]*")*(?: /)?>$`,
);

function expectSound(item: WireItem): void {
  const html = item.bodyHtml ?? '';
  expect((html.match(/<[^>]*>?/g) ?? []).filter((tag) => !SAFE_TAG.test(tag))).toEqual([]);
  expect(html).not.toMatch(/(?:javascript|data|vbscript):[^"]*">/i);
  // Absent is absent: no empty text, no null, anywhere.
  expect(JSON.stringify(item)).not.toMatch(/:(?:""|null|\[\])/);
}

const MARKUP = [
  '<p>a</p>',
  '<script>x()</script>',
  '<a href="javascript:x()">a</a>',
  '<p onclick="x()">',
  '</p><b>',
  '&lt;',
  '<',
  '\0',
];
const text = fc.oneof(
  fc.constantFrom('', ' ', '2024-02-03T10:11:12Z', 'usable', 'picture', 'text', ...MARKUP),
  fc.string(),
);

/** JSON in which any known key may hold anything. */
function jsonWith(keys: readonly string[], always: object): fc.Arbitrary<Buffer> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.constantFrom(null, true, false, 0, -1, 1.5, 7),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 5 }),
    ),
  }));
  const object = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 14 });
  return object.map((some) => Buffer.from(JSON.stringify({ ...some, ...always })));
}

const NINJS_KEYS =
  'type version versioncreated versionCreated firstcreated embargoed embargoedUntil expires pubstatus urgency language headline headlines headline_sub title byline by located slugline body_html body_text bodies description_text descriptions keywords subject subjects place places genre service infosource source copyrightholder usageterms ednote rightsinfo digitalSourceType renditions associations name code uri literal scheme value role contentType href width'.split(
    ' ',
  );
const AP_KEYS =
  'type version urgency versioncreated pubstatus embargoed headline headline_extended slugline description_summary bylines by photographer name located datelinelocation city usageterms ednote provider keywords editorialtypes signals subject place rels code associations renditions nitf content href description_creditline'.split(
    ' ',
  );
const DPA_KEYS =
  'version version_created pubstatus signal embargoed urgency headline teaser byline dateline infobox_html creditline ednotes role ednote associations renditions url size categories type name qcode keyword_names caption'.split(
    ' ',
  );

/** A whole input with some of its bytes changed, cut out or doubled. */
function mutated(inputs: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const change = fc.record({ at: fc.nat(), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 8 }) });
  return fc.tuple(fc.constantFrom(...inputs), fc.array(change, { maxLength: 6 })).map(([input, changes]) =>
    changes.reduce<Buffer>((bytes, { at, length, bytes: added }) => {
      const start = at % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, start), added, bytes.subarray(start + length)]);
    }, input),
  );
}

const XMP = { 'photoshop:Credit': 'Fell', 'dc:creator': ['Nils'], 'plus:Licensor': [{ 'plus:LicensorURL': 'u' }] };
const PICTURES = [
  jpegWith({ iim: { '1:90': '\x1b%G', '2:80': 'Jörg', '2:55': '20240203' }, xmp: XMP, exif: { 315: 'Nils' } }),
  tiffBlock({ 315: 'Nils', 700: Buffer.from(xmpPacket(XMP)), 33723: iimBlock({ '2:110': 'Fell' }) }),
  jpegWith({ exif: { 34377: photoshopBlock(iimBlock({ '2:110': 'Fell' })) } }),
];
const WIRES = [
  '\x01a4644\x1f-----\r\nr i\x13\x11 BC-Storm     02-03 0600\r\n\x02^BC-Storm,600<\r\n^Storm<\r\n^By A=\r\n\t   SKARN (AP) _ Wet.\r\n\x08A\x1f\x1e 7\r\n\x03AP-WF-02-03-24 1011GMT<\x04',
  '\x01eca0003 3 i 380  dpa 0045\r\n\r\nNorway/\r\n\x02 KILL\nStorm\nBy A =\n\nSkarn (dpa) - Wet.\n\n* * * *\nNot for publication\n\x03212322 GMT Nov 18\r\n\x7f\x04',
].map((wire) => Buffer.from(wire, 'latin1'));

const CASES: [Format, fc.Arbitrary<Buffer>][] = [
  [ninjs, jsonWith(NINJS_KEYS, { uri: 'u', renditions: {}, pubStatus: 'usable' })],
  [apMedia, jsonWith(AP_KEYS, { altids: { itemid: 'a' } })],
  [dpaDigitalwires, jsonWith(DPA_KEYS, { format: 'digitalwires@1', urn: 'u', article_html: '<p>x</p>' })],
  [anpa1312, mutated(WIRES)],
  [iptc7901, mutated(WIRES)],
  [image, mutated(PICTURES)],
];

describe('no input crashes a reader or gets unsafe markup through it', () => {
  test.each(CASES.map(([format, inputs]) => ({ name: format.name, format, inputs })))(
    '$name',
    async ({ format, inputs }) => {
      await fc.assert(
        fc.asyncProperty(inputs, (bytes) => check(format, bytes)),
        { numRuns: RUNS },
      );
    },
  );
});
