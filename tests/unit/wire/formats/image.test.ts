import { image } from '../../../../server/wire/formats/image';
import type { WirePhoto } from '../../../../server/wire/item';
import { IIM_UTF8, type JpegParts, jpegWith } from '../../../support/jpeg';
import { readFormat } from '../../../support/read-format';

async function photoOf(parts: JpegParts): Promise<WirePhoto> {
  const { readings } = await readFormat(image, { bytes: jpegWith(parts) });
  return readings[0]?.item.photos?.[0] ?? {};
}

describe('a JPEG with IPTC fields', () => {
  const fields: [field: keyof WirePhoto, iim: [string, string], xmp: [string, string]][] = [
    ['headline', ['2:105', 'Geese over the fell'], ['photoshop:Headline', 'Geese over the mountain']],
    ['caption', ['2:120', 'Wild geese fly north.'], ['dc:description', 'Wild geese fly north in spring.']],
    ['byline', ['2:80', 'Nils Holgersson'], ['dc:creator', 'N. Holgersson']],
    ['bylineTitle', ['2:85', 'STR'], ['photoshop:AuthorsPosition', 'Stringer']],
    ['creditLine', ['2:110', 'Fell Pictures'], ['photoshop:Credit', 'Fell Pictures/Pool']],
    ['source', ['2:115', 'Fell'], ['photoshop:Source', 'Fell Archive']],
    ['copyrightNotice', ['2:116', '© 2024 Fell'], ['dc:rights', '© 2024 Fell Pictures AB']],
    ['instructions', ['2:40', 'NO ARCHIVES'], ['photoshop:Instructions', 'NORWAY OUT']],
    ['city', ['2:90', 'Kiruna'], ['photoshop:City', 'Abisko']],
    ['state', ['2:95', 'Lappland'], ['photoshop:State', 'Norrbotten']],
    ['country', ['2:101', 'Sweden'], ['photoshop:Country', 'Sverige']],
    ['countryCode', ['2:100', 'SWE'], ['Iptc4xmpCore:CountryCode', 'SE']],
  ];

  test.each(fields)(
    '%s is read from XMP, and from IIM where XMP has none',
    async (field, [dataset, old], [name, text]) => {
      expect((await photoOf({ iim: { [dataset]: old } }))[field]).toBe(old);
      expect((await photoOf({ xmp: { [name]: text } }))[field]).toBe(text);
      expect((await photoOf({ iim: { [dataset]: old }, xmp: { [name]: text } }))[field]).toBe(text);
    },
  );

  test('fields that only XMP has', async () => {
    const photo = await photoOf({
      xmp: {
        'Iptc4xmpCore:AltTextAccessibility': 'A skein of geese',
        'xmpRights:UsageTerms': 'Editorial use only',
        'xmpRights:WebStatement': 'https://fell.example/rights',
        'plus:CopyrightOwner': [
          { 'plus:CopyrightOwnerName': 'Fell Pictures AB' },
          { 'plus:CopyrightOwnerName': 'Akka Kebnekaise' },
        ],
        'plus:Licensor': [{ 'plus:LicensorName': 'Fell', 'plus:LicensorURL': 'https://fell.example/buy/7' }],
        'plus:DataMining': 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING',
        'Iptc4xmpExt:DigitalSourceType': 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
      },
    });
    expect(photo).toMatchObject({
      altText: 'A skein of geese',
      usageTerms: 'Editorial use only',
      webStatementOfRights: 'https://fell.example/rights',
      copyrightHolder: 'Fell Pictures AB, Akka Kebnekaise',
      licensorUrl: 'https://fell.example/buy/7',
      dataMining: 'DMI-PROHIBITED-AIMLTRAINING',
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    });
  });

  test('several creators and keywords', async () => {
    const iim = { '2:80': ['Nils Holgersson', 'Akka'], '2:25': ['geese', 'travel', 'geese'] };
    expect(await photoOf({ iim })).toMatchObject({ byline: 'Nils Holgersson, Akka', keywords: ['geese', 'travel'] });
    const xmp = { 'dc:creator': ['Åsa', 'Mats'], 'dc:subject': ['fell', 'lake'] };
    expect(await photoOf({ iim, xmp })).toMatchObject({ byline: 'Åsa, Mats', keywords: ['fell', 'lake'] });
  });

  test('EXIF is asked last', async () => {
    const exif = { 270: 'Geese', 315: 'Nils; Akka', 33432: '© Nils' };
    expect(await photoOf({ exif })).toMatchObject({
      caption: 'Geese',
      byline: 'Nils, Akka',
      copyrightNotice: '© Nils',
    });
    expect(await photoOf({ exif, iim: { '2:80': 'Mats' } })).toMatchObject({
      byline: 'Mats',
      copyrightNotice: '© Nils',
    });
  });

  test('blank fields are absent, so that the next source is asked', async () => {
    const photo = await photoOf({
      iim: { '2:110': 'Fell', '2:90': '  ' },
      xmp: { 'photoshop:Credit': ' ' },
      exif: { 315: '   ' },
    });
    expect(photo.creditLine).toBe('Fell');
    expect(photo).not.toHaveProperty('city');
    expect(photo).not.toHaveProperty('byline');
  });
});

