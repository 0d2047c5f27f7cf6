import { identify } from '../../../server/importer/identity';
import { pairPictures, type Entry } from '../../../server/importer/pair';
import type { WirePhoto } from '../../../server/wire/item';

const story = (input: number, photos: WirePhoto[]): Entry => ({
  input,
  format: 'plain-text',
  imageFiles: [],
  item: { type: 'text', pubStatus: 'usable', headline: `Story ${input}`, photos },
  provenance: { 'photos.0.caption': { confidence: 0.9, span: { start: 0, end: 5 } } },
});
const picture = (input: number, name: string, photo: WirePhoto = {}): Entry => ({
  input,
  format: 'image',
  imageFiles: [name],
  item: { type: 'picture', pubStatus: 'usable', photos: [photo] },
  provenance: {
    'photos.0.caption': { confidence: 1, path: 'IIM 2:120' },
    'photos.0.city': { confidence: 1, path: 'IIM 2:90' },
  },
});
const filesOf = (entries: Entry[]) => entries.map((entry) => entry.imageFiles);

const CAPTION = 'Traders carry crates past the old hall on the quay in Varnhaven';

describe('pairPictures', () => {
  it.each<[string, Entry[], (string | undefined)[][]]>([
    ['one story with one photo, one picture', [story(0, [{ caption: CAPTION }]), picture(1, 'a.jpg')], [['a.jpg']]],
    ['one story without a photo', [story(0, []), picture(1, 'a.jpg')], [['a.jpg']]],
    [
      'by caption',
      [
        story(0, [{ caption: 'A ferry leaves at dawn' }, { caption: CAPTION }]),
        picture(1, 'a.jpg', { caption: `${CAPTION}.` }),
      ],
      [[undefined, 'a.jpg']],
    ],
    [
      'by file name',
      [story(0, [{ renditions: [{ name: 'main', href: 'img/QUAY-1.jpg' }] }, {}]), picture(1, 'quay-1.jpeg')],
      [['quay-1.jpeg']],
    ],
    [
      'two pictures in a row',
      [story(0, [{ caption: CAPTION }]), picture(1, 'a.jpg', { caption: CAPTION }), picture(2, 'b.jpg')],
      [['a.jpg', 'b.jpg']],
    ],
    ['two stories: nobody can tell', [story(0, [{}]), story(1, [{}]), picture(2, 'a.jpg')], [[], [], ['a.jpg']]],
    [
      'two stories, one with its caption',
      [story(0, [{}]), story(1, [{ caption: CAPTION }]), picture(2, 'a.jpg', { caption: CAPTION })],
      [[], ['a.jpg']],
    ],
    ['only pictures', [picture(0, 'a.jpg'), picture(1, 'b.jpg')], [['a.jpg'], ['b.jpg']]],
  ])('%s', (_, entries, files) => {
    expect(filesOf(pairPictures(entries))).toEqual(files);
  });

  it('keeps what the copy says of a photo and adds what only the file knows', () => {
    const printed = { caption: CAPTION, creditLine: 'Ilse Brandt / AP' };
    const embedded = {
      uri: 'urn:file',
      caption: 'ferry',
      creditLine: 'AP',
      city: 'Varnhaven',
      copyrightNotice: '© AP',
    };
    const [joined] = pairPictures([story(0, [printed]), picture(1, 'a.jpg', embedded)]);
    expect(joined?.item.photos).toEqual([{ ...printed, city: 'Varnhaven', copyrightNotice: '© AP' }]);
    expect(joined?.provenance).toEqual({
      'photos.0.caption': { confidence: 0.9, span: { start: 0, end: 5 } },
      'photos.0.city': { confidence: 1, path: 'IIM 2:90' },
    });
  });

  it('keeps who the story is: it is the same delivery with and without a picture', () => {
    const given = story(0, [{ caption: CAPTION }]);
    const [joined] = pairPictures([given, picture(1, 'a.jpg', { city: 'Varnhaven' })]);
    expect(joined && identify(joined.item)).toEqual(identify(given.item));
  });

  it('leaves what it was given as it was', () => {
    const given = story(0, [{ caption: CAPTION }]);
    const before = structuredClone(given);
    pairPictures([given, picture(1, 'a.jpg', { caption: CAPTION, city: 'Varnhaven' })]);
    expect(given).toEqual(before);
  });
});
