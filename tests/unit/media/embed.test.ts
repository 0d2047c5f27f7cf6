import ExifReader from 'exifreader';
import sharp from 'sharp';
import { embedRights } from '../../../server/media/embed';
import type { EmbeddedRights } from '../../../server/media/xmp-packet';
import { jpegWith } from '../../support/jpeg';

const RIGHTS: EmbeddedRights = {
  creator: ['Marta Eikeland', 'Åse Lund'],
  creditLine: 'Marta Eikeland / Nordlys <Foto> & Co',
  copyrightNotice: '© 2026 Nordlys Foto. "All rights reserved."',
  copyrightHolder: 'Nordlys Foto',
  usageTerms: 'Editorial use only.',
  webStatementOfRights: 'https://nordlys.example/terms?a=1&b=2',
  licensorUrl: 'https://nordlys.example/license',
  dataMining: 'DMI-PROHIBITED',
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
};

const picture = () => sharp({ create: { width: 31, height: 17, channels: 4, background: '#246a' } });
const EMPTY = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'; // prettier-ignore
/** Two pictures in one file, the first of them red. */
const moving = async () => {
  const frames = ['red', 'blue'].map((background) =>
    sharp({ create: { width: 9, height: 9, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer();
};
const FILES: Record<string, () => Promise<Buffer>> = {
  'a JPEG without metadata': () => picture().jpeg().toBuffer(),
  'a JPEG with EXIF': () => Promise.resolve(jpegWith({ exif: { 270: 'A ferry' } })),
  'a JPEG with XMP': () => Promise.resolve(jpegWith({ xmp: { 'photoshop:Credit': 'Old / Wrong', 'photoshop:City': 'Vestvik' } })), // prettier-ignore
  'a PNG': () => picture().png().toBuffer(),
  'a PNG with XMP': () => picture().withXmp(EMPTY).png().toBuffer(), // prettier-ignore
  'a lossy WebP': () => picture().removeAlpha().webp().toBuffer(),
  'a lossy WebP with alpha': () => picture().webp().toBuffer(),
  'a GIF': () => picture().gif().toBuffer(),
  'an animated GIF': () => moving(),
  'an AVIF': () => picture().avif().toBuffer(),
  'an AVIF without alpha': () => picture().removeAlpha().avif().toBuffer(),
  'an AVIF with XMP': () => picture().withXmp(EMPTY).avif().toBuffer(),
  'a lossless WebP': () => picture().webp({ lossless: true }).toBuffer(),
};

const pixels = (file: Uint8Array) => sharp(file, { animated: true }).raw().toBuffer();

/** ExifReader knows no XMP in a GIF: the packet is cut out as the specification has it, and given to it in a JPEG. */
function inJpeg(file: Uint8Array): Buffer {
  const bytes = Buffer.from(file);
  if (bytes.toString('latin1', 0, 3) !== 'GIF') return bytes;
  const [packet] = bytes.toString('latin1').match(/(?<=\x21\xff\x0bXMP DataXMP)[^]*?(?=\x01\xff\xfe\xfd)/) ?? [''];
  const signed = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`, 'latin1');
  const length = Buffer.from([(signed.length + 2) >> 8, (signed.length + 2) & 255]);
  return Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), length, signed, Buffer.from('ffda0002ffd9', 'hex')]);
}

/** What another reader than ours finds in the file. */
function readBack(file: Uint8Array): Record<string, string | undefined> {
  const { xmp = {} } = ExifReader.load(inJpeg(file), { expanded: true });
  const tags = xmp as Record<string, { description?: string } | undefined>;
  return Object.fromEntries(
    [
      'creator',
      'Credit',
      'rights',
      'Marked',
      'UsageTerms',
      'WebStatement',
      'DataMining',
      'DigitalSourceType',
      'City',
    ].map((name) => [name, tags[name]?.description]),
  );
}

describe('rights in a picture file', () => {
  it.each(Object.entries(FILES))('are read back from %s, whose picture stays as it was', async (name, make) => {
    const file = await make();
    const made = embedRights(file, RIGHTS) ?? Buffer.alloc(0);
    expect(readBack(made)).toEqual({
      creator: 'Marta Eikeland, Åse Lund',
      Credit: 'Marta Eikeland / Nordlys <Foto> & Co',
      rights: '© 2026 Nordlys Foto. "All rights reserved."',
      Marked: 'True',
      UsageTerms: 'Editorial use only.',
      WebStatement: 'https://nordlys.example/terms?a=1&b=2',
      DataMining: expect.stringContaining('DMI-PROHIBITED'),
      DigitalSourceType: expect.stringContaining('digitalCapture'),
      City: name === 'a JPEG with XMP' ? 'Vestvik' : undefined,
    });
    expect((await pixels(made)).equals(await pixels(file))).toBe(true);
  });

  it.each(Object.entries(FILES))('are the same bytes when written once more into %s', async (_, make) => {
    const once = embedRights(await make(), RIGHTS) ?? Buffer.alloc(0);
    expect(embedRights(once, RIGHTS)?.equals(once)).toBe(true);
  });

  it.each(Object.entries(FILES))('that changed leave nothing of the old ones in %s', async (_, make) => {
    const once = embedRights(await make(), RIGHTS) ?? Buffer.alloc(0);
    const again = embedRights(once, { creditLine: 'Nordlys Foto' }) ?? Buffer.alloc(0);
    const { Credit, rights, creator } = readBack(again);
    expect({ Credit, rights, creator }).toEqual({ Credit: 'Nordlys Foto', rights: undefined, creator: undefined });
    expect(again.includes('Eikeland')).toBe(false);
  });

  it('are not contradicted by an older IIM block, whose other fields stay', () => {
    const iim = {
      '2:80': 'Wrong Name',
      '2:90': 'Vestvik',
      '2:110': 'Wrong/Agency',
      '2:116': '(c) Wrong',
      '2:120': 'A ferry',
    };
    const made = embedRights(jpegWith({ iim }), RIGHTS) ?? Buffer.alloc(0);
    expect(made.includes('Wrong')).toBe(false);
    const { iptc } = ExifReader.load(made, { expanded: true });
    expect([iptc?.City?.description, iptc?.['Caption/Abstract']?.description]).toEqual(['Vestvik', 'A ferry']);
  });

  it('fit into one segment of a JPEG, however long they are and however large its packet is', () => {
    const long = 'ж"'.repeat(30_000);
    const rights = { ...RIGHTS, creditLine: long, copyrightNotice: long, usageTerms: long, webStatementOfRights: long };
    const large = jpegWith({ xmp: { 'photoshop:Instructions': 'x'.repeat(60_000) } });
    const made = embedRights(large, rights) ?? Buffer.alloc(0);
    expect(readBack(made)['UsageTerms']).toBe(long.slice(0, 3000));
  });

  it('have no place in an SVG, and break no file that is cut short', async () => {
    expect(embedRights(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), RIGHTS)).toBeUndefined();
    expect(() => embedRights(Buffer.from('ffd8ffe0', 'hex'), RIGHTS)).toThrow('cut short');
    for (const file of [await picture().gif().toBuffer(), await picture().avif().toBuffer()]) {
      expect(() => embedRights(file.subarray(0, 60), RIGHTS)).toThrow('cut short');
    }
  });

  it('leave the blocks of a GIF such that a reader who knows no XMP passes them by', async () => {
    const made = embedRights(await moving(), RIGHTS) ?? Buffer.alloc(0);
    expect((await sharp(made, { animated: true }).metadata()).pages).toBe(2);
  });
});