describe('the date of a photo is as precise as delivered', () => {
  const dates: [JpegParts, string | undefined][] = [
    [{ iim: { '2:55': '20240229' } }, '2024-02-29'],
    [{ iim: { '2:55': '20240229', '2:60': '081500+0100' } }, '2024-02-29T08:15:00+01:00'],
    [{ iim: { '2:55': '20240229', '2:60': '081500' } }, '2024-02-29T08:15:00'],
    [{ iim: { '2:55': '20240200' } }, '2024-02'],
    [{ iim: { '2:55': '20240000' } }, '2024'],
    [{ iim: { '2:55': '00000000' } }, undefined],
    [{ iim: { '2:55': '20240230' } }, undefined],
    [{ xmp: { 'photoshop:DateCreated': '2024-02-29T08:15+01:00' } }, '2024-02-29T08:15+01:00'],
    [{ xmp: { 'photoshop:DateCreated': '2024' }, iim: { '2:55': '20230101' } }, '2024'],
    [{ xmp: { 'photoshop:DateCreated': 'yesterday' }, iim: { '2:55': '20230101' } }, '2023-01-01'],
  ];
  test.each(dates)('%j → %s', async (parts, expected) => {
    expect((await photoOf(parts)).dateCreated).toBe(expected);
  });
});

