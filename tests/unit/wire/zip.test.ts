import { crc32 } from 'node:zlib';
import { readArchive } from '../../../server/wire/archive';
import { crc32ByTable } from '../../../server/wire/crc32';
import { WireError } from '../../../server/wire/errors';
import { image } from '../../../server/wire/formats/image';
import { ninjs } from '../../../server/wire/formats/ninjs';
import { DEFAULT_LIMITS, type Limits } from '../../../server/wire/limits';
import { isZip, unzip, type Unpacked } from '../../../server/wire/zip';
import { jpegWith } from '../../support/jpeg';
import { readFormat } from '../../support/read-format';
import { zipOf, type ZipFile } from '../../support/zip';

async function filesOf(bytes: Buffer, limits: Partial<Limits> = {}): Promise<Unpacked[]> {
  const files: Unpacked[] = [];
  for await (const file of unzip(bytes, { ...DEFAULT_LIMITS, ...limits })) files.push(file);
  return files;
}

const STORY = { name: 'storm.json', data: 'story' };

describe('unzip', () => {
  test.each([true, false])('a file that was damaged on its way keeps no other back (stored: %s)', async (stored) => {
    const bytes = zipOf([{ name: 'a.txt', data: 'The quay of Varnhaven', stored }, STORY]);
    // The checksum in the directory, of what the file was before.
    const directory = bytes.indexOf('PK\x01\x02');
    bytes.writeUInt32LE((bytes.readUInt32LE(directory + 16) ^ 1) >>> 0, directory + 16);
    const [damaged, other] = await filesOf(bytes);
    expect(damaged).toMatchObject({ name: 'a.txt', error: { code: 'malformed' } });
    expect(other).toMatchObject({ name: 'storm.json', bytes: Buffer.from('story') });
  });

  test('its checksum is the same where Node has none of its own', () => {
    for (const text of ['', 'The quay of Varnhaven', '\0\xff'.repeat(500)])
      expect(crc32ByTable(Buffer.from(text))).toBe(crc32(Buffer.from(text)));
  });

  test('gives the files in order, without folders and furniture', async () => {
    const files = await filesOf(
      zipOf([
        STORY,
        { name: 'photos/', data: '', stored: true },
        { name: 'photos/ström.jpg', data: Buffer.from([1, 2]), stored: true },
        { name: '__MACOSX/._storm.json', data: 'x' },
        { name: 'photos/.DS_Store', data: 'x' },
        { name: 'Thumbs.db', data: 'x' },
      ]),
    );
    expect(files).toEqual([
      { name: 'storm.json', bytes: Buffer.from('story') },
      { name: 'photos/ström.jpg', bytes: Buffer.from([1, 2]) },
    ]);
  });

  test('a name never leads out of a folder', async () => {
    const names = ['../../etc/passwd', '/abs/a.txt', 'C:\\b\\c.txt', 'a/./../b.txt'];
    const files = await filesOf(zipOf(names.map((name) => ({ name, data: 'x' }))));
    expect(files.map(({ name }) => name)).toEqual(['etc/passwd', 'abs/a.txt', 'b/c.txt', 'a/b.txt']);
  });

  const zeros = Buffer.alloc(2 * 1024 * 1024);
  const refused: [what: string, bytes: Buffer, limits: Partial<Limits>, code: string][] = [
    ['more files than the limit', zipOf([STORY, STORY, STORY]), { entries: 2 }, 'too-large'],
    ['more bytes than the limit', zipOf([STORY, STORY]), { unpackedBytes: 8 }, 'too-large'],
    ['a file that shrinks beyond belief', zipOf([{ name: 'a', data: zeros }]), {}, 'too-large'],
    ['files that share their bytes', overlapping(), {}, 'too-large'],
    ['an archive that is cut', zipOf([STORY, STORY]).subarray(0, 60), {}, 'malformed'],
    ['an archive without its beginning', zipOf([STORY, STORY]).subarray(60), {}, 'malformed'],
    ['an office document', zipOf([{ name: '[Content_Types].xml', data: '<Types/>' }]), {}, 'unrecognised-format'],
  ];
  test.each(refused)('%s is refused before a file is unpacked', async (_what, bytes, limits, code) => {
    await expect(filesOf(bytes, limits)).rejects.toMatchObject({ name: 'WireError', code });
  });

  const single: [what: string, file: ZipFile, code: string][] = [
    ['larger than declared', { name: 'bad', data: 'a'.repeat(100), declaredSize: 10 }, 'malformed'],
    ['smaller than declared', { name: 'bad', data: 'a', declaredSize: 10 }, 'malformed'],
    ['larger than one input may be', { name: 'bad', data: 'a'.repeat(100) }, 'too-large'],
    ['encrypted', { name: 'bad', data: 'a', encrypted: true }, 'unreadable'],
    ['an archive itself', { name: 'bad', data: zipOf([STORY]) }, 'unrecognised-format'],
  ];
  test.each(single)('a file that is %s has an error, the others are there', async (_what, file, code) => {
    const [first, bad, last] = await filesOf(zipOf([STORY, file, { ...STORY, name: 'z' }]), {
      bytes: file.name === 'bad' && code === 'too-large' ? 50 : DEFAULT_LIMITS.bytes,
    });
    expect([first, last]).toEqual([
      { name: 'storm.json', bytes: Buffer.from('story') },
      { name: 'z', bytes: Buffer.from('story') },
    ]);
    expect(bad).toMatchObject({ name: 'bad', error: { code } });
  });

  test('a damaged file has an error, the others are there', async () => {
    const bytes = zipOf([{ name: 'bad', data: 'geese fly north over the fell in spring' }, STORY]);
    bytes.fill(0xff, 33 + 2, 33 + 12);
    const [bad, story] = await filesOf(bytes);
    expect(bad).toHaveProperty('error');
    expect(story).toEqual({ name: 'storm.json', bytes: Buffer.from('story') });
  });

  test('is asked for archives only', () => {
    expect([isZip(zipOf([STORY])), isZip(zipOf([])), isZip(Buffer.from('PKX')), isZip(Buffer.alloc(0))]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

/** Two entries of the directory that point to the same bytes. */
function overlapping(): Buffer {
  const bytes = zipOf([STORY, STORY]);
  const second = bytes.lastIndexOf('PK\x01\x02');
  bytes.writeUInt32LE(0, second + 42);
  return bytes;
}

describe('an archive of stories and pictures', () => {
  const story = (uri: string, photos: object = {}): string =>
    JSON.stringify({ uri, type: 'text', pubstatus: 'usable', headline: uri, associations: photos });
  const picture = (credit: string): Buffer =>
    jpegWith({ xmp: { 'photoshop:Credit': credit, 'photoshop:City': 'Kiruna' } });

  async function read(files: readonly ZipFile[]): ReturnType<typeof readArchive> {
    return readArchive(zipOf(files), DEFAULT_LIMITS, async (input) => {
      const format = Buffer.from(input.bytes).subarray(0, 1).equals(Buffer.from('{')) ? ninjs : image;
      return { format: format.name, ...(await readFormat(format, input)) };
    });
  }

  test('a picture with the name of a story becomes its photo', async () => {
    const { format, readings, entries } = await read([
      { name: 'a/geese.json', data: story('geese') },
      { name: 'b/storm.json', data: story('storm') },
      { name: 'photos/storm-1.jpg', data: picture('Fell 1') },
      { name: 'photos/STORM_b.jpg', data: picture('Fell 2') },
      { name: 'photos/other.jpg', data: picture('Fell 3') },
    ]);
    expect(format).toBe('ninjs');
    expect(
      readings.map(({ item }) => [item.headline, item.type, item.photos?.map((photo) => photo.creditLine)]),
    ).toEqual([
      ['geese', 'text', undefined],
      ['storm', 'text', ['Fell 1', 'Fell 2']],
      [undefined, 'picture', ['Fell 3']],
    ]);
    expect(readings[1]?.provenance['photos.1.creditLine']).toEqual({ path: 'XMP photoshop:Credit', confidence: 1 });
    expect(entries.map(({ name }) => name)).toHaveLength(5);
  });

  test('a picture that a story refers to fills in what the story does not say', async () => {
    const photos = {
      main: {
        type: 'picture',
        uri: 'p1',
        creditline: 'As printed',
        renditions: { web: { href: 'https://fell.example/x/0815.JPG?s=1' } },
      },
    };
    const { readings } = await read([
      { name: '0815.jpg', data: picture('As embedded') },
      { name: 'storm.json', data: story('storm', photos) },
    ]);
    expect(readings).toHaveLength(1);
    expect(readings[0]?.item.photos).toEqual([
      expect.objectContaining({ uri: 'p1', creditLine: 'As printed', city: 'Kiruna' }),
    ]);
  });

  test('a file that cannot be read leaves its error and the others', async () => {
    const { readings, warnings, entries } = await read([
      { name: 'bad.jpg', data: 'no picture' },
      { name: 'storm.json', data: story('storm') },
    ]);
    expect(readings).toHaveLength(1);
    expect(warnings).toEqual([{ code: 'file-unreadable', message: expect.stringContaining('bad.jpg: ') as unknown }]);
    expect(entries[0]).toMatchObject({ name: 'bad.jpg', error: { code: 'malformed' } });
  });

  test('an archive in which nothing can be read has the error of its first file', async () => {
    await expect(read([{ name: 'bad.jpg', data: 'no picture' }])).rejects.toThrow(WireError);
    await expect(read([])).rejects.toMatchObject({ code: 'no-content' });
  });
});
