import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { readImage } from '../../../../server/wire/formats/image';
import type { WirePhoto } from '../../../../server/wire/item';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';
import { iimBlock, jpegWith, photoshopBlock, tiffBlock, xmpPacket } from '../../../support/jpeg';

const XMP = xmpPacket({ 'photoshop:Credit': 'Fell Pictures', 'dc:creator': ['Åsa', 'Mats'] });

function photoOf(bytes: Buffer): WirePhoto {
  const { item } = readImage(bytes, { limits: DEFAULT_LIMITS, warn: (code) => fail(code) });
  return item.photos?.[0] ?? {};
}

function fail(code: string): never {
  throw new Error(`The warning ${code} was not expected.`);
}

describe('metadata in each container', () => {
  test.each(['jpeg', 'png', 'webp', 'tiff'] as const)('%s that sharp wrote', async (format) => {
    const bytes = await sharp(jpegWith({ width: 20, height: 20 }))
      .withXmp(XMP)
      .toFormat(format)
      .toBuffer();
    expect(photoOf(bytes)).toMatchObject({
      creditLine: 'Fell Pictures',
      byline: 'Åsa, Mats',
    });
  });

  test.each(['jpeg', 'png', 'webp'] as const)('EXIF of a %s that sharp wrote', async (format) => {
    const picture = sharp(jpegWith()).withExif({ IFD0: { Artist: 'Nils', Copyright: 'Fell AB' } });
    const bytes = await picture.toFormat(format).toBuffer();
    expect(photoOf(bytes)).toMatchObject({ byline: 'Nils', copyrightNotice: 'Fell AB' });
  });

  test('a TIFF is its own EXIF', () => {
    expect(photoOf(tiffBlock({ 315: 'Nils', 33432: 'Fell AB' }))).toMatchObject({
      byline: 'Nils',
      copyrightNotice: 'Fell AB',
    });
  });

  test('IIM of a PNG is a raw profile in hexadecimal, compressed or not', async () => {
    const png = await sharp(jpegWith()).png().toBuffer();
    const profile = photoshopBlock(iimBlock({ '2:110': 'Fell Pictures' })).subarray(14);
    const text = Buffer.from(
      `\niptc\n${String(profile.length).padStart(8)}\n${profile.toString('hex').replace(/(.{72})/g, '$1\n')}\n`,
    );
    const keyword = 'Raw profile type iptc\0';
    const plain = withChunk(png, 'tEXt', Buffer.concat([Buffer.from(keyword), text]));
    const packed = withChunk(png, 'zTXt', Buffer.concat([Buffer.from(`${keyword}\0`), deflateSync(text)]));
    expect(photoOf(plain).creditLine).toBe('Fell Pictures');
    expect(photoOf(packed).creditLine).toBe('Fell Pictures');
  });

  test('XMP of a PNG may be compressed', async () => {
    const png = await sharp(jpegWith()).png().toBuffer();
    const chunk = Buffer.concat([
      Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'),
      deflateSync(Buffer.from(XMP)),
    ]);
    expect(photoOf(withChunk(png, 'iTXt', chunk)).creditLine).toBe('Fell Pictures');
  });

  test('IIM of a JPEG may go on in a second segment, after other resources', () => {
    const iim = iimBlock({ '2:110': 'Fell Pictures', '2:120': 'Geese fly over the fell.' });
    const other = Buffer.from('8BIM\x04\x25\0\0\0\0\0\x03abc\0', 'latin1');
    const resources = Buffer.concat([other, photoshopBlock(iim).subarray(14)]);
    const cut = 40;
    const segments = [resources.subarray(0, cut), resources.subarray(cut)].map(app13);
    const jpeg = jpegWith();
    const bytes = Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
    expect(photoOf(bytes)).toMatchObject({ creditLine: 'Fell Pictures', caption: 'Geese fly over the fell.' });
  });

  test('stray bytes between the segments of a JPEG are skipped', () => {
    const jpeg = jpegWith({ xmp: XMP });
    const bytes = Buffer.concat([jpeg.subarray(0, 20), Buffer.from([0, 1, 0xff, 0, 2]), jpeg.subarray(20)]);
    expect(photoOf(bytes).creditLine).toBe('Fell Pictures');
  });

  test('extended XMP comes in pieces, in any order, and only whole', () => {
    const extended = Buffer.from(xmpPacket({ 'photoshop:Headline': 'Geese' }));
    const [first, second] = [piece(extended, 0, 300), piece(extended, 300, extended.length)];
    const jpeg = jpegWith({ xmp: XMP });
    const withPieces = (...pieces: Buffer[]): Buffer =>
      Buffer.concat([jpeg.subarray(0, 2), ...pieces, jpeg.subarray(2)]);
    expect(photoOf(withPieces(second, first))).toMatchObject({ headline: 'Geese', creditLine: 'Fell Pictures' });
    expect(photoOf(withPieces(first))).not.toHaveProperty('headline');
  });
});

function app13(data: Buffer): Buffer {
  return segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), data]));
}

function piece(packet: Buffer, start: number, end: number): Buffer {
  const head = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${'A'.repeat(32)}\0\0\0\0\0\0\0\0`, 'latin1');
  head.writeUInt32BE(packet.length, head.length - 8);
  head.writeUInt32BE(start, head.length - 4);
  return segment(0xe1, Buffer.concat([head, packet.subarray(start, end)]));
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Puts a chunk behind the header of a PNG; readers of metadata do not check its checksum. */
function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  const behindHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, behindHeader), head, data, Buffer.alloc(4), png.subarray(behindHeader)]);
}