describe('the item of a picture', () => {
  test('repeats the rights, and the instructions as a note to editors, with where each came from', async () => {
    const { readings, warnings } = await readFormat(image, {
      bytes: jpegWith({
        iim: { '1:90': IIM_UTF8, '2:10': '4', '2:40': 'MANDATORY CREDIT', '2:110': 'Fell Pictures', '2:116': '© Fell' },
        xmp: { 'xmpRights:UsageTerms': 'Editorial use only' },
      }),
    });
    expect(warnings).toEqual([]);
    expect(readings).toHaveLength(1);
    expect(readings[0]?.item).toMatchObject({
      type: 'picture',
      pubStatus: 'usable',
      urgency: 4,
      creditLine: 'Fell Pictures',
      copyrightNotice: '© Fell',
      usageTerms: 'Editorial use only',
      edNote: 'MANDATORY CREDIT',
    });
    expect(readings[0]?.provenance).toMatchObject({
      creditLine: { path: 'IIM 2:110', confidence: 1 },
      'photos.0.creditLine': { path: 'IIM 2:110', confidence: 1 },
      usageTerms: { path: 'XMP xmpRights:UsageTerms', confidence: 1 },
      edNote: { path: 'IIM 2:40', confidence: 1 },
    });
  });

  test('a release date is an embargo, an expiration date an end', async () => {
    const iim = { '2:30': '20240301', '2:35': '120000+0100', '2:37': '20240401', '2:38': '000000+0000' };
    const { readings } = await readFormat(image, { bytes: jpegWith({ iim }) });
    expect(readings[0]?.item).toMatchObject({
      embargoedUntil: '2024-03-01T11:00:00.000Z',
      expires: '2024-04-01T00:00:00.000Z',
    });
  });

  test('a picture without metadata is an item with an identifier of its bytes', async () => {
    const { readings } = await readFormat(image, { bytes: jpegWith() });
    const again = await readFormat(image, { bytes: jpegWith() });
    const uri = readings[0]?.item.uri;
    expect(uri).toMatch(/^newswire:image:[0-9a-f]{64}$/);
    expect(readings[0]?.item).toEqual({ type: 'picture', pubStatus: 'usable', uri, photos: [{ uri }] });
    expect(again.readings[0]?.item.uri).toBe(uri);
  });

  test.each([
    [{ 'Iptc4xmpExt:DigImageGUID': 'urn:fell:geese:7' }, 'urn:fell:geese:7'],
    [
      { 'plus:ImageSupplier': [{ 'plus:ImageSupplierName': 'Fell' }], 'plus:ImageSupplierImageID': 'G-7' },
      'newswire:image:Fell:G-7',
    ],
  ])('an embedded identifier stays when the caption is corrected: %j', async (xmp, expected) => {
    const before = await photoOf({ xmp: { ...xmp, 'dc:description': 'Gees' } });
    const after = await photoOf({ xmp: { ...xmp, 'dc:description': 'Geese' } });
    expect([before.uri, after.uri]).toEqual([expected, expected]);
  });

  test('what IPTC 2025.1 says of AI is passed on as a warning', async () => {
    const xmp = {
      'Iptc4xmpExt:AISystemUsed': 'Goosegen',
      'Iptc4xmpExt:AISystemVersionUsed': '2',
      'Iptc4xmpExt:AIPromptInformation': 'geese',
    };
    const { warnings } = await readFormat(image, { bytes: jpegWith({ xmp }) });
    expect(warnings).toEqual([
      { code: 'made-with-ai', message: 'This picture was made with Goosegen 2, prompt: geese.' },
    ]);
  });
});

describe('an image that is no image', () => {
  const whole = jpegWith({ iim: { '2:120': 'Geese' }, width: 64, height: 64 });
  const refused: [what: string, fileName: string, bytes: Buffer][] = [
    ['three bytes of a JPEG', 'a.bin', Buffer.from([0xff, 0xd8, 0xff])],
    ['a JPEG that is cut in its metadata', 'a.jpg', whole.subarray(0, 40)],
    ['a JPEG that is cut before the picture', 'a.jpg', whole.subarray(0, 120)],
    ['a PNG without a picture', 'a.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['a TIFF without a directory', 'a.tif', Buffer.from('II*\0\xff\xff\0\0', 'latin1')],
    ['a WebP without a picture', 'a.webp', Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1')],
    ['zeros under the name of a JPEG', 'a.JPG', Buffer.alloc(400)],
    ['a text under the name of a PNG', 'a.png', Buffer.from('This is no picture.')],
    ['the error page of a server under the name of a JPEG', 'a.jpeg', Buffer.from('<!DOCTYPE html><title>404</title>')],
  ];
  test.each(refused)('%s is refused', async (_what, fileName, bytes) => {
    await expect(readFormat(image, { bytes, fileName })).rejects.toMatchObject({
      name: 'WireError',
      code: 'malformed',
    });
  });

  test('a JPEG that ends within the picture is read with a warning', async () => {
    const { readings, warnings } = await readFormat(image, { bytes: whole.subarray(0, whole.length - 4) });
    expect(readings[0]?.item.photos?.[0]?.caption).toBe('Geese');
    expect(warnings.map(({ code }) => code)).toEqual(['picture-cut-short']);
  });

  test('XMP that is no XML leaves a warning and the IIM', async () => {
    const { readings, warnings } = await readFormat(image, {
      bytes: jpegWith({ iim: { '2:110': 'Fell' }, xmp: '<x:xmpmeta><rdf:RDF' }),
    });
    expect(readings[0]?.item.creditLine).toBe('Fell');
    expect(warnings.map(({ code }) => code)).toEqual(['xmp-unreadable']);
  });
});
